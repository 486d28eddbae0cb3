from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    Month,
    format_day,
    long_day,
    pad2,
    parse_day,
    parse_month,
)

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
MONTHS = st.builds(Month, st.integers(FIRST_YEAR + 1, LAST_YEAR - 1), st.integers(1, 12))


@pytest.mark.parametrize("text", ["20/7/2026", "20/07/2026", "2026-07-20", " 20/7/2026 "])
def test_a_day_is_read_in_both_forms(text: str) -> None:
    assert parse_day(text) == date(2026, 7, 20)


@pytest.mark.parametrize(
    "text",
    [
        "31/6/2026",
        "29/02/2027",
        "20/7/26",
        "20/7",
        "20-7-2026",
        "2026-7-20",
        "2026-13-01",
        "20/7/2926",
        "20/7/0000",
        "٢٠/7/2026",
        "",
    ],
)
def test_what_is_no_day_gives_none(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 7, 20), "20/7/2026", "ngày 20 tháng 7 năm 2026"),
        (date(2026, 8, 6), "06/8/2026", "ngày 06 tháng 8 năm 2026"),
        (date(2026, 2, 5), "05/02/2026", "ngày 05 tháng 02 năm 2026"),
        (date(2026, 12, 15), "15/12/2026", "ngày 15 tháng 12 năm 2026"),
    ],
)
def test_days_are_padded_as_the_decree_does(day: date, short: str, long: str) -> None:
    assert (format_day(day), long_day(day)) == (short, long)


@pytest.mark.parametrize(("n", "text"), [(1, "01"), (9, "09"), (10, "10"), (123, "123")])
def test_numbers_below_ten_are_padded(n: int, text: str) -> None:
    assert pad2(n) == text


@given(DAYS)
def test_a_day_survives_format_and_parse(day: date) -> None:
    assert parse_day(format_day(day)) == day
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize("text", ["2026-07", "7/2026", "07/2026"])
def test_a_month_is_read_in_both_forms(text: str) -> None:
    assert parse_month(text) == Month(2026, 7)


@pytest.mark.parametrize("text", ["13/2026", "2026-00", "7/26", "tháng 7", "7/3026"])
def test_what_is_no_month_gives_none(text: str) -> None:
    assert parse_month(text) is None


def test_a_thirteenth_month_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no month"):
        Month(2026, 13)


@pytest.mark.parametrize(("year", "day"), [(2027, 28), (2028, 29)])
def test_february_ends_by_the_year(year: int, day: int) -> None:
    assert Month(year, 2).last == date(year, 2, day)


@given(MONTHS, st.integers(-24, 24))
def test_months_shift_there_and_back(month: Month, months: int) -> None:
    assert month.shift(months).shift(-months) == month
    assert (month.shift(months) > month) == (months > 0)


@given(MONTHS)
def test_months_follow_without_a_gap(month: Month) -> None:
    assert month.last + timedelta(days=1) == month.shift(1).first
