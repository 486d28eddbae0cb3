"""The mục of a plan as blocks, each with the place in the data that it comes from.

The numbers of headings are computed here over the whole plan, so that duties find the item they
belong to and rules can say where a printed number comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import accumulate

from kehoach_cli.diagnostics import Place
from kehoach_cli.document.blocks import Block, Paragraph, Role, Text
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.document.numbering import letter, number
from kehoach_cli.drafting.wording import capitalised, name_of, promise, sentence, uncapitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import DutyBlock, Plan, PlanSection, Task
from kehoach_cli.source.excerpts import nth_of
from kehoach_cli.vn.text import roman
from kehoach_cli.workspace import Located, PlanFolder, Workspace

MakeBlocks = Callable[[Directive], Sequence[Block]]


@frozen
class Piece:
    """A block of the plan's body; ``written`` when its number was typed, not counted."""

    block: Block
    place: Place
    section: int
    written: bool = False
    duty: DutyBlock | None = None
    clause: str = ""


@frozen
class OutlineItem:
    """A numbered thing of the printed plan: «II.», «3.1.», «đ)»; ``level`` 1 mục … 4 điểm."""

    number: str
    level: int
    text: str
    place: Place
    written: bool
    section: int


@frozen
class PrintedText:
    """A paragraph of the printed plan: the number before it, its words, its place in the data."""

    number: str
    text: str
    place: Place


@frozen
class Clause:
    """An item of «Tổ chức thực hiện» with duties under it, and where it is declared."""

    duty: DutyBlock
    place: Place


_LEVELS = {
    Role.SECTION: 1,
    Role.CLAUSE: 2,
    Role.SUBCLAUSE: 3,
    Role.POINT_TITLE: 4,
    Role.POINT: 4,
}
_DASHES, _PARAGRAPHS, _INLINE = "dashes", "paragraphs", "inline"
_MARKED = {
    _DASHES: Role.DASH,
    "letters": Role.POINT,
    _PARAGRAPHS: Role.BODY,
    _INLINE: Role.DASH,
}
"""How duties stand under the heading of an item, by its style."""
_STOPS = (":", ".", ";")
_COUNTED = (Role.SECTION, Role.CLAUSE, Role.SUBCLAUSE)
_NESTED_ROLES = (Role.CLAUSE, Role.SUBCLAUSE, Role.POINT_TITLE)


def pieces(ws: Workspace, folder: PlanFolder, make: MakeBlocks) -> tuple[Piece, ...]:
    """All blocks of the plan's sections with their numbers; () without a usable plan."""
    tasks = _tasks_by_clause(folder)
    return tuple(
        one for piece in _without_duties(ws, folder, make) for one in _with_duties(piece, tasks)
    )


def frame(ws: Workspace, folder: PlanFolder) -> tuple[Piece, ...]:
    """All numbered blocks without the duties under them; for ``outline`` and ``clauses``."""
    return tuple(_without_duties(ws, folder, _nothing))


def outline(frame: Iterable[Piece]) -> tuple[OutlineItem, ...]:
    """Every numbered thing of the printed plan in its order, with its place in the data."""
    return tuple(
        OutlineItem(
            block.number, level, plain(block.inlines), piece.place, piece.written, piece.section
        )
        for piece in frame
        if isinstance(block := piece.block, Paragraph) and (level := _level(block))
    )


def clauses(frame: Iterable[Piece]) -> Mapping[str, Clause]:
    """The items that duties can stand under, by printed number: «IV.2», «V.3.1»."""
    return {
        piece.clause: Clause(piece.duty, piece.place) for piece in frame if piece.duty is not None
    }


def printed_texts(ws: Workspace, folder: PlanFolder) -> tuple[PrintedText, ...]:
    """Every paragraph of the plan's sections in its order, with its place in the data."""
    return tuple(
        PrintedText(block.number, text, piece.place)
        for piece in pieces(ws, folder, _nothing)
        if isinstance(block := piece.block, Paragraph) and (text := plain(block.inlines))
    )


def line_place(plan: Located[Plan], index: int, text: str, line: int) -> Place:
    """The place of a line (from 1) of a section's text."""
    lines, starts = _lines_of(text)
    excerpt = lines[line - 1].strip()
    nth = nth_of(excerpt, text, starts[line - 1])
    return Place(plan.file, (*plan.path, "sections", index, "text"), excerpt=excerpt, nth=nth)


