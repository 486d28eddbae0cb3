"""Items whose due counts from an event: its day is data, the plan's own issue is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import OPEN_ENDED, OVERDUE

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

PLAN = "data/plans/p/plan.yaml"
AFTER_ISSUE = "100 ngày kể từ ngày ban hành Kế hoạch"
AFTER_EVENT = "10 ngày làm việc sau khi Nghị quyết được ban hành"


def _dated(lines: str) -> str:
    return (
        "id: p\ntext: verbatim\nnumber: 12/KH-UBND\ntitle: Kế hoạch mẫu\nperiod: 2026 - 2030\n"
        "intro: Mở đầu\nsections: [{heading: MỤC ĐÍCH}]\nclosing: Kết thúc\n"
        f'filing: "Lưu: VT."\nsigner: {{lines: [CHỦ TỊCH]}}\n{lines}'
    )


def test_the_issue_of_the_plan_is_its_own_date(bench: Bench) -> None:
    item = bench.only(bench.task(due=AFTER_ISSUE))
    assert (item.last_day, item.original_last_day) == (date(2026, 10, 28),) * 2


@pytest.mark.parametrize(
    ("dated", "last"),
    [
        ("state: issued\ndate: 2026-07", date(2026, 11, 8)),
        ("state: draft\ndate: 2026-07-20", None),
    ],
)
def test_of_a_month_its_last_day_counts_and_a_draft_is_not_issued(
    bench: Bench, dated: str, last: date | None
) -> None:
    assert bench.only(bench.task(due=AFTER_ISSUE), {PLAN: _dated(dated)}).last_day == last


def test_before_its_event_a_task_is_open_ended(bench: Bench) -> None:
    item = bench.only(bench.task(due=AFTER_EVENT), bench.said("t in-progress"))
    assert (item.last_day, item.state) == (None, OPEN_ENDED)


@pytest.mark.parametrize(
    "event",
    [
        "{day: 2027-03-01}",
        "{document: {type: Nghị quyết, number: 12/NQ-HĐND, date: 2027-03-01}}",
        "{day: 2027-03-01, document: {number: 12/NQ-HĐND, date: 2027-02-20}}",
    ],
)
def test_the_event_is_dated_by_a_day_or_by_its_document(bench: Bench, event: str) -> None:
    row = bench.task(due=AFTER_EVENT, more=f"due_event: {event}")
    item = bench.only(row, bench.said("t in-progress"))
    assert (item.last_day, item.state) == (date(2027, 3, 15), OVERDUE)


def test_an_event_without_any_day_is_still_awaited(bench: Bench) -> None:
    row = bench.task(due=AFTER_EVENT, more="due_event: {document: {type: Nghị quyết}}")
    assert bench.only(row).last_day is None


def test_an_extension_may_count_from_the_issue_of_the_plan(bench: Bench) -> None:
    granted = {
        "data/plans/p/extensions.yaml": (
            "- {task: t, due: 12 tháng kể từ ngày ban hành Kế hoạch, reason: R, "
            "granted: {number: 1/UBND, date: 2026-10-01}}"
        )
    }
    item = bench.only(bench.task(due=AFTER_ISSUE), granted)
    assert (item.original_last_day, item.last_day) == (date(2026, 10, 28), date(2027, 7, 20))


@pytest.mark.parametrize("later", ["Sớm nhất có thể", "Đề xuất giao Sở B"])
def test_an_extension_that_says_no_time_changes_nothing(bench: Bench, later: str) -> None:
    granted = {
        "data/plans/p/extensions.yaml": (
            f"- {{task: t, due: {later}, reason: R, granted: {{number: 1/UBND}}}}"
        )
    }
    assert bench.only(bench.task(), granted).last_day == date(2027, 6, 30)
