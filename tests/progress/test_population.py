from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import DONE_LATE, ON_TIME, OVERDUE, RUNNING, SILENT, State

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

PLAN_FILE = "data/plans/p/plan.yaml"


def plan(
    state: str = "issued", dated: str = "2026-07-20", years: str = "2026 - 2030"
) -> dict[str, str]:
    lines = ["id: p", f"state: {state}", "text: verbatim", "number: 1/KH-UBND"]
    lines += [f"date: {dated}"] if dated else []
    lines += ["title: T", f"period: {years}", "intro: I", "sections: [{heading: A}]"]
    lines += ["closing: C", "filing: F", "signer: {lines: [L]}"]
    return {PLAN_FILE: "\n".join(lines)}


class TestPopulation:
    def keys(self, bench: Bench, row: str, period: str, *files: dict[str, str]) -> list[str]:
        merged = {path: text for each in files for path, text in each.items()}
        progress = bench.progress(row, files=merged, on="2031-01-31", period=period)
        return [item.key for item in progress.items]

    def test_a_task_counts_from_the_plans_date_to_the_plans_last_year(self, bench: Bench) -> None:
        counted = {
            year: self.keys(bench, bench.task(), str(year))
            for year in (2025, 2026, 2027, 2030, 2031)
        }
        assert counted == {2025: [], 2026: ["t"], 2027: ["t"], 2030: ["t"], 2031: []}

    def test_a_plan_dated_after_the_period_is_not_in_it(self, bench: Bench) -> None:
        late = plan(dated="2026-12-15")
        assert self.keys(bench, bench.task(), "2026", late) == []
        assert self.keys(bench, bench.task(), "2027", late) == ["t"]

    def test_a_plan_dated_by_a_month_counts_from_its_first_day(self, bench: Bench) -> None:
        assert self.keys(bench, bench.task(), "2026-12", plan(dated="2026-12")) == ["t"]
        assert self.keys(bench, bench.task(), "2026-11", plan(dated="2026-12")) == []

    @pytest.mark.parametrize(("state", "dated"), [("draft", "2026-07-20"), ("issued", "")])
    def test_a_plan_without_issued_date_counts_from_its_first_year(
        self, bench: Bench, state: str, dated: str
    ) -> None:
        one = plan(state=state, dated=dated)
        assert self.keys(bench, bench.task(), "2026-q1", one) == ["t"]
        assert self.keys(bench, bench.task(), "2025", one) == []

    def test_a_plan_that_cannot_be_read_keeps_its_tasks(self, bench: Bench) -> None:
        broken = {PLAN_FILE: "id: ["}
        assert self.keys(bench, bench.task(due="Quý I/2027"), "2027", broken) == ["t"]

    def test_a_task_assigned_after_the_period_is_not_in_it(self, bench: Bench) -> None:
        row = bench.task(more="assigned: 2027-12-15")
        assert self.keys(bench, row, "2027") == []
        assert self.keys(bench, row, "2028") == ["t"]

    def test_draft_plans_count_and_say_so(self, bench: Bench) -> None:
        progress = bench.progress(bench.task(), files=plan(state="draft"))
        assert [one.is_issued for one in progress.plans] == [False]
        assert len(progress.items) == 1

    def test_a_plan_first_counts_from_its_date(self, bench: Bench) -> None:
        progress = bench.progress(on="2026-12-14", period="2026")
        assert progress.plans[0].first == date(2026, 7, 20)
        assert bench.progress().plans[0].first == date(2026, 12, 15)
        assert bench.progress().plans[0].is_issued


class TestClosedEarlier:
    def state(self, bench: Bench, row: str, *files: dict[str, str]) -> State | None:
        merged = {path: text for each in files for path, text in each.items()}
        items = bench.progress(row, files=merged, on="2027-12-20").items
        return items[0].state if items else None

    def test_a_task_done_for_an_earlier_period_is_not_in_it(self, bench: Bench) -> None:
        done = bench.said("t done done_on: 2026-11-30", period="2026", on="2026-12-18")
        assert self.state(bench, bench.task(), done) is None

    def test_a_task_stopped_in_an_earlier_period_is_not_in_it(self, bench: Bench) -> None:
        dropped = bench.said("t dropped", period="2026", on="2026-12-18")
        assert self.state(bench, bench.task(), dropped) is None
        assert self.state(bench, bench.task(due="Thường xuyên"), dropped) is None

    def test_a_suspended_task_that_goes_on_is_back(self, bench: Bench) -> None:
        stopped = bench.said("t suspended", period="2026", on="2026-12-18")
        again = bench.said("t in-progress")
        assert self.state(bench, bench.task(), stopped, again) is OVERDUE

    def test_the_last_word_of_the_earlier_periods_counts(self, bench: Bench) -> None:
        quarter = bench.said("t done done_on: 2026-09-01", period="2026-q3", on="2026-09-15")
        year = bench.said("t in-progress", period="2026", on="2026-12-18")
        assert self.state(bench, bench.task(), quarter, year) is SILENT

    def test_being_done_once_does_not_close_what_never_ends(self, bench: Bench) -> None:
        done = bench.said("t done done_on: 2026-11-30", period="2026", on="2026-12-18")
        assert self.state(bench, bench.task(due="Thường xuyên"), done) is SILENT
        assert self.state(bench, bench.task(due="Hằng năm"), done) is SILENT

    def test_done_between_closing_and_the_report_counts_for_the_next_period(
        self, bench: Bench
    ) -> None:
        done = bench.said("t done done_on: 2026-12-16", period="2026", on="2026-12-18")
        assert self.state(bench, bench.task(due="14/12/2026"), done) is DONE_LATE

    def test_members_done_earlier_still_show_in_the_count_of_the_group(self, bench: Bench) -> None:
        done = bench.said("t done done_on: 2026-11-30", period="2026", on="2026-12-18")
        item = bench.only(bench.task(lead="hai-so", due="31/12/2027"), done)
        assert [one.agency for one in item.assignments] == ["so-b"]
        assert (item.done_count, item.assignment_count) == (1, 2)


