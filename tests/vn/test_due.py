from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due import (
    ACCEPTED_FORMS,
    Bound,
    DueProblem,
    DueShape,
    Recurrence,
    RecurrenceUnit,
    describe,
    occurrences,
    read_due,
)
from kehoach_cli.vn.due_spelling import RIGHT, mend

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


def d(text: str) -> date | None:
    """Year-month-day, or none for «-»."""
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "shape", "first", "last"),
    [
        ("Tháng 6/2026", "month", "2026-06-01", "2026-06-30"),
        ("Tháng 01/2027", "month", "2027-01-01", "2027-01-31"),
        ("Tháng 02/2027", "month", "2027-02-01", "2027-02-28"),
        ("tháng 6 năm 2026", "month", "2026-06-01", "2026-06-30"),
        ("Trong tháng 01/2026", "month", "2026-01-01", "2026-01-31"),
        ("Hoàn thành trong tháng 6/2026", "month", "2026-06-01", "2026-06-30"),
        ("12/2025", "month", "2025-12-01", "2025-12-31"),
        ("6/2025", "month", "2025-06-01", "2025-06-30"),
        ("03/2025", "month", "2025-03-01", "2025-03-31"),
        ("Quý II/2026", "quarter", "2026-04-01", "2026-06-30"),
        ("quý IV năm 2026", "quarter", "2026-10-01", "2026-12-31"),
        ("Trong quý IV/2026", "quarter", "2026-10-01", "2026-12-31"),
        ("6 tháng đầu năm 2026", "half-year", "2026-01-01", "2026-06-30"),
        ("06 tháng cuối năm 2026", "half-year", "2026-07-01", "2026-12-31"),
        ("2025", "year", "2025-01-01", "2025-12-31"),
        ("Năm 2026", "year", "2026-01-01", "2026-12-31"),
        ("Trong năm 2026", "year", "2026-01-01", "2026-12-31"),
        ("30/8/2026", "day", "2026-08-30", "2026-08-30"),
        ("31/03/2026", "day", "2026-03-31", "2026-03-31"),
        ("ngày 30 tháng 6 năm 2026", "day", "2026-06-30", "2026-06-30"),
        ("Trước 10/02/2026", "day", "-", "2026-02-09"),
        ("Trước ngày 01/6/2026", "day", "-", "2026-05-31"),
        ("trước ngày 30/6/2026", "day", "-", "2026-06-29"),
        ("Trước tháng 3/2027", "month", "-", "2027-02-28"),
        ("Trước Quý IV/2026", "quarter", "-", "2026-09-30"),
        ("Hoàn thành trước năm 2027", "year", "-", "2026-12-31"),
        ("chậm nhất 17/6/2026", "day", "-", "2026-06-17"),
        ("Chậm nhất ngày 30/6/2026", "day", "-", "2026-06-30"),
        ("Chậm nhất là tháng 6/2026", "month", "-", "2026-06-30"),
        ("Đến hết ngày 30/6/2026", "day", "-", "2026-06-30"),
        ("Đến hết năm 2026", "year", "-", "2026-12-31"),
        ("đến năm 2030", "year", "-", "2030-12-31"),
        ("2026 - 2030", "range", "2026-01-01", "2030-12-31"),
        ("2025-2026", "range", "2025-01-01", "2026-12-31"),
        ("2027 – 2028", "range", "2027-01-01", "2028-12-31"),
        ("Giai đoạn 2026 - 2030", "range", "2026-01-01", "2030-12-31"),
        ("Từ năm 2026 đến hết năm 2030", "range", "2026-01-01", "2030-12-31"),
        ("Từ tháng 3 đến tháng 6/2026", "range", "2026-03-01", "2026-06-30"),
        ("Tháng 6 - 9/2026", "range", "2026-06-01", "2026-09-30"),
        ("20h00 ngày 25 tháng 5 năm 2025", "day", "2025-05-25", "2025-05-25"),
        ("trước 16 giờ ngày 30/6/2026", "day", "-", "2026-06-30"),
        ("16 giờ 30 phút, ngày 30/6/2026", "day", "2026-06-30", "2026-06-30"),
        ("thứ Sáu, ngày 20/11/2026", "day", "2026-11-20", "2026-11-20"),
        ("Trước thứ Sáu ngày 20/11/2026", "day", "-", "2026-11-19"),
        ("Dự kiến tổ chức vào tháng 7 năm 2026", "month", "2026-07-01", "2026-07-31"),
        ("Dự kiến tháng 7/2026", "month", "2026-07-01", "2026-07-31"),
        ("Kỳ họp cuối năm 2026", "year", "-", "2026-12-31"),
        ("Cuối năm 2027", "day", "2027-12-31", "2027-12-31"),
        ("Cuối 2027", "day", "2027-12-31", "2027-12-31"),
        ("Đến cuối năm 2027", "day", "-", "2027-12-31"),
        ("Vào cuối quý III/2026", "day", "2026-09-30", "2026-09-30"),
        ("Cuối tháng 02 năm 2028", "day", "2028-02-29", "2028-02-29"),
        ("Giữa năm 2027", "day", "2027-06-30", "2027-06-30"),
        ("Chậm nhất giữa tháng 6/2027", "day", "-", "2027-06-15"),
        ("Từ đầu năm 2027 đến cuối năm 2028", "range", "2027-01-01", "2028-12-31"),
        ("Thời hạn hoàn thành: Quý IV/2026", "quarter", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_deadline_ends_on_its_last_day(text: str, shape: str, first: str, last: str) -> None:
    due = read_due(text)
    assert (due.text, due.shape, due.first_day, due.last_day) == (text, shape, d(first), d(last))
    assert due.is_understood
    assert not due.open_ended
    assert due.corrected is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Từ Quý I/2026", "2026-01-01"),
        ("Bắt đầu từ tháng 7/2026", "2026-07-01"),
        ("Từ đầu năm 2026", "2026-01-01"),
        ("2025 và những năm tiếp theo", "2025-01-01"),
        ("Từ năm 2026 trở đi", "2026-01-01"),
    ],
)
def test_from_a_day_on_has_a_begin_and_no_end(text: str, first: str) -> None:
    due = read_due(text)
    assert (due.first_day, due.last_day, due.bound) == (d(first), None, Bound.FROM)
    assert due.open_ended


