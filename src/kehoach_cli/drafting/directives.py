"""What a line «::: tên khóa=giá-trị» in a template or in a plan's text stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kehoach_cli.document.blocks import Block, Paragraph, Role, SectionBreak, Table, Text
from kehoach_cli.document.frame import Frame, MinutesFrame
from kehoach_cli.document.lines import cited_number
from kehoach_cli.document.markup import Directive
from kehoach_cli.drafting.framing import is_electronic
from kehoach_cli.drafting.grounds import body, with_grounds
from kehoach_cli.drafting.issuing import full_name, issuing
from kehoach_cli.drafting.pictures import PICTURES
from kehoach_cli.drafting.plan_body import pieces
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.tables import TABLES
from kehoach_cli.drafting.templates import Template
from kehoach_cli.drafting.vocabulary import problem_of
from kehoach_cli.drafting.wording import annexed_to, reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Plan

_LANDSCAPE = "ngang"


class DirectiveProblem(Exception):  # noqa: N818 - turned into a fault with a place by its caller
    """A directive that nobody knows, or whose words are not those it needs."""


@frozen
class _Asked:
    """A directive with the document that it stands in."""

    scene: Scene
    template: Template | None
    args: Mapping[str, str]
    frame: Frame | None = None


def _opening(asked: _Asked) -> Sequence[Block]:
    """Căn cứ and the first sentence, in the style that the plan chooses.

    A blank line in ``intro`` parts paragraphs.
    """
    plan = _plan(asked)
    opening = tuple(body(" ".join(one.split())) for one in plan.intro.strip().split("\n\n"))
    cited = [reference(item) for item in plan.grounds.items]
    return with_grounds(opening, cited, plan.grounds.style)


def _sections(asked: _Asked) -> Sequence[Block]:
    """All mục of the plan with their numbers."""
    folder = asked.scene.folder
    if folder is None:
        return ()

    def inner(found: Directive) -> Sequence[Block]:
        return blocks_of(asked.scene, None, found)

    return tuple(piece.block for piece in pieces(asked.scene.ws, folder, inner))


def _plan_annex(asked: _Asked) -> Sequence[Block]:
    """The plan's Phụ lục; nothing for a plan that has none."""
    folder = asked.scene.folder
    if folder is None or folder.annex is None:
        return ()
    annex, table = folder.annex.value, TABLES["nhiem-vu-phu-luc"](asked.scene)
    heading = f"Phụ lục {annex.number}" if annex.number else "Phụ lục"
    return _annex(asked, heading, annex.title, table)


def _table(asked: _Asked) -> Sequence[Block]:
    """A table in the text, whose heading or sentence before it says what it is."""
    return (replace(TABLES[asked.args["ten"]](asked.scene), caption=""),)


def _pictures(asked: _Asked) -> Sequence[Block]:
    """The pictures, or a line that says that there is nothing to draw."""
    nothing = Paragraph(Role.NOTE, (Text("(Chưa có số liệu để vẽ hình)"),))
    return PICTURES[asked.args["ten"]](asked.scene) or (nothing,)


def _table_annex(asked: _Asked) -> Sequence[Block]:
    table = TABLES[asked.args["ten"]](asked.scene)
    return _annex(asked, "Phụ lục", table.caption, table)


def _text_annex(asked: _Asked) -> Sequence[Block]:
    """The head of a Phụ lục whose text follows in the template."""
    landscape = asked.args.get("huong") == _LANDSCAPE
    return _annex_head(asked, "Phụ lục", asked.args["tieu-de"], landscape=landscape)


def _annex(asked: _Asked, heading: str, title: str, table: Table) -> Sequence[Block]:
    landscape = asked.args.get("huong", _LANDSCAPE) == _LANDSCAPE
    head = _annex_head(asked, heading, title, landscape=landscape)
    if not table.rows:
        return (*head, Paragraph(Role.NOTE, (Text(table.empty),)))
    return (*head, *_unit(table), replace(table, caption=""))


def _unit(table: Table) -> tuple[Paragraph, ...]:
    """The line that says what the table's amounts are in."""
    if not table.printed_unit:
        return ()
    text = f"Đơn vị tính: {table.printed_unit}"
    return (Paragraph(Role.ANNEX_REFERENCE, (Text(text),)),)


def _annex_head(
    asked: _Asked, heading: str, title: str, *, landscape: bool
) -> tuple[SectionBreak | Paragraph, ...]:
    attached = f"(Kèm theo {_this_document(asked)})"
    return (
        SectionBreak(landscape=landscape),
        Paragraph(Role.ANNEX_NUMBER, (Text(heading),)),
        Paragraph(Role.ANNEX_TITLE, (Text(title.upper()),)),
        Paragraph(Role.ANNEX_REFERENCE, (Text(attached),)),
    )


def _this_document(asked: _Asked) -> str:
    """«Kế hoạch số … ngày … của Ủy ban nhân dân tỉnh …».

    Number and day are those of the document itself, blank until it has them and where it goes out
    electronically (NĐ 30/2020, PL I, Phần I, III.1.c).
    """
    template, made = asked.template, asked.frame
    if template is None or made is None:
        return ""
    number, day = "", None
    if not is_electronic(asked.scene):
        number = cited_number(made)
        day = None if isinstance(made, MinutesFrame) else made.day
    numbered = annexed_to(template.plain("title"), number, made.symbol, day)
    return f"{numbered} của {full_name(issuing(template, asked.scene))}"


def _plan(asked: _Asked) -> Plan:
    if asked.scene.plan is None:
        raise DirectiveProblem("chỗ này chỉ dùng được trong văn bản về một kế hoạch")
    return asked.scene.plan.value


DIRECTIVES: dict[str, Callable[[_Asked], Sequence[Block]]] = {
    "mo-dau": _opening,
    "cac-muc": _sections,
    "phu-luc-ke-hoach": _plan_annex,
    "bang": _table,
    "hinh": _pictures,
    "phu-luc": _table_annex,
    "phu-luc-chu": _text_annex,
}
"""How each directive is answered."""


def blocks_of(
    scene: Scene, template: Template | None, found: Directive, frame: Frame | None = None
) -> Sequence[Block]:
    """The blocks of a directive; raises ``DirectiveProblem``. Without a template: a plan's text.

    ``frame`` is that of the document, which its annexes cite.
    """
    problem = problem_of(found, in_plan_text=template is None)
    if problem:
        raise DirectiveProblem(problem)
    return DIRECTIVES[found.name](_Asked(scene, template, found.args, frame))