class TestRecurring:
    QUARTERLY = "ngày 10 tháng cuối hằng quý"

    def states(self, bench: Bench, due: str, *files: dict[str, str]) -> dict[str, State]:
        merged = {path: text for each in files for path, text in each.items()}
        progress = bench.progress(bench.task(due=due), files=merged)
        assert {item.id for item in progress.items} <= {"t"}
        return {item.key: item.state for item in progress.items}

    def test_counts_as_its_rounds_in_the_period(self, bench: Bench) -> None:
        found = self.states(bench, self.QUARTERLY)
        days = ("2027-03-10", "2027-06-10", "2027-09-10", "2027-12-10")
        assert list(found) == [f"t@{day}" for day in days]

    def test_without_a_day_is_one_item_without_a_last_day(self, bench: Bench) -> None:
        item = bench.only(bench.task(due="Hằng quý"))
        assert (item.key, item.last_day, item.occurrence) == ("t", None, None)

    def test_no_round_in_the_period_is_no_item(self, bench: Bench) -> None:
        row = bench.task(due="trước ngày 15/12 hằng năm")
        assert bench.progress(row, period="2027-h1").items == ()
        assert len(bench.progress(row).items) == 1

    def test_rounds_before_the_assignment_do_not_count(self, bench: Bench) -> None:
        row = bench.task(due=self.QUARTERLY, more="assigned: 2027-06-11")
        assert len(bench.progress(row).items) == 2

    def test_the_report_of_the_shortest_period_speaks_for_its_round(self, bench: Bench) -> None:
        q1 = bench.said("t done done_on: 2027-03-12", period="2027-q1", on="2027-03-15")
        year = bench.said("t in-progress")
        found = self.states(bench, self.QUARTERLY, q1, year)
        assert list(found.values()) == [DONE_LATE, OVERDUE, OVERDUE, OVERDUE]

    def test_a_report_over_several_rounds_speaks_for_all_until_the_day(self, bench: Bench) -> None:
        year = bench.said("t done done_on: 2027-09-09")
        found = self.states(bench, self.QUARTERLY, year)
        assert list(found.values()) == [ON_TIME, ON_TIME, ON_TIME, OVERDUE]

    def test_the_last_round_of_a_report_can_be_done_late(self, bench: Bench) -> None:
        year = bench.said("t done done_on: 2027-12-12")
        found = self.states(bench, self.QUARTERLY, year)
        assert list(found.values()) == [ON_TIME, ON_TIME, ON_TIME, DONE_LATE]

    def test_rounds_that_nobody_speaks_of_are_silent(self, bench: Bench) -> None:
        q1 = bench.said("t done done_on: 2027-03-09", period="2027-q1", on="2027-03-15")
        found = self.states(bench, self.QUARTERLY, q1)
        assert list(found.values()) == [ON_TIME, SILENT, SILENT, SILENT]

    def test_a_round_does_not_heed_extensions(self, bench: Bench) -> None:
        granted = {
            "data/plans/p/extensions.yaml": "- {task: t, due: 31/12/2027, reason: R, granted: {}}"
        }
        assert len(self.states(bench, self.QUARTERLY, granted)) == 4


class TestExtension:
    def item(self, bench: Bench, *rows: str, on: str = "2027-12-14") -> tuple[date | None, State]:
        files = {"data/plans/p/extensions.yaml": "\n".join(rows)}
        item = bench.only(bench.task(), files, bench.said("t in-progress", on="2027-03-01"), on=on)
        assert item.original_last_day == date(2027, 6, 30)
        return item.last_day, item.state

    def row(self, due: str, granted: str | None = "date: 2027-06-01") -> str:
        tail = "" if granted is None else f", granted: {{{granted}}}"
        return f"- {{task: t, due: {due}, reason: R{tail}}}"

    def test_granted_moves_the_last_day(self, bench: Bench) -> None:
        assert self.item(bench, self.row("31/12/2027")) == (date(2027, 12, 31), RUNNING)

    def test_only_asked_for_moves_nothing(self, bench: Bench) -> None:
        assert self.item(bench, self.row("31/12/2027", None)) == (date(2027, 6, 30), OVERDUE)

    def test_is_in_force_from_the_day_of_its_document(self, bench: Bench) -> None:
        row = self.row("31/12/2027", "date: 2027-08-01")
        assert self.item(bench, row, on="2027-07-31") == (date(2027, 6, 30), OVERDUE)
        assert self.item(bench, row, on="2027-08-01") == (date(2027, 12, 31), RUNNING)

    def test_of_several_the_latest_counts(self, bench: Bench) -> None:
        rows = [
            self.row("31/12/2027", "date: 2027-08-01"),
            self.row("31/10/2027", "date: 2027-07-01"),
            self.row("30/9/2027", "number: 1/UBND-TH"),
        ]
        assert self.item(bench, *rows)[0] == date(2027, 12, 31)

    def test_whose_due_is_not_understood_leaves_the_last_day(self, bench: Bench) -> None:
        assert self.item(bench, self.row("khi xong"))[0] == date(2027, 6, 30)

    def test_is_told_with_the_item(self, bench: Bench) -> None:
        files = {"data/plans/p/extensions.yaml": self.row("31/12/2027")}
        item = bench.only(bench.task(), files)
        assert item.extension is not None
        assert item.extension.value.reason == "R"
        assert item.due is not None
        assert item.due.text == "30/6/2027"
