"""The whole text: frame, headings, paragraphs, tables, annexes after a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
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
from kehoach_cli.document.frame import Document
from kehoach_cli.document.picture_words import caption_line, in_words
from kehoach_cli.writers.characters import refuse_illegal
from kehoach_cli.writers.markdown.escaping import BREAK, bold, flowing
from kehoach_cli.writers.markdown.frame import opening, signing
from kehoach_cli.writers.markdown.tables import table

_HEADINGS = {
    Role.ANNEX_NUMBER: "##",
    Role.SECTION: "##",
    Role.CLAUSE: "###",
    Role.SUBCLAUSE: "####",
    Role.POINT_TITLE: "#####",
}
_BOLD = frozenset((Role.ANNEX_TITLE, Role.CAPTION))
_ITALIC = frozenset((Role.GROUND, Role.NOTE, Role.ANNEX_REFERENCE))
_RULE = "---"
_DASH = "-"


def page(document: Document) -> str:
    """The text of the file."""
    refuse_illegal(document)
    return _joined(_parts(document))


def write_text(blocks: Iterable[Block], notice: str = "") -> str:
    """The text that answers a question; for views such as ``kehoach status``."""
    return _joined((*_warning(notice), *_blocks(blocks)))


def _joined(texts: Iterable[str]) -> str:
    parts = list(texts)
    gaps = ("\n" if _is_item(a) and _is_item(b) else "\n\n" for a, b in pairwise(parts))
    return "".join(f"{part}{gap}" for part, gap in zip(parts, (*gaps, "\n"), strict=True))


def _is_item(part: str) -> bool:
    """Whether it goes on with the list above it."""
    return part.startswith("- ")


def _parts(document: Document) -> Iterator[str]:
    """Paragraphs of Markdown; items of a list one by one."""
    warning = _warning(document.notice)
    breaks = [i for i, one in enumerate(document.blocks) if isinstance(one, SectionBreak)]
    end = breaks[0] if breaks else len(document.blocks)
    yield from warning
    yield from opening(document.frame)
    yield from _blocks(document.blocks[:end])
    yield from signing(document.frame)
    for start, after in pairwise((*breaks, len(document.blocks))):
        yield _RULE
        yield from warning
        yield from _blocks(document.blocks[start:after])


def _warning(notice: str) -> list[str]:
    text = flowing((Text(notice, italic=True),))
    return [f"> {text}"] if text else []


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from filter(None, (_paragraph(block),))
            case Table():
                yield from table(block)
            case Picture():
                yield from _told(block)
            case PageBreak() | SectionBreak():
                pass  # a text without pages; the rule between annexes is drawn above
            case _:
                assert_never(block)


def _told(picture: Picture) -> Iterator[str]:
    """A picture in words: one file holds text alone, and words can be searched and compared."""
    yield bold(caption_line(picture))
    for line in in_words(picture.drawing):
        yield f"- {flowing((Text(line),))}"


def _paragraph(block: Paragraph) -> str:
    runs = [
        replace(
            run,
            bold=run.bold or block.role in _BOLD,
            italic=run.italic or block.role in _ITALIC,
        )
        for run in block.inlines
    ]
    if block.role is Role.DASH and block.number == _DASH:
        return f"- {flowing(runs).replace(BREAK, BREAK + '  ')}"
    number = [Text(f"{block.number} ")] if block.number else []
    if mark := _HEADINGS.get(block.role):
        return f"{mark} {flowing((*number, *runs), at_start=False).replace(BREAK, '<br>')}"
    return flowing((*number, *runs))
