"""What one sender is asked in one period: its rows, what they hold now, what stood before.

The rows are those of ``progress``: whoever counts the assignments also says what a form asks for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date

from kehoach_cli.drafting.addressing import send_by, sort_of
from kehoach_cli.drafting.item_words import due_of, plan_heading, title_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.sender_view import own_items
from kehoach_cli.drafting.wording import capitalised, name_of, sentence
from kehoach_cli.exchange.forms.layout import (
    COMMITMENTS,
    DIFFICULTIES,
    HEAD_COLUMNS,
    PROPOSALS,
    TASKS,
    Column,
    SheetKind,
)
from kehoach_cli.exchange.forms.lists import Lists, first_words, lists_of
from kehoach_cli.exchange.forms.purposes import REPORT, Purpose
from kehoach_cli.exchange.forms.values import Told, told
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.report import CommitmentReport, Report, TaskReport
from kehoach_cli.progress import Item, Progress
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located, PlanFolder, Workspace


@frozen
class Row:
    """A row: whose entry it is, what the data say now, and what is only shown.

    ``plan`` is "" for an empty row whose plan the sender chooses.
    """

    code: str
    plan: str
    values: Mapping[str, Told]
    shown: Mapping[str, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The fingerprint of the state that the row was made from, behind the code it is for."""
        return mark_of(self.code, self.plan, self.values)


def mark_of(code: str, plan: str, values: Mapping[str, Told]) -> str:
    """«mf-07:1f0c…»: 16 hexadecimal digits of a SHA-256 over plan, code and values."""
    said = {key: value for key, value in values.items() if value is not None}
    text = json.dumps([plan, code, said], ensure_ascii=False, sort_keys=True)
    return f"{code}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


@frozen
class Sheet:
    """A sheet with its rows; ``fresh``: free codes for rows that come back without one."""

    kind: SheetKind
    rows: tuple[Row, ...]
    fresh: tuple[str, ...] = ()

    @property
    def drawn(self) -> tuple[Row, ...]:
        """The rows, and where it grows empty ones without a code."""
        return (*self.rows, *[Row("", "", {})] * (self.kind.spare if self.kind.grows else 0))


@frozen
class PlanPart:
    """A plan of the form: its name, what its report says of itself, and its file if there is one.

    ``head`` holds the values of ``layout.HEAD_COLUMNS``.
    """

    id: str
    title: str
    is_issued: bool
    head: Mapping[str, Told]
    report: Located[Report] | None = None


@frozen
class Form:
    """Everything that a workbook holds."""

    sender: str
    name: str
    focal: str
    period: str
    period_label: str
    as_of: date
    plans: tuple[PlanPart, ...]
    sheets: tuple[Sheet, ...]
    lists: Lists
    send_by: date | None = None
    notice: str = ""
    head_columns: tuple[Column, ...] = HEAD_COLUMNS
    purpose: Purpose = REPORT

    @property
    def head(self) -> dict[str, Told]:
        """What the sheet of instructions shows: what all plans' reports say alike."""
        found: dict[str, Told] = {}
        for column in self.head_columns:
            said = {plan.head.get(column.key) for plan in self.plans}
            found[column.key] = said.pop() if len(said) == 1 else None
        return found

    def sheet(self, part: str) -> Sheet | None:
        """The sheet of that part of a report, where the form has it."""
        return next((one for one in self.sheets if one.kind.part == part), None)


def form_of(ws: Workspace, progress: Progress, sender: str) -> Form:
    """The form of one sender for the period of ``progress``."""
    scene = Scene(ws, progress.as_of, given=progress, sender=sender)
    items = tuple(own_items(scene))
    reports = _reports(ws, progress, sender)
    plans = tuple(
        PlanPart(
            id=plan.id,
            title=plan_heading(plan),
            is_issued=plan.is_issued,
            head=_head(reports.get(plan.id)),
            report=reports.get(plan.id),
        )
        for plan in progress.plans
        if plan.id in {*reports, *(item.plan_id for item in items)}
    )
    settings = ws.settings.value if ws.settings else None
    titles = {plan.id: plan.title for plan in plans}
    return Form(
        sender=sender,
        name=name_of(ws, sender),
        focal=name_of(ws, settings.focal) if settings else "",
        period=progress.period.id,
        period_label=progress.period.label,
        as_of=progress.as_of,
        plans=plans,
        sheets=tuple(_sheets(scene, items, plans, first_words(titles))),
        lists=lists_of(ws, titles),
        send_by=send_by(scene, sort_of(ws, sender)),
        notice=(settings.notice or "") if settings else "",
    )


def _reports(ws: Workspace, progress: Progress, sender: str) -> dict[str, Located[Report]]:
    """Plan → the sender's own report for just this period; of several files the first."""
    found: dict[str, Located[Report]] = {}
    for folder in ws.folders:
        for report in folder.reports:
            if (report.value.sender, report.value.period) == (sender, progress.period.id):
                found.setdefault(folder.id, report)
    return found


def _head(report: Located[Report] | None) -> dict[str, Told]:
    if report is None:
        return {}
    one = report.value
    document = one.document
    said = {
        "reported": one.reported,
        "number": document.number if document else None,
        "date": document.date if document else None,
        "nothing_to_report": one.nothing_to_report,
    }
    return {column.key: told(column, said[column.key]) for column in HEAD_COLUMNS}