@pytest.mark.parametrize(
    ("text", "corrected", "last"),
    [
        ("Thang 8/2026", "Tháng 8/2026", "2026-08-31"),
        ("Tháng 12//2026", "Tháng 12/2026", "2026-12-31"),
        ("Tháng 01/ 2026", "Tháng 01/2026", "2026-01-31"),
        ("Tháng 5 / 2026", "Tháng 5/2026", "2026-05-31"),
        ("Tháng6/2026", "Tháng 6/2026", "2026-06-30"),
        ("Tháng 6-2026", "Tháng 6/2026", "2026-06-30"),
        ("Tháng  6/2026.", "Tháng 6/2026", "2026-06-30"),
        ("Quý IV/ 2026", "Quý IV/2026", "2026-12-31"),
        ("Quý II/năm 2026", "Quý II/2026", "2026-06-30"),
        ("Quý 2/2026", "Quý II/2026", "2026-06-30"),
        ("quý iii/2026", "quý III/2026", "2026-09-30"),
        ("Qúy 4 nam 2026", "Quý IV năm 2026", "2026-12-31"),
        ("truoc ngay 30/6/2026", "trước ngày 30/6/2026", "2026-06-29"),
        ("2026-07-20", "20/7/2026", "2026-07-20"),
        ("2026-07", "7/2026", "2026-07-31"),
        ("30-6-2026", "30/6/2026", "2026-06-30"),
        ("12.2025", "12/2025", "2025-12-31"),
        ("30/6/26", "30/6/2026", "2026-06-30"),
        ("Trước 30/6/27", "Trước 30/6/2027", "2027-06-29"),
        ("30.6.27", "30/6/2027", "2027-06-30"),
        ("T6/2027", "Tháng 6/2027", "2027-06-30"),
        ("Trước T6/2027", "Trước tháng 6/2027", "2027-05-31"),
        ("từ T6/2027 đến T9/2027", "từ tháng 6/2027 đến tháng 9/2027", "2027-09-30"),
        ("T.6.2027", "Tháng 6/2027", "2027-06-30"),
        ("Th 6/27", "Tháng 6/2027", "2027-06-30"),
        ("Tháng 6 năm 27", "Tháng 6 năm 2027", "2027-06-30"),
        ("Q4/2027", "Quý IV/2027", "2027-12-31"),
        ("Q.IV/27", "Quý IV/2027", "2027-12-31"),
        ("Quý 4 2027", "Quý IV/2027", "2027-12-31"),
        ("Năm 27", "Năm 2027", "2027-12-31"),
        ("Thang 8/2026 (Việt Nam, quy chế)", "Tháng 8/2026 (Việt Nam, quy chế)", "2026-08-31"),
    ],
)
def test_a_slip_is_understood_and_corrected(text: str, corrected: str, last: str) -> None:
    due = read_due(text)
    assert (due.corrected, due.last_day) == (corrected, d(last))
    assert read_due(corrected).corrected is None


