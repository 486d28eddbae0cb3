"""Days and months as Vietnamese documents write them.

Years outside 1900–2199 are taken for typing errors; so no sum of days leaves the calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from kehoach_cli.frozen import frozen

FIRST_YEAR = 1900
LAST_YEAR = 2199

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{4})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_PADDED_MONTHS = (1, 2)
_MONTHS_IN_YEAR = 12


def pad2(n: int) -> str:
    """The decree's padding of numbers and days: below 10 a 0 before (NĐ 30/2020, PL I.II.3.c)."""
    return f"{n:02d}"


def pad_month(month: int) -> str:
    """Only months 1 and 2 get a 0 before (NĐ 30/2020, Phụ lục I, Phần I, II.4.b)."""
    return pad2(month) if month in _PADDED_MONTHS else str(month)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` when there is no such day or its year is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)  # the same few days fill a plan
def parse_day(text: str) -> date | None:
    """A day typed as 20/7/2026, 20/07/2026 or 2026-07-20; ``None`` for anything else."""
    text = text.strip()
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        return day_or_none(year, month, day)
    if found := _ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
        return day_or_none(year, month, day)
    return None


def format_day(day: date) -> str:
    """Short form, padded as the decree does: 20/7/2026, 06/8/2026, 03/02/2026."""
    return f"{pad2(day.day)}/{pad_month(day.month)}/{day.year}"


def long_day(day: date) -> str:
    """«ngày 05 tháng 02 năm 2026» (NĐ 30/2020, Phụ lục I, Phần I, II.4.b)."""
    return f"ngày {pad2(day.day)} tháng {pad_month(day.month)} năm {day.year}"


@frozen(order=True)
class Month:
    """A month of a year; ``ValueError`` outside 1–12."""

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse what is no month."""
        if not 1 <= self.month <= _MONTHS_IN_YEAR:
            raise ValueError(f"no month {self.month}")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def shift(self, months: int) -> Month:
        """The month so many months later, or earlier when negative."""
        years, month = divmod(self.month - 1 + months, _MONTHS_IN_YEAR)
        return Month(self.year + years, month + 1)


def month_or_none(year: int, month: int) -> Month | None:
    """The month, or ``None`` when there is none such or its year is out of range."""
    first = day_or_none(year, month, 1)
    return None if first is None else Month(year, month)


def parse_month(text: str) -> Month | None:
    """A month typed as 2026-07, 7/2026 or 07/2026; ``None`` for anything else."""
    text = text.strip()
    if found := _ISO_MONTH.fullmatch(text):
        return month_or_none(int(found[1]), int(found[2]))
    if found := _MONTH.fullmatch(text):
        return month_or_none(int(found[2]), int(found[1]))
    return None
