"""First and last days of periods, rounds and letters; several ways to one holder; other years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import DONE_LATE, ON_TIME
from kehoach_cli.progress import Amounts, letter_rows, money_before, sum_of
from kehoach_cli.progress.current_round import period_to_report, round_before
from kehoach_cli.progress.periods import calendar_of, period_of, year_holding
from kehoach_cli.vn.period import Calendar

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

LETTERS = "data/plans/p/letters.yaml"
RECEIPTS = "data/plans/p/receipts.yaml"
HALF = "{id: 2027-h1, guide: {date: 2027-06-01}, send_by: {focal-to-ubnd: 2027-06-25}}\n"


def closed(period: str) -> dict[str, str]:
    text = f'- {{period: "{period}", closed: 2027-06-18, fingerprint: {"0" * 64}}}\n'
    return {"data/plans/p/closings.yaml": text}


class TestMoneyOfTheYearBefore:
    def test_takes_what_was_reported_for_that_year(self, bench: Bench) -> None:
        spent = bench.said("t in-progress spent: 3 đồng", period="2026", on="2026-12-10")
        before = money_before(bench.progress(bench.task(), files=spent))
        assert [(one.agency, one.year) for one in before] == [("so-a", 2026)]
        assert sum_of(before) == Amounts(spent=3)

    def test_may_be_of_one_plan(self, bench: Bench) -> None:
        spent = bench.said("t in-progress spent: 3 đồng", period="2026", on="2026-12-10")
        money = (
            "money: [{level: tinh, kind: dau-tu, source: Ngân sách, year: 2026, needed: 7 đồng}]"
        )
        other = bench.other_plan(bench.task("u", lead="so-b", more=money))
        progress = bench.progress(bench.task(), files={**spent, **other})
        assert sum_of(money_before(progress)) == Amounts(needed=7, spent=3)
        assert sum_of(money_before(progress, plan="q")) == Amounts(needed=7)


@pytest.mark.parametrize("members", ["so-cu, so-moi", "so-moi, so-cu", "so-cu, so-cu"])
def test_a_holder_met_twice_keeps_all_who_send_for_it(bench: Bench, members: str) -> None:
    group = f"- {{id: g, name: G, kind: group, members: [{members}]}}\n"
    done = bench.said("t done done_on: 2027-01-20", sender="so-cu", on="2027-02-01")
    item = bench.only(bench.task(lead="g"), {"data/communes.yaml": group}, done)
    (one,) = item.assignments
    assert (one.agency, one.state) == ("so-moi", ON_TIME)
    assert set(one.senders) == {"so-cu", "so-moi"}


def test_groups_are_no_members_of_a_group_of_groups(bench: Bench) -> None:
    group = "- {id: g, name: G, kind: group, members_from: {kind: group}}\n"
    item = bench.only(bench.task(lead="g"), {"data/communes.yaml": group})
    assert item.assignments == ()


class TestPeriods:
    @pytest.mark.parametrize(("day", "period"), [("06-25", "2027-h1"), ("06-26", "2027")])
    def test_closed_it_is_reported_on_until_its_own_last_day(
        self, bench: Bench, day: str, period: str
    ) -> None:
        ws = bench.load(files={"data/periods/2027-h1.yaml": HALF, **closed("2027-h1")})
        assert period_to_report(ws, date.fromisoformat(f"2027-{day}")).id == period

    @pytest.mark.parametrize(("day", "period"), [("12-14", "2026"), ("12-15", "2027")])
    def test_asked_for_in_advance_it_is_reported_on_from_its_first_day(
        self, bench: Bench, day: str, period: str
    ) -> None:
        early = {"data/periods/2027.yaml": "{id: '2027', guide: {date: 2026-12-10}}\n"}
        ws = bench.load(files=early)
        assert period_to_report(ws, date.fromisoformat(f"2026-{day}")).id == period

    def test_finished_it_is_still_that_of_the_days_it_holds(self, bench: Bench) -> None:
        moved = "{id: '2027', closing: 2028-01-10, send_by: {focal-to-ubnd: 2028-01-05}}\n"
        ws = bench.load(files={"data/periods/2027.yaml": moved, **closed("2027")})
        assert period_to_report(ws, date(2028, 1, 8)).id == "2027"

    @pytest.mark.parametrize(
        ("day", "before"),
        [
            ("2026-12-14", None),
            ("2026-12-15", "2026"),
            ("2026-12-31", "2026"),
            ("2027-01-01", None),
        ],
    )
    def test_another_is_reported_on_until_the_year_is_over(
        self, bench: Bench, day: str, before: str | None
    ) -> None:
        ws = bench.load()
        period = period_of(ws, "2027")
        assert period is not None
        found = round_before(ws, period, date.fromisoformat(day))
        assert (found.id if found else None) == before

    @pytest.mark.parametrize(
        ("day", "year"),
        [("2026-12-10", "2026"), ("2026-12-11", "2027"), ("2026-12-14", "2027")],
    )
    def test_a_closing_moved_forward_gives_its_days_to_the_next_year(
        self, bench: Bench, day: str, year: str
    ) -> None:
        moved = {"data/periods/2026.yaml": "{id: '2026', closing: 2026-12-10}\n"}
        assert year_holding(bench.load(files=moved), date.fromisoformat(day)).id == year

    @pytest.mark.parametrize(("day", "is_in"), [("2026-12-14", False), ("2026-12-15", True)])
    def test_what_was_done_on_the_first_day_belongs_to_it(
        self, bench: Bench, day: str, *, is_in: bool
    ) -> None:
        done = bench.said(f"t done done_on: {day}", period="2026", on="2026-12-18")
        items = bench.progress(bench.task(due="13/12/2026"), files=done).items
        assert [one.state for one in items] == [DONE_LATE] * is_in


def test_a_calendar_written_out_needs_no_name(bench: Bench) -> None:
    settings = (bench.load().root / "kehoach.yaml").read_text(encoding="utf-8")
    written = f"{settings}calendar: {{closing_day: 20}}\n"
    assert calendar_of(bench.load(files={"kehoach.yaml": written})) == Calendar("", "", 20)


def test_a_due_without_a_year_takes_that_of_a_plan_of_one_year(bench: Bench) -> None:
    plan = bench.load().root / "data/plans/p/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("2026 - 2030", "2026")
    item = bench.only(bench.task(due="30/9"), {"data/plans/p/plan.yaml": text}, period="2026")
    assert (item.last_day, item.title) == (date(2026, 9, 30), "T")


def test_a_record_of_nothing_keeps_its_number(bench: Bench) -> None:
    record = "- {period: '2027', sender: so-a, received: 2027-12-01, how: nothing, number: 5/SA}\n"
    (one,) = bench.only(bench.task(), {RECEIPTS: record}).assignments
    assert one.report is not None
    assert one.report.value.document is not None
    assert one.report.value.document.number == "5/SA"


@pytest.mark.parametrize(("day", "is_reported"), [("2027-12-14", False), ("2027-12-15", True)])
def test_a_record_of_nothing_that_goes_back_is_none(
    bench: Bench, day: str, *, is_reported: bool
) -> None:
    record = (
        "- {period: '2027', sender: so-a, received: 2027-12-01, how: nothing,"
        f" sent_back: {{date: {day}, reason: R}}}}\n"
    )
    (one,) = bench.only(bench.task(), {RECEIPTS: record}, on="2027-12-14").assignments
    assert one.reported is is_reported


class TestLetters:
    def waiting(self, bench: Bench, letter: str, files: dict[str, str]) -> tuple[str, ...]:
        text = f"- {{id: l, date: 2027-12-01, to: [so-a], period: '2027', {letter}}}\n"
        (row,) = letter_rows(bench.load(files={LETTERS: text, **files}), date(2027, 12, 20))
        return row.waiting

    def test_that_ask_for_something_else_are_not_answered_by_reports(self, bench: Bench) -> None:
        report = bench.said(on="2027-12-10")
        assert self.waiting(bench, "kind: don-doc", report) == ()
        other = "kind: lay-y-kien, answer_due: 2027-12-25"
        assert self.waiting(bench, other, report) == ("so-a",)

    def test_are_not_answered_by_what_goes_back_on_that_day(self, bench: Bench) -> None:
        for day, waiting in (("2027-12-20", ("so-a",)), ("2027-12-21", ())):
            record = (
                "- {period: '2027', sender: so-a, received: 2027-12-11, how: scan,"
                f" sent_back: {{date: {day}, reason: R}}}}\n"
            )
            assert self.waiting(bench, "kind: don-doc", {RECEIPTS: record}) == waiting
