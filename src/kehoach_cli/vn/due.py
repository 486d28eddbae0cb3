"""What a deadline as printed means: its last day, its recurrence, or that it has no fixed end.

The text itself is never changed. ``trước X`` ends on the day before X, ``chậm nhất X`` with X
itself; m/yyyy is always a month. What is not understood is said so, with the reason.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from kehoach_cli.vn.due_clauses import read_words
from kehoach_cli.vn.due_event import settle
from kehoach_cli.vn.due_other import without_date
from kehoach_cli.vn.due_sentence import describe
from kehoach_cli.vn.due_shapes import (
    Bound,
    Due,
    DueProblem,
    DueShape,
    DueStep,
    Event,
    EventUnit,
    Window,
)
from kehoach_cli.vn.due_spelling import mend
from kehoach_cli.vn.recurrence import Recurrence, RecurrenceUnit
from kehoach_cli.vn.text import nfc

__all__ = [
    "ACCEPTED_FORMS",
    "Bound",
    "Due",
    "DueProblem",
    "DueShape",
    "DueStep",
    "Event",
    "EventUnit",
    "Recurrence",
    "RecurrenceUnit",
    "Window",
    "describe",
    "occurrences",
    "read_due",
    "settle",
]

_LONGEST = 250

ACCEPTED_FORMS = (
    "Tháng 6/2026",
    "Quý IV/2026",
    "6 tháng đầu năm 2026",
    "Năm 2026",
    "Cuối năm 2026",
    "30/6/2026",
    "Trong năm 2026",
    "Trước ngày 30/6/2026",
    "Chậm nhất ngày 30/6/2026",
    "Đến hết tháng 9/2026",
    "Từ Quý I/2026",
    "2026 - 2030",
    "Trước ngày 15/12 hằng năm",
    "Trước ngày 20 hằng tháng",
    "Thứ Sáu hằng tuần",
    "Hằng năm",
    "10 ngày làm việc sau khi Nghị quyết được ban hành",
    "30 ngày kể từ ngày ban hành Kế hoạch",
    "Thường xuyên",
    "Chưa xác định",
)
"""One example of every form that is read, as shown beside a deadline that was not understood."""


def read_due(text: str, *, window: Window | None = None) -> Due:
    """What the deadline means; never raises.

    ``window``, the plan's first and last day, gives the year to a day typed without one, if
    only one year fits. A text over 250 characters is prose and not read.
    """
    return _read(text, window)


@lru_cache(maxsize=4096)
def _read(text: str, window: Window | None) -> Due:
    """``read_due``, remembered: the same few texts fill a plan."""
    if len(text) > _LONGEST:
        return Due(text, DueShape.UNKNOWN, problem=DueProblem.UNKNOWN_WORDS)
    mended = mend(text)
    outcome = read_words(mended, window)
    if outcome is DueProblem.UNKNOWN_WORDS:
        outcome = without_date(mended.lower())
    if isinstance(outcome, DueProblem):
        is_other = outcome is DueProblem.NOT_A_DEADLINE
        shape = DueShape.NOT_A_DEADLINE if is_other else DueShape.UNKNOWN
        return Due(text, shape, problem=outcome)
    corrected = None if mended == nfc(text).strip() else mended
    return replace(outcome, text=text, corrected=corrected)


def occurrences(due: Due, first: date, last: date) -> list[date]:
    """The last days of a recurring deadline that fall in the interval, both ends included.

    Empty for everything else, and for recurring ones without a day.
    """
    return [] if due.recurrence is None else due.recurrence.last_days(first, last)
