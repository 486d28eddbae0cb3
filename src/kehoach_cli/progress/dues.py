"""The last day of each item: what the due as printed says, and the extension in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.vn.due import Due, DueShape, Window, occurrences, read_due
from kehoach_cli.workspace import Located, PlanFolder

_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
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


def endings(
    task: Task, window: Window | None, extension: Located[Extension] | None, stretch: Window
) -> tuple[Ending, ...]:
    """One for each item that the task gives in the stretch.

    A recurring due with a day gives one for each of its last days in the stretch, so none where
    no round ends there; a recurring due without a day gives one without a last day, never 31/12.
    A due that is missing or not understood has no last day and stays in the totals. An extension
    moves the last day of a task with a single one only; where its own due is not understood, the
    task keeps the last day that it had.
    """
    if task.due is None:
        return (NO_LAST_DAY,)
    as_printed = _as_printed(task.due, window, stretch)
    if extension is None or not as_printed or as_printed[0].occurrence:
        return as_printed
    later = read_due(extension.value.due, window=window)
    if later.shape is DueShape.UNKNOWN:
        return as_printed
    return (replace(as_printed[0], last_day=later.last_day, extension=extension),)


@lru_cache(maxsize=4096)
def _as_printed(text: str, window: Window | None, stretch: Window) -> tuple[Ending, ...]:
    """The endings of a due before any extension, remembered: the same few texts fill a plan."""
    due = read_due(text, window=window)
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
    granted = [item for item in folder.extensions if _granted_by(item.value, day)]
    granted.sort(key=lambda item: _granted_on(item.value))
    return {item.value.task: item for item in granted}


def _granted_by(extension: Extension, day: date) -> bool:
    return extension.granted is not None and _granted_on(extension) <= day


def _granted_on(extension: Extension) -> date:
    """The day of the document that granted it; one without a day has always been in force."""
    granted = extension.granted
    return (granted.date if granted else None) or date.min
