"""Difficulties and proposals: how they stand, since when, and who must answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.workspace import load

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

DECISIONS = "data/plans/p/decisions.yaml"
DIFFICULTY = "difficulties: [{id: k, text: Thiếu người}]"
ASKED = "difficulties: [{id: k, text: Thiếu người, to: so-b}]"
PROPOSAL = "proposals: [{id: d, kind: task, title: Làm}]"


def difficulty(bench: Bench, *steps: str, raised: str = DIFFICULTY) -> tuple[object, ...]:
    lines = "".join(f"  - {{difficulty: k, {step}}}\n" for step in steps)
    decisions = {DECISIONS: f"difficulties:\n{lines}"} if steps else {}
    files = {**bench.said(on="2027-12-01", more=raised), **decisions}
    (one,) = bench.progress(bench.task(), files=files, on="2027-12-11").difficulties
    return one.state.code, one.days_open, one.answerer


class TestDifficulty:
    @pytest.mark.parametrize(
        ("steps", "expected"),
        [
            ([], ("unanswered", 10, "so-a")),
            (["state: answered, date: 2027-12-05"], ("answered", 4, None)),
            (
                ["state: reported, date: 2027-12-06", "state: answered, date: 2027-12-05"],
                ("escalated", 10, "ubnd"),
            ),
            (["state: resolved, date: 2027-12-11"], ("resolved", 10, None)),
            (["state: resolved, date: 2027-12-12"], ("unanswered", 10, "so-a")),
        ],
    )
    def test_stands_as_its_last_step_says(
        self, bench: Bench, steps: list[str], expected: tuple[object, ...]
    ) -> None:
        assert difficulty(bench, *steps) == expected

    def test_waits_for_whom_the_sender_asks(self, bench: Bench) -> None:
        assert difficulty(bench, raised=ASKED) == ("unanswered", 10, "so-b")

    def test_waits_for_nobody_known_where_the_settings_cannot_be_used(self, bench: Bench) -> None:
        files = {"kehoach.yaml": "schema: 2\n", **bench.said(on="2027-12-01", more=DIFFICULTY)}
        (one,) = bench.progress(bench.task(), files=files).difficulties
        assert one.answerer is None


class TestProposal:
    @pytest.mark.parametrize(
        ("decision", "expected"),
        [
            ("", ("undecided", 10, "so-a")),
            ("outcome: accepted, document: {date: 2027-12-03}", ("accepted", 2, None)),
            ("outcome: accepted", ("accepted", None, None)),
            ("outcome: declined, document: {date: 2027-12-12}", ("undecided", 10, "so-a")),
            ("outcome: deferred, document: {date: 2027-12-03}", ("deferred", 10, "so-a")),
        ],
    )
    def test_stands_as_it_was_decided(
        self, bench: Bench, decision: str, expected: tuple[object, ...]
    ) -> None:
        text = f"proposals:\n  - {{proposal: d, {decision}}}\n" if decision else "{}"
        files = {**bench.said(on="2027-12-01", more=PROPOSAL), DECISIONS: text}
        (one,) = bench.progress(bench.task(), files=files, on="2027-12-11").proposals
        assert (one.state.code, one.days_open, one.answerer) == expected


class TestEarlierPeriod:
    def test_what_is_open_is_carried_over(self, bench: Bench) -> None:
        more = f"{DIFFICULTY}\n{PROPOSAL}"
        files = bench.said(on="2026-12-01", period="2026", more=more)
        progress = bench.progress(bench.task(), files=files)
        assert [(one.value.value.id, one.is_carried) for one in progress.difficulties] == [
            ("k", True)
        ]
        (proposal,) = progress.proposals
        assert (proposal.is_carried, str(proposal.since)) == (True, "2026-12-01")
        assert progress.reports == ()

    def test_what_is_settled_is_not(self, bench: Bench) -> None:
        files = {
            **bench.said(on="2026-12-01", period="2026", more=f"{DIFFICULTY}\n{PROPOSAL}"),
            DECISIONS: "proposals: [{proposal: d, outcome: accepted}]\n"
            "difficulties: [{difficulty: k, state: resolved, date: 2027-02-01}]\n",
        }
        progress = bench.progress(bench.task(), files=files)
        assert (progress.difficulties, progress.proposals) == ((), ())

    def test_those_of_the_period_come_first(self, bench: Bench) -> None:
        old = bench.said(on="2026-12-01", period="2026", more=DIFFICULTY)
        new = bench.said(more=DIFFICULTY.replace("id: k", "id: moi"))
        progress = bench.progress(bench.task(), files={**old, **new})
        assert [one.value.value.id for one in progress.difficulties] == ["moi", "k"]


def test_a_broken_decision_does_not_hide_the_others(bench: Bench) -> None:
    text = (
        "proposals:\n  - {proposal: d, outcome: có}\n"
        "difficulties: [{difficulty: k, state: answered, date: 2027-12-05}]\n"
    )
    files = {**bench.said(on="2027-12-01", more=f"{DIFFICULTY}\n{PROPOSAL}"), DECISIONS: text}
    bench.load(bench.task(), files=files)
    folder = load(bench.root).folders[0]
    assert len(folder.difficulty_steps) == 1
    assert folder.proposal_decisions == ()
