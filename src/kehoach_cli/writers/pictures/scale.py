"""The scale of a line of time: from which month to which, and where its ticks stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import pad_month

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months from one tick to the next."""

_MOST_TICKS = 8
_YEAR = 12


@frozen
class Scale:
    """Months counted from the year 0: ``first`` begins the line, ``last`` ends it (exclusive)."""

    first: int
    last: int
    step: int

    def ticks(self) -> Iterator[tuple[date, str]]:
        """The first day of a month, and «4/2027», or «2027» where only years are told."""
        for month in range(self.first, self.last + 1, self.step):
            day = first_day(month)
            yield (
                day,
                str(day.year) if not self.step % _YEAR else f"{pad_month(day.month)}/{day.year}",
            )


def scale_of(days: Iterable[date]) -> Scale:
    """The smallest scale of whole steps that holds the days; there must be one."""
    months = [_month(day) for day in days]
    first, last = min(months), max(months) + 1
    step = next((one for one in _STEPS if (last - first) / one <= _MOST_TICKS), _STEPS[-1])
    return Scale(first // step * step, -(-last // step) * step, step)


def _month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month counted from the year 0."""
    year, rest = divmod(month, _YEAR)
    return date(year, rest + 1, 1)
