"""Working days of the State's offices: Monday to Friday without holidays, Tết and swapped days.

Holidays and Tết by the lunar calendar, days given in lieu of those on a weekend, and the swapped
days of past years come from the library ``holidays``; ``_SWAPPED`` adds what it lacks. Days are
swapped year by year, by a notice late in the year before: for a year whose notice nobody has
entered yet, Tết is the library's estimate and no day is swapped, so that a last day may lie a
day or two off until the notice is known. Outside 1901 to 2100 there is no lunar calendar: only
weekends count.

Source: Quyết định số 188/1999/QĐ-TTg (weeks of 40 hours); Bộ luật Lao động 2019, Điều 111, 112.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5

_SWAPPED: dict[date, date] = {
    date(2026, 1, 2): date(2026, 1, 10),  # notice of Bộ Nội vụ, 25/12/2025
}
"""A day off → the weekend day worked in its place, where the library does not know it."""


def is_working_day(day: date) -> bool:
    """Whether the State's offices work on that day."""
    off, worked = _exceptions(day.year)
    return day in worked or (day.weekday() < _SATURDAY and day not in off)


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``, which itself does not count.

    Source: Bộ luật Dân sự 2015, Điều 147 khoản 2 (the day of the event is left out). ``count`` 0
    gives ``day`` itself.
    """
    for _ in range(count):
        day += _ONE_DAY
        while not is_working_day(day):
            day += _ONE_DAY
    return day


def working_days_before(day: date, count: int) -> date:
    """The first day whose ``count``-th working day reaches ``day``; ``count`` 0 gives ``day``.

    It is a working day, and turns ``add_working_days`` round: a warning that looks ``count``
    working days ahead names ``day`` from then on.
    """
    if count:
        while not is_working_day(day):
            day += _ONE_DAY
    for _ in range(count):
        day -= _ONE_DAY
        while not is_working_day(day):
            day -= _ONE_DAY
    return day


@cache
def _exceptions(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The days off of a year, and its weekend days that are worked."""
    from holidays import country_holidays  # noqa: PLC0415 - half a second, seldom needed

    # A day worked in December may stand with the year of the day off that it makes up for.
    known = country_holidays("VN", years=range(year, year + 2))
    off = frozenset(known) | _SWAPPED.keys()
    return off, frozenset(known.weekend_workdays) | frozenset(_SWAPPED.values())
