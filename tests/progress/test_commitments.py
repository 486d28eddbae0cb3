from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import SILENT, State
from kehoach_cli.progress.commitments import (
    COMMITMENT_STATES,
    KEPT,
    NOT_KEPT,
    NOTHING_AROSE,
    PARTLY_KEPT,
    roll_up_kept,
)
from kehoach_cli.progress.confirmations import (
    AGREED,
    BOTH_SILENT,
    DIFFERING,
    PARTNER_SILENT,
    UNCONFIRMED,
    Confirmation,
)

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

PARTNER = """
        id: ID
        name: Tên
        kind: KIND
        commitments: [{id: c, plan: PLAN, letter: a, parts: [Một việc., Hai việc]}]
        """


def partner(
    name: str = "dn", kind: str = "company", plan: str = "p", more: str = ""
) -> dict[str, str]:
    text = PARTNER.replace("ID", name).replace("KIND", kind).replace("PLAN", plan)
    return {f"data/partners/{name}.yaml": text.rstrip() + f"\n        {more}\n"}


def kept(answer: str, sender: str = "dn") -> dict[str, str]:
    text = f'sender: {sender}\nperiod: "2027"\nreported: 2027-12-01\n'
    text += f'commitments: [{{commitment: c, kept: "{answer}"}}]'
    return {f"data/plans/p/progress/2027/{sender}.yaml": text}


def word(
    bench: Bench, *files: dict[str, str], on: str = "2027-12-14"
) -> tuple[State, Confirmation, str | None]:
    merged = {path: text for each in (partner(), *files) for path, text in each.items()}
    (item,) = bench.progress(files=merged, on=on).commitments
    (one,) = item.assignments
    return one.state, one.confirmation, one.word.agency if one.word else None


def confirmed(by: str) -> dict[str, str]:
    ((path, text),) = kept("yes").items()
    return {path: text.replace("}]", f", confirmed_by: {by}}}]")}


class TestBothSides:
    def test_nobody_has_said_anything(self, bench: Bench) -> None:
        assert word(bench) == (SILENT, BOTH_SILENT, None)

    def test_the_partner_alone(self, bench: Bench) -> None:
        assert word(bench, kept("yes")) == (KEPT, UNCONFIRMED, None)

    def test_an_agency_named_by_the_partner_agrees(self, bench: Bench) -> None:
        assert word(bench, confirmed("so-b")) == (KEPT, AGREED, "so-b")

    def test_nobody_confirms_for_itself(self, bench: Bench) -> None:
        assert word(bench, confirmed("dn")) == (KEPT, UNCONFIRMED, None)

    def test_an_agency_s_own_report_outweighs_its_name_in_the_partner_s(self, bench: Bench) -> None:
        found = word(bench, confirmed("so-a"), kept("no", "so-a"))
        assert found == (KEPT, DIFFERING, "so-a")

    def test_an_agency_alone_does_not_speak_for_the_partner(self, bench: Bench) -> None:
        assert word(bench, kept("yes", "so-a")) == (SILENT, PARTNER_SILENT, "so-a")

    def test_a_word_that_is_yet_to_come_does_not_count(self, bench: Bench) -> None:
        assert word(bench, kept("yes", "so-a"), on="2027-11-30") == (SILENT, BOTH_SILENT, None)


class TestCommitment:
    @pytest.mark.parametrize(
        ("answer", "state"), [("yes", KEPT), ("partly", PARTLY_KEPT), ("no", NOT_KEPT)]
    )
    def test_says_whether_it_was_kept(self, bench: Bench, answer: str, state: State) -> None:
        progress = bench.progress(files=partner() | kept(answer))
        (item,) = progress.commitments
        (one,) = item.assignments
        assert (item.kind, item.mode, item.clause) == ("commitment", "requested", "a")
        assert (item.state, one.state, one.reported) == (state, state, True)
        assert (item.title, item.key) == ("Một việc; Hai việc", "dn/c")
        assert one.entry is not None
        assert one.late_reason is None

    def test_is_counted_apart_from_the_tasks(self, bench: Bench) -> None:
        progress = bench.progress(bench.task(), files=partner())
        assert (progress.task_totals.total, progress.commitment_totals.total) == (1, 1)
        assert progress.assignment_totals.total == 1
        assert [row.agency for row in progress.by_agency] == ["so-a"]

    def test_without_an_answer_is_silent(self, bench: Bench) -> None:
        (item,) = bench.progress(files=partner()).commitments
        assert (item.state, item.assignments[0].reported) == (SILENT, False)

    def test_left_out_of_a_report_is_silent(self, bench: Bench) -> None:
        report = bench.said(sender="dn")
        (item,) = bench.progress(files=partner() | report).commitments
        assert (item.state, item.assignments[0].reported) == (SILENT, True)

    def test_nothing_to_report_is_no_silence(self, bench: Bench) -> None:
        report = bench.said(sender="dn", more="nothing_to_report: true")
        (item,) = bench.progress(files=partner() | report).commitments
        assert item.state is NOTHING_AROSE
        assert item.assignments[0].report is not None

    def test_an_unusable_file_is_an_invalid_report(self, bench: Bench) -> None:
        bad = {"data/plans/p/progress/2027/dn.yaml": "- x"}
        (item,) = bench.progress(files=partner() | bad).commitments
        assert item.assignments[0].invalid_report

    def test_of_another_plan_is_not_in_it(self, bench: Bench) -> None:
        assert bench.progress(files=partner(plan="q")).commitments == ()

    def test_of_a_group_has_one_assignment_for_each_member(self, bench: Bench) -> None:
        group = partner("nhom", "group", more="members: [doi-tac]")
        (item,) = bench.progress(files=group | kept("yes", "doi-tac-tinh")).commitments
        assert [(one.agency, one.via) for one in item.assignments] == [("doi-tac", "nhom")]
        assert item.state is KEPT

    def test_of_an_open_group_has_none(self, bench: Bench) -> None:
        group = partner("nhom", "group", more="open: true")
        (item,) = bench.progress(files=group).commitments
        assert (item.assignments, item.open_to, item.state) == ((), ("nhom",), SILENT)

    @pytest.mark.parametrize(
        ("states", "expected"),
        [
            ([], SILENT),
            ([KEPT, KEPT], KEPT),
            ([KEPT, NOTHING_AROSE], KEPT),
            ([NOTHING_AROSE, NOTHING_AROSE], NOTHING_AROSE),
            ([KEPT, SILENT], PARTLY_KEPT),
            ([PARTLY_KEPT, NOT_KEPT], PARTLY_KEPT),
            ([NOT_KEPT, SILENT], NOT_KEPT),
        ],
    )
    def test_one_state_follows_from_many(self, states: list[State], expected: State) -> None:
        assert roll_up_kept(states) is expected

    def test_every_state_has_a_code_of_its_own(self) -> None:
        assert len({state.code for state in COMMITMENT_STATES}) == len(COMMITMENT_STATES)
