"""The parts of a read document put together as the data of ``plan.yaml`` and ``tasks.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.exchange.intake.annex import Annexed, read_annexes
from kehoach_cli.exchange.intake.duties import (
    Block,
    Duties,
    is_about_duties,
    read_duties,
    renumbered,
)
from kehoach_cli.exchange.intake.ending import Ending, read_ending
from kehoach_cli.exchange.intake.head import Head, read_head
from kehoach_cli.exchange.intake.issuing import read_issuer
from kehoach_cli.exchange.intake.lines import Line, Remark, Source, Surety
from kehoach_cli.exchange.intake.markup import written
from kehoach_cli.exchange.intake.names import Names, slug
from kehoach_cli.exchange.intake.opening import Opening, read_opening
from kehoach_cli.exchange.intake.parts import Parts, split
from kehoach_cli.exchange.intake.sections import Body, Section, read_body
from kehoach_cli.frozen import frozen
from kehoach_cli.source.fold import Data
from kehoach_cli.vn.dates import Month

_LONGEST_ID = 24


@frozen
class Draft:
    """What an official document says, as data; comments stand above what they are about."""

    id: str
    plan: dict[str, Data]
    tasks: dict[str, Data]
    plan_comments: dict[DataPath, str]
    task_comments: dict[DataPath, str]
    remarks: tuple[Remark, ...]
    parts: Parts


@frozen
class _Read:
    """The parts of the plan as they were understood; ``issuer`` is an id."""

    id: str
    issuer: str
    head: Head
    opening: Opening
    body: Body
    ending: Ending


@dataclass(slots=True)
class _Gathered:
    """Tasks, partners and comments while the mục are read."""

    tasks: list[Data] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    plan_comments: dict[DataPath, str] = field(default_factory=dict)
    task_comments: dict[DataPath, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def understand(source: Source, names: Names, plan_id: str = "") -> Draft:
    """The document as data; ``plan_id`` "" makes one of its number, else of its title."""
    parts = split(source)
    head = read_head(parts.head, parts.title)
    body = read_body(parts.text)
    opening = read_opening(body.opening)
    ending = read_ending(parts.below, names, collective=_prints_collective(names))
    chosen = plan_id or _id_of(head)
    issuer, issued_by = read_issuer(head, opening, ending, names)
    found = _Gathered()
    if issued_by.surety is Surety.LIKELY and issuer:
        found.plan_comments["issuer",] = issued_by.said.partition(", ")[2]
    sections = [_section(one, names, chosen, found) for one in body.sections]
    annexed = read_annexes(parts.annexes, names, chosen, len(found.tasks))
    found.tasks += annexed.tasks
    found.task_comments |= annexed.comments
    remarks = (
        *parts.remarks,
        issued_by,
        *head.remarks,
        *opening.remarks,
        *body.remarks,
        *found.remarks,
        *annexed.remarks,
        *ending.remarks,
    )
    if not sections and annexed.tasks:
        remarks = annexed.remarks  # an annex by itself lacks nothing
    return Draft(
        id=chosen,
        plan=_plan(_Read(chosen, issuer, head, opening, body, ending), sections, found),
        tasks=_tasks(annexed, found),
        plan_comments=found.plan_comments,
        task_comments=found.task_comments,
        remarks=(*source.remarks, *remarks),
        parts=parts,
    )


def _prints_collective(names: Names) -> bool:
    settings = names.ws.settings
    return settings is not None and settings.value.signature.collective_line


def _id_of(head: Head) -> str:
    if head.number and head.day is not None:
        return f"kh-{slug(head.number.partition('/')[0])}-{head.day.year}"
    return slug(head.title, _LONGEST_ID) if head.title else "ke-hoach-nhap"


def _plan(read: _Read, sections: list[Data], found: _Gathered) -> dict[str, Data]:
    """The keys in the order of the data model; one that the document leaves open is left out."""
    head, opening, ending = read.head, read.opening, read.ending
    is_issued = bool(head.number) and isinstance(head.day, date)
    grounds: dict[str, Data] = {"style": opening.style, "items": list(opening.grounds)}
    signer: dict[str, Data] = {"lines": list(ending.offices)}
    if ending.name:
        signer["name"] = ending.name
    keys: dict[str, Data] = {
        "id": read.id,
        "kind": "ke-hoach",
        "state": "issued" if is_issued else "draft",
        "text": "verbatim",
        "issuer": read.issuer,
        "number": head.number,
        "date": _day(head.day),
        "title": head.title,
        "period": head.period,
        "partners": list(dict.fromkeys(found.partners)),
        "grounds": grounds if opening.grounds else None,
        "intro": opening.intro,
        "numbering": read.body.numbering,
        "sections": sections,
        "closing": read.body.closing,
        "recipients": list(ending.recipients),
        "filing": ending.filing,
        "signer": signer if ending.offices else None,
    }
    return {key: value for key, value in keys.items() if value}


def _day(day: date | Month | None) -> str:
    match day:
        case date():
            return day.isoformat()
        case Month():
            return f"{day.year}-{day.month:02d}"
        case None:
            return ""


def _section(section: Section, names: Names, plan_id: str, found: _Gathered) -> Data:
    """A mục as data; its duties are gathered as tasks."""
    read = read_duties(section, names) if is_about_duties(section) else None
    if isinstance(read, Remark):
        found.remarks.append(read)
    if not isinstance(read, Duties):
        return _text_section(section, section.lines)
    tasks, _ = renumbered(read, plan_id, len(found.tasks) + 1)
    for task in tasks:
        if task.comment:
            found.task_comments["tasks", len(found.tasks)] = task.comment
        found.tasks.append(task.data)
    found.partners += read.partners
    found.remarks += read.remarks
    path: DataPath = ("sections", section.index, "duties")
    duties: list[Data] = [
        _block(one, (*path, number), found) for number, one in enumerate(read.blocks)
    ]
    return {**_text_section(section, read.text), "duties": duties}


def _text_section(section: Section, lines: Sequence[Line]) -> dict[str, Data]:
    text = written(lines, section.prefix)
    return {"heading": section.heading, "text": text} if text else {"heading": section.heading}


def _block(block: Block, path: DataPath, found: _Gathered) -> Data:
    if block.comment:
        found.plan_comments[path] = block.comment
    if not block.nested:
        return block.data
    nested: list[Data] = [
        _block(one, (*path, "nested", number), found) for number, one in enumerate(block.nested)
    ]
    return {**block.data, "nested": nested}


def _tasks(annexed: Annexed, found: _Gathered) -> dict[str, Data]:
    tasks: dict[str, Data] = {"tasks": found.tasks} if found.tasks else {}
    return {"annex": annexed.annex, **tasks} if annexed.annex else tasks