def _sheets(
    scene: Scene,
    items: tuple[Item, ...],
    plans: tuple[PlanPart, ...],
    titles: Mapping[str, str],
) -> Iterator[Sheet]:
    for kind, is_task in ((TASKS, True), (COMMITMENTS, False)):
        rows = tuple(_item_rows(scene, kind, [i for i in items if i.is_task == is_task], titles))
        if rows:
            yield Sheet(with_plans(kind, plans), rows)
    for kind in (DIFFICULTIES, PROPOSALS):
        yield Sheet(with_plans(kind, plans), tuple(_raised_rows(scene, kind, plans)))


def with_plans(kind: SheetKind, plans: tuple[PlanPart, ...]) -> SheetKind:
    """The sheet without its column of the plan where there is but one."""
    if len(plans) > 1:
        return kind
    return replace(kind, columns=tuple(one for one in kind.columns if one.key != "plan"))


def _item_rows(
    scene: Scene, kind: SheetKind, items: Iterable[Item], titles: Mapping[str, str]
) -> Iterator[Row]:
    """One row for each task or commitment; the rounds of a recurring one share it."""
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.id, []).append(item)
    reports = _reports(scene.ws, scene.progress, scene.sender or "")
    for code, same in grouped.items():
        first = same[0]
        report = reports.get(first.plan_id)
        yield Row(
            code=code,
            plan=first.plan_id,
            values=_values(kind, entry_of(kind, report, code)),
            shown={
                "plan": titles.get(first.plan_id, ""),
                "title": title_of(first),
                "letter": first.clause or "",
                "role": capitalised("; ".join(dict.fromkeys(_roles(same)))),
                "due": "; ".join(dict.fromkeys(filter(None, map(due_of, same)))),
                "earlier": _earlier(scene, kind, first),
            },
        )


def _roles(items: Iterable[Item]) -> Iterator[str]:
    return (one.role for item in items for one in item.assignments)


def entry_of(kind: SheetKind, report: Located[Report] | None, code: str) -> Entity | None:
    """What the report says under that code; of two entries the first."""
    listed = getattr(report.value, kind.part) if report else ()
    return next((one for one in listed if getattr(one, kind.id_key) == code), None)


def _values(kind: SheetKind, entry: Entity | None) -> dict[str, Told]:
    return {
        column.key: told(column, getattr(entry, column.key, None) if entry else None)
        for column in kind.inputs
        if column.key != "plan"
    }


def _earlier(scene: Scene, kind: SheetKind, item: Item) -> str:
    """What any of the senders said of it last, in another report than this one."""
    senders = {one for held in item.assignments for one in (held.agency, *held.senders)}
    reports = (*scene.progress.earlier, *scene.progress.reports)
    said = [
        (report.value, entry)
        for report in reports
        if report.value.sender in senders
        and (report.value.sender, report.value.period) != (scene.sender, scene.progress.period.id)
        if report.owner == item.plan_id and (entry := entry_of(kind, report, item.id))
    ]
    if not said:
        return ""
    report, entry = max(said, key=lambda one: one[0].reported)
    return f"Kỳ {report.period} ({format_day(report.reported)}): {_in_words(scene, entry)}"


def _in_words(scene: Scene, entry: Entity) -> str:
    lists = lists_of(scene.ws, {})
    match entry:
        case TaskReport():
            percent = f", {entry.percent}%" if entry.percent is not None else ""
            head, said = f"{entry.status.label}{percent}", entry.result
        case CommitmentReport():
            head, said = lists["kept"][entry.kept].lower(), entry.text
        case _:
            head, said = "", None
    return f"{head}. {sentence(said)}" if said else f"{head}."


def _raised_rows(scene: Scene, kind: SheetKind, plans: tuple[PlanPart, ...]) -> Iterator[Row]:
    """What the report has raised already, then empty rows with codes of their own."""
    taken = _known_codes(scene.ws, kind)
    for plan in plans:
        for entry in getattr(plan.report.value, kind.part) if plan.report else ():
            yield Row(entry.id, plan.id, {**_values(kind, entry), "plan": plan.id})
    only = plans[0].id if len(plans) == 1 else ""
    for code in fresh_codes(scene, kind, taken, kind.spare):
        yield Row(code, only, {**_values(kind, None), "plan": only or None})


def _known_codes(ws: Workspace, kind: SheetKind) -> set[str]:
    folders: tuple[PlanFolder, ...] = ws.folders
    reports = (report for folder in folders for report in folder.reports)
    return {one.id for report in reports for one in getattr(report.value, kind.part)}


def fresh_codes(scene: Scene, kind: SheetKind, taken: set[str], count: int) -> list[str]:
    """So many codes that nobody has yet: «so-yt-2027-kk-01», «so-yt-2027-kk-02»."""
    stem = f"{scene.sender}-{scene.progress.period.id}-{kind.prefix}"
    numbered = (f"{stem}-{number:02d}" for number in range(1, count + len(taken) + 1))
    return [code for code in numbered if code not in taken][:count]
