"""The last day of each item: what the due as printed says, and the extension in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Extension, Plan, Task
from kehoach_cli.progress.extension_states import extension_state, granted_on
from kehoach_cli.vn.dates import Month
from kehoach_cli.vn.due import Due, DueShape, Window, occurrences, read_due, settle
from kehoach_cli.workspace import Located, PlanFolder

_A_YEAR = timedelta(days=366)


@frozen
class Ending:
    """When an item ends; ``occurrence`` is the last day of that round of a recurring task.

    ``rounds``: all last days of a recurring task from a year before the period to its end.
    """

    due: Due | None = None
    last_day: date | None = None
    original_last_day: date | None = None
    extension: Located[Extension] | None = None
    occurrence: date | None = None
    rounds: tuple[date, ...] = ()

    def is_past(self, day: date) -> bool:
        """The last day is over on that day; never where there is none."""
        return self.last_day is not None and self.last_day < day


NO_LAST_DAY = Ending()


def window_of(folder: PlanFolder) -> Window | None:
    """The plan's years, from which a day typed without a year takes its own."""
    if folder.plan is None:
        return None
    period = folder.plan.value.period
    return period.first, period.last


def issue_day(plan: Plan) -> date | None:
    """The day from which «kể từ ngày ban hành Kế hoạch» counts; ``None`` before the issue.

    Of a plan dated by a month it is the last of the month, so that nobody is called late early.
    """
    if not plan.is_issued:
        return None
    return plan.date.last if isinstance(plan.date, Month) else plan.date


def issued_on(folder: PlanFolder) -> date | None:
    """``issue_day`` of the folder's plan."""
    return issue_day(folder.plan.value) if folder.plan else None


def settled_due(
    text: str, window: Window | None, issued: date | None, happened: date | None = None
) -> Due:
    """What a due means, with the day of the event that it counts from as far as known.

    ``happened``: the day of ``due_event``, which only a task's own due has; without it an event
    that is the plan's issue falls on ``issued`` (see ``issue_day``).
    """
    due = read_due(text, window=window)
    if due.event is None:
        return due
    return settle(due, happened or (issued if due.event.is_own_issue else None))


def event_day(task: Task) -> date | None:
    """When the event of the task's due happened, as far as its file says."""
    return task.due_event.happened_on if task.due_event else None


def endings(
    task: Task,
    window: Window | None,
    extension: Located[Extension] | None,
    stretch: Window,
    *,
    issued: date | None = None,
) -> tuple[Ending, ...]:
    """One for each item that the task gives in the stretch.

    A recurring due with a day gives one for each of its last days in the stretch, so none where
    no round ends there; a recurring due without a day gives one without a last day, never 31/12.
    A due that is missing or not understood has no last day and stays in the totals. An extension
    moves the last day of a task with a single one only; where its own due is not understood, the
    task keeps the last day that it had. A due that waits for an event has no last day until the
    event's day is known; ``issued`` is that of the plan (``issue_day``).
    """
    if task.due is None:
        return (NO_LAST_DAY,)
    as_printed = _as_printed(task.due, window, stretch, issued, event_day(task))
    if extension is None or not as_printed or as_printed[0].occurrence:
        return as_printed
    later = settled_due(extension.value.due, window, issued)
    if not later.is_understood:
        return as_printed
    return (replace(as_printed[0], last_day=later.last_day, extension=extension),)


@lru_cache(maxsize=4096)
def _as_printed(
    text: str,
    window: Window | None,
    stretch: Window,
    issued: date | None,
    happened: date | None,
) -> tuple[Ending, ...]:
    """The endings of a due before any extension, remembered: the same few texts fill a plan."""
    due = settled_due(text, window, issued, happened)
    if due.recurrence is None or due.recurrence.day is None:
        return (Ending(due, due.last_day, due.last_day),)
    rounds = tuple(occurrences(due, stretch[0] - _A_YEAR, stretch[1]))
    return tuple(
        Ending(due, day, day, occurrence=day, rounds=rounds) for day in rounds if day >= stretch[0]
    )


def is_recurring(due: Due | None) -> bool:
    """It comes back or never ends, so that being done once does not close it."""
    return due is not None and due.shape is DueShape.RECURRING


def extensions_in_force(folder: PlanFolder, day: date) -> dict[str, Located[Extension]]:
    """Task → the extension that a document had granted by the day; of several the latest."""
    granted = [one for one in folder.extensions if extension_state(one.value, day).is_in_force]
    granted.sort(key=lambda item: granted_on(item.value))
    return {item.value.task: item for item in granted}
