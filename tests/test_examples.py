"""The made-up province of ``examples/``: it holds everything, and its figures agree everywhere."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TypedDict, get_args

import pytest

from kehoach_cli.cli import exits, run
from kehoach_cli.diagnostics import Severity
from kehoach_cli.document.blocks import Paragraph, Table
from kehoach_cli.document.frame import Document
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.report_document import report_document
from kehoach_cli.drafting.status_view import status_json
from kehoach_cli.model import amendment, partner, plan, records, register, report, session
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Task
from kehoach_cli.model.records import Closing, Letter, LetterKind, ReceiptRecord
from kehoach_cli.model.register import Agency, Challenge
from kehoach_cli.model.report import Proposal, Report
from kehoach_cli.model.session import Session
from kehoach_cli.model.status import STATES, STATUSES
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    DIFFICULTY_STATES,
    PROPOSAL_STATES,
    RECEIPTS,
    REGISTER_STATES,
    Progress,
    evaluate,
)
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import Workspace, load

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
README = EXAMPLES / "README.md"
AS_OF = date(2027, 12, 20)
NEEDS_AN_ERROR = "invalid"
"""Who is in this state has sent a file that cannot be used, and the example has no errors."""


class Figures(TypedDict):
    """The sums of tasks, assignments or commitments in the JSON of ``kehoach status``."""

    total: int
    with_last_day: int
    states: dict[str, int]


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(EXAMPLES)


@pytest.fixture(scope="module")
def years(ws: Workspace) -> tuple[Progress, Progress]:
    """2026 and 2027, both seen at the end of 2027."""
    return evaluate(ws, AS_OF, period="2026"), evaluate(ws, AS_OF, period="2027")


@pytest.fixture(scope="module")
def progress(years: tuple[Progress, Progress]) -> Progress:
    return years[1]


@pytest.fixture(scope="module")
def document(progress: Progress) -> Document:
    return report_document(progress.workspace, progress)


class TestFindings:
    """No errors, and no warnings but those that the README explains."""

    def test_the_warnings_are_those_that_the_readme_explains(self, ws: Workspace) -> None:
        found = findings(Context(ws, AS_OF))
        warned = sorted(one.code for one in found if one.severity is Severity.WARNING)
        explained = re.findall(
            r"^\| (KH\d{3}) \|", README.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert [one for one in found if one.severity is Severity.ERROR] == []
        assert warned == explained

    @pytest.mark.parametrize("day", [date(2026, 6, 30), date(2027, 6, 30), date(2030, 12, 31)])
    def test_no_day_makes_an_error_of_anything(self, ws: Workspace, day: date) -> None:
        found = findings(Context(ws, day))
        assert [one for one in found if one.severity is Severity.ERROR] == []

    def test_a_change_in_the_closed_year_is_an_error(self, tmp_path: Path) -> None:
        copy = shutil.copytree(EXAMPLES, tmp_path / "examples")
        path = copy / "data/plans/hop-tac-thien-ha-xanh/progress/2026/so-nv.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("percent: 80", "percent: 81"), encoding="utf-8")
        found = findings(Context(load(copy), AS_OF))
        assert [one.code for one in found if one.severity is Severity.ERROR] == ["KH320"]


class TestWholeness:
    """Everything that the models know occurs."""

    def test_it_is_as_large_as_its_readme_says(self, ws: Workspace) -> None:
        agencies = Counter(one.value.kind for one in ws.of(Agency))
        own = sum(agencies.values()) - agencies["commune"] - agencies["group"] - agencies["unit"]
        partners = [one for one in ws.of(partner.Partner) if one.value.kind != "group"]
        annex = Counter(one.owner for one in ws.of(Task) if one.value.kind == "annex")
        assert (own, agencies["commune"], len(partners)) == (12, 40, 6)
        assert (len(ws.of(Challenge)), sorted(annex.values())) == (8, [29, 34])

    def test_every_kind_of_record_occurs(self, ws: Workspace) -> None:
        known = {
            one
            for room in (amendment, partner, plan, records, register, report, session)
            for one in vars(room).values()
            if isinstance(one, type) and issubclass(one, Entity) and one is not Entity
        }
        shown = {type(one) for located in ws.located for one in _nested(located.value)}
        assert known - shown == set()

    def test_every_kind_of_task_letter_receipt_session_and_proposal_occurs(
        self, ws: Workspace
    ) -> None:
        proposals = [one for each in ws.of(Report) for one in each.value.proposals]
        assert {one.value.kind for one in ws.of(Task)} == set(get_args(plan.TaskKind))
        assert {one.value.kind for one in ws.of(Letter)} == set(get_args(LetterKind))
        assert {one.value.how for one in ws.of(ReceiptRecord)} == set(get_args(records.How))
        assert {one.kind for one in proposals} == set(
            get_args(Proposal.model_fields["kind"].annotation)
        )
        assert {one.value.state for one in ws.of(Session)} == {"concluded", "held", "planned"}
        assert {one.value.period for one in ws.of(Closing)} == {"2026"}

    def test_every_status_is_declared(self, ws: Workspace) -> None:
        declared = {one.status.code for each in ws.of(Report) for one in each.value.tasks}
        assert declared == set(STATUSES)

    def test_every_state_occurs_in_2027(self, progress: Progress) -> None:
        found = progress.assignment_totals.states
        assert [state.code for state in STATES if not found[state]] == []

    def test_every_state_of_everything_else_occurs(self, years: tuple[Progress, Progress]) -> None:
        senders = [one for year in years for one in year.senders]
        assert {one.register for one in senders} == set(REGISTER_STATES)
        assert {one.code for one in RECEIPTS} - {one.receipt.code for one in senders} == {
            NEEDS_AN_ERROR
        }
        assert {one.state for year in years for one in year.difficulties} == set(DIFFICULTY_STATES)
        assert {one.state for year in years for one in year.proposals} == set(PROPOSAL_STATES)
        promised = [one.commitment_totals.states for one in years]
        assert all(any(one[state] for one in promised) for state in COMMITMENT_STATES)


class TestFigures:
    """Prose, tables and JSON say the same of 2027."""

    def test_the_report_s_prose_says_what_the_data_say(
        self, document: Document, progress: Progress
    ) -> None:
        totals = _totals(progress)
        prose = _said(document)
        for state in STATES:
            count = totals["tasks"]["states"][state.code]
            assert f"{state.label.capitalize()}: {count:02d} nhiệm vụ" in prose
        tasks, given = totals["tasks"]["total"], totals["assignments"]["total"]
        assert f"Trong kỳ theo dõi {tasks} nhiệm vụ" in prose
        assert f"tương ứng {given} lượt giao" in prose

    def test_the_table_of_agencies_says_what_the_data_say(
        self, document: Document, progress: Progress
    ) -> None:
        table = _tables(document)["theo-don-vi"]
        *_, last = table.rows
        keys = [column.key for column in table.columns]
        figures = {key: cell.value for key, cell in zip(keys, last.cells, strict=True)}
        counted = _totals(progress)["assignments"]
        assert {state.code: figures[state.code] for state in STATES} == counted["states"]
        assert figures["total"] == counted["total"]
        assert figures["dated"] == counted["with_last_day"]

    def test_every_task_and_commitment_has_its_row(
        self, document: Document, progress: Progress
    ) -> None:
        tables = _tables(document)
        tasks = [row for name in ("trach-nhiem", "nhiem-vu") for row in tables[name].rows]
        promised = [row.cells[2].value for row in tables["cam-ket"].rows if not row.group]
        assert sum(not row.group for row in tasks) == len(progress.tasks)
        for state in COMMITMENT_STATES:
            expected = progress.commitment_totals.states[state]
            assert promised.count(state.label.capitalize()) == expected

    def test_states_add_up_for_tasks_and_for_assignments(self, progress: Progress) -> None:
        for counted in _totals(progress).values():
            assert sum(counted["states"].values()) == counted["total"]


class TestDocuments:
    """Every document says that it is made up."""

    def test_plans_and_report_carry_the_notice(self, ws: Workspace, document: Document) -> None:
        assert ws.settings is not None
        notice = ws.settings.value.notice or ""
        assert "giả định" in notice
        assert notice in document.notice
        assert all(notice in plan_document(ws, folder, AS_OF).notice for folder in ws.folders)

    def test_every_file_says_that_it_is_made_up(self) -> None:
        files = [one for one in EXAMPLES.rglob("*") if one.suffix in {".yaml", ".md", ".txt"}]
        assert len(files) > 150
        silent = [one.name for one in files if "iả định" not in one.read_text(encoding="utf-8")]
        assert silent == []


def _commands() -> list[str]:
    (block,) = re.findall(
        r"^```sh\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return [line.removeprefix("kehoach ") for line in str(block).splitlines()]


@pytest.mark.parametrize("command", _commands())
def test_the_readme_s_commands_run(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = [str(EXAMPLES) if word == "examples" else word for word in shlex.split(command)]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["kehoach", *words])
    assert run() == exits.CLEAN
    assert capsys.readouterr().out


def _nested(entity: Entity) -> list[Entity]:
    found = [entity]
    for name in type(entity).model_fields:
        value = getattr(entity, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Entity):
                found += _nested(one)
    return found


def _totals(progress: Progress) -> dict[str, Figures]:
    """The totals as a program gets them."""
    data = json.loads(json.dumps(status_json(progress)))
    totals: dict[str, Figures] = data["totals"]
    return totals


def _said(document: Document) -> str:
    return "\n".join(plain(one.inlines) for one in document.blocks if isinstance(one, Paragraph))


def _tables(document: Document) -> dict[str, Table]:
    return {one.name: one for one in document.blocks if isinstance(one, Table)}
