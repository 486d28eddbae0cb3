"""Reporting periods and the days they run from and to, by a named table of closing days.

A month closes on its closing day; longer periods run from the day after the close of the month
before their first one to the close of their last month.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering
from types import MappingProxyType

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import FIRST_YEAR, LAST_YEAR, Month, pad_month
from kehoach_cli.vn.text import roman

_LATEST_CLOSING_DAY = 28
_DECEMBER = 12


@frozen
class Calendar:
    """On which day of a month its figures close; ``None`` is the last day of the month.

    ``source`` names the document that sets it. ``ValueError`` for a day that some months lack.
    """

    name: str
    source: str
    closing_day: int | None

    def __post_init__(self) -> None:
        """Refuse a day that not every month has."""
        if self.closing_day is not None and not 1 <= self.closing_day <= _LATEST_CLOSING_DAY:
            raise ValueError(f"no closing day {self.closing_day}")

    def close(self, month: Month) -> date:
        """The last day that counts towards this month."""
        if self.closing_day is None:
            return month.last
        return date(month.year, month.month, self.closing_day)


CALENDARS: Mapping[str, Calendar] = MappingProxyType(
    {
        calendar.name: calendar
        for calendar in (
            Calendar("nd09-2019", "Nghị định số 09/2019/NĐ-CP, Điều 12", 14),
            Calendar("nd266-2026", "Nghị định số 266/2026/NĐ-CP, Điều 36", None),
        )
    }
)
"""Closing days by name. For 6 tháng cuối năm and 9 tháng the decree's own words were not found;
they follow from the closing of the months, as provincial regulations write them."""


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    QUARTER = "quarter"
    MONTH = "month"


@total_ordering
@frozen
class Period:
    """A reporting period from ``first`` to ``last``, both included, by which it sorts."""

    id: str
    kind: PeriodKind
    year: int
    first: date
    last: date
    label: str

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period, both ends included."""
        return self.first <= day <= self.last

    def __lt__(self, other: Period) -> bool:
        """Earlier begin first; of the same begin the shorter one first."""
        return (self.first, self.last, self.id) < (other.first, other.last, other.id)


@frozen
class _Shape:
    """Months ``first``–``last`` of a year, and their name before the year."""

    kind: PeriodKind
    first: int
    last: int
    label: str


_SHAPES: dict[str, _Shape] = {
    "": _Shape(PeriodKind.YEAR, 1, 12, "năm"),
    "h1": _Shape(PeriodKind.HALF, 1, 6, "6 tháng đầu năm"),
    "h2": _Shape(PeriodKind.HALF, 7, 12, "6 tháng cuối năm"),
    "9m": _Shape(PeriodKind.NINE_MONTHS, 1, 9, "9 tháng năm"),
    **{
        f"q{n}": _Shape(PeriodKind.QUARTER, 3 * n - 2, 3 * n, f"quý {roman(n)} năm")
        for n in range(1, 5)
    },
    **{
        f"{n:02d}": _Shape(PeriodKind.MONTH, n, n, f"tháng {pad_month(n)} năm")
        for n in range(1, 13)
    },
}
_ID = re.compile(r"([0-9]{4})(?:-([a-z0-9]+))?")


def parse_period(period_id: str, calendar: Calendar) -> Period | None:
    """The period named 2027, 2027-h1, 2027-h2, 2027-9m, 2027-q3 or 2027-06; ``None`` if no such."""
    found = _ID.fullmatch(period_id)
    if found is None or (found[2] or "") not in _SHAPES:
        return None
    year = int(found[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    shape = _SHAPES[found[2] or ""]
    before = calendar.close(Month(year, shape.first).shift(-1))
    return Period(
        id=period_id,
        kind=shape.kind,
        year=year,
        first=before + timedelta(days=1),
        last=calendar.close(Month(year, shape.last)),
        label=f"{shape.label} {year}",
    )


def year_of(day: date, calendar: Calendar) -> Period:
    """The year period that holds the day; ``ValueError`` for years outside 1900–2199."""
    closed = day > calendar.close(Month(day.year, _DECEMBER))
    period = parse_period(str(day.year + closed), calendar)
    if period is None:
        raise ValueError(f"no period for {day}")
    return period
