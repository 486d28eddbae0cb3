"""What holds for every workspace, whatever was reported."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Extension, Plan, Task
from kehoach_cli.model.register import Agency
from kehoach_cli.model.report import Report
from kehoach_cli.model.status import (
    DONE_LATE,
    ON_TIME,
    OPEN_ENDED,
    OVERDUE,
    RUNNING,
    SILENT,
    STATES,
    STATUSES,
    STOPPED,
    State,
)
from kehoach_cli.progress import Assignment, Progress, Totals, evaluate
from kehoach_cli.workspace import Located, Workspace

SENDERS = ("so-a", "so-b", "so-c")
LEADS = (*SENDERS, "nhom", "mo", None)
DUES = (
    None,
    "30/6/2027",
    "Quý I/2027",
    "Năm 2028",
    "Thường xuyên",
    "Hằng năm",
    "ngày 10 tháng cuối hằng quý",
    "trước ngày 15/12 hằng năm",
    "bao giờ xong",
)
TASKS = tuple(f"t-{number}" for number in range(6))
FIRST, LAST = date(2026, 12, 15), date(2027, 12, 14)

days = st.integers(-40, 400).map(lambda shift: FIRST + timedelta(days=shift))

entries = st.fixed_dictionaries(
    {"task": st.sampled_from(TASKS), "status": st.sampled_from(list(STATUSES))},
    optional={"done_on": days.map(str)},
)
reports = st.fixed_dictionaries(
    {
        "sender": st.sampled_from(SENDERS),
        "period": st.sampled_from(["2027", "2027-q1", "2027-h1", "2026", "2026-q4"]),
        "reported": days.map(str),
        "tasks": st.lists(entries, max_size=6),
        "nothing_to_report": st.booleans(),
    }
)
tasks = st.tuples(st.sampled_from(LEADS), st.sampled_from(DUES), st.one_of(st.none(), days))


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    rows = [_task(name, *draw(tasks)) for name in TASKS]
    sent = draw(st.lists(reports, max_size=8))
    granted = draw(st.lists(st.tuples(st.sampled_from(TASKS), days, days), max_size=3))
    return _workspace(rows, sent, [_extension(*one) for one in granted])


def _task(name: str, lead: str | None, due: str | None, assigned: date | None) -> dict[str, Any]:
    given_to = {"lead": lead, "due": due, "assigned": str(assigned) if assigned else None}
    return {
        "id": name,
        "kind": "annex",
        "source": {"clause": "PL"},
        "title": name,
        **{key: value for key, value in given_to.items() if value},
    }


def _extension(task: str, due: date, granted: date) -> dict[str, Any]:
    day = f"{due.day}/{due.month}/{due.year}"
    return {"task": task, "due": day, "reason": "R", "granted": {"date": str(granted)}}


PLAN = {
    "id": "p",
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


def _workspace(
    rows: list[dict[str, Any]], sent: list[dict[str, Any]], granted: list[dict[str, Any]]
) -> Workspace:
    agencies: list[dict[str, Any]] = [
        {"id": name, "name": name, "kind": "department"} for name in SENDERS
    ]
    agencies.append({"id": "nhom", "name": "N", "kind": "group", "members": list(SENDERS)})
    agencies.append({"id": "mo", "name": "M", "kind": "group", "open": True})
    parts: list[tuple[type[Entity], dict[str, Any], str, str]] = [
        *((Agency, one, "data/agencies.yaml", "") for one in agencies),
        (Plan, PLAN, "data/plans/p/plan.yaml", "p"),
        *((Task, one, "data/plans/p/tasks.yaml", "p") for one in rows),
        *((Extension, one, "data/plans/p/extensions.yaml", "p") for one in granted),
        *((Report, one, f"data/plans/p/progress/x/{n}.yaml", "p") for n, one in enumerate(sent)),
    ]
    located = [
        Located(model.model_validate(data), file, (number,), owner)
        for number, (model, data, file, owner) in enumerate(parts)
    ]
    paths = frozenset(file for _, _, file, _ in parts)
    return Workspace(Path(), {}, paths, tuple(located), (), frozenset())


def _adds_up(found: Totals, count: int) -> None:
    assert found.total == count == sum(found.states.values())
    assert found.with_last_day == sum(found.dated.values()) <= found.total
    assert all(found.dated[state] <= found.states[state] for state in STATES)
    assert found.silent_past <= found.count(SILENT)


def _assignments(progress: Progress) -> dict[tuple[str, str], Assignment]:
    return {(item.key, one.agency): one for item in progress.items for one in item.assignments}


@given(workspaces(), days)
def test_every_table_adds_up(ws: Workspace, as_of: date) -> None:
    progress = evaluate(ws, as_of, period="2027")
    everything = _assignments(progress)
    _adds_up(progress.task_totals, len(progress.items))
    _adds_up(progress.assignment_totals, len(everything))
    for row in progress.by_agency:
        _adds_up(row.totals, sum(agency == row.agency for _, agency in everything))
    assert sum(row.totals.total for row in progress.by_agency) == len(everything)
    assert sum(one.tasks.total for one in progress.by_kind) == len(progress.items)
    assert sum(one.assignments.total for one in progress.by_kind) == len(everything)


@given(workspaces(), days)
def test_every_assignment_is_in_exactly_one_state(ws: Workspace, as_of: date) -> None:
    progress = evaluate(ws, as_of, period="2027")
    for item in progress.items:
        assert item.state in STATES
        assert item.done_count <= item.assignment_count
        for one in item.assignments:
            assert one.state in STATES
            assert (one.days_late > 0) is one.state.is_late
            assert one.state.is_silent or one.reported
            assert not one.is_past_by_plan or one.state.is_silent
    keys = [item.key for item in progress.items]
    assert len(keys) == len(set(keys))


@given(workspaces(), days)
def test_same_input_gives_the_same_progress(ws: Workspace, as_of: date) -> None:
    assert evaluate(ws, as_of, period="2027") == evaluate(ws, as_of, period="2027")


MOVES: dict[State, set[State]] = {
    RUNNING: {RUNNING, OVERDUE, ON_TIME, DONE_LATE},
    OVERDUE: {OVERDUE, DONE_LATE},
    OPEN_ENDED: {OPEN_ENDED, ON_TIME},
    SILENT: {SILENT},
    ON_TIME: {ON_TIME},
    DONE_LATE: {DONE_LATE},
    STOPPED: {STOPPED},
}
"""Where a state may go as days pass and nothing new arrives: a day on which something was done
may lie ahead of the day of the figures, and then comes."""


@given(workspaces(), st.integers(0, 500), st.integers(0, 500))
@settings(max_examples=200)
def test_as_days_pass_lateness_never_falls_and_states_move_forward(
    ws: Workspace, one: int, other: int
) -> None:
    settled = date(2028, 2, 1)  # every report and extension that is drawn is older
    quiet = _without_news(ws)
    first, then = sorted((settled + timedelta(days=one), settled + timedelta(days=other)))
    before = _assignments(evaluate(quiet, first, period="2028"))
    after = _assignments(evaluate(quiet, then, period="2028"))
    assert before.keys() == after.keys()
    for key, was in before.items():
        now = after[key]
        assert now.state in MOVES[was.state]
        assert now.is_past_by_plan >= was.is_past_by_plan
        if not was.state.is_done and not now.state.is_done:
            assert now.days_late >= was.days_late


@given(workspaces(), days, days)
def test_what_has_been_said_is_never_unsaid(ws: Workspace, one: date, other: date) -> None:
    first, then = sorted((one, other))
    before = _assignments(evaluate(ws, first, period="2027"))
    after = _assignments(evaluate(ws, then, period="2027"))
    for key in before.keys() & after.keys():
        assert before[key].entry is None or after[key].entry is not None
        assert after[key].reported >= before[key].reported


def _without_news(ws: Workspace) -> Workspace:
    """The same with all reports made for 2028, so that only time passes."""
    located = tuple(
        Located(item.value.model_copy(update={"period": "2028"}), item.file, item.path, item.owner)
        if isinstance(item.value, Report)
        else item
        for item in ws.located
    )
    return Workspace(ws.root, ws.sources, ws.paths, located, ws.faults, ws.broken_ids)