@pytest.mark.parametrize(
    "text",
    [
        "Thường xuyên",
        "Nhiệm vụ thường xuyên",
        "thường xuyên, liên tục",
        "Liên tục",
        "Thường xuyên, hằng năm",
        "Hằng năm",
        "hàng năm",
        "hằng quý",
        "Hằng tháng",
        "Định kỳ hằng năm",
        "Thường xuyên, định kỳ báo cáo theo Quý",
        "Định kỳ báo cáo theo Quý",
        "Định kỳ 02 tuần một lần",
        "Định kỳ 02 tuần một lần, trước 16 giờ thứ Sáu",
        "Mỗi tuần",
    ],
)
def test_a_recurring_word_has_no_fixed_end(text: str) -> None:
    due = read_due(text)
    assert (due.shape, due.last_day, due.open_ended) == (DueShape.RECURRING, None, True)
    assert not due.recurs_on_a_day
    assert occurrences(due, *YEAR_2026) == []


@pytest.mark.parametrize("text", ["Chưa xác định", "Chưa đề xuất", "Không xác định thời hạn"])
def test_an_undetermined_deadline_has_no_fixed_end(text: str) -> None:
    due = read_due(text)
    assert (due.shape, due.open_ended) == (DueShape.UNDETERMINED, True)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Thường xuyên", None),
        ("Thường xuyên, hằng năm", "yearly"),
        ("hàng quý", "quarterly"),
        ("hằng tháng", "monthly"),
        ("định kỳ báo cáo theo Quý", "quarterly"),
        ("hằng tuần", "weekly"),
    ],
)
def test_a_recurring_word_says_how_often(text: str, unit: str | None) -> None:
    recurrence = read_due(text).recurrence
    assert recurrence == (None if unit is None else Recurrence(RecurrenceUnit(unit)))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("trước ngày 15/12 hằng năm", ["2026-12-14", "2027-12-14"]),
        ("Hằng năm, trước ngày 15/12", ["2026-12-14", "2027-12-14"]),
        ("ngày 15/12 hằng năm", ["2026-12-15", "2027-12-15"]),
        ("Chậm nhất ngày 15/12 hàng năm", ["2026-12-15", "2027-12-15"]),
        ("Tháng 12 hằng năm", ["2026-12-31", "2027-12-31"]),
        ("Quý I hằng năm", ["2026-03-31", "2027-03-31", "2028-03-31"]),
        ("trước ngày 01/3 hằng năm", ["2026-02-28", "2027-02-28", "2028-02-29"]),
        ("trước ngày 01/01 hằng năm", ["2026-12-31", "2027-12-31"]),
    ],
)
def test_yearly_deadlines_come_back(text: str, days: list[str]) -> None:
    due = read_due(text)
    assert occurrences(due, date(2026, 1, 1), date(2028, 6, 30)) == [d(day) for day in days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Trước ngày 20 hằng tháng", ["2027-01-19", "2027-02-19", "2027-03-19", "2027-04-19"]),
        ("Trước ngày 01 hằng tháng", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        ("ngày 30 mỗi tháng", ["2027-01-30", "2027-02-28", "2027-03-30", "2027-04-30"]),
        ("Trước ngày 15 của tháng cuối quý", ["2027-03-14"]),
        ("ngày 15 tháng cuối mỗi quý", ["2027-03-15"]),
    ],
)
def test_monthly_and_quarterly_deadlines_come_back(text: str, days: list[str]) -> None:
    due = read_due(text)
    assert due.recurs_on_a_day
    assert not due.open_ended
    assert occurrences(due, date(2027, 1, 1), date(2027, 4, 30)) == [d(day) for day in days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("thứ Sáu hằng tuần", ["2027-01-08", "2027-01-15"]),
        ("Hằng tuần, trước thứ Sáu", ["2027-01-07", "2027-01-14"]),
        ("trước 16 giờ thứ 6 hằng tuần", ["2027-01-08", "2027-01-15"]),
        ("trước thứ Hai mỗi tuần", ["2027-01-10", "2027-01-17"]),
        ("Chủ nhật hằng tuần", ["2027-01-10", "2027-01-17"]),
    ],
)
def test_weekly_deadlines_come_back(text: str, days: list[str]) -> None:
    due = read_due(text)
    assert due.recurs_on_a_day
    assert occurrences(due, date(2027, 1, 4), date(2027, 1, 17)) == [d(day) for day in days]


