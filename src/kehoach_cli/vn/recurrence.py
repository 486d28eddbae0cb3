"""Deadlines that come back: «hằng quý», «trước ngày 15/12 hằng năm», «ngày 20 hằng tháng»."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import Month, pad2, pad_month

END_OF_MONTH = 31
"""A ``Recurrence.day`` that means the last day of whatever month it falls in."""

DAYS_IN_WEEK = 7
_WEEKDAY_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(_WEEKDAY_NAMES, 1)},
    **{f"thứ {number + 1}": number for number in range(1, DAYS_IN_WEEK)},
}
"""Weekdays in small letters, Monday being 1 as in ISO 8601."""

_MONTHS_IN_YEAR = 12
_MONTHS_IN_QUARTER = 3
_FEBRUARY = 2
_COMMON_YEAR = 2023


class RecurrenceUnit(StrEnum):
    """How often a deadline comes back."""

    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


_OFTEN = {
    RecurrenceUnit.YEARLY: "hằng năm",
    RecurrenceUnit.QUARTERLY: "hằng quý",
    RecurrenceUnit.MONTHLY: "hằng tháng",
    RecurrenceUnit.WEEKLY: "hằng tuần",
}


@frozen
class Recurrence:
    """How often, and by which last day; without ``day`` no day is fixed.

    ``month`` is set for yearly ones only; quarterly ones end in the last month of the quarter.
    A ``day`` that a month lacks means that month's last one; of weekly ones it is the weekday,
    Monday being 1. ``every``: 2 for every second week, month …; above 1 no day is fixed.
    """

    unit: RecurrenceUnit
    month: int | None = None
    day: int | None = None
    every: int = 1

    def last_days(self, first: date, last: date) -> list[date]:
        """The last days that fall in the interval, both ends included, in order."""
        if self.day is None:
            return []
        if self.unit is RecurrenceUnit.WEEKLY:
            return _weekdays(self.day, first, last)
        count = (last.year - first.year) * _MONTHS_IN_YEAR + last.month - first.month + 1
        start = Month(first.year, first.month)
        months = [start.shift(n) for n in range(count)]
        days = [_clamp(month, self.day) for month in months if self._falls_in(month.month)]
        return [day for day in days if first <= day <= last]

    def _falls_in(self, month: int) -> bool:
        """Whether a last day falls in that month of any year."""
        if self.unit is RecurrenceUnit.YEARLY:
            return month == self.month
        return self.unit is RecurrenceUnit.MONTHLY or month % _MONTHS_IN_QUARTER == 0

    def describe(self) -> str:
        """When it ends, in Vietnamese: «ngày 14/12 hằng năm», «ngày cuối cùng hằng tháng»."""
        often = _OFTEN[self.unit]
        if self.every > 1:
            return f"{pad2(self.every)} {often.removeprefix('hằng ')} một lần"
        if self.day is None:
            return often
        if self.unit is RecurrenceUnit.WEEKLY:
            return f"{_WEEKDAY_NAMES[self.day - 1]} {often}"
        if self.month is not None:
            return f"{_day_of_year(self.month, self.day)} {often}"
        day = "ngày cuối cùng" if self.day == END_OF_MONTH else f"ngày {pad2(self.day)}"
        quarter = self.unit is RecurrenceUnit.QUARTERLY
        return f"{day} tháng cuối mỗi quý" if quarter else f"{day} {often}"


def _weekdays(weekday: int, first: date, last: date) -> list[date]:
    """All days of that weekday in the interval."""
    start = first + timedelta(days=(weekday - first.isoweekday()) % DAYS_IN_WEEK)
    weeks = (last - start).days // DAYS_IN_WEEK + 1
    return [start + timedelta(weeks=n) for n in range(weeks)]


def _clamp(month: Month, day: int) -> date:
    """The day of that month, or its last one."""
    last = month.last
    return last.replace(day=min(day, last.day))


def _day_of_year(month: int, day: int) -> str:
    """«ngày 14/12», or «ngày cuối cùng của tháng 02» where the day depends on the year."""
    if day == END_OF_MONTH and month == _FEBRUARY:
        return f"ngày cuối cùng của tháng {pad_month(month)}"
    shown = _clamp(Month(_COMMON_YEAR, month), day)
    return f"ngày {pad2(shown.day)}/{pad_month(month)}"


def yearly(last_day: date) -> Recurrence:
    """Comes back each year on the day of ``last_day``, taken in a leap year.

    The last day of a month stays the last day of that month in every year.
    """
    month_ends = last_day == Month(last_day.year, last_day.month).last
    day = END_OF_MONTH if month_ends else last_day.day
    return Recurrence(RecurrenceUnit.YEARLY, last_day.month, day)
