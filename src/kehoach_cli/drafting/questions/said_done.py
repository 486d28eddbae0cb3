"""Whether an agency has done its part of a task, in this period or before."""

from __future__ import annotations

from datetime import date

from kehoach_cli.drafting.item_words import progress_of
from kehoach_cli.drafting.questions.circle import Circle
from kehoach_cli.model.report import Report
from kehoach_cli.progress import Item, Progress
from kehoach_cli.vn.dates import format_day

_NOT_DONE = (date.min, False)


def is_done_by(item: Item, circle: Circle) -> bool:
    """All that the agency has of the task is done; the task, where it holds nothing of it."""
    own = [one for one in item.assignments if circle.holds(one)]
    return all(one.state.is_done for one in own) if own else item.state.is_done


def done_before(
    progress: Progress, task: str | None, circle: Circle, item: Item | None
) -> date | None:
    """The day of the last report with which all that the agency has of the task was said done.

    What each said last counts, whatever period it reported for; None while one of them has not.
    """
    last = _last_words(progress, task, circle)
    own = [one for one in item.assignments if circle.holds(one)] if item else []
    open_ones = [one for one in own if not one.state.is_done]
    said = [[last[sender] for sender in one.senders if sender in last] for one in open_ones]
    words = [max(one, default=_NOT_DONE) for one in said] if own else list(last.values())
    if not words or any(not is_done for _, is_done in words):
        return None
    return max(day for day, _ in words)


def _last_words(
    progress: Progress, task: str | None, circle: Circle
) -> dict[str, tuple[date, bool]]:
    """Sender → the day on which it last spoke of the task, and whether it said that it was done."""
    found: dict[str, tuple[date, bool]] = {}
    for report in progress.workspace.of(Report):
        one = report.value
        if one.reported <= progress.as_of and circle.has(one.sender):
            for entry in one.tasks:
                if entry.task == task:
                    word = (one.reported, entry.status.is_done)
                    found[one.sender] = max(found.get(one.sender, word), word)
    return found


def progress_words(item: Item | None, done_before: date | None) -> str:
    """The state in words; of what was done before the period, when that was reported."""
    if done_before:
        return f"Đã hoàn thành (báo cáo ngày {format_day(done_before)})"
    return progress_of(item) if item else ""
