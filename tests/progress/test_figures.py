from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.status import STATES
from kehoach_cli.progress import Progress, Ratio, evaluate, totals
from kehoach_cli.progress.commitments import COMMITMENT_STATES
from kehoach_cli.progress.senders import INVALID, MISSING, NOTHING, REPORTED, Receipt

if TYPE_CHECKING:
    from tests.progress.conftest import Bench


class TestRatio:
    @pytest.mark.parametrize(
        ("numerator", "denominator", "text"),
        [
            (16051, 16274, "98,63%"),
            (223, 16274, "1,37%"),
            (1, 2, "50%"),
            (1, 8, "12,5%"),
            (1, 20000, "0,01%"),
            (1, 20001, "0%"),
            (2, 3, "66,67%"),
            (0, 7, "0%"),
            (7, 7, "100%"),
            (0, 0, "–"),
        ],
    )
    def test_is_written_with_a_comma_half_up(
        self, numerator: int, denominator: int, text: str
    ) -> None:
        ratio = Ratio(numerator, denominator, "tổng số")
        assert ratio.percent_text == text
        assert ratio.percent_figure == text.rstrip("%")

    @given(st.integers(1, 10**6), st.data())
    def test_is_never_more_than_half_a_hundredth_off(
        self, denominator: int, data: st.DataObject
    ) -> None:
        numerator = data.draw(st.integers(0, denominator))
        shown = Fraction(Ratio(numerator, denominator, "").percent_figure.replace(",", "."))
        assert abs(shown - Fraction(100 * numerator, denominator)) <= Fraction(1, 200)


class TestEveryState:
    def test_tasks_are_counted_as_its_readme_says(self, every_state: Progress) -> None:
        found = every_state.task_totals
        assert list(found.states.values()) == [9, 5, 8, 7, 4, 2, 6]
        assert list(found.dated.values()) == [8, 5, 8, 7, 0, 1, 4]
        assert (found.total, found.with_last_day, found.silent_past) == (41, 33, 3)
        assert found.done == 14

    def test_assignments_are_counted_as_its_readme_says(self, every_state: Progress) -> None:
        found = every_state.assignment_totals
        assert list(found.states.values()) == [16, 5, 8, 7, 6, 2, 14]
        assert list(found.dated.values()) == [15, 5, 8, 7, 0, 1, 7]
        assert (found.total, found.with_last_day, found.silent_past) == (58, 43, 5)

    def test_commitments_are_counted_as_its_readme_says(self, every_state: Progress) -> None:
        found = every_state.commitment_totals
        assert list(found.states) == list(COMMITMENT_STATES)
        assert list(found.states.values()) == [3, 2, 1, 5, 4]

    def test_ratios_name_their_denominator(self, every_state: Progress) -> None:
        found = every_state.assignment_totals
        ratios = (found.on_time_ratio, found.done_late_ratio, found.overdue_ratio)
        assert [one.percent_text for one in ratios] == ["34,88%", "11,63%", "16,28%"]
        assert {one.denominator_name for one in ratios} == {"tổng số có thời hạn"}
        assert found.completion_ratio.percent_text == "75%"
        assert every_state.task_totals.completion_ratio.percent_text == "66,67%"

    def test_kinds_add_up_to_the_whole(self, every_state: Progress) -> None:
        found = [(one.kind, one.tasks.total, one.assignments.total) for one in every_state.by_kind]
        expected = [("annex", 25, 30), ("duty", 13, 25), ("conclusion", 2, 2), ("proposal", 1, 1)]
        assert found == expected

    def test_agencies_stand_in_the_order_of_the_register(self, every_state: Progress) -> None:
        rows = every_state.by_agency
        assert [row.agency for row in rows][:3] == ["vp-ubnd", "so-khcn", "so-tc"]
        assert [row.agency for row in rows][-3:] == ["cong-ty-mau", "vien-hai", "vien-mot"]
        assert sum(row.totals.total for row in rows) == 58

    def test_senders_are_told_with_what_came(self, every_state: Progress) -> None:
        senders = every_state.senders
        assert len(senders) == 21
        assert all(one.must_report for one in senders)
        assert [(one.plan_id, one.id) for one in every_state.missing] == [
            ("hop-tac-so", "so-gd"),
            ("hop-tac-so", "xa-phu-loc"),
            ("hop-tac-so", "truong-mau"),
            ("vien-truong", "cong-an"),
        ]

    def test_difficulties_and_proposals_come_with_their_sender(self, every_state: Progress) -> None:
        found = [(one.sender, one.value.value.id) for one in every_state.difficulties]
        assert sorted(found) == [
            ("so-khcn", "kho-khan-01"),
            ("so-yt", "kho-khan-02"),
            ("xa-tan-an", "kho-khan-03"),
        ]
        assert {one.sender for one in every_state.proposals} == {"so-yt", "so-gd"}
        assert all(one.value.path == ("proposals", 0) for one in every_state.proposals)

    def test_keys_are_unique(self, every_state: Progress) -> None:
        keys = [item.key for item in every_state.items]
        assert len(keys) == len(set(keys))

    def test_one_plan_can_be_asked_for(self, every_state: Progress) -> None:
        one = evaluate(every_state.workspace, date(2027, 12, 14), plan="vien-truong")
        assert [plan.id for plan in one.plans] == ["vien-truong"]
        assert (one.task_totals.total, len(one.commitments)) == (11, 0)
        none = evaluate(every_state.workspace, date(2027, 12, 14), plan="khong-co")
        assert none.items == ()

    def test_before_the_period_nothing_is_received(self, every_state: Progress) -> None:
        early = evaluate(every_state.workspace, date(2026, 11, 21), period="2027")
        assert not early.has_begun
        assert every_state.has_begun
        assert {item.state.code for item in early.items} == {STATES[-1].code}


