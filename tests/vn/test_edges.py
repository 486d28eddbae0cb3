"""Both sides of every limit, and years, bounds and rhythms handed on to the last reader."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_cli.vn.collation import key
from kehoach_cli.vn.dates import month_or_none
from kehoach_cli.vn.due import (
    Bound,
    DueProblem,
    DueShape,
    Recurrence,
    RecurrenceUnit,
    Window,
    describe,
    read_due,
    settle,
)
from kehoach_cli.vn.due_bounds import alternatives
from kehoach_cli.vn.encoding import looks_like_tcvn3_or_vni
from kehoach_cli.vn.money import MoneyError, format_money, parse_money, with_unit
from kehoach_cli.vn.period import CALENDARS, Calendar, parse_period
from kehoach_cli.vn.text import join_vi, nearest

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))
LAST_NAMED_DAY = date(2199, 12, 31)


def test_prose_begins_above_250_letters() -> None:
    cell = "Tháng 6/2026 ({})"
    assert read_due(cell.format("x" * 235)).last_day == date(2026, 6, 30)
    longer = read_due(cell.format("x" * 236))
    assert (longer.text, longer.problem) == (cell.format("x" * 236), DueProblem.UNKNOWN_WORDS)


@pytest.mark.parametrize(
    ("text", "last", "steps"),
    [
        ("Báo cáo trước ngày 30/6", "2026-06-29", []),
        ("Quý IV (báo cáo)", "2026-12-31", []),
        ("30 ngày kể từ ngày 01/7", "2026-07-31", []),
        ("16 giờ ngày 30/6", "2026-06-30", []),
        ("Từ tháng 3 đến tháng 6", "2026-06-30", []),
        (
            "Ngày 15/12 báo cáo, nghiệm thu trước ngày 30/12",
            "2026-12-29",
            ["Ngày 15/12", "báo cáo, nghiệm thu"],
        ),
    ],
)
def test_the_year_of_the_plan_reaches_every_form(text: str, last: str, steps: list[str]) -> None:
    due = read_due(text, window=YEAR_2026)
    assert due.last_day == date.fromisoformat(last)
    assert due.year_assumed
    assert [step.text for step in due.milestones] == steps


@pytest.mark.parametrize(
    ("window", "last"),
    [
        ((date(2026, 7, 2), date(2027, 7, 31)), date(2027, 7, 31)),
        ((date(2026, 7, 1), date(2027, 7, 30)), date(2026, 7, 31)),
        ((date(2026, 7, 2), date(2027, 7, 30)), None),
        ((date(2026, 7, 1), date(2027, 7, 31)), None),
    ],
)
def test_a_month_takes_the_only_year_that_has_all_its_days(
    window: Window, last: date | None
) -> None:
    assert read_due("Tháng 7", window=window).last_day == last


def test_a_step_without_a_year_may_fall_on_new_years_day() -> None:
    due = read_due("Ngày 01/01 lựa chọn. Tháng 6/2026 báo cáo")
    assert [step.last_day for step in due.milestones] == [date(2026, 1, 1), date(2026, 6, 30)]


def test_steps_that_are_dates_alone_take_the_year_of_the_plan() -> None:
    due = read_due("Quý I; Quý IV", window=YEAR_2026)
    assert [step.last_day for step in due.milestones] == [date(2026, 3, 31), date(2026, 12, 31)]


def test_the_first_step_takes_the_year_of_the_next_one() -> None:
    due = read_due("Ngày 01/01 lựa chọn. Tháng 6/2026 báo cáo. Tháng 7/2027 xong")
    assert due.milestones[0].last_day == date(2026, 1, 1)


def test_a_step_within_a_sentence_and_an_event_take_the_year_of_the_plan() -> None:
    next_year = (date(2027, 1, 1), date(2027, 12, 31))
    due = read_due("Quý IV/2026 nghiệm thu trước ngày 30/6", window=next_year)
    assert [step.last_day for step in due.milestones] == [date(2026, 12, 31), date(2027, 6, 29)]
    assert read_due("sau ngày 30/6", window=next_year).first_day == date(2027, 6, 30)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Trước năm 2026 trở đi. Tháng 6/2026 báo cáo", "báo cáo; Trước năm 2026 trở đi"),
        ("Tháng 6/2026 xong trước 2026 - 2030", "xong trước 2026 - 2030"),
    ],
)
def test_a_date_that_cannot_be_read_is_part_of_the_remark(text: str, remark: str) -> None:
    due = read_due(text)
    assert (due.last_day, due.remark) == (date(2026, 6, 30), remark)


def test_a_step_without_a_year_looks_back_before_it_looks_on() -> None:
    due = read_due("Năm 2025 a. Ngày 01/01 b. Tháng 6/2026 c")
    assert due.milestones[1].last_day == date(2025, 1, 1)


@pytest.mark.parametrize("text", ["01/6 - 01/6/2026", "Ngày 01/6/2026 - 01/6/2026"])
def test_a_range_may_be_one_day(text: str) -> None:
    due = read_due(text)
    assert (due.shape, due.first_day, due.last_day) == (
        DueShape.RANGE,
        date(2026, 6, 1),
        date(2026, 6, 1),
    )
    assert not due.year_assumed


def test_a_range_may_begin_on_new_years_day() -> None:
    assert read_due("Ngày 01/01 - 30/6/2026").first_day == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("24 giờ ngày 30/6/2026", True),
        ("25 giờ ngày 30/6/2026", False),
        ("20h59 ngày 30/6/2026", True),
        ("20h60 ngày 30/6/2026", False),
    ],
)
def test_a_day_has_24_hours_of_60_minutes(text: str, is_read: bool) -> None:  # noqa: FBT001
    assert read_due(text).is_understood == is_read


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("trước ngày 15/12 hằng năm", Bound.BEFORE),
        ("chậm nhất ngày 15/12 hằng năm", Bound.BY),
        ("ngày 15/12 hằng năm", Bound.WITHIN),
        ("Trước ngày 20 hằng tháng", Bound.BEFORE),
        ("chậm nhất thứ Sáu hằng tuần", Bound.BY),
    ],
)
def test_what_comes_back_keeps_its_bound(text: str, bound: Bound) -> None:
    assert read_due(text).bound is bound


@pytest.mark.parametrize(
    ("text", "unit", "every"),
    [
        ("Định kỳ 02 tuần một lần", RecurrenceUnit.WEEKLY, 2),
        ("03 tháng một lần", RecurrenceUnit.MONTHLY, 3),
    ],
)
def test_every_few_weeks_keeps_its_rhythm(text: str, unit: RecurrenceUnit, every: int) -> None:
    assert read_due(text).recurrence == Recurrence(unit, every=every)


def test_only_february_ends_on_a_day_that_depends_on_the_year() -> None:
    days = {
        "ngày 31/12 hằng năm": "ngày 31/12 hằng năm",
        "ngày 27/02 hằng năm": "ngày 27/02 hằng năm",
        "ngày 29/02 hằng năm": "ngày cuối cùng của tháng 02 hằng năm",
    }
    for text, words in days.items():
        recurrence = read_due(text).recurrence
        assert recurrence is not None
        assert recurrence.describe() == words


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Tháng 6/2026; (, a ,)", "a"),
        ("Tháng 6/2026 ((a) b)", "((a) b)"),
        ("Tháng 6/2026 (a b", "(a b"),
        ("Tháng 6/2026 ((a)", "((a)"),
        ("Tháng 6/2026 (a) b)", "(a) b)"),
        ("Quý I/2026 a. Quý IV/2026 b. Khi cần; có vốn", "Khi cần; có vốn"),
    ],
)
def test_brackets_and_signs_around_a_remark_are_taken_off(text: str, remark: str) -> None:
    assert read_due(text).remark == remark


def test_an_event_that_is_waited_for_is_chosen_before_a_rhythm() -> None:
    due = read_due("Hằng năm theo dõi; 10 ngày sau khi họp")
    assert due.event is not None
    assert (due.event.text, due.event.count) == ("họp", 10)


def test_the_event_is_the_last_of_equal_words() -> None:
    due = read_due("Sau khi HỌP, họp")
    assert due.event is not None
    assert due.event.text == "HỌP, họp"


def test_the_event_keeps_the_letters_in_which_it_was_typed() -> None:
    event = read_due("10 NGÀY sau ngày").event
    assert event is not None
    assert event.text == "ngày"


def test_an_event_may_happen_until_the_last_year_there_is() -> None:
    due = read_due("10 ngày sau khi họp")
    assert settle(due, date(2199, 1, 1)).last_day == date(2199, 1, 11)
    assert settle(due, date(2200, 1, 1)) == due


def test_a_deadline_with_its_own_first_day_keeps_it_when_the_event_comes() -> None:
    due = read_due("Quý I/2027 chọn; Quý II/2027 làm; 10 ngày sau khi họp")
    settled = settle(due, date(2026, 7, 20))
    assert (settled.first_day, settled.last_day) == (due.first_day, date(2027, 6, 30))


def test_steps_without_any_last_day_have_no_latest_one() -> None:
    assert describe(read_due("Quý I/2026 a; 10 ngày sau khi họp")).count("ngày cuối là mốc") == 1


@pytest.mark.parametrize(
    ("text", "corrected"),
    [("Trước Q4/2027", "Trước quý IV/2027"), ("đến Q.I/2027", "đến quý I/2027")],
)
def test_a_quarter_within_a_text_begins_small(text: str, corrected: str) -> None:
    assert read_due(text).corrected == corrected


def test_longer_words_of_a_bound_stand_first() -> None:
    words = alternatives(Bound.BY).split("|")
    assert "chậm nhất là" in words
    assert "trong" not in words
    assert words == sorted(words, key=len, reverse=True)


def test_the_largest_amount_has_18_digits() -> None:
    assert parse_money("9" * 18) == 10**18 - 1
    assert parse_money("999.999.999.999.999.999,000 đồng") == 10**18 - 1
    with pytest.raises(MoneyError, match="not-money"):
        parse_money("1" + "0" * 18)


@pytest.mark.parametrize(("letters", "is_read"), [(36, True), (37, False)])
def test_an_amount_is_written_in_36_letters_at_most(letters: int, is_read: bool) -> None:  # noqa: FBT001
    text = "1,".ljust(letters - len(" tỷ đồng"), "0") + " tỷ đồng"
    assert len(text) == letters
    if is_read:
        assert parse_money(text) == 10**9
    else:
        with pytest.raises(MoneyError):
            parse_money(text)


@pytest.mark.parametrize(
    ("vnd", "text"),
    [
        (10**9, "1 tỷ đồng"),
        (1_050_000_000, "1,05 tỷ đồng"),
        (10**6, "1 triệu đồng"),
        (1_050_000, "1,05 triệu đồng"),
        (10**3, "1 nghìn đồng"),
    ],
)
def test_a_unit_begins_with_one_of_it(vnd: int, text: str) -> None:
    assert with_unit(vnd) == text


def test_figures_are_in_trieu_dong_unless_said_otherwise() -> None:
    assert format_money(2_400_000) == "2,4"


@pytest.mark.parametrize("day", [1, 28])
def test_a_calendar_may_close_on_the_first_and_on_the_28th(day: int) -> None:
    own = parse_period("2027-02", Calendar("riêng", "", day))
    assert own is not None
    assert own.last == date(2027, 2, day)


@pytest.mark.parametrize(
    ("year", "is_one"), [("1899", False), ("1900", True), ("2199", True), ("2200", False)]
)
def test_periods_run_from_1900_to_2199(year: str, is_one: bool) -> None:  # noqa: FBT001
    assert (parse_period(f"{year}-06", CALENDARS["nd09-2019"]) is not None) == is_one


def test_a_period_is_not_before_itself() -> None:
    year = parse_period("2027", CALENDARS["nd09-2019"])
    same = parse_period("2027", CALENDARS["nd09-2019"])
    assert year is not None
    assert same is not None
    assert not year < same


@pytest.mark.parametrize(("month", "is_one"), [(0, False), (1, True), (12, True), (13, False)])
def test_a_year_has_twelve_months(month: int, is_one: bool) -> None:  # noqa: FBT001
    assert (month_or_none(2026, month) is not None) == is_one
    assert (month_or_none(2199, month) is not None) == is_one


def test_a_zero_before_a_number_does_not_move_it() -> None:
    assert key("Điều 02") < key("Điều 10")
    assert key("Điều 02")[0] == key("Điều 2")[0]


WORDS = ["nh©n", "d©n", "chuyÓn", "®æi", "sè", "nhiÖm", "vô"]
NO_WORDS = ["\xd0\xd0x", "z\xff\xff", "q\xd7\xd7"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (WORDS[:2], None),
        (WORDS[:3], "TCVN3 (ABC)"),
        (WORDS + NO_WORDS, "TCVN3 (ABC)"),
        (WORDS[:6] + NO_WORDS, None),
    ],
)
def test_three_words_and_seven_in_ten_make_an_encoding(words: list[str], name: str | None) -> None:
    assert looks_like_tcvn3_or_vni(" ".join(words).encode("latin-1")) == name


def test_of_near_names_the_nearest_is_meant() -> None:
    assert nearest("so-khcn", ["so-khc", "so-khcn-", "so-khcx"]) == "so-khcn-"
    assert nearest("abcd", ["abxy"]) is None
    assert nearest("abcd", ["abcx"], cutoff=0.75) == "abcx"
    assert nearest("abcde", ["abcxy"], cutoff=0.6) == "abcxy"
    assert nearest("abcde", ["abcxy"], cutoff=0.61) is None


@pytest.mark.parametrize(
    ("words", "row"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a"] * 3, "a, a và a")]
)
def test_words_in_a_row(words: list[str], row: str) -> None:
    assert join_vi(words) == row


def test_the_last_day_there_is_can_be_a_deadline() -> None:
    assert read_due("31/12/2199").last_day == LAST_NAMED_DAY
