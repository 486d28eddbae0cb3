"""Results that the focal agency types in for those who reported on paper, in its register.

What is taken of them goes where the sender's own form would take it: into the sender's report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kehoach_cli.drafting.wording import name_of
from kehoach_cli.exchange.forms.content import Form, PlanPart, Row, Sheet, form_of
from kehoach_cli.exchange.forms.layout import HEAD, HEAD_COLUMNS, REGISTER, RESULTS, TASKS
from kehoach_cli.exchange.forms.purposes import REPORT
from kehoach_cli.exchange.forms.sides import Matching, Path
from kehoach_cli.exchange.forms.taking import rows_of
from kehoach_cli.exchange.forms.values import Told, told
from kehoach_cli.exchange.forms.writing_back import changes_of
from kehoach_cli.model.report import Report
from kehoach_cli.progress import Progress
from kehoach_cli.workspace import Located, Workspace
from kehoach_cli.workspace.records import Change, last_receipt


def result_rows(ws: Workspace, progress: Progress, plans: Mapping[str, str]) -> Iterator[Row]:
    """A row for each task of each who must report; those whose report cannot be read are left out.

    The code is «plan/sender/task». ``plans``: how each plan is shown, by id.
    """
    for sender in dict.fromkeys(one.id for one in progress.senders if one.must_report):
        bad = {
            folder.id for folder in ws.folders if (progress.period.id, sender) in folder.bad_reports
        }
        sheet = form_of(ws, progress, sender).sheet(TASKS.part)
        for row in sheet.rows if sheet else ():
            if row.plan not in bad:
                shown = {**row.shown, "plan": plans[row.plan], "sender": name_of(ws, sender)}
                code = f"{row.plan}/{sender}/{row.code}"
                yield replace(row, code=code, shown=shown)


def typed_in_changes(ws: Workspace, form: Form, values: Mapping[Path, Told]) -> list[Change]:
    """One change of each sender's report that anything was typed in for."""
    found: list[Change] = []
    for plan, sender in _reports(values):
        part = next(one for one in form.plans if one.id == plan)
        own = replace(part, report=_report_of(ws, plan, sender, form.period))
        taken = {
            (TASKS.part, plan, path[2].rpartition("/")[2], path[3]): value
            for path, value in values.items()
            if path[0] == RESULTS.part and path[2].startswith(f"{plan}/{sender}/")
        }
        head = _head(ws, form, own, sender, values)
        report = replace(
            form,
            sender=sender,
            name=name_of(ws, sender),
            plans=(own,),
            sheets=(Sheet(TASKS, ()),),
            head_columns=HEAD_COLUMNS,
            purpose=REPORT,
        )
        found += changes_of(ws, report, {**head, **taken})
    return found


def note_unreceived(ws: Workspace, of: Matching, values: Mapping[Path, Told]) -> None:
    """Results of a report that nobody has written down as received: its day is not known."""
    for plan, sender in _reports(values):
        known = _report_of(ws, plan, sender, of.form.period)
        if known is None and not _received(ws, of.form, plan, sender, values):
            rows = (path for path in of.sides.spots if path[2].startswith(f"{plan}/{sender}/"))
            spot = next((of.sides.spots[path] for path in rows if path in values), None)
            of.notes.add("form-incomplete", spot, reason="not-received", sheet_name=REGISTER.name)


def _reports(values: Mapping[Path, Told]) -> list[tuple[str, str]]:
    """Plan and sender of each report that anything was typed in for."""
    codes = (code for part, _, code in rows_of(values) if part == RESULTS.part)
    return list(dict.fromkeys((one.split("/")[0], one.split("/")[1]) for one in codes))


def _report_of(ws: Workspace, plan: str, sender: str, period: str) -> Located[Report] | None:
    folder = ws.folder(plan)
    reports = folder.reports if folder else ()
    return next((o for o in reports if (o.value.sender, o.value.period) == (sender, period)), None)


def _received(
    ws: Workspace, form: Form, plan: str, sender: str, values: Mapping[Path, Told]
) -> dict[str, Told]:
    """What the register says of the paper once it is taken: day, number, date; {} without a day."""
    folder = ws.folder(plan)
    last = last_receipt(folder, sender, form.period, None) if folder else None
    said: dict[str, Told] = {}
    for column in REGISTER.inputs:
        path = (REGISTER.part, plan, f"{plan}/{sender}", column.key)
        held = told(column, getattr(last.value, column.key) if last else None)
        said[column.key] = values.get(path, held)
    return said if said["received"] else {}


def _head(
    ws: Workspace, form: Form, plan: PlanPart, sender: str, values: Mapping[Path, Told]
) -> dict[Path, Told]:
    """What a report says of itself: a new one that of its paper, an old one what it says already.

    One that said «không phát sinh» does not any more.
    """
    if plan.report is not None:
        is_empty = plan.report.value.nothing_to_report
        return {(HEAD, plan.id, "", "nothing_to_report"): None} if is_empty else {}
    paper = _received(ws, form, plan.id, sender, values)
    said = {
        "reported": paper.get("date") or paper.get("received"),
        "number": paper.get("number"),
        "date": paper.get("date"),
    }
    return {(HEAD, plan.id, "", key): value for key, value in said.items() if value}
