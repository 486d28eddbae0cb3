from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.vn.workdays import add_working_days, is_working_day, working_days_before


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-20", True),
        ("2026-11-21", False),  # Saturday
        ("2026-11-22", False),  # Sunday
        ("2026-01-01", False),
        ("2026-01-02", False),  # swapped for Saturday 10/01
        ("2026-01-10", True),
        ("2026-02-16", False),  # Tết Bính Ngọ, five days
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-27", False),  # in lieu of Giỗ Tổ on a Sunday
        ("2026-08-31", False),  # swapped for Saturday 22/8
        ("2026-08-22", True),
        ("2026-09-01", False),
        ("2026-09-02", False),
        ("2025-05-02", False),  # swapped for Saturday 26/4
        ("2025-04-26", True),
        ("2014-12-27", True),  # for 02/01 of the next year
        ("2015-01-02", False),
        ("2150-02-03", True),  # no lunar calendar: only weekends
        ("2150-02-07", False),
    ],
)
def test_offices_rest_at_weekends_holidays_tet_and_on_swapped_days(day: str, works: bool) -> None:  # noqa: FBT001
    assert is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-20", 1, "2026-11-23"),  # the day itself does not count
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
        ("2025-04-25", 1, "2025-04-26"),  # a Saturday that is worked
        ("2026-07-20", 10, "2026-08-03"),
    ],
)
def test_working_days_are_counted_from_the_next_day(day: str, count: int, last: str) -> None:
    assert add_working_days(date.fromisoformat(day), count) == date.fromisoformat(last)


@settings(deadline=None)  # the first one imports the holidays
@given(st.dates(date(1990, 1, 1), date(2110, 12, 31)), st.integers(1, 60))
def test_the_last_one_is_worked_and_no_earlier_than_by_the_calendar(day: date, count: int) -> None:
    last = add_working_days(day, count)
    assert is_working_day(last)
    assert last >= day + timedelta(days=count)
    assert last > add_working_days(day, count - 1)


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)), st.integers(1, 40))
def test_a_day_is_warned_of_from_the_first_day_that_reaches_it(day: date, count: int) -> None:
    first = working_days_before(day, count)
    assert is_working_day(first)
    assert add_working_days(first, count) >= day
    assert add_working_days(first - timedelta(days=1), count) < day


def test_no_working_day_before_a_day_is_the_day_itself() -> None:
    assert working_days_before(date(2026, 11, 21), 0) == date(2026, 11, 21)
