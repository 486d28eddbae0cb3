"""The Kế hoạch with its Phụ lục, and what rules ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kehoach_cli.diagnostics import Fault
from kehoach_cli.document.blocks import Block, Paragraph, Table
from kehoach_cli.document.cells import cell_text, grid
from kehoach_cli.document.frame import Document
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.lines import addressee_lines, date_line, number_line, recipient_lines
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.directives import problem_of
from kehoach_cli.drafting.markup_words import sentence_of
from kehoach_cli.drafting.plan_body import line_place
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.workspace import PlanFolder, Workspace


def plan_document(ws: Workspace, folder: PlanFolder, as_of: date) -> Document:
    """The plan as an official document; its kind names the template.

    Raises ``TemplateError`` when the template cannot be rendered. ``folder.plan`` must be usable.
    """
    kind = folder.plan.value.kind if folder.plan else "ke-hoach"
    return compose(kind, Scene(ws, as_of, folder))


def plain_paragraphs(document: Document) -> tuple[str, ...]:
    """Everything that the document says, a text per paragraph or table cell, in reading order."""
    frame = document.frame
    head = (*frame.parent, *frame.issuer, number_line(frame), date_line(frame), frame.type_name)
    foot = (*recipient_lines(frame), *frame.signer.lines, frame.signer.name, document.notice)
    body = (text for block in document.blocks for text in _texts(block))
    said = (*head, frame.title, *addressee_lines(frame), *body, *foot)
    return tuple(text for text in said if text)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{block.number} {plain(block.inlines)}".strip()
        case Table():
            yield block.caption
            yield from (column.title for column in block.columns)
            for row in grid(block):
                yield from (cell_text(placed.cell) for placed in row if not placed.covered)
        case _:
            return


def markup_faults(folder: PlanFolder) -> tuple[Fault, ...]:
    """What is wrong with the markup of the plan's own texts, each with its place in the file."""
    return tuple(_markup_faults(folder))


def _markup_faults(folder: PlanFolder) -> Iterator[Fault]:
    if folder.plan is None:
        return
    for index, section in enumerate(folder.plan.value.sections):
        asked: list[Directive] = []
        text = section.text or ""
        for problem in parse(text, _noting(asked), first_level=2).problems:
            place = line_place(folder.plan, index, text, problem.line)
            yield Fault("markup-fault", place, {"problem": sentence_of(problem)})
        for found in asked:
            if words := problem_of(found, in_plan_text=True):
                place = line_place(folder.plan, index, text, found.line)
                yield Fault("markup-fault", place, {"problem": words})


def _noting(asked: list[Directive]) -> Callable[[Directive], Sequence[Block]]:
    """Answers no directive, but keeps them."""

    def note(directive: Directive) -> Sequence[Block]:
        asked.append(directive)
        return ()

    return note
