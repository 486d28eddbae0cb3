"""The figures of one agency or group: the same period, cut down to its own assignments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach_cli.progress.evaluation import Progress
from kehoach_cli.progress.items import Assignment, Item
from kehoach_cli.progress.states import roll_up


def of_agency(progress: Progress, actor: str) -> Progress:
    """The progress of what the actor holds itself, or through a group of that id.

    An item is then in the state of these assignments alone; assignments done before the period
    are not counted beside it. Plans without such an item are left out. Of a partner's unit it is
    what the partner holds, since the unit's reports are the partner's.
    """
    items = tuple(_own_items(progress, actor))
    ids = {actor}.union(*({one.agency, *one.senders} for item in items for one in item.assignments))
    plans = (
        replace(plan, items=tuple(one for one in items if one.is_task and one.plan_id == plan.id))
        for plan in progress.plans
    )
    held = {item.plan_id for item in items}
    return replace(
        progress,
        plans=tuple(plan for plan in plans if plan.id in held),
        items=items,
        senders=tuple(one for one in progress.senders if one.id in ids),
        reports=tuple(one for one in progress.reports if one.value.sender in ids),
        earlier=tuple(one for one in progress.earlier if one.value.sender in ids),
    )


def _own_items(progress: Progress, actor: str) -> Iterator[Item]:
    for item in progress.items:
        own = tuple(one for one in item.assignments if _is_held(one, actor))
        if own:
            yield _cut_down(progress, item, own)


def _is_held(one: Assignment, actor: str) -> bool:
    return actor in {one.agency, one.via, *one.senders}


def _cut_down(progress: Progress, item: Item, own: tuple[Assignment, ...]) -> Item:
    is_past = item.last_day is not None and item.last_day < progress.day
    has_last_day = item.last_day is not None
    states = [one.state for one in own]
    state = roll_up(states, has_last_day=has_last_day, is_past=is_past)
    return replace(
        item,
        state=state,
        assignments=own,
        is_past_by_plan=item.is_task and state.is_silent and is_past,
        done_earlier=0,
    )
