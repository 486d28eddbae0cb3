"""What holds of registers and records, whatever stands in them: sums, one state each, moves.

The workspaces are built in memory from drawn records; plan «p» has annex tasks that answer
challenges, plan «q» has duties, and two partners have commitments in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Commitment, Partner
from kehoach_cli.model.plan import Extension, Plan, Task
from kehoach_cli.model.records import DifficultyStep, ProposalDecision, ReceiptRecord
from kehoach_cli.model.register import Agency, Challenge, Round
from kehoach_cli.model.report import Report
from kehoach_cli.model.status import STATUSES
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    DIFFICULTY_STATES,
    EXTENSION_STATES,
    PROPOSAL_STATES,
    RECEIPTS,
    REGISTER_STATES,
    Progress,
    evaluate,
)
from kehoach_cli.progress.arrivals import NOT_SENT
from kehoach_cli.progress.challenges import tasks_for
from kehoach_cli.progress.commitments import NOTHING_AROSE
from kehoach_cli.progress.confirmations import CONFIRMATION_STATES
from kehoach_cli.progress.extension_states import ASKED, GRANTED, NOT_ASKED, extension_state
from kehoach_cli.progress.raised import UNANSWERED, UNDECIDED
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.progress.senders import MISSING
from kehoach_cli.workspace import Located, Workspace

AGENCIES = ("so-a", "so-b", "xa-x")
PARTNERS = ("dt", "vien")
SENDERS = (*AGENCIES, *PARTNERS)
CHALLENGES = ("bt-1", "bt-2", None)
TASKS = ("p-1", "p-2", "p-3", "q-1", "q-2")
COMMITMENTS = ("dt-a", "vien-a")
RAISED = ("mot", "hai", "ba")
PERIODS = ("2027", "2027-q1", "2027-h1", "2026")
FIRST = date(2026, 12, 15)

days = st.integers(-30, 420).map(lambda shift: FIRST + timedelta(days=shift))
words = days.map(str)
Parts = list[tuple[type[Entity], dict[str, Any], str, str]]

_entries = st.fixed_dictionaries(
    {"task": st.sampled_from(TASKS), "status": st.sampled_from(list(STATUSES))},
    optional={"done_on": words},
)
_promises = st.fixed_dictionaries(
    {"commitment": st.sampled_from(COMMITMENTS), "kept": st.sampled_from(["yes", "partly", "no"])},
    optional={"confirmed_by": st.sampled_from(SENDERS)},
)
_reports = st.fixed_dictionaries(
    {
        "sender": st.sampled_from(SENDERS),
        "period": st.sampled_from(PERIODS),
        "reported": words,
        "tasks": st.lists(_entries, max_size=4),
        "commitments": st.lists(_promises, max_size=2),
        "nothing_to_report": st.booleans(),
    }
)
_receipts = st.fixed_dictionaries(
    {
        "sender": st.sampled_from(SENDERS),
        "period": st.sampled_from(PERIODS),
        "received": words,
        "how": st.sampled_from(["form", "document", "scan", "nothing"]),
    },
    optional={"sent_back": words.map(lambda day: {"date": day, "reason": "R"})},
)
_steps = st.fixed_dictionaries(
    {
        "difficulty": st.sampled_from(RAISED),
        "state": st.sampled_from(["answered", "reported", "resolved"]),
        "date": words,
    }
)
_decisions = st.fixed_dictionaries(
    {
        "proposal": st.sampled_from(RAISED),
        "outcome": st.sampled_from(["accepted", "declined", "deferred"]),
        "document": words.map(lambda day: {"date": day}),
    }
)
_extensions = st.fixed_dictionaries(
    {
        "task": st.sampled_from(TASKS),
        "due": st.sampled_from(["Quý IV/2027", "Quý I/2028"]),
        "reason": st.just("R"),
    },
    optional={
        "requested": words.map(lambda day: {"date": day}),
        "granted": words.map(lambda day: {"date": day}),
    },
)


RECORDS: tuple[tuple[type[Entity], str, st.SearchStrategy[dict[str, Any]]], ...] = (
    (ReceiptRecord, "receipts", _receipts),
    (DifficultyStep, "decisions", _steps),
    (ProposalDecision, "decisions", _decisions),
    (Extension, "extensions", _extensions),
)


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    parts = _registers()
    for name in TASKS:
        parts.append(_task(name, draw))
    reports = draw(st.lists(_reports, max_size=6))
    for place, raised in enumerate(RAISED[: len(reports)]):
        reports[place]["difficulties"] = [{"id": raised, "text": "T"}]
        reports[place]["proposals"] = [{"id": raised, "kind": "need", "title": "T"}]
    parts += [
        (Report, one, f"data/plans/{plan}/progress/x/{n}.yaml", plan)
        for n, one in enumerate(reports)
        for plan in [draw(st.sampled_from(["p", "q"]))]
    ]
    for model, name, drawn in RECORDS:
        some = draw(st.lists(drawn, max_size=4))
        parts += [(model, one, f"data/plans/p/{name}.yaml", "p") for one in some]
    return _built(parts)


def _registers() -> Parts:
    agencies: list[dict[str, Any]] = [
        {"id": name, "name": name, "kind": "commune" if name == "xa-x" else "department"}
        for name in AGENCIES
    ]
    agencies.append({"id": "nhom", "name": "N", "kind": "group", "members": list(AGENCIES)})
    return [
        *((Agency, one, "data/agencies.yaml", "") for one in agencies),
        *((Challenge, _challenge(one), "data/challenges.yaml", "") for one in CHALLENGES if one),
        *((Partner, _partner(one), f"data/partners/{one}.yaml", "") for one in PARTNERS),
        *(
            (Commitment, _commitment(one), f"data/partners/{one[:-2]}.yaml", one[:-2])
            for one in COMMITMENTS
        ),
        (Round, {"id": "2027", "send_by": {"agencies": "2027-12-16"}}, "data/periods/x.yaml", ""),
        *((Plan, PLAN | {"id": one}, f"data/plans/{one}/plan.yaml", one) for one in ("p", "q")),
    ]


def _challenge(name: str) -> dict[str, Any]:
    return {"id": name, "title": name, "source": {"plan": "p", "clause": "I"}}


def _partner(name: str) -> dict[str, Any]:
    return {"id": name, "name": name, "kind": "company"}


def _commitment(name: str) -> dict[str, Any]:
    return {"id": name, "plan": "p" if name == "dt-a" else "q", "letter": "a", "parts": ["V"]}


def _task(name: str, draw: st.DrawFn) -> tuple[type[Entity], dict[str, Any], str, str]:
    plan = name[0]
    row: dict[str, Any] = {
        "id": name,
        "kind": "annex" if plan == "p" else "duty",
        "source": {"clause": "II.1"},
        "title": name,
        "lead": draw(st.sampled_from([*AGENCIES, "nhom"])),
        "challenge": draw(st.sampled_from(CHALLENGES)),
        "due": draw(st.sampled_from(["30/6/2027", "Năm 2027", "Thường xuyên", "Hằng quý"])),
    }
    return Task, row, f"data/plans/{plan}/tasks.yaml", plan


PLAN = {
    "state": "issued",
    "text": "verbatim",
    "number": "1/KH-UBND",
    "date": "2026-07-20",
    "title": "T",
    "period": "2026 - 2030",
    "intro": "I",
    "sections": [{"heading": "H"}],
    "closing": "C",
    "filing": "F",
    "signer": {"lines": ["L"]},
}


def _built(parts: Parts) -> Workspace:
    located = tuple(
        Located(model.model_validate(data), file, (number,), owner)
        for number, (model, data, file, owner) in enumerate(parts)
    )
    paths = frozenset(file for _, _, file, _ in parts)
    return Workspace(Path(), {}, paths, located, (), frozenset())


@given(workspaces(), days)
@settings(max_examples=60)
def test_parts_add_up_to_the_whole_by_plan_agency_and_challenge(ws: Workspace, as_of: date) -> None:
    whole = evaluate(ws, as_of, period="2027")
    by_plan = [evaluate(ws, as_of, period="2027", plan=one.id) for one in whole.plans]
    _sums_to(whole, by_plan, lambda one: one.task_totals.states)
    _sums_to(whole, by_plan, lambda one: one.assignment_totals.states)
    _sums_to(whole, by_plan, lambda one: one.commitment_totals.states)
    _sums_to(whole, by_plan, lambda one: one.register)
    by_agency = [of_agency(whole, row.agency) for row in whole.by_agency]
    _sums_to(whole, by_agency, lambda one: one.assignment_totals.states)
    answering = [tasks_for(whole, one) for one in CHALLENGES if one]
    free = [one for one in whole.tasks if one.task and one.task.value.challenge is None]
    keys = [one.key for some in (*answering, free) for one in some]
    assert sorted(keys) == sorted(one.key for one in whole.tasks)


def _sums_to(
    whole: Progress, parts: Collection[Progress], of: Callable[[Progress], Mapping[Any, int]]
) -> None:
    added: Counter[Hashable] = Counter()
    for part in parts:
        added.update(of(part))
    assert {key: added[key] for key in of(whole)} == dict(of(whole))


@given(workspaces(), days)
@settings(max_examples=60)
def test_everything_is_in_exactly_one_state_of_its_table(ws: Workspace, as_of: date) -> None:
    progress = evaluate(ws, as_of, period="2027")
    for item in progress.commitments:
        assert item.state in COMMITMENT_STATES
        assert all(one.state in COMMITMENT_STATES for one in item.assignments)
        assert all(one.confirmation in CONFIRMATION_STATES for one in item.assignments)
    must = [one for one in progress.senders if one.must_report]
    assert sum(progress.register.values()) == len(must)
    for sender in progress.senders:
        assert (sender.register in REGISTER_STATES, sender.receipt in RECEIPTS) == (True, True)
        assert (sender.register is NOT_SENT) is (sender.receipt is MISSING)
    assert all(one.state in DIFFICULTY_STATES for one in progress.difficulties)
    assert all(one.state in PROPOSAL_STATES for one in progress.proposals)
    for difficulty in progress.difficulties:
        assert difficulty.since <= as_of
        assert difficulty.state.is_open or not difficulty.is_carried
    for proposal in progress.proposals:
        assert proposal.since <= as_of
        assert proposal.state.is_open or not proposal.is_carried
    for extension in ws.of(Extension):
        state = extension_state(extension.value, as_of)
        assert state in EXTENSION_STATES
        assert not (state.is_waiting and state.is_in_force)


Key = tuple[str, str, str]
"""What it is, in which file or plan, and which."""

LEAVES: Mapping[str, object] = {
    "difficulty": UNANSWERED,
    "proposal": UNDECIDED,
    "register": NOT_SENT,
    "receipt": MISSING,
}
"""States that nothing comes back to: what was answered, decided or handed in once stays told."""


@given(workspaces(), days, days)
@settings(max_examples=70)
def test_records_move_only_forward_as_days_pass(ws: Workspace, one: date, other: date) -> None:
    first, then = (evaluate(ws, day, period="2027") for day in sorted((one, other)))
    before, after = _standing(first), _standing(then)
    for key, was in before.items():
        nothing_yet = LEAVES[key[0]]
        if key not in after:
            assert was == nothing_yet or key in _carried(first)
        elif after[key] == nothing_yet:
            assert was == nothing_yet


def _standing(progress: Progress) -> dict[Key, object]:
    found: dict[Key, object] = {}
    for difficulty in progress.difficulties:
        found["difficulty", difficulty.report.file, difficulty.value.value.id] = difficulty.state
    for proposal in progress.proposals:
        found["proposal", proposal.report.file, proposal.value.value.id] = proposal.state
    for sender in progress.senders:
        found["register", sender.plan_id, sender.id] = sender.register
        found["receipt", sender.plan_id, sender.id] = sender.receipt
    return found


def _carried(progress: Progress) -> set[Key]:
    """From an earlier period; these are told no longer once they are closed."""
    return {
        *(
            ("difficulty", one.report.file, one.value.value.id)
            for one in progress.difficulties
            if one.is_carried
        ),
        *(
            ("proposal", one.report.file, one.value.value.id)
            for one in progress.proposals
            if one.is_carried
        ),
    }


@given(workspaces(), days, days)
@settings(max_examples=70)
def test_words_on_commitments_are_never_taken_back(ws: Workspace, one: date, other: date) -> None:
    first, then = (evaluate(ws, day, period="2027") for day in sorted((one, other)))
    for was, now in zip(first.commitments, then.commitments, strict=True):
        for before, after in zip(was.assignments, now.assignments, strict=True):
            assert before.entry is None or after.entry is not None
            assert before.word is None or after.word is not None or before.entry != after.entry
            if before.state not in {after.state, NOTHING_AROSE}:
                assert after.reported


@given(st.builds(Extension.model_validate, _extensions), days, days)
def test_an_extension_is_asked_then_granted_and_never_back(
    extension: Extension, one: date, other: date
) -> None:
    order = (NOT_ASKED, ASKED, GRANTED)
    first, then = sorted((one, other))
    was, now = extension_state(extension, first), extension_state(extension, then)
    assert order.index(was) <= order.index(now)


@given(workspaces(), days)
@settings(max_examples=60)
def test_an_extension_asked_for_moves_no_last_day(ws: Workspace, as_of: date) -> None:
    asked = tuple(
        Located(_not_granted(one.value), one.file, one.path, one.owner)
        if isinstance(one.value, Extension)
        else one
        for one in ws.located
    )
    without = Workspace(ws.root, {}, ws.paths, asked, (), frozenset())
    for item in evaluate(without, as_of, period="2027").tasks:
        assert item.last_day == item.original_last_day
        assert item.extension is None


def _not_granted(extension: Extension) -> Extension:
    return extension.model_copy(update={"granted": None})
