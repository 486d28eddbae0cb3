"""Deadlines with words beside them, and several in one cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.due import DueProblem, DueShape, describe, read_due

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "last", "remark"),
    [
        ("Trong năm 2026(Đề nghị Sở Tư pháp)", "2026-12-31", "Đề nghị Sở Tư pháp"),
        ("Trong năm 2026Được bãi bỏ", "2026-12-31", "Được bãi bỏ"),
        ("Tháng 9/2026 (sau tuyển sinh)", "2026-09-30", "sau tuyển sinh"),
        ("2026 (dự kiến)", "2026-12-31", None),
        ("2026 - 2030: theo lộ trình", "2030-12-31", "theo lộ trình"),
        ("Quý I/2027, sau khi HĐND thông qua", "2027-03-31", "sau khi HĐND thông qua"),
        ("12/2026 báo cáo kết quả", "2026-12-31", "báo cáo kết quả"),
        ("Báo cáo kết quả trước ngày 15/12/2026", "2026-12-14", "Báo cáo kết quả"),
        ("Theo Kế hoạch, trước ngày 30/6/2026", "2026-06-29", "Theo Kế hoạch"),
        ("Hoàn thành trước 20/12/2026 (A) và (B)", "2026-12-19", "(A) và (B)"),
        (
            "Quý II/2026. Việc triển khai theo Quyết định",
            "2026-06-30",
            "Việc triển khai theo Quyết định",
        ),
    ],
)
def test_a_date_is_read_and_the_words_beside_it_are_kept(
    text: str, last: str, remark: str | None
) -> None:
    due = read_due(text)
    assert due.last_day == date.fromisoformat(last)
    assert due.remark == remark
    assert due.milestones == ()


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Thường xuyên (báo cáo khi có yêu cầu)", "báo cáo khi có yêu cầu"),
        ("Hằng năm theo kế hoạch; khi cần", "theo kế hoạch; khi cần"),
    ],
)
def test_a_recurring_word_keeps_its_remark(text: str, remark: str) -> None:
    due = read_due(text)
    assert (due.shape, due.open_ended, due.remark) == (DueShape.RECURRING, True, remark)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả",
            [("lựa chọn nhiệm vụ", "2026-03-31"), ("báo cáo kết quả", "2026-12-31")],
        ),
        (
            "30/4/2026 (mô hình thử nghiệm). Vận hành ổn định trong năm 2026",
            [("mô hình thử nghiệm", "2026-04-30"), ("Vận hành ổn định", "2026-12-31")],
        ),
        (
            "Quý IV/2027 xong; Quý II/2027 trình (Sở A; Sở B)",
            [("xong", "2027-12-31"), ("trình (Sở A; Sở B)", "2027-06-30")],
        ),
        (
            "Quý II/2026 ban hành. Báo cáo kết quả vào Quý IV",
            [("ban hành", "2026-06-30"), ("Báo cáo kết quả", "2026-12-31")],
        ),
        (
            "Trình trong quý II. Ban hành trong tháng 8/2026",
            [("Trình", "2026-06-30"), ("Ban hành", "2026-08-31")],
        ),
        (
            "31/3/2026 các sở đề xuất trước ngày 15/3/2026",
            [("31/3/2026", "2026-03-31"), ("các sở đề xuất", "2026-03-14")],
        ),
        (
            "Quý I/2026 xây dựng; thường xuyên cập nhật",
            [("xây dựng", "2026-03-31"), ("cập nhật", None)],
        ),
        (
            "Quý I/2026; Quý III/2026",
            [("Quý I/2026", "2026-03-31"), ("Quý III/2026", "2026-09-30")],
        ),
    ],
)
def test_several_milestones_end_with_the_latest(
    text: str, steps: list[tuple[str, str | None]]
) -> None:
    due = read_due(text)
    days = [date.fromisoformat(last) if last else None for _, last in steps]
    assert [(step.text, step.last_day) for step in due.milestones] == [
        (words, day) for (words, _), day in zip(steps, days, strict=True)
    ]
    assert due.last_day == max(day for day in days if day)


def test_a_single_milestone_beside_something_endless_is_one_deadline_with_it() -> None:
    due = read_due("Quý I/2026 xây dựng; thường xuyên cập nhật")
    assert due.shape is DueShape.MILESTONES
    assert due.last_day == date(2026, 3, 31)


def test_a_milestone_without_any_year_near_it_lacks_one() -> None:
    assert read_due("Quý II trình. Quý IV xong").problem is DueProblem.MISSING_YEAR
    due = read_due("Quý II trình. Quý IV xong", window=YEAR_2026)
    assert (due.last_day, due.year_assumed) == (date(2026, 12, 31), True)


def test_a_sentence_lists_the_milestones_and_the_remark() -> None:
    due = read_due("Quý II trình; việc khác theo Quyết định; Quý IV xong", window=YEAR_2026)
    assert describe(due) == (
        "«Quý II trình; việc khác theo Quyết định; Quý IV xong» có 2 mốc: «trình» (30/6/2026) và"
        " «xong» (31/12/2026); ngày cuối là mốc muộn nhất, 31/12/2026; mốc không ghi năm lấy năm"
        " của mốc bên cạnh hoặc của kế hoạch; lời ghi kèm «việc khác theo Quyết định» không làm"
        " thay đổi ngày cuối"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Theo từng mốc thời hạn dưới đây",
        "Theo thời hạn cụ thể sau đây:",
        "Theo Thông tư mới",
        "Theo thời điểm có nhu cầu",
        "Thực hiện theo tiến độ dự án",
    ],
)
def test_a_deadline_that_refers_elsewhere_has_no_end_of_its_own(text: str) -> None:
    due = read_due(text)
    assert (due.shape, due.open_ended) == (DueShape.ELSEWHERE, True)
    assert describe(due).endswith("dẫn tới chỗ khác, tự nó không ấn định ngày kết thúc")


@pytest.mark.parametrize(
    "text",
    [
        "Đề xuất giao Sở Xây dựng tham mưu",
        "Được bãi bỏ một phần bởi Quyết định số 13/2026/QĐ-UBND",
        "Đã hoàn thành",
    ],
)
def test_what_was_asked_or_done_is_no_deadline(text: str) -> None:
    due = read_due(text)
    assert (due.shape, due.problem) == (DueShape.NOT_A_DEADLINE, DueProblem.NOT_A_DEADLINE)
    assert describe(due) == f"«{text}» chưa đọc được: nội dung này không phải là thời hạn"


def test_capitals_that_change_in_length_spoil_nothing() -> None:
    assert read_due("Quý I/2026 İİ").problem is DueProblem.UNKNOWN_WORDS
    assert read_due("10 ngày sau khi İ").event is not None


PARTS = st.sampled_from(
    [
        "Quý I/2026",
        "Tháng 9/2026 (a)",
        "quý IV",
        "xong trước ngày 01/01/2026",
        "hằng năm",
        "10 ngày sau khi họp",
        "Sau khi có hướng dẫn",
        "theo Thông tư",
        "Đề nghị",
        "31/6/2026",
        "((",
        "2030 - 2026",
        "thường xuyên",
    ]
)


@given(st.lists(PARTS, min_size=1, max_size=5), st.sampled_from([". ", "; ", " ", "("]))
def test_any_mixture_is_read_without_a_fault(parts: list[str], joint: str) -> None:
    due = read_due(joint.join(parts), window=YEAR_2026)
    kinds = [due.last_day is not None, due.recurs_on_a_day, due.open_ended, not due.is_understood]
    assert sum(kinds) == 1
    if due.first_day and due.last_day:
        assert due.first_day <= due.last_day
    if due.milestones:
        assert due.last_day == max(step.last_day for step in due.milestones if step.last_day)
    assert due.text in describe(due)
