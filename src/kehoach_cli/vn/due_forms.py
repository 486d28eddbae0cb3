"""The forms in which deadlines are written, beyond a plain date: bounds, ranges, recurrences.

All take a text in small letters without slips (``vn.due_spelling``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, Window
from kehoach_cli.vn.due_stretch import ANY_YEAR, Stretch, read_stretch
from kehoach_cli.vn.recurrence import END_OF_MONTH, Recurrence, RecurrenceUnit, yearly

_ONE_DAY = timedelta(days=1)

_BOUND_WORDS: dict[str, Bound] = {
    "trước": Bound.BEFORE,
    "chậm nhất": Bound.BY,
    "chậm nhất là": Bound.BY,
    "chậm nhất đến": Bound.BY,
    "chậm nhất đến hết": Bound.BY,
    "chậm nhất trong": Bound.BY,
    "muộn nhất": Bound.BY,
    "muộn nhất là": Bound.BY,
    "không muộn hơn": Bound.BY,
    "không chậm hơn": Bound.BY,
    "đến": Bound.BY,
    "đến hết": Bound.BY,
    "hết": Bound.BY,
    "trong": Bound.WITHIN,
    "vào": Bound.WITHIN,
    "từ": Bound.FROM,
    "kể từ": Bound.FROM,
    "bắt đầu từ": Bound.FROM,
}
_LONGEST_FIRST = "|".join(sorted(_BOUND_WORDS, key=len, reverse=True))
_BOUNDED = re.compile(rf"(?:hoàn thành )?(?:({_LONGEST_FIRST}) )?(.+)")
_ONWARD = re.compile(r"(.+?),? (?:trở đi|và (?:những|các) năm tiếp theo)")
_OPEN = re.compile(
    r"(?:nhiệm vụ )?thường xuyên(?:,? liên tục)?"
    r"(?:,? (?:định kỳ )?h[ằà]ng (?P<unit>năm|quý|tháng))?"
)
_UNDETERMINED = re.compile(
    r"chưa (?:xác định|đề xuất|ấn định)(?: thời hạn)?|không xác định(?: thời hạn)?"
)
_OFTEN = r"(?:h[ằà]ng|mỗi)"
_EVERY = re.compile(rf"(?:định kỳ )?{_OFTEN} (năm|quý|tháng)")
_EVERY_FIRST = re.compile(rf"(?:định kỳ )?({_OFTEN} (?:năm|tháng)),? (.+)")
_EVERY_YEAR = re.compile(rf"(.+?),? {_OFTEN} năm")
_EVERY_MONTH = re.compile(
    rf"(?:ngày )?([0-9]{{1,2}}) (?:(?P<month>{_OFTEN} tháng)|(?:của )?tháng cuối (?:{_OFTEN} )?quý)"
)
_UNITS = {
    "năm": RecurrenceUnit.YEARLY,
    "quý": RecurrenceUnit.QUARTERLY,
    "tháng": RecurrenceUnit.MONTHLY,
}
_RANGE_START = re.compile(r"(?:trong )?(?:giai đoạn |từ )?(.+)")
_RANGE_MIDDLE = re.compile(r" ?[-–—] ?| đến hết | đến ")

Outcome = Due | DueProblem
"""A deadline whose ``text`` is still empty, or why there is none."""


def _split_bound(text: str) -> tuple[Bound, str]:
    """The bound before an expression, and the expression."""
    found = _BOUNDED.fullmatch(text)
    if found is None:
        return Bound.WITHIN, text
    return _BOUND_WORDS.get(found[1] or "", Bound.WITHIN), found[2]


def _bounded(text: str, window: Window | None) -> Outcome:
    """«Quý IV/2026», «Trước ngày 30/6/2026», «Từ năm 2026», «2025 và những năm tiếp theo»."""
    onward = _ONWARD.fullmatch(text)
    bound, expression = _split_bound(onward[1] if onward else text)
    if onward and bound not in (Bound.WITHIN, Bound.FROM):
        return DueProblem.UNKNOWN_WORDS
    stretch = read_stretch(expression, window)
    if isinstance(stretch, DueProblem):
        return stretch
    return _due_of(stretch, Bound.FROM if onward else bound)


def _due_of(stretch: Stretch, bound: Bound) -> Due:
    """The deadline that a bound makes of a stretch of days."""
    first, last = {
        Bound.WITHIN: (stretch.first, stretch.last),
        Bound.BEFORE: (None, stretch.first - _ONE_DAY),
        Bound.BY: (None, stretch.last),
        Bound.FROM: (stretch.first, None),
    }[bound]
    return Due(
        "",
        stretch.shape,
        first_day=first,
        last_day=last,
        open_ended=last is None,
        bound=bound,
        year_assumed=stretch.year_assumed,
    )


def _range(text: str, window: Window | None) -> Outcome:
    """«2026 - 2030», «Từ tháng 3 đến tháng 6/2026», where the second part gives both the year."""
    found = _RANGE_START.fullmatch(text)
    parts = _RANGE_MIDDLE.split(found[1]) if found else []
    if len(parts) != 2:  # noqa: PLR2004 - from, to
        return DueProblem.UNKNOWN_WORDS
    end = read_stretch(parts[1], window)
    if isinstance(end, DueProblem):
        return end
    year = (date(end.last.year, 1, 1), date(end.last.year, 12, 31))
    start = read_stretch(parts[0], year)
    if isinstance(start, DueProblem):
        return start
    if start.first > end.last:
        return DueProblem.REVERSED_RANGE
    return Due(
        "",
        DueShape.RANGE,
        first_day=start.first,
        last_day=end.last,
        year_assumed=end.year_assumed,
    )


def _without_end(text: str, _window: Window | None) -> Outcome:
    """«Thường xuyên», «Thường xuyên, hằng năm», «Hằng quý», «Chưa xác định»."""
    if _UNDETERMINED.fullmatch(text):
        return Due("", DueShape.UNDETERMINED, open_ended=True)
    if every := _EVERY.fullmatch(text):
        return _recurring(Recurrence(_UNITS[every[1]]))
    if found := _OPEN.fullmatch(text):
        return _recurring(Recurrence(_UNITS[found["unit"]]) if found["unit"] else None)
    return DueProblem.UNKNOWN_WORDS


def _recurring(recurrence: Recurrence | None, bound: Bound = Bound.WITHIN) -> Due:
    """A deadline that comes back; open-ended unless a day is fixed."""
    fixed = recurrence is not None and recurrence.day is not None
    return Due("", DueShape.RECURRING, recurrence=recurrence, open_ended=not fixed, bound=bound)


def _repeated(text: str, _window: Window | None) -> Outcome:
    """«Trước ngày 15/12 hằng năm», «Hằng năm, trước ngày 15/12», «Ngày 20 hằng tháng»."""
    if turned := _EVERY_FIRST.fullmatch(text):
        text = f"{turned[2]} {turned[1]}"
    bound, expression = _split_bound(text)
    if bound is Bound.FROM:
        return DueProblem.UNKNOWN_WORDS
    if found := _EVERY_MONTH.fullmatch(expression):
        return _monthly(int(found[1]), bound, quarterly=found["month"] is None)
    if found := _EVERY_YEAR.fullmatch(expression):
        stretch = read_stretch(found[1], ANY_YEAR)
        if isinstance(stretch, DueProblem):
            return stretch
        if not stretch.year_assumed:  # «ngày 15/12/2026 hằng năm» contradicts itself
            return DueProblem.UNKNOWN_WORDS
        last = stretch.first - _ONE_DAY if bound is Bound.BEFORE else stretch.last
        return _recurring(yearly(last), bound)
    return DueProblem.UNKNOWN_WORDS


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


_READERS: tuple[Callable[[str, Window | None], Outcome], ...] = (
    _without_end,
    _repeated,
    _bounded,
    _range,
)


def read_form(text: str, window: Window | None) -> Outcome:
    """What the first form says that knows the words; ``window`` as in ``vn.due.read_due``."""
    for read in _READERS:
        outcome = read(text, window)
        if outcome is not DueProblem.UNKNOWN_WORDS:
            return outcome
    return DueProblem.UNKNOWN_WORDS
