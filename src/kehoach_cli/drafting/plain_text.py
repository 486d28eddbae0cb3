"""A document as plain texts in reading order, to be compared and searched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kehoach_cli.document.blocks import Block, Paragraph, Table
from kehoach_cli.document.cells import cell_text, grid
from kehoach_cli.document.frame import (
    Document,
    Frame,
    LetterFrame,
    MinutesFrame,
    Signer,
    TitledFrame,
)
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.lines import (
    addressee_lines,
    date_line,
    number_line,
    recipient_lines,
    subject_line,
)


def plain_paragraphs(document: Document) -> tuple[str, ...]:
    """Everything that the document says, a text per paragraph or table cell, in reading order."""
    frame = document.frame
    above, below = _around(frame)
    body = (text for block in document.blocks for text in _texts(block))
    marks = (frame.marks.urgency or "", frame.marks.circulation or "")
    head = (*frame.parent, *frame.issuer, number_line(frame), *marks, *above)
    address = frame.address if isinstance(frame, LetterFrame) else ""
    said = (*head, *body, *below, address, document.notice)
    return tuple(text for text in said if text)


def _around(frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands between the number and the text, and what stands below the text."""
    recipients = recipient_lines(frame)
    match frame:
        case TitledFrame():
            head = (date_line(frame), frame.type_name, frame.title, *addressee_lines(frame))
            return head, (*recipients, *_signature(frame.signer))
        case LetterFrame():
            head = (subject_line(frame), date_line(frame), *addressee_lines(frame))
            return head, (*recipients, *_signature(frame.signer))
        case MinutesFrame():
            signed = (*_signature(frame.secretary), *_signature(frame.chair))
            return (frame.type_name, frame.title), (*signed, *recipients)
        case _:
            assert_never(frame)


def _signature(signer: Signer) -> tuple[str, ...]:
    return (*signer.lines, signer.name)


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
