"""What falls due soon, also beyond the end of the period."""

from __future__ import annotations

from datetime import timedelta

from kehoach_cli.drafting.report_parts import open_dated
from kehoach_cli.progress import Item, Progress, evaluate, year_holding


def due_within(progress: Progress, days: int) -> tuple[Item, ...]:
    """Tasks still to be done whose last day is today or within ``days`` days, the nearest first.

    The last rounds of recurring tasks that lie past the period's end are those of the next year's
    period. Days are calendar days from the day of the figures.
    """
    last = progress.day + timedelta(days=days)
    found = {item.key: item for item in open_dated(progress)}
    if last > progress.period.last:
        following = year_holding(progress.workspace, last)
        ahead = evaluate(progress.workspace, progress.as_of, period=following.id)
        plans = {plan.id for plan in progress.plans}
        known = {item.key for item in progress.items}
        found |= {
            item.key: item
            for item in open_dated(ahead)
            if item.plan_id in plans and item.key not in known
        }
    soon = [item for item in found.values() if item.last_day and item.last_day <= last]
    return tuple(sorted(soon, key=lambda item: (item.last_day or last, item.key)))
