"""One date expression («Quý IV/2026», «ngày 30/6») as a stretch of days.

Bounds (trước, chậm nhất, từ …), ranges and recurrences are put around it in ``vn.due_forms``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import day_or_none, month_or_none
from kehoach_cli.vn.due_shapes import DueProblem, DueShape, Window
from kehoach_cli.vn.patterns import late


@frozen
class Stretch:
    """The days that an expression names; ``year_assumed`` when its year came from the window."""

    shape: DueShape
    first: date
    last: date
    year_assumed: bool = False


_Days = tuple[date, date] | None
_LEAP_YEAR = 2024
ANY_YEAR: Window = (date(_LEAP_YEAR, 1, 1), date(_LEAP_YEAR, 12, 31))
"""The window of a year that has every day there is, for days that come back each year."""

_QUARTERS = {"i": 1, "ii": 4, "iii": 7, "iv": 10}
_HALVES = {"đầu": 1, "cuối": 7}


def _months(year: int, first: int, count: int) -> _Days:
    """The days of ``count`` months from month ``first`` on."""
    start = month_or_none(year, first)
    return None if start is None else (start.first, start.shift(count - 1).last)


def _day(year: int, day: str, month: str) -> _Days:
    """A single day."""
    found = day_or_none(year, int(month), int(day))
    return None if found is None else (found, found)


def _month(year: int, month: str) -> _Days:
    """A calendar month."""
    return _months(year, int(month), 1)


def _quarter(year: int, numeral: str) -> _Days:
    """A calendar quarter; only I to IV exist."""
    first = _QUARTERS.get(numeral)
    return None if first is None else _months(year, first, 3)


def _half(year: int, which: str) -> _Days:
    """The first or the last six months of a year."""
    return _months(year, _HALVES[which], 6)


def _year(year: int) -> _Days:
    """A calendar year."""
    return _months(year, 1, 12)


def _end(days: _Days) -> _Days:
    """The last of those days."""
    return days and (days[1], days[1])


def _end_of_year(year: int) -> _Days:
    """«Cuối năm»: 31 December (Bộ luật Dân sự 2015, Điều 146 khoản 3 điểm c)."""
    return _end(_year(year))


def _end_of_quarter(year: int, numeral: str) -> _Days:
    """«Cuối quý»: as the end of a year and of a month."""
    return _end(_quarter(year, numeral))


def _end_of_month(year: int, month: str) -> _Days:
    """«Cuối tháng»: its last day (Bộ luật Dân sự 2015, Điều 146 khoản 2 điểm c)."""
    return _end(_month(year, month))


def _middle_of_year(year: int) -> _Days:
    """«Giữa năm»: 30 June (Bộ luật Dân sự 2015, Điều 146 khoản 3 điểm b)."""
    return _end(_months(year, 1, 6))


def _middle_of_month(year: int, month: str) -> _Days:
    """«Giữa tháng»: its 15th day (Bộ luật Dân sự 2015, Điều 146 khoản 2 điểm b)."""
    return _day(year, "15", month)


# Each form is written in small letters; (?P<year>…) may be absent from those marked so.
_YEAR = r"(?P<year>[0-9]{4})"
_OF_YEAR = rf"(?:(?:/| năm |, năm ){_YEAR})"
_FORMS: tuple[tuple[DueShape, Callable[[], re.Pattern[str]], Callable[..., _Days]], ...] = tuple(
    (shape, late(pattern), days)
    for shape, pattern, days in (
        (DueShape.DAY, rf"(?:ngày )?([0-9]{{1,2}})/([0-9]{{1,2}})(?:/{_YEAR})?", _day),
        (DueShape.DAY, rf"(?:ngày )?([0-9]{{1,2}}) tháng ([0-9]{{1,2}}){_OF_YEAR}?", _day),
        (DueShape.MONTH, rf"tháng ([0-9]{{1,2}}){_OF_YEAR}?", _month),
        (DueShape.MONTH, rf"([0-9]{{1,2}})/{_YEAR}", _month),
        (DueShape.QUARTER, rf"quý ([ivx]+|[0-9]{{1,2}}){_OF_YEAR}?", _quarter),
        (DueShape.HALF_YEAR, rf"0?6 tháng (đầu|cuối) năm {_YEAR}", _half),
        (DueShape.YEAR, rf"(?:năm )?{_YEAR}", _year),
        (DueShape.DAY, rf"cuối(?: năm)? {_YEAR}|cuối năm", _end_of_year),
        (DueShape.DAY, rf"giữa(?: năm)? {_YEAR}|giữa năm", _middle_of_year),
        (DueShape.DAY, rf"cuối quý ([ivx]+|[0-9]{{1,2}}){_OF_YEAR}?", _end_of_quarter),
        (DueShape.DAY, rf"cuối tháng ([0-9]{{1,2}}){_OF_YEAR}?", _end_of_month),
        (DueShape.DAY, rf"giữa tháng ([0-9]{{1,2}}){_OF_YEAR}?", _middle_of_month),
    )
)


def read_stretch(text: str, window: Window | None) -> Stretch | DueProblem:
    """The days of an expression in small letters, without slips (``vn.due_spelling``).

    Without a year it takes the only year in which all its days lie in ``window``.
    """
    for shape, pattern, days in _FORMS:
        if found := pattern().fullmatch(text):
            year, words = found["year"], _words(found)
            if year is None:
                return _in_window(shape, lambda y: days(y, *words), window)  # noqa: B023 - called here
            span = days(int(year), *words)
            return DueProblem.IMPOSSIBLE_DATE if span is None else Stretch(shape, *span)
    return DueProblem.UNKNOWN_WORDS


def _words(found: re.Match[str]) -> list[str]:
    """What the pattern caught besides the year."""
    year_group = found.re.groupindex["year"]
    return [word for n, word in enumerate(found.groups(), 1) if n != year_group]


def _in_window(
    shape: DueShape, days: Callable[[int], _Days], window: Window | None
) -> Stretch | DueProblem:
    """The expression in the only year that fits."""
    if days(_LEAP_YEAR) is None:
        return DueProblem.IMPOSSIBLE_DATE
    if window is None:
        return DueProblem.MISSING_YEAR
    spans = [days(year) for year in range(window[0].year, window[1].year + 1)]
    fitting = [s for s in spans if s and window[0] <= s[0] and s[1] <= window[1]]
    if len(fitting) != 1:
        return DueProblem.MISSING_YEAR
    return Stretch(shape, *fitting[0], year_assumed=True)
