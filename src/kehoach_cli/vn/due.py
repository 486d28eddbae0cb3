"""What a deadline as printed means: its last day, its recurrence, or that it has no fixed end.

The text itself is never changed. ``trước X`` ends on the day before X, ``chậm nhất X`` with X
itself; m/yyyy is always a month. What is not understood is said so, with the reason.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due_forms import read_form
from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, Window
from kehoach_cli.vn.due_spelling import mend
from kehoach_cli.vn.recurrence import Recurrence, RecurrenceUnit
from kehoach_cli.vn.text import nfc

__all__ = [
    "ACCEPTED_FORMS",
    "Bound",
    "Due",
    "DueProblem",
    "DueShape",
    "Recurrence",
    "RecurrenceUnit",
    "Window",
    "describe",
    "occurrences",
    "read_due",
]

_LONGEST = 200

ACCEPTED_FORMS = (
    "Tháng 6/2026",
    "Quý IV/2026",
    "6 tháng đầu năm 2026",
    "Năm 2026",
    "30/6/2026",
    "Trong năm 2026",
    "Trước ngày 30/6/2026",
    "Chậm nhất ngày 30/6/2026",
    "Đến hết tháng 9/2026",
    "Từ Quý I/2026",
    "2026 - 2030",
    "Trước ngày 15/12 hằng năm",
    "Trước ngày 20 hằng tháng",
    "Hằng năm",
    "Thường xuyên",
    "Chưa xác định",
)
"""One example of every form that is read, as shown beside a deadline that was not understood."""


def read_due(text: str, *, window: Window | None = None) -> Due:
    """What the deadline means; never raises.

    ``window``, the plan's first and last day, gives the year to a day typed without one, if
    only one year fits. A text over 200 characters is prose and not read.
    """
    return _read(text, window)


@lru_cache(maxsize=4096)
def _read(text: str, window: Window | None) -> Due:
    """``read_due``, remembered: the same few texts fill a plan."""
    if len(text) > _LONGEST:
        return Due(text, DueShape.UNKNOWN, problem=DueProblem.UNKNOWN_WORDS)
    mended = mend(text)
    outcome = read_form(mended.lower(), window)
    if isinstance(outcome, DueProblem):
        return Due(text, DueShape.UNKNOWN, problem=outcome)
    corrected = None if mended == nfc(text).strip() else mended
    return replace(outcome, text=text, corrected=corrected)


def occurrences(due: Due, first: date, last: date) -> list[date]:
    """The last days of a recurring deadline that fall in the interval, both ends included.

    Empty for everything else, and for recurring ones without a day.
    """
    return [] if due.recurrence is None else due.recurrence.last_days(first, last)


def describe(due: Due) -> str:
    """One Vietnamese sentence, without a full stop, on how the deadline was understood."""
    sentence = f"«{due.text}» {_meaning(due)}"
    if due.year_assumed:
        sentence += "; năm lấy theo thời gian thực hiện của kế hoạch"
    return sentence


def _meaning(due: Due) -> str:
    """What the deadline does, after its name."""
    if due.problem is not None:
        return f"chưa đọc được: {_PROBLEMS[due.problem]}"
    if due.recurrence is not None and due.recurrence.day is not None:
        return f"lặp lại, hạn cuối là {due.recurrence.describe()}"
    if due.last_day is not None:
        return _ending(due, due.last_day)
    if due.first_day is not None:
        return f"bắt đầu từ {format_day(due.first_day)}, không ấn định ngày kết thúc"
    return "không ấn định ngày kết thúc"


def _ending(due: Due, last_day: date) -> str:
    """When it ends and why."""
    last = format_day(last_day)
    if due.bound is Bound.BEFORE:
        named = format_day(last_day + timedelta(days=1))
        return f"kết thúc vào {last}, vì từ {named} không còn trong hạn"
    if due.shape is DueShape.RANGE and due.first_day is not None:
        return f"kéo dài từ {format_day(due.first_day)} đến hết {last}"
    return f"kết thúc vào {last}, {_LAST_DAYS[due.shape]}"


_LAST_DAYS = {
    DueShape.DAY: "chính ngày đã ghi",
    DueShape.MONTH: "ngày cuối của tháng",
    DueShape.QUARTER: "ngày cuối của quý",
    DueShape.HALF_YEAR: "ngày cuối của 6 tháng",
    DueShape.YEAR: "ngày cuối của năm",
}
_PROBLEMS = {
    DueProblem.UNKNOWN_WORDS: "không thuộc các cách ghi thời hạn được nhận biết",
    DueProblem.IMPOSSIBLE_DATE: "không có ngày, tháng, quý hoặc năm như vậy",
    DueProblem.MISSING_YEAR: "thiếu năm",
    DueProblem.REVERSED_RANGE: "thời điểm kết thúc đứng trước thời điểm bắt đầu",
}
