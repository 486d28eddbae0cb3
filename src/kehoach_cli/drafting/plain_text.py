"""A document as plain texts in reading order, to be compared and searched."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Block, Paragraph, Table
from kehoach_cli.document.cells import cell_text, grid
from kehoach_cli.document.frame import Document
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.lines import addressee_lines, date_line, number_line, recipient_lines


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
