from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import (
    DONE_LATE,
    ON_TIME,
    OPEN_ENDED,
    OVERDUE,
    RUNNING,
    SILENT,
    STOPPED,
    State,
)
from kehoach_cli.progress.states import roll_up

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

DUE = "30/6/2027"
PAST, AHEAD, NEVER = "past", "ahead", "never"  # where the last day lies
STOPPING = "suspended document: {number: 1/UBND-TH}"


class TestState:
    @pytest.mark.parametrize(
        ("due", "entry", "state", "days_late"),
        [
            (DUE, "t done done_on: 2027-06-30", ON_TIME, 0),
            (DUE, "t done done_on: 2027-07-01", DONE_LATE, 1),
            (None, "t done done_on: 2027-07-01", ON_TIME, 0),
            ("31/12/2027", "t in-progress", RUNNING, 0),
            ("14/12/2027", "t in-progress", RUNNING, 0),
            ("13/12/2027", "t in-progress", OVERDUE, 1),
            (DUE, "t submitted submitted: {number: 1/TTr-SA}", OVERDUE, 167),
            ("Thường xuyên", "t in-progress", OPEN_ENDED, 0),
            ("Từ Quý I/2026", "t not-started", OPEN_ENDED, 0),
            ("khi có điều kiện", "t in-progress", OPEN_ENDED, 0),
            (DUE, f"t {STOPPING}", STOPPED, 0),
        ],
    )
    def test_follows_from_what_was_said_and_the_last_day(
        self, bench: Bench, due: str | None, entry: str, state: State, days_late: int
    ) -> None:
        item = bench.only(bench.task(due=due), bench.said(entry))
        (one,) = item.assignments
        assert (one.state, one.days_late, item.state) == (state, days_late, state)
        assert one.reported
        assert one.entry is not None
        assert one.report is not None

    def test_nothing_received_is_silence_and_never_overdue(self, bench: Bench) -> None:
        item = bench.only(bench.task())
        (one,) = item.assignments
        assert (one.state, one.days_late, one.reported) == (SILENT, 0, False)
        assert one.is_past_by_plan
        assert item.is_past_by_plan
        assert (one.status, one.entry, one.report) == (None, None, None)

    def test_silence_before_the_last_day_is_not_past(self, bench: Bench) -> None:
        assert not bench.only(bench.task(due="31/12/2027")).is_past_by_plan

    def test_a_sender_that_leaves_the_task_out_has_reported_but_not_on_it(
        self, bench: Bench
    ) -> None:
        (one,) = bench.only(bench.task(), bench.said()).assignments
        assert (one.state, one.reported, one.entry) == (SILENT, True, None)

    @pytest.mark.parametrize(
        ("due", "state"), [("31/12/2027", RUNNING), (DUE, OVERDUE), ("Thường xuyên", OPEN_ENDED)]
    )
    def test_nothing_to_report_counts_as_reported(
        self, bench: Bench, due: str, state: State
    ) -> None:
        report = bench.said(more="nothing_to_report: true")
        (one,) = bench.only(bench.task(due=due), report).assignments
        assert (one.state, one.reported, one.status) == (state, True, None)
        assert one.report is not None
        assert not one.is_past_by_plan

    def test_a_later_report_that_leaves_the_task_out_ends_nothing_to_report(
        self, bench: Bench
    ) -> None:
        first = bench.said(more="nothing_to_report: true", period="2027-q1", on="2027-03-15")
        assert bench.only(bench.task(), first).state is OVERDUE
        assert bench.only(bench.task(), first, bench.said()).state is SILENT

    def test_a_submitted_task_waits_for_the_approver(self, bench: Bench) -> None:
        row = bench.task(more="approver: ubnd")
        (one,) = bench.only(row, bench.said("t submitted")).assignments
        assert (one.state, one.waits_for) == (OVERDUE, "ubnd")
        (other,) = bench.only(row, bench.said("t in-progress")).assignments
        assert other.waits_for is None

    @pytest.mark.parametrize(
        ("more", "reason"),
        [
            ("late_reason: cho-kinh-phi", "chờ bố trí kinh phí"),
            ("late_note: đợi họp", "đợi họp"),
            ("late_reason: khac, late_note: mưa lũ", "lý do khác: mưa lũ"),
            ("percent: 5", None),
        ],
    )
    def test_says_why_it_is_late(self, bench: Bench, more: str, reason: str | None) -> None:
        (one,) = bench.only(bench.task(), bench.said(f"t in-progress {more}")).assignments
        assert one.late_reason == reason

    def test_done_without_a_day_counts_from_the_day_of_the_report(self, bench: Bench) -> None:
        (one,) = bench.only(bench.task(), bench.said("t done", on="2027-07-02")).assignments
        assert (one.state, one.days_late) == (DONE_LATE, 2)

    def test_done_after_the_period_closed_was_still_running_then(self, bench: Bench) -> None:
        report = bench.said("t done done_on: 2027-12-18", on="2027-12-20")
        (one,) = bench.only(bench.task(), report, on="2027-12-25").assignments
        assert (one.state, one.days_late) == (OVERDUE, 167)
        assert one.status is not None
        assert one.status.is_done

    def test_an_unusable_file_is_an_invalid_report(self, bench: Bench) -> None:
        bad = {"data/plans/p/progress/2027/so-a.yaml": "sender: [\n"}
        (one,) = bench.only(bench.task(), bad).assignments
        assert (one.state, one.invalid_report, one.reported) == (SILENT, True, False)

    def test_a_usable_report_for_a_shorter_period_outweighs_the_unusable_file(
        self, bench: Bench
    ) -> None:
        bad = {"data/plans/p/progress/2027/so-a.yaml": "sender: [\n"}
        good = bench.said("t in-progress", period="2027-q1", on="2027-03-15")
        (one,) = bench.only(bench.task(), bad, good).assignments
        assert (one.state, one.invalid_report) == (OVERDUE, False)

    @pytest.mark.parametrize("period", ["2026", "2028", "khong-ro"])
    def test_an_unusable_file_for_another_period_does_not_count(
        self, bench: Bench, period: str
    ) -> None:
        bad = {f"data/plans/p/progress/{period}/so-a.yaml": "sender: [\n"}
        (one,) = bench.only(bench.task(), bad).assignments
        assert not one.invalid_report


