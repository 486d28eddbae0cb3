"""The text: headings, paragraphs, annexes; tables and pictures have modules of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kehoach_cli.document.blocks import (
    Block,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    SectionBreak,
    Table,
    Text,
)
from kehoach_cli.writers.html.elements import Html, el, runs, words
from kehoach_cli.writers.html.pictures import figure
from kehoach_cli.writers.html.tables import table

_HEADINGS = {
    Role.SECTION: "h2",
    Role.CLAUSE: "h3",
    Role.SUBCLAUSE: "h4",
    Role.POINT_TITLE: "h5",
    Role.ANNEX_NUMBER: "h2",
}


def parts(blocks: Iterable[Block]) -> Iterator[tuple[SectionBreak | None, list[Html]]]:
    """The main text (with no break before it), then each annex."""
    break_before: SectionBreak | None = None
    shown: list[Html] = []
    turns = ""  # a class for what begins a new page
    for block in blocks:
        match block:
            case SectionBreak():
                yield break_before, shown
                break_before, shown, turns = block, [], ""
            case PageBreak():
                turns = " trang-moi"
            case Paragraph():
                shown.append(paragraph(block, turns))
                turns = ""
            case Table():
                shown.append(table(block, turns))
                turns = ""
            case Picture():
                shown.append(figure(block, turns))
                turns = ""
            case _:
                assert_never(block)
    yield break_before, shown


def paragraph(block: Paragraph, turns: str = "") -> Html:
    """A paragraph or heading with the number before it; its class is its role."""
    number = (Text(f"{block.number} "),) if block.number else ()
    name = _HEADINGS.get(block.role, "p")
    return el(name, runs((*number, *block.inlines)), css=f"{block.role}{turns}")


def notice(text: str) -> Html:
    """The line that every page carries; nothing without text."""
    return el("p", words(text), css="luu-y") if text else Html("")
