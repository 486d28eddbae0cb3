"""What a deadline can be: its shape, its bound, why it was not understood, and ``Due`` itself."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kehoach_cli.frozen import frozen
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
    EVENT = "event"  # 10 ngày làm việc sau khi Nghị quyết được ban hành
    MILESTONES = "milestones"  # several last days in one cell
    ELSEWHERE = "elsewhere"  # Theo từng mốc thời hạn dưới đây
    UNDETERMINED = "undetermined"
    NOT_A_DEADLINE = "not-a-deadline"  # Đề xuất giao Sở Xây dựng tham mưu
    UNKNOWN = "unknown"


class DueProblem(StrEnum):
    """Why a deadline was not understood."""

    UNKNOWN_WORDS = "unknown-words"
    IMPOSSIBLE_DATE = "impossible-date"  # Quý 5/2026, 31/6/2026, a year like 2926
    MISSING_YEAR = "missing-year"  # 30/6 where no year, or more than one, fits
    REVERSED_RANGE = "reversed-range"  # 2030 - 2026
    MISSING_DATE = "missing-date"  # trước 16 giờ thứ Sáu: of which week?
    NOT_A_DEADLINE = "not-a-deadline"


class EventUnit(StrEnum):
    """In what the time after an event is counted."""

    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bound(StrEnum):
    """What the words before a date do with it."""

    WITHIN = "within"  # Trong quý IV/2026, or nothing before it
    BEFORE = "before"  # Trước ngày 30/6/2026
    BY = "by"  # Chậm nhất ngày 30/6/2026
    FROM = "from"  # Từ Quý I/2026


@frozen
class Event:
    """What a deadline waits for: ``text`` in the words of the cell, ``count`` units after it.

    ``count`` 0: the deadline only begins with the event and never ends. ``day``: when it happened,
    as far as known. ``is_own_issue``: it is the issue of the plan that sets the deadline.
    """

    text: str
    count: int = 0
    unit: EventUnit = EventUnit.DAY
    is_own_issue: bool = False
    day: date | None = None


@frozen
class DueStep:
    """One of several deadlines in a cell: what for ("" where it is not said), and until when."""

    text: str
    last_day: date | None


@frozen
class Due:
    """A deadline, read. ``text`` is what was typed, ``corrected`` the same without its slips.

    Exactly one holds: ``last_day`` is set; ``recurrence`` has a day; ``open_ended`` (no fixed
    end); ``problem`` says why nothing was understood. ``year_assumed``: the year, not typed,
    came from the window.

    ``event``: what it waits for; ``vn.due_event.settle`` puts the event's day in. ``milestones``:
    the deadlines of a cell that has several, ``last_day`` being the latest of them. ``remark``:
    words beside the date that say nothing about when.
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
    event: Event | None = None
    milestones: tuple[DueStep, ...] = ()
    remark: str | None = None

    @property
    def is_understood(self) -> bool:
        """Whether the text was read as a deadline."""
        return self.problem is None

    @property
    def recurs_on_a_day(self) -> bool:
        """Whether it comes back with a last day each time, so that it has ``occurrences``."""
        return self.recurrence is not None and self.recurrence.day is not None