class TestReportThatCounts:
    def test_dated_after_as_of_does_not_count_yet(self, bench: Bench) -> None:
        report = bench.said("t in-progress", on="2027-12-10")
        assert bench.only(bench.task(), report, on="2027-12-09").state is SILENT
        assert bench.only(bench.task(), report, on="2027-12-10").state is OVERDUE

    def test_the_latest_wins_over_shorter_periods_too(self, bench: Bench) -> None:
        half = bench.said("t in-progress", period="2027-h1", on="2027-06-15")
        year = bench.said("t done done_on: 2027-06-20")
        assert bench.only(bench.task(), half, year).state is ON_TIME
        later = bench.said("t in-progress", period="2027-h1", on="2027-12-11")
        assert bench.only(bench.task(), later, year).state is OVERDUE

    def test_of_the_same_day_the_one_for_the_longer_period_wins(self, bench: Bench) -> None:
        half = bench.said("t in-progress", period="2027-q4")
        year = bench.said("t done done_on: 2027-06-20")
        assert bench.only(bench.task(), half, year).state is ON_TIME

    @pytest.mark.parametrize("period", ["2028", "2026", "khong-ro"])
    def test_of_another_period_does_not_count(self, bench: Bench, period: str) -> None:
        report = bench.said("t in-progress", period=period)
        assert bench.only(bench.task(), report).state is SILENT

    def test_a_longer_period_does_not_speak_for_a_shorter_one(self, bench: Bench) -> None:
        report = bench.said("t in-progress")
        assert bench.only(bench.task(), report, period="2027-q2").state is SILENT

    def test_a_unit_reports_for_its_partner(self, bench: Bench) -> None:
        row = bench.task(lead="doi-tac", more="mode: requested")
        item = bench.only(row, bench.said("t in-progress", sender="doi-tac-tinh"))
        (one,) = item.assignments
        assert (one.agency, one.state, item.mode) == ("doi-tac", OVERDUE, "requested")
        assert one.senders == ("doi-tac", "doi-tac-tinh")

    def test_of_partner_and_unit_the_latest_wins(self, bench: Bench) -> None:
        own = bench.said("t done done_on: 2027-05-01", sender="doi-tac", on="2027-12-01")
        unit = bench.said("t in-progress", sender="doi-tac-tinh", on="2027-12-02")
        assert bench.only(bench.task(lead="doi-tac"), own, unit).state is OVERDUE