@lru_cache(maxsize=1)  # one line after the other is asked for
def _lines_of(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """Its lines, and where each begins."""
    lines = text.split("\n")
    return lines, tuple(accumulate((len(one) + 1 for one in lines), initial=0))


def _without_duties(ws: Workspace, folder: PlanFolder, make: MakeBlocks) -> Iterator[Piece]:
    """All numbered blocks, the items of duties named, nothing under them yet."""
    if folder.plan is None:
        return iter(())
    skeleton = tuple(_skeleton(ws, folder.plan, make))
    numbered = number(piece.block for piece in skeleton)
    found = map(_with_block, skeleton, numbered)
    if folder.plan.value.numbering == "figures":
        return _with_clauses(map(_in_figures, found), names_section=False)
    return _with_clauses(found, names_section=True)


def _in_figures(piece: Piece) -> Piece:
    """«2.» for a mục, «2.1.» for a khoản, «2.1.1.» below it; what is typed stays."""
    block, number = piece.block, f"{piece.section + 1}."
    if not isinstance(block, Paragraph) or piece.written or block.role not in _COUNTED:
        return piece
    below = "" if block.role is Role.SECTION else block.number
    return replace(piece, block=replace(block, number=f"{number}{below}"))


def _skeleton(ws: Workspace, plan: Located[Plan], make: MakeBlocks) -> Iterator[Piece]:
    """Headings, texts and commitments, before numbers are counted and duties put in."""
    for index, section in enumerate(plan.value.sections):
        heading = Paragraph(Role.SECTION, (Text(section.heading),))
        yield Piece(heading, plan.at("sections", index, "heading"), index)
        yield from _section_text(plan, index, section, make)
        for item, duty in enumerate(section.duties):
            place = plan.at("sections", index, "duties", item)
            yield from _duty_headings(ws, duty, place, index, 0)
        for item, partner in enumerate(section.commitments):
            place = plan.at("sections", index, "commitments", item)
            yield from _commitments(ws, plan.value, partner, place, index)


def _section_text(
    plan: Located[Plan], index: int, section: PlanSection, make: MakeBlocks
) -> Iterator[Piece]:
    text = section.text or ""
    for block in parse(text, make, first_level=2).blocks:
        line = block.line if isinstance(block, Paragraph) else None
        place = plan.at("sections", index, "text")
        if line is not None:
            place = line_place(plan, index, text, line)
        written = isinstance(block, Paragraph) and bool(block.number)
        yield Piece(block, place, index, written)


def _duty_headings(
    ws: Workspace, duty: DutyBlock, place: Place, section: int, depth: int
) -> Iterator[Piece]:
    heading = capitalised(duty.heading or name_of(ws, duty.agency))
    role = _NESTED_ROLES[min(depth, len(_NESTED_ROLES) - 1)]
    yield Piece(Paragraph(role, (Text(heading),)), place, section, duty=duty)
    for item, nested in enumerate(duty.nested):
        below = replace(place, path=(*place.path, "nested", item))
        yield from _duty_headings(ws, nested, below, section, depth + 1)


def _commitments(
    ws: Workspace, plan: Plan, partner: str, place: Place, section: int
) -> Iterator[Piece]:
    heading = f"Đề nghị {name_of(ws, partner)}"
    yield Piece(Paragraph(Role.CLAUSE, (Text(heading),)), place, section)
    for found in ws.commitments.get((partner, plan.id), ()):
        text = (Text(promise(found.value)),)
        block = Paragraph(Role.POINT, text, f"{found.value.letter})")
        yield Piece(block, found.at("letter"), section, written=True)


def _tasks_by_clause(folder: PlanFolder) -> dict[str, list[Located[Task]]]:
    found: dict[str, list[Located[Task]]] = {}
    for task in folder.tasks:
        if task.value.kind == "duty" and task.value.source.clause:
            found.setdefault(task.value.source.clause, []).append(task)
    return found


def _with_duties(piece: Piece, tasks: Mapping[str, list[Located[Task]]]) -> Iterator[Piece]:
    """A piece, and under the heading of a duty block its text and its duties."""
    duty, here = piece.duty, tasks.get(piece.clause, [])
    if duty is None:
        yield piece
        return
    if duty.style == _INLINE and here:
        yield _run_in(piece, here[0].value)
        here = here[1:]
    else:
        yield piece
    inner = partial(Piece, section=piece.section)
    if duty.text:
        block = Paragraph(Role.BODY, (Text(sentence(duty.text)),))
        yield inner(block, replace(piece.place, path=(*piece.place.path, "text")))
    alone = len(here) == 1 and not duty.text
    role = _MARKED[duty.style or (_PARAGRAPHS if alone else _DASHES)]
    for count, task in enumerate(here, 1):
        mark = {Role.DASH: "-", Role.POINT: f"{letter(count)})"}.get(role, "")
        yield inner(Paragraph(role, (Text(sentence(task.value.title)),), mark), task.at("title"))


def _run_in(piece: Piece, task: Task) -> Piece:
    """The heading and its duty in one paragraph: «3.4. Sở Y tế chủ trì chuẩn bị …»."""
    if not isinstance(piece.block, Paragraph):
        return piece
    heading = plain(piece.block.inlines)
    goes_on = not heading.endswith(_STOPS)
    words = uncapitalised(sentence(task.title)) if goes_on else sentence(task.title)
    inlines = (Text(heading, bold=True), Text(f" {words}"))
    return replace(piece, block=replace(piece.block, role=Role.NUMBERED, inlines=inlines))


def _with_block(piece: Piece, block: Block) -> Piece:
    return piece if block is piece.block else replace(piece, block=block)


def _with_clauses(found: Iterable[Piece], *, names_section: bool) -> Iterator[Piece]:
    """Names each duty block's item: «IV.2», «V.3.1», and «V.3.1.a» below that.

    In figures the number of an item names its section already: «4.2».
    """
    above = ""
    for piece in found:
        if piece.duty is None or not isinstance(piece.block, Paragraph):
            yield piece
            continue
        own = piece.block.number.rstrip(".)")
        is_point = piece.block.role is Role.POINT_TITLE
        section = f"{roman(piece.section + 1)}." if names_section else ""
        clause = f"{above}.{own}" if is_point else f"{section}{own}"
        above = above if is_point else clause
        yield replace(piece, clause=clause)


def _level(block: Paragraph) -> int:
    if block.role is Role.NUMBERED:
        return 1 + block.number.count(".")
    return _LEVELS.get(block.role, 0)


def _nothing(_: Directive) -> Sequence[Block]:
    return ()
