"""What a deadline can be: its shape, its bound, why it was not understood, and ``Due`` itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_cli.vn.recurrence import Recurrence

Window = tuple[date, date]
"""The days, both included, of which a day typed without a year must be one."""


class DueShape(StrEnum):
    """How a deadline is written."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    RANGE = "range"
    RECURRING = "recurring"
    UNDETERMINED = "undetermined"
    UNKNOWN = "unknown"


class DueProblem(StrEnum):
    """Why a deadline was not understood."""

    UNKNOWN_WORDS = "unknown-words"
    IMPOSSIBLE_DATE = "impossible-date"  # Quý 5/2026, 31/6/2026, a year like 2926
    MISSING_YEAR = "missing-year"  # 30/6 where no year, or more than one, fits
    REVERSED_RANGE = "reversed-range"  # 2030 - 2026


class Bound(StrEnum):
    """What the words before a date do with it."""

    WITHIN = "within"  # Trong quý IV/2026, or nothing before it
    BEFORE = "before"  # Trước ngày 30/6/2026
    BY = "by"  # Chậm nhất ngày 30/6/2026
    FROM = "from"  # Từ Quý I/2026


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline, read. ``text`` is what was typed, ``corrected`` the same without its slips.

    Exactly one holds: ``last_day`` is set; ``recurrence`` has a day; ``open_ended`` (no fixed
    end); ``problem`` says why nothing was understood. ``year_assumed``: the year, not typed,
    came from the window.
    """

    text: str
    shape: DueShape
    first_day: date | None = None
    last_day: date | None = None
    recurrence: Recurrence | None = None
    open_ended: bool = False
    corrected: str | None = None
    problem: DueProblem | None = None
    bound: Bound = Bound.WITHIN
    year_assumed: bool = False

    @property
    def is_understood(self) -> bool:
        """Whether the text was read as a deadline."""
        return self.problem is None

    @property
    def recurs_on_a_day(self) -> bool:
        """Whether it comes back with a last day each time, so that it has ``occurrences``."""
        return self.recurrence is not None and self.recurrence.day is not None
