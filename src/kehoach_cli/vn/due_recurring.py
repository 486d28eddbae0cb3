"""Forms of deadlines that come back or have no end: «Ngày 20 hằng tháng», «Thường xuyên».

All take a text in small letters without slips (``vn.due_spelling``).
"""

from __future__ import annotations

from kehoach_cli.vn.due_bounds import ONE_DAY, split_bound
from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, Window
from kehoach_cli.vn.due_stretch import ANY_YEAR, read_stretch
from kehoach_cli.vn.patterns import late
from kehoach_cli.vn.recurrence import (
    DAYS_IN_WEEK,
    END_OF_MONTH,
    WEEKDAYS,
    Recurrence,
    RecurrenceUnit,
    yearly,
)

Outcome = Due | DueProblem
"""A deadline whose ``text`` is still empty, or why there is none."""

_UNITS = {
    "năm": RecurrenceUnit.YEARLY,
    "quý": RecurrenceUnit.QUARTERLY,
    "tháng": RecurrenceUnit.MONTHLY,
    "tuần": RecurrenceUnit.WEEKLY,
}
_UNIT = "|".join(_UNITS)
_OFTEN = r"(?:h[ằà]ng|mỗi)"
_REGULARLY = r"(?:định kỳ )?(?:báo cáo )?"
_OPEN = late(
    r"(?:nhiệm vụ )?(?:thường xuyên(?:,? liên tục)?|liên tục(?:,? thường xuyên)?)"
    rf"(?:,? {_REGULARLY}(?:h[ằà]ng|theo) (?P<unit>{_UNIT}))?|định kỳ"
)
_UNDETERMINED = late(
    r"chưa (?:xác định|đề xuất|ấn định)(?: thời hạn)?|không xác định(?: thời hạn)?"
)
_EVERY = late(rf"{_REGULARLY}(?:{_OFTEN}|theo) ({_UNIT})")
_EVERY_FEW = late(
    rf"{_REGULARLY}(?:mỗi |cứ )?([0-9]{{1,2}}) ({_UNIT}) (?:một|0?1) lần(?:,? (?P<rest>.+))?"
)
_EVERY_FIRST = late(rf"{_REGULARLY}({_OFTEN} (?:năm|tháng|tuần)),? (.+)")
_EVERY_YEAR = late(rf"(.+?),? {_OFTEN} năm")
_EVERY_MONTH = late(
    rf"(?:ngày )?([0-9]{{1,2}}) (?:(?P<month>{_OFTEN} tháng)|(?:của )?tháng cuối (?:{_OFTEN} )?quý)"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_WEEK = late(rf"(?:ngày )?{_WEEKDAY}(?:,? (?P<often>{_OFTEN} tuần))?")
_SOME_WEEKDAY = late(
    rf"(?:(?:vào|trước|chậm nhất) )?(?:[0-9]{{1,2}}(?: giờ|h)(?: ?[0-9]{{2}})? )?{_WEEKDAY}"
)
_DATED_WEEKDAY = late(rf"{_WEEKDAY}(?:,? )(?=ngày |[0-9])(?P<date>.+)")
_SIGNS_OF_OFTEN = ("hằng", "hàng", "mỗi")
_SIGNS_OF_NO_END = (
    *("xác định", "đề xuất", "ấn định", "thường xuyên", "liên tục", "định kỳ"),
    *(*_SIGNS_OF_OFTEN, "theo", "lần"),
)
_SIGNS_OF_REPEATING = (*_SIGNS_OF_OFTEN, "tháng cuối", *WEEKDAYS)
"""Words of which each such form has one; most deadlines have none, and ask for no pattern."""


def without_end(text: str, _window: Window | None) -> Outcome:
    """«Thường xuyên, hằng năm», «Hằng quý», «Định kỳ 02 tuần một lần», «Chưa xác định»."""
    if not any(word in text for word in _SIGNS_OF_NO_END):
        return DueProblem.UNKNOWN_WORDS
    if _UNDETERMINED().fullmatch(text):
        return Due("", DueShape.UNDETERMINED, open_ended=True)
    if every := _EVERY().fullmatch(text):
        return _recurring(Recurrence(_UNITS[every[1]]))
    if found := _OPEN().fullmatch(text):
        return _recurring(Recurrence(_UNITS[found["unit"]]) if found["unit"] else None)
    if few := _EVERY_FEW().fullmatch(text):
        return _every_few(int(few[1]), _UNITS[few[2]], few["rest"])
    return DueProblem.UNKNOWN_WORDS


def _every_few(count: int, unit: RecurrenceUnit, rest: str | None) -> Outcome:
    """Every two weeks: no day is fixed, even beside a weekday, since nothing says which weeks."""
    if rest is not None and _SOME_WEEKDAY().fullmatch(rest) is None:
        return DueProblem.UNKNOWN_WORDS
    return _recurring(Recurrence(unit, every=count)) if count else DueProblem.IMPOSSIBLE_DATE


def _recurring(recurrence: Recurrence | None, bound: Bound = Bound.WITHIN) -> Due:
    """A deadline that comes back; open-ended unless a day is fixed."""
    fixed = recurrence is not None and recurrence.day is not None
    return Due("", DueShape.RECURRING, recurrence=recurrence, open_ended=not fixed, bound=bound)


def repeated(text: str, _window: Window | None) -> Outcome:
    """«Trước ngày 15/12 hằng năm», «Ngày 20 hằng tháng», «trước thứ Sáu hằng tuần»."""
    if not any(word in text for word in _SIGNS_OF_REPEATING):
        return DueProblem.UNKNOWN_WORDS
    if turned := _EVERY_FIRST().fullmatch(text):
        text = f"{turned[2]} {turned[1]}"
    bound, expression = split_bound(text)
    if bound is Bound.FROM:
        return DueProblem.UNKNOWN_WORDS
    if found := _EVERY_MONTH().fullmatch(expression):
        return _monthly(int(found[1]), bound, quarterly=found["month"] is None)
    if found := _WEEK().fullmatch(expression):
        weekday = WEEKDAYS[found["weekday"]]
        return _weekly(weekday, bound) if found["often"] else DueProblem.MISSING_DATE
    if found := _EVERY_YEAR().fullmatch(expression):
        return _yearly(found[1], bound)
    return DueProblem.UNKNOWN_WORDS


def _yearly(expression: str, bound: Bound) -> Outcome:
    """A stretch of every year; «ngày 15/12/2026 hằng năm» contradicts itself."""
    stretch = read_stretch(expression, ANY_YEAR)
    if isinstance(stretch, DueProblem):
        return stretch
    if not stretch.year_assumed:
        return DueProblem.UNKNOWN_WORDS
    last = stretch.first - ONE_DAY if bound is Bound.BEFORE else stretch.last
    return _recurring(yearly(last), bound)


def _weekly(weekday: int, bound: Bound) -> Due:
    """A day of each week, Monday being 1."""
    if bound is Bound.BEFORE:
        weekday = weekday - 1 or DAYS_IN_WEEK
    return _recurring(Recurrence(RecurrenceUnit.WEEKLY, day=weekday), bound)


def _monthly(day: int, bound: Bound, *, quarterly: bool) -> Outcome:
    """A day of each month, or of the last month of each quarter."""
    if not 1 <= day <= END_OF_MONTH:
        return DueProblem.IMPOSSIBLE_DATE
    if bound is Bound.BEFORE:
        if day == 1 and quarterly:
            return DueProblem.UNKNOWN_WORDS
        day = day - 1 or END_OF_MONTH
    unit = RecurrenceUnit.QUARTERLY if quarterly else RecurrenceUnit.MONTHLY
    return _recurring(Recurrence(unit, day=day), bound)


def split_weekday(text: str) -> tuple[int, str] | None:
    """The weekday, Monday being 1, and the date that follows it: «thứ sáu, ngày 20/11/2026»."""
    found = _DATED_WEEKDAY().fullmatch(text)
    return (WEEKDAYS[found["weekday"]], found["date"]) if found else None
