from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.period import CALENDARS, Calendar, Period, PeriodKind, parse_period, year_of

ND09 = CALENDARS["nd09-2019"]
CIVIL = CALENDARS["nd266-2026"]


def period(period_id: str, calendar: Calendar = ND09) -> Period:
    found = parse_period(period_id, calendar)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("period_id", "kind", "first", "last", "label"),
    [
        ("2027", PeriodKind.YEAR, date(2026, 12, 15), date(2027, 12, 14), "năm 2027"),
        ("2027-h1", "half", date(2026, 12, 15), date(2027, 6, 14), "6 tháng đầu năm 2027"),
        ("2027-h2", "half", date(2027, 6, 15), date(2027, 12, 14), "6 tháng cuối năm 2027"),
        ("2027-9m", "nine-months", date(2026, 12, 15), date(2027, 9, 14), "9 tháng năm 2027"),
        ("2027-q1", "quarter", date(2026, 12, 15), date(2027, 3, 14), "quý I năm 2027"),
        ("2027-q3", "quarter", date(2027, 6, 15), date(2027, 9, 14), "quý III năm 2027"),
        ("2027-06", "month", date(2027, 5, 15), date(2027, 6, 14), "tháng 6 năm 2027"),
        ("2027-01", "month", date(2026, 12, 15), date(2027, 1, 14), "tháng 01 năm 2027"),
    ],
)
def test_periods_close_by_decree_09(
    period_id: str, kind: str, first: date, last: date, label: str
) -> None:
    assert period(period_id) == Period(period_id, PeriodKind(kind), 2027, first, last, label)


def test_a_calendar_may_close_with_the_month() -> None:
    year, february = period("2027", CIVIL), period("2027-02", CIVIL)
    assert (year.first, year.last) == (date(2027, 1, 1), date(2027, 12, 31))
    assert (february.first, february.last) == (date(2027, 2, 1), date(2027, 2, 28))


def test_a_calendar_may_be_written_out() -> None:
    own = Calendar("riêng", "Quyết định số 01/2027/QĐ-UBND", 20)
    assert period("2027-q2", own).first == date(2027, 3, 21)


@pytest.mark.parametrize("day", [0, 29, 31])
def test_a_calendar_cannot_close_on_a_day_that_months_lack(day: int) -> None:
    with pytest.raises(ValueError, match="no closing day"):
        Calendar("riêng", "", day)


@pytest.mark.parametrize(
    "period_id", ["", "27", "2027-", "2027-q5", "2027-13", "2027-6", "2027-H1", "0000", "2927"]
)
def test_what_is_no_period_gives_none(period_id: str) -> None:
    assert parse_period(period_id, ND09) is None


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 12, 14), 2026), (date(2026, 12, 15), 2027), (date(2027, 12, 14), 2027)],
)
def test_the_year_turns_on_the_15th_of_december(day: date, year: int) -> None:
    assert year_of(day, ND09) == period(str(year))


def test_there_is_no_year_outside_the_calendar() -> None:
    with pytest.raises(ValueError, match="no period"):
        year_of(date(2199, 12, 15), ND09)


def test_periods_sort_by_their_begin_then_by_their_end() -> None:
    ids = ["2027-01", "2027-q1", "2027-h1", "2027-9m", "2027", "2027-02", "2027-h2", "2027-12"]
    assert [p.id for p in sorted(map(period, reversed(ids)))] == ids


def test_both_ends_belong_to_a_period() -> None:
    h1 = period("2027-h1")
    assert h1.contains(h1.first)
    assert h1.contains(h1.last)
    assert not h1.contains(h1.last + timedelta(days=1))


@given(st.dates(date(1901, 1, 1), date(2198, 12, 31)), st.sampled_from([ND09, CIVIL]))
def test_each_day_lies_in_one_month_one_quarter_one_half_of_its_year(
    day: date, calendar: Calendar
) -> None:
    year = year_of(day, calendar)
    assert year.contains(day)
    for parts in (["h1", "h2"], ["q1", "q2", "q3", "q4"], [f"{n:02d}" for n in range(1, 13)]):
        periods = [period(f"{year.id}-{part}", calendar) for part in parts]
        assert sum(p.contains(day) for p in periods) == 1
        assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(periods))
        assert (periods[0].first, periods[-1].last) == (year.first, year.last)