def test_occurrences_stop_at_both_ends_of_the_interval() -> None:
    due = read_due("ngày 15/12 hằng năm")
    day = date(2026, 12, 15)
    assert occurrences(due, day, day) == [day]
    assert occurrences(due, date(2026, 12, 16), date(2027, 12, 14)) == []
    assert occurrences(due, date(2027, 12, 16), date(2026, 12, 14)) == []
    assert occurrences(read_due("Tháng 12/2026"), *YEAR_2026) == []


@pytest.mark.parametrize(
    ("text", "window", "last"),
    [
        ("trước ngày 30/6", YEAR_2026, "2026-06-29"),
        ("30/6", (date(2026, 7, 20), date(2028, 5, 1)), "2027-06-30"),
        ("Chậm nhất ngày 15 tháng 12", YEAR_2026, "2026-12-15"),
        ("Quý IV", YEAR_2026, "2026-12-31"),
        ("trước ngày 30/6", None, "-"),
        ("trước ngày 30/6", (date(2026, 1, 1), date(2030, 12, 31)), "-"),
        ("trước ngày 30/6", (date(2026, 7, 20), date(2026, 12, 31)), "-"),
        ("29/02", (date(2025, 1, 1), date(2027, 12, 31)), "-"),
        ("Từ tháng 3 đến tháng 6", None, "-"),
    ],
)
def test_a_missing_year_comes_from_the_window_if_one_fits(
    text: str, window: tuple[date, date] | None, last: str
) -> None:
    due = read_due(text, window=window)
    assert due.last_day == d(last)
    assert due.year_assumed == due.is_understood
    assert due.problem == (DueProblem.MISSING_YEAR if last == "-" else None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Quý 5/2026", "impossible-date"),
        ("Quý V/2026", "impossible-date"),
        ("Quý 0/2026", "impossible-date"),
        ("Tháng 13/2026", "impossible-date"),
        ("31/6/2026", "impossible-date"),
        ("31/6", "impossible-date"),
        ("2026-02-30", "unknown-words"),
        ("2026-30", "unknown-words"),
        ("Năm 2926", "impossible-date"),
        ("ngày 30/02 hằng năm", "impossible-date"),
        ("ngày 32 hằng tháng", "impossible-date"),
        ("Tháng 13 - 14/2026", "impossible-date"),
        ("Tháng 13 đến tháng 6/2026", "impossible-date"),
        ("2030 - 2026", "reversed-range"),
        ("", "unknown-words"),
        ("Đầu năm 2028", "unknown-words"),
        ("trước đầu năm 2028", "unknown-words"),
        ("Tuần 2 tháng 6/2027", "unknown-words"),
        ("Cuối tháng 13/2027", "impossible-date"),
        ("Cuối tháng 6", "missing-year"),
        ("Cuối năm", "missing-year"),
        ("24h59 ngày 25/5/2027", "impossible-date"),
        ("sớm nhất có thể", "unknown-words"),
        ("Khi có kinh phí", "unknown-words"),
        ("Từ ngày 15/12 hằng năm", "unknown-words"),
        ("ngày 15/12/2026 hằng năm", "unknown-words"),
        ("trước ngày 01 tháng cuối quý", "unknown-words"),
        ("Trước năm 2026 trở đi", "unknown-words"),
        ("2026 - 2027 - 2028", "unknown-words"),
        ("6/26", "impossible-date"),
        ("thứ Sáu", "missing-date"),
        ("trước 16 giờ thứ Sáu", "missing-date"),
        ("thứ Năm, ngày 20/11/2026", "impossible-date"),
        ("thứ Năm, ngày 20/11", "missing-year"),
        ("thứ Sáu, 6/2026", "unknown-words"),
        ("25 giờ ngày 20/11/2026", "impossible-date"),
        ("20h70 ngày 20/11/2026", "impossible-date"),
        ("16 giờ tháng 6/2026", "unknown-words"),
        ("Định kỳ 0 tuần một lần", "impossible-date"),
        ("Định kỳ 02 tuần một lần, khi cần", "unknown-words"),
        ("30 ngày kể từ ngày 31/6/2026", "impossible-date"),
        ("Quý 5/2026 lựa chọn. Quý IV/2026 báo cáo", "impossible-date"),
        ("Từ ngày 15/12 hằng năm (theo quy định)", "unknown-words"),
        ("Thực hiện Quyết định số 131/QĐ-TTg ngày 25/01/2022", "unknown-words"),
        ("2026 hộ dân", "unknown-words"),
        ("ngày 20 tháng cuối quý I", "unknown-words"),
        ("Tháng 6/2026" + " " * 250, "unknown-words"),
    ],
)
def test_what_is_not_understood_says_why(text: str, problem: str) -> None:
    due = read_due(text)
    assert (due.shape, due.problem) == (DueShape.UNKNOWN, DueProblem(problem))
    assert (due.first_day, due.last_day, due.recurrence, due.corrected) == (None,) * 4
    assert not due.open_ended