class TestRollUp:
    @pytest.mark.parametrize(
        ("states", "when", "expected"),
        [
            ([], PAST, SILENT),
            ([STOPPED, STOPPED], PAST, STOPPED),
            ([ON_TIME, ON_TIME], PAST, ON_TIME),
            ([ON_TIME, STOPPED], PAST, ON_TIME),
            ([ON_TIME, DONE_LATE], PAST, DONE_LATE),
            ([ON_TIME, OVERDUE, SILENT], PAST, OVERDUE),
            ([SILENT, SILENT], PAST, SILENT),
            ([SILENT, STOPPED], AHEAD, SILENT),
            ([ON_TIME, SILENT], PAST, SILENT),
            ([ON_TIME, SILENT], AHEAD, RUNNING),
            ([RUNNING, SILENT], AHEAD, RUNNING),
            ([ON_TIME, RUNNING], AHEAD, RUNNING),
            ([OPEN_ENDED, SILENT], NEVER, OPEN_ENDED),
            ([ON_TIME, OPEN_ENDED], NEVER, OPEN_ENDED),
        ],
    )
    def test_one_state_follows_from_many(
        self, states: list[State], when: str, expected: State
    ) -> None:
        found = roll_up(states, has_last_day=when is not NEVER, is_past=when is PAST)
        assert found is expected

    def test_a_task_of_a_closed_group_is_done_when_all_are(self, bench: Bench) -> None:
        row = bench.task(lead="hai-so")
        first = bench.said("t done done_on: 2027-06-01")
        item = bench.only(row, first)
        assert (item.done_count, item.assignment_count) == (1, 2)
        assert item.state is SILENT
        assert [one.via for one in item.assignments] == ["hai-so", "hai-so"]
        second = bench.said("t done done_on: 2027-07-02", sender="so-b")
        item = bench.only(row, first, second)
        assert (item.done_count, item.assignment_count) == (2, 2)
        assert item.state is DONE_LATE


def test_every_lead_has_an_assignment_of_its_own(bench: Bench) -> None:
    item = bench.only(bench.task(more="co_leads: [so-b, so-a]"), bench.said("t in-progress"))
    assert [(one.agency, one.role) for one in item.assignments] == [
        ("so-a", "chủ trì"),
        ("so-b", "chủ trì"),
    ]


def test_an_extension_that_was_asked_for_moves_nothing(bench: Bench) -> None:
    asked = "- {task: t, due: Quý IV/2027, reason: R, requested: {date: 2027-05-01}"
    file = "data/plans/p/extensions.yaml"
    for more, day, waits in (
        ("}", "2027-06-01", True),
        ("}", "2027-04-30", False),
        (", granted: {date: 2027-06-10}}", "2027-06-01", True),
        (", granted: {date: 2027-06-10}}", "2027-06-10", False),
        (", granted: {number: 1/UBND-TH}}", "2027-06-01", False),
    ):
        item = bench.only(bench.task(), {file: asked + more}, on=day)
        assert (item.asked_extension is not None) is waits
        assert (item.extension is None) or not waits


def test_rounds_of_a_recurring_task_carry_no_extension(bench: Bench) -> None:
    files = {"data/plans/p/extensions.yaml": "- {task: t, due: Quý I/2028, reason: R}"}
    row = bench.task(due="ngày 10 tháng cuối hằng quý")
    assert all(one.asked_extension is None for one in bench.progress(row, files=files).items)
