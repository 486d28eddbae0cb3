"""Deadlines that count from an event, before and after its day is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.vn.due import DueShape, Event, EventUnit, describe, read_due, settle

JULY_20 = date(2026, 7, 20)


def event_of(text: str) -> Event:
    event = read_due(text).event
    assert event is not None
    return event


@pytest.mark.parametrize(
    ("text", "event", "last"),
    [
        ("100 ngày kể từ ngày ban hành Kế hoạch", "ngày ban hành Kế hoạch", "2026-10-28"),
        (
            "10 ngày làm việc sau khi Nghị quyết được ban hành",
            "Nghị quyết được ban hành",
            "2026-08-03",
        ),
        ("Trong 6 tháng sau khi Chính phủ ban hành", "Chính phủ ban hành", "2027-01-20"),
        ("Trong vòng 02 tuần kể từ khi có hướng dẫn", "có hướng dẫn", "2026-08-03"),
        ("Chậm nhất là 30 ngày tính từ ngày ký", "ngày ký", "2026-08-19"),
        ("01 năm từ ngày phê duyệt", "ngày phê duyệt", "2027-07-20"),
        ("Hoàn thành trong 15 (mười lăm) ngày sau khi họp", "họp", "2026-08-04"),
        ("Thời gian hoàn thành: sau 5 ngày kể từ khi họp", "họp", "2026-07-25"),
        ("Tại kỳ họp giữa năm 2026", "kỳ họp giữa năm 2026", "2026-07-20"),
    ],
)
def test_time_after_an_event_ends_when_its_day_is_known(text: str, event: str, last: str) -> None:
    due = read_due(text)
    assert (due.shape, due.last_day, due.open_ended) == (DueShape.EVENT, None, True)
    assert event_of(text).text == event
    settled = settle(due, JULY_20)
    assert (settled.last_day, settled.open_ended) == (date.fromisoformat(last), False)
    assert (settled.first_day, settled.text) == (JULY_20, text)
    assert settle(settled, date(2027, 1, 1)) == settled


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi cơ quan Trung ương ban hành văn bản hướng dẫn",
        "Ngay sau khi Quy chế được ban hành",
        "Từ ngày ban hành Kế hoạch trở đi",
        "Kể từ thời điểm Luật có hiệu lực",
        "Ngay khi có yêu cầu",
    ],
)
def test_an_event_without_a_time_after_it_begins_and_never_ends(text: str) -> None:
    settled = settle(read_due(text), JULY_20)
    assert (settled.first_day, settled.last_day, settled.open_ended) == (JULY_20, None, True)


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("30 ngày kể từ ngày ban hành Kế hoạch", True),
        ("30 ngày sau khi Kế hoạch này được ban hành", True),
        ("30 ngày kể từ ngày ký", True),
        ("30 ngày kể từ ngày ký ban hành", True),
        ("Từ ngày ban hành Kế hoạch trở đi", True),
        ("30 ngày kể từ ngày ban hành Nghị quyết", False),
        ("30 ngày sau khi Bộ ban hành Kế hoạch", False),
    ],
)
def test_the_issue_of_the_plan_itself_is_known_as_such(text: str, is_own: bool) -> None:  # noqa: FBT001
    assert event_of(text).is_own_issue is is_own


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("30 ngày kể từ ngày 01/7/2026", "2026-07-01", "2026-07-31"),
        ("trong 6 tháng kể từ ngày 31/8/2026", "2026-08-31", "2027-02-28"),
        ("Sau ngày 30/6/2026", "2026-06-30", None),
    ],
)
def test_an_event_that_is_a_day_needs_nothing_else(text: str, first: str, last: str | None) -> None:
    due = read_due(text)
    assert due.first_day == date.fromisoformat(first)
    assert due.last_day == (date.fromisoformat(last) if last else None)


def test_a_day_counts_only_where_an_event_is_awaited() -> None:
    assert settle(read_due("Quý IV/2026"), JULY_20) == read_due("Quý IV/2026")
    awaiting = read_due("10 ngày sau khi họp")
    assert settle(awaiting, None) == awaiting
    assert settle(awaiting, date(3000, 1, 1)) == awaiting


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "10 ngày làm việc sau khi họp",
            (
                "dài 10 ngày làm việc, tính từ sau sự kiện «họp», chưa biết ngày xảy ra nên chưa có"
                " ngày cuối"
            ),
            (
                "kết thúc vào 03/8/2026: dài 10 ngày làm việc, tính từ sau ngày 20/7/2026, không kể"
                " ngày nghỉ hằng tuần, ngày lễ, Tết"
            ),
        ),
        (
            "Sau khi họp",
            "bắt đầu sau sự kiện «họp», chưa biết ngày xảy ra; không ấn định ngày kết thúc",
            "bắt đầu sau ngày 20/7/2026, không ấn định ngày kết thúc",
        ),
        (
            "Kỳ họp thường lệ giữa năm",
            "kết thúc vào ngày họp, chưa biết là ngày nào nên chưa có ngày cuối",
            "kết thúc vào ngày họp, 20/7/2026",
        ),
        (
            "Quý III/2026 họp. 10 ngày sau khi có hướng dẫn",
            (
                "có 2 mốc: «họp» (30/9/2026) và «10 ngày sau khi có hướng dẫn» (không ấn"
                " định ngày kết thúc); ngày cuối là mốc muộn nhất, 30/9/2026; dài 10 ngày, tính từ"
                " sau sự kiện «có hướng dẫn», chưa biết ngày xảy ra nên chưa có ngày cuối"
            ),
            (
                "có 2 mốc: «họp» (30/9/2026) và «10 ngày sau khi có hướng dẫn» (không ấn"
                " định ngày kết thúc); ngày cuối là mốc muộn nhất, 30/9/2026; dài 10 ngày, tính từ"
                " sau ngày 20/7/2026"
            ),
        ),
    ],
)
def test_a_sentence_says_what_is_awaited(text: str, before: str, after: str) -> None:
    due = read_due(text)
    assert describe(due) == f"«{text}» {before}"
    assert describe(settle(due, JULY_20)) == f"«{text}» {after}"


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
UNITS = st.sampled_from(["ngày", "ngày làm việc", "tuần", "tháng", "năm"])
TEXTS = st.builds("{} {} sau khi họp".format, st.integers(1, 60), UNITS) | st.sampled_from(
    [
        "Quý III/2026 họp. 10 ngày sau khi có hướng dẫn",
        "Kỳ họp thứ 5",
        "Sau khi họp",
        "30/6/2026",
    ]
)


@settings(deadline=None)  # the first one imports the holidays
@given(TEXTS, DAYS, DAYS)
def test_a_later_event_never_brings_an_earlier_last_day(text: str, one: date, other: date) -> None:
    due = read_due(text)
    earlier, later = settle(due, min(one, other)), settle(due, max(one, other))
    assert (earlier.last_day or date.max) <= (later.last_day or date.max)
    if due.last_day is not None:
        assert earlier.last_day is not None
        assert earlier.last_day >= due.last_day
    if later.first_day and later.last_day:
        assert later.first_day <= later.last_day
    assert later.text in describe(later)


@settings(deadline=None)
@given(st.integers(1, 90), DAYS)
def test_working_days_reach_at_least_as_far_as_days(count: int, day: date) -> None:
    worked = settle(read_due(f"{count} ngày làm việc sau khi họp"), day)
    counted = settle(read_due(f"{count} ngày sau khi họp"), day)
    assert worked.event is not None
    assert worked.event.unit is EventUnit.WORKING_DAY
    assert worked.last_day is not None
    assert counted.last_day is not None
    assert worked.last_day >= counted.last_day