@pytest.mark.parametrize("text", ACCEPTED_FORMS)
def test_the_forms_shown_to_users_are_read_without_correction(text: str) -> None:
    due = read_due(text)
    assert due.is_understood
    assert due.corrected is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Quý IV/2026", "«Quý IV/2026» kết thúc vào 31/12/2026, ngày cuối của quý"),
        (
            "trước ngày 30/6",
            (
                "«trước ngày 30/6» kết thúc vào 29/6/2026, vì từ 30/6/2026 không còn trong hạn;"
                " năm lấy theo thời gian thực hiện của kế hoạch"
            ),
        ),
        ("2026 - 2030", "«2026 - 2030» kéo dài từ 01/01/2026 đến hết 31/12/2030"),
        ("Từ Quý I/2026", "«Từ Quý I/2026» bắt đầu từ 01/01/2026, không ấn định ngày kết thúc"),
        ("Hằng năm", "«Hằng năm» không ấn định ngày kết thúc"),
        (
            "trước ngày 15/12 hằng năm",
            "«trước ngày 15/12 hằng năm» lặp lại, hạn cuối là ngày 14/12 hằng năm",
        ),
        (
            "trước ngày 01/3 hằng năm",
            "«trước ngày 01/3 hằng năm» lặp lại, hạn cuối là ngày cuối cùng của tháng 02 hằng năm",
        ),
        (
            "ngày 31 hằng tháng",
            "«ngày 31 hằng tháng» lặp lại, hạn cuối là ngày cuối cùng hằng tháng",
        ),
        (
            "ngày 05 tháng cuối quý",
            "«ngày 05 tháng cuối quý» lặp lại, hạn cuối là ngày 05 tháng cuối mỗi quý",
        ),
        ("31/6/2026", "«31/6/2026» chưa đọc được: không có ngày, tháng, quý hoặc năm như vậy"),
    ],
)
def test_a_sentence_tells_how_it_was_understood(text: str, sentence: str) -> None:
    assert describe(read_due(text, window=YEAR_2026)) == sentence


