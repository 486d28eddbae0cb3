"""What stands below a document's text: who signs, and where the document goes.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and II.9; Phụ lục III, mẫu 1.4, 1.5, 1.9.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from kehoach_cli.document.frame import Frame, LetterFrame, MinutesFrame, Signer, TitledFrame
from kehoach_cli.document.lines import RECIPIENTS, recipient_lines
from kehoach_cli.document.styles import Style
from kehoach_cli.writers.docx.frame import line, split
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Xml, cell, row, table

_LEFT = 75 / 160
_ABOVE_RECIPIENTS = 240  # twips, under a signature


def signing(frame: Frame, styles: Styles, room: int) -> Xml:
    """Signatures and recipients in rows that never break.

    They are kept with the tiny paragraph that must follow, which else could make a page of its own.
    """
    left, right = widths = split(room, _LEFT)
    rows: tuple[Xml, ...]
    match frame:
        case TitledFrame() | LetterFrame():
            recipients = _recipients(frame, styles, before=None)
            rows = (row(cell(left, *recipients), cell(right, *_signature(frame.signer, styles))),)
        case MinutesFrame():
            rows = _two_signatures(frame, styles, widths)
        case _:
            assert_never(frame)
    return table(styles[Style.SIGNATURE], widths, *rows)


def _two_signatures(
    frame: MinutesFrame, styles: Styles, widths: tuple[int, int]
) -> tuple[Xml, Xml]:
    """Secretary and chair with their names on one level; the recipients under the secretary."""
    left, right = widths
    height = max(len(frame.secretary.lines), len(frame.chair.lines))
    secretary, chair = (_level(one, height) for one in (frame.secretary, frame.chair))
    nothing = line(styles, Style.RECIPIENTS, "", keep=True)
    return (
        row(
            cell(left, *_signature(secretary, styles)),
            cell(right, *_signature(chair, styles)),
        ),
        row(
            cell(left, *_recipients(frame, styles, before=_ABOVE_RECIPIENTS)),
            cell(right, nothing),
        ),
    )


def _level(signer: Signer, height: int) -> Signer:
    return replace(signer, lines=(*signer.lines, *[""] * (height - len(signer.lines))))


def _signature(signer: Signer, styles: Styles) -> Iterator[Xml]:
    yield from (line(styles, Style.OFFICE, one, keep=True) for one in signer.lines)
    yield line(styles, Style.SIGNER, signer.name, keep=True)


def _recipients(frame: Frame, styles: Styles, *, before: int | None) -> Iterator[Xml]:
    yield line(styles, Style.RECIPIENTS_TITLE, RECIPIENTS, keep=True, before=before)
    yield from (line(styles, Style.RECIPIENTS, one, keep=True) for one in recipient_lines(frame))