class TestSender:
    def receipts(self, bench: Bench, **files: dict[str, str]) -> dict[str, Receipt]:
        merged = {path: text for each in files.values() for path, text in each.items()}
        progress = bench.progress(bench.task(lead="hai-so"), files=merged)
        return {one.id: one.receipt for one in progress.senders}

    def test_is_in_one_of_four_cases(self, bench: Bench) -> None:
        bad = {"data/plans/p/progress/2027/so-b.yaml": "x"}
        assert self.receipts(bench) == {"so-a": MISSING, "so-b": MISSING}
        found = self.receipts(bench, a=bench.said("t in-progress"), b=bad)
        assert found == {"so-a": REPORTED, "so-b": INVALID}
        found = self.receipts(bench, a=bench.said(more="nothing_to_report: true"))
        assert found["so-a"] is NOTHING

    def test_an_unusable_file_outweighs_a_usable_one(self, bench: Bench) -> None:
        good = bench.said("t in-progress", period="2027-q1")
        bad = {"data/plans/p/progress/2027/so-a.yaml": "x"}
        assert self.receipts(bench, a=good, b=bad)["so-a"] is INVALID

    def test_day_and_number_are_those_of_the_latest_report(self, bench: Bench) -> None:
        first = bench.said("t in-progress", period="2027-q1", on="2027-03-15")
        last = bench.said("t in-progress", more="document: {number: 9/BC-SA}")
        progress = bench.progress(bench.task(lead="hai-so"), files=first | last)
        one, other = progress.senders
        assert (one.reported, one.number, len(one.reports)) == (date(2027, 12, 10), "9/BC-SA", 2)
        assert (other.reported, other.number) == (None, None)

    def test_others_may_report_as_well(self, bench: Bench) -> None:
        extra = bench.said(sender="xa-x") | bench.said(sender="khong-ai-biet")
        bad = {"data/plans/p/progress/2027/so-b.yaml": "x"}
        progress = bench.progress(bench.task(), files=extra | bad)
        found = [(one.id, one.must_report) for one in progress.senders]
        assert found == [
            ("so-a", True),
            ("so-b", False),
            ("xa-x", False),
            ("khong-ai-biet", False),
        ]
        assert [one.id for one in progress.missing] == ["so-a"]


class TestPeriod:
    def test_defaults_to_the_year_that_holds_the_day(self, bench: Bench) -> None:
        for day, year in (("2027-12-14", "2027"), ("2027-12-15", "2028")):
            assert bench.progress(on=day, period=None).period.id == year

    def test_figures_are_those_of_its_last_day(self, bench: Bench) -> None:
        progress = bench.progress(bench.task(due="20/12/2027"), on="2028-02-01")
        assert progress.day == date(2027, 12, 14)
        assert not progress.items[0].is_past_by_plan

    def test_one_that_does_not_exist_is_refused(self, bench: Bench) -> None:
        with pytest.raises(ValueError, match="no period '2027-q5'"):
            bench.progress(period="2027-q5")

    @pytest.mark.parametrize(
        ("calendar", "last"),
        [
            ("nd266-2026", date(2027, 12, 31)),
            ("{closing_day: 20}", date(2027, 12, 20)),
            ("khong-co", date(2027, 12, 14)),
            ("{source: Quy định}", date(2027, 12, 14)),
        ],
    )
    def test_closes_by_the_calendar_of_the_workspace(
        self, bench: Bench, calendar: str, last: date
    ) -> None:
        settings = 'schema: 1\nprovince: {name: T, code: "00", place: T}\nfocal: so-a\n'
        files = {"kehoach.yaml": f"{settings}issuer: ubnd\ncalendar: {calendar}"}
        assert bench.progress(files=files).period.last == last

    def test_closes_by_the_default_without_settings(self, bench: Bench) -> None:
        assert bench.progress(files={"kehoach.yaml": "x"}).period.last == date(2027, 12, 14)

    def test_a_round_moves_its_closing_day_and_the_next_first_day(self, bench: Bench) -> None:
        files = {
            "data/periods/2027.yaml": 'id: "2027"\nclosing: 2027-12-20',
            "data/periods/2027-h1.yaml": "id: 2027-h1\nclosing: 2027-06-20",
            "data/periods/2028.yaml": 'id: "2028"',
        }
        assert bench.progress(files=files).period.last == date(2027, 12, 20)
        assert bench.progress(files=files, period="2028").period.first == date(2027, 12, 21)
        assert bench.progress(files=files, period="2027-h2").period.first == date(2027, 6, 21)
        assert bench.progress(files=files, period=None, on="2027-12-20").period.id == "2027"
        assert bench.progress(files=files, period="2026").period.last == date(2026, 12, 14)

    def test_a_report_on_a_round_of_the_moved_days_counts(self, bench: Bench) -> None:
        files = {"data/periods/2027.yaml": 'id: "2027"\nclosing: 2027-12-20'}
        files |= bench.said("t done done_on: 2027-12-18", on="2027-12-20")
        row = bench.task(due="ngày 18/12 hằng năm")
        (before, one) = bench.progress(row, files=files, on="2027-12-20").items
        assert [item.last_day for item in (before, one)] == [date(2026, 12, 18), date(2027, 12, 18)]
        assert {item.state for item in (before, one)} == {STATES[0]}


def test_no_items_give_zeros_and_dashes() -> None:
    found = totals(())
    assert (found.total, found.with_last_day, sum(found.states.values())) == (0, 0, 0)
    assert found.on_time_ratio.percent_text == "–"
