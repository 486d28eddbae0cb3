"""``kehoach compare``: a signed file beside the data, and the data with its differences taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.questions.view import SCHEMA, View, as_data, heading, line, listing
from kehoach_cli.exchange.intake.annex import read_annexes
from kehoach_cli.exchange.intake.comparing import (
    CellChange,
    Change,
    cell_changes,
    changes,
    marked,
)
from kehoach_cli.exchange.intake.deadlines import MovedDue, moved_dues
from kehoach_cli.exchange.intake.head import read_head
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.exchange.intake.parts import Parts, split
from kehoach_cli.exchange.intake.printed import printed
from kehoach_cli.exchange.intake.proof import signed_text, source_texts
from kehoach_cli.exchange.intake.reader import read_file
from kehoach_cli.exchange.intake.taking import TAKEN, Taker
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Plan, Task
from kehoach_cli.source.edit import Operation, Set
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located, PlanFolder, Workspace
from kehoach_cli.workspace.records import Change as FileChange
from kehoach_cli.workspace.records import changed_text

_NOT_SENT = {"draft", "consulting", "submitted"}


@frozen
class Difference:
    """A row of the view: what it is, where in the data and in the file, both texts, the outcome."""

    what: str
    path: str
    where: str
    ours: str
    theirs: str
    outcome: str = ""


@frozen
class Compared:
    """All differences; what taking them does to which file, and the texts of new files."""

    plan: str
    file: str
    paragraphs: int
    differences: tuple[Difference, ...]
    operations: Mapping[str, tuple[Operation, ...]]
    fresh: Mapping[str, str]

    @property
    def left(self) -> int:
        """How many have to be taken over by hand."""
        return sum(one.outcome != TAKEN for one in self.differences)


def compared(ws: Workspace, folder: PlanFolder, name: str, data: bytes, *, as_of: date) -> Compared:
    """The signed file beside the plan of the folder, which must be usable.

    Raises:
        ValueError: The folder has no usable plan.
        Unreadable, Refused: An office file that is broken, or must not be opened.
        KehoachError: The bytes are no text that can be read, or the document is secret.
    """
    if folder.plan is None:
        raise ValueError(f"no plan in {folder.id}")
    plan = folder.plan.value
    parts = split(read_file(name, data))
    names = Names(ws, {})
    ours, theirs = printed(ws, folder, as_of), source_texts(parts)
    taker = Taker(folder, plan, names)
    changed = tuple(changes(ours, theirs))
    found = [_paragraph(one, taker.take(one)) for one in changed]
    found += [_cell(one, taker.take_cell(one)) for one in _cells(ws, folder, names, parts)]
    operations = {file: list(ones) for file, ones in taker.all_operations().items()}
    file = f"data/plans/{folder.id}/plan.yaml"
    for moved in moved_dues(folder, changed):
        found.append(_deadline(moved))
        if moved.theirs:
            to_set = Set((*moved.task.path, "due"), moved.theirs)
            operations.setdefault(moved.task.file, []).append(to_set)
    for difference, ones in _issuing(plan, parts):
        found.append(difference)
        operations.setdefault(file, []).extend(ones)
    if plan.text == "reconstructed" and all(one.outcome == TAKEN for one in found):
        operations.setdefault(file, []).append(Set(("text",), "verbatim"))
    becomes_issued = any(one.path == "state" for one in found)
    is_whole = all(one.outcome == TAKEN for one in found)
    fresh: dict[str, str] = {}
    if is_whole and (becomes_issued or plan.is_issued) and folder.issued is None:
        fresh[f"data/plans/{folder.id}/issued.md"] = signed_text(parts)
    taken = {path: tuple(ones) for path, ones in operations.items()}
    return Compared(folder.id, name, len(theirs), tuple(found), taken, fresh)


def taken_texts(ws: Workspace, found: Compared) -> dict[str, str]:
    """The files with the differences taken over; all that nobody named as it was typed.

    Raises:
        EditRefused: A file is broken, was changed meanwhile, or is typed so that it cannot be
            changed.
    """
    changed = {
        path: changed_text(ws, FileChange(path, ones, None, ""))
        for path, ones in found.operations.items()
    }
    return {**changed, **found.fresh}


def _cells(ws: Workspace, folder: PlanFolder, names: Names, parts: Parts) -> Sequence[CellChange]:
    """Differences of the annex, where the file has a table of tasks."""
    read = read_annexes(parts.annexes, names, folder.id, 0)
    if not read.tasks or read.annex is None:
        return ()
    columns = read.annex["columns"]
    theirs = [Task.model_validate(one) for one in read.tasks]
    ours: list[Located[Task]] = [one for one in folder.tasks if one.value.kind == "annex"]
    keys = [str(one) for one in columns] if isinstance(columns, list) else []
    return cell_changes(ws, ours, theirs, keys)


def _issuing(plan: Plan, parts: Parts) -> Iterator[tuple[Difference, list[Operation]]]:
    """Number and day, which only the signed file has."""
    head = read_head(parts.head, parts.title)
    if head.number and head.number != plan.number:
        said = Difference("số", "number", "", plan.number or "", head.number, TAKEN)
        yield said, [Set(("number",), head.number)]
    if isinstance(head.day, date) and head.day != plan.date:
        ours = format_day(plan.date) if isinstance(plan.date, date) else str(plan.date or "")
        said = Difference("ngày ban hành", "date", "", ours, format_day(head.day), TAKEN)
        yield said, [Set(("date",), head.day.isoformat())]
    if head.number and isinstance(head.day, date) and plan.state in _NOT_SENT:
        said = Difference("tình trạng", "state", "", plan.state, "issued", TAKEN)
        yield said, [Set(("state",), "issued")]


def _paragraph(change: Change, outcome: str) -> Difference:
    place = change.ours.place if change.ours else None
    what = (
        "đoạn sửa" if change.ours and change.theirs else "đoạn bỏ" if change.ours else "đoạn thêm"
    )
    return Difference(
        what,
        "" if place is None else f"{place.file}: {'.'.join(map(str, place.path))}",
        change.theirs.where if change.theirs else "",
        change.ours.text if change.ours else "",
        change.theirs.text if change.theirs else "",
        outcome,
    )


def _deadline(moved: MovedDue) -> Difference:
    outcome = TAKEN if moved.theirs else "lời văn không còn thời hạn; sửa tay ở due"
    path = f"{moved.task.value.id}: due"
    return Difference("thời hạn theo lời văn", path, moved.where, moved.ours, moved.theirs, outcome)


def _cell(change: CellChange, outcome: str) -> Difference:
    task = change.task.value.id if change.task else ""
    if not change.key:
        what = "nhiệm vụ bỏ" if change.task else "nhiệm vụ thêm"
        ours = change.title if change.task else ""
        return Difference(what, task, "phụ lục", ours, change.theirs, outcome)
    what = f"ô của nhiệm vụ «{change.title[:50]}»"
    return Difference(what, f"{task}: {change.key}", "phụ lục", change.ours, change.theirs, outcome)


_COLUMNS = (
    (Column("what", "Khác gì", 24), lambda row: row.what),
    (Column("text", "Dữ liệu → bản đã ký", 90), lambda row: marked(row.ours, row.theirs)),
    (Column("path", "Trong dữ liệu", 32), lambda row: row.path.rpartition("/")[2]),
    (Column("where", "Trong tệp", 18), lambda row: row.where),
)
_OUTCOME = (Column("outcome", "Nhận vào dữ liệu", 24), lambda row: row.outcome)


def view(found: Compared, *, taken: bool) -> View:
    """What people and programs are shown; ``taken``: the differences were written over."""
    data = {
        "schema": SCHEMA,
        "plan": found.plan,
        "file": found.file,
        "paragraphs": found.paragraphs,
        "differences": as_data(found.differences),
        "taken": taken,
    }
    return View(tuple(_blocks(found, taken=taken)), data)


def _blocks(found: Compared, *, taken: bool) -> Iterator[Block]:
    yield heading(f"So kế hoạch «{found.plan}» với «{found.file}»")
    if not found.differences:
        yield line(f"{found.paragraphs} đoạn giống hệt; Phụ lục không khác.")
        return
    yield line("[-chỉ có trong dữ liệu-]  {+chỉ có trong bản đã ký+}")
    columns = (*_COLUMNS, _OUTCOME) if taken else _COLUMNS
    yield listing("khac", columns, found.differences)
    total = len(found.differences)
    if taken:
        yield line(f"{total} chỗ khác; đã nhận {total - found.left}, còn {found.left} chỗ sửa tay.")
    else:
        yield line(f"{total} chỗ khác; {total - found.left} chỗ nhận được bằng --take.")