@pytest.mark.parametrize(
    ("recurrence", "words"),
    [
        (Recurrence(RecurrenceUnit.QUARTERLY), "hằng quý"),
        (Recurrence(RecurrenceUnit.WEEKLY, every=2), "02 tuần một lần"),
        (Recurrence(RecurrenceUnit.WEEKLY, day=5), "thứ Sáu hằng tuần"),
    ],
)
def test_a_recurrence_describes_how_often(recurrence: Recurrence, words: str) -> None:
    assert recurrence.describe() == words


DAYS = st.dates(date(1901, 1, 1), date(2199, 12, 31))
STARTS = ["", "Tháng ", "Quý ", "Năm ", "ngày ", "trước ", "Từ ", "chậm nhất ", "đến hết "]
MIDDLES = ["6", "31/6", "13", "IV", "30", "2026", "15/12", "0", "99/99"]
ENDS = ["", "/2026", " năm 2026", " hằng năm", " hằng tháng", " - 2030", "/0000", " trở đi", "//20"]
PHRASES = st.tuples(*(st.sampled_from(part) for part in (STARTS, MIDDLES, ENDS))).map("".join)


@given(DAYS)
def test_before_a_day_is_one_day_less_than_by_that_day(day: date) -> None:
    before = read_due(f"trước ngày {format_day(day)}").last_day
    by = read_due(f"chậm nhất ngày {format_day(day)}").last_day
    assert before is not None
    assert by == day == before + timedelta(days=1)


@given(st.text() | PHRASES)
def test_any_text_is_read_and_exactly_one_thing_holds(text: str) -> None:
    due = read_due(text, window=YEAR_2026)
    if due.problem is DueProblem.NOT_A_DEADLINE:
        assert due.shape is DueShape.NOT_A_DEADLINE
    kinds = [due.last_day is not None, due.recurs_on_a_day, due.open_ended, not due.is_understood]
    assert sum(kinds) == 1
    if due.first_day and due.last_day:
        assert due.first_day <= due.last_day
    assert due.text in describe(due)


@given(PHRASES)
def test_a_correction_means_the_same_and_needs_no_other(text: str) -> None:
    due = read_due(text)
    if due.corrected is not None:
        again = read_due(due.corrected)
        assert (again.last_day, again.recurrence, again.corrected) == (
            due.last_day,
            due.recurrence,
            None,
        )


@given(st.from_regex(RIGHT, fullmatch=True))
def test_in_what_is_let_through_there_is_nothing_to_mend(text: str) -> None:
    assert mend(text) == mend(f" {text}") == text
