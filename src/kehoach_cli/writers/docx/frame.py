"""What stands above a document's text: issuer, nation, number, title, addressees.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II; Phụ lục III, mẫu 1.4, 1.5, 1.9.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kehoach_cli.document.frame import (
    Frame,
    LetterFrame,
    Marks,
    MinutesFrame,
    TitledFrame,
    Urgency,
)
from kehoach_cli.document.lines import (
    ADDRESSED_TO,
    DRAFT,
    MOTTO,
    NATION,
    addressee_lines,
    date_line,
    number_line,
    subject_line,
)
from kehoach_cli.document.styles import Style
from kehoach_cli.writers.docx.rules import boxed, lines_of, rule, rule_under, width_of
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Xml, cell, paragraph, row, run, table

_HEAD_LEFT = 70 / 160  # the issuer's part of the text width; the nation's line needs the rest
_ABOVE_ADDRESSEES = 360  # twips: a công văn has no title to keep them off the number
_STAMPS = {Urgency.FLASH: 1701, Urgency.MOST_URGENT: 2268, Urgency.URGENT: 1134}
"""Widths of the stamps: 30, 40 and 20 mm (III.2.b)."""
_BESIDE_WORDS = 340  # twips: what the frame of a circulation mark leaves on both sides together


def opening(frame: Frame, styles: Styles, room: int) -> Iterator[Xml]:
    """Everything above the text."""
    yield _head(frame, styles, room)
    match frame:
        case TitledFrame():
            yield from _title(frame, styles, room)
            yield from _addressees(frame, styles, before=None)
        case LetterFrame():
            yield from _addressees(frame, styles, before=_ABOVE_ADDRESSEES)
        case MinutesFrame():
            yield from _title(frame, styles, room)
        case _:
            assert_never(frame)


def _head(frame: Frame, styles: Styles, room: int) -> Xml:
    """Issuer and nation with their rules, then number and day on one line."""
    left, right = split(room, _HEAD_LEFT)
    nation = (
        line(styles, Style.NATION, NATION),
        line(styles, Style.MOTTO, MOTTO),
        rule(styles[Style.RULE], width_of(MOTTO, styles, Style.MOTTO), right),
    )
    text = "" if isinstance(frame, MinutesFrame) else date_line(frame)
    day = (line(styles, Style.DATE, text), *_circulation(frame.marks, styles, right))
    return table(
        styles[Style.FRAME],
        (left, right),
        row(cell(left, *_issuer(frame, styles, left)), cell(right, *nation)),
        row(cell(left, *_number(frame, styles, left)), cell(right, *day)),
    )


def _number(frame: Frame, styles: Styles, room: int) -> Iterator[Xml]:
    """The number; under it what a công văn is about (II.5.b), the marks of draft and urgency."""
    yield line(styles, Style.NUMBER, number_line(frame))
    if isinstance(frame, LetterFrame):
        subject = lines_of(subject_line(frame), styles, Style.SUBJECT, room)
        yield line(styles, Style.SUBJECT, "\n".join(subject))
    if frame.draft_mark:
        yield line(styles, Style.DRAFT, DRAFT)
    if urgency := frame.marks.urgency:
        yield boxed(styles[Style.URGENCY], urgency, _STAMPS[urgency], room)


def _circulation(marks: Marks, styles: Styles, room: int) -> Iterator[Xml]:
    """Who may read it, in a frame of its own width (III.2.c)."""
    if text := marks.circulation:
        width = width_of(text, styles, Style.CIRCULATION) + _BESIDE_WORDS
        yield boxed(styles[Style.CIRCULATION], text, width, room)


def _issuer(frame: Frame, styles: Styles, room: int) -> Iterator[Xml]:
    lines: tuple[str, ...] = ()
    for style, names in ((Style.PARENT, frame.parent), (Style.ISSUER, frame.issuer)):
        lines = tuple(one for name in names for one in lines_of(name, styles, style, room))
        yield from (line(styles, style, one) for one in lines)
    yield rule(styles[Style.RULE], rule_under(lines, styles, Style.ISSUER), room)


def _title(frame: TitledFrame | MinutesFrame, styles: Styles, room: int) -> Iterator[Xml]:
    """Type and trích yếu, a phrase on each of its lines, with the rule under the last one."""
    yield line(styles, Style.TYPE_NAME, frame.type_name)
    lines = lines_of(frame.title, styles, Style.TITLE, room)
    yield line(styles, Style.TITLE, "\n".join(lines))
    yield rule(styles[Style.TITLE_RULE], rule_under(lines, styles, Style.TITLE), room)


def _addressees(
    frame: TitledFrame | LetterFrame, styles: Styles, *, before: int | None
) -> Iterator[Xml]:
    """«Kính gửi:» with the only addressee beside it, or several below, dashes under the colon."""
    lines = addressee_lines(frame)
    if len(lines) == 1:
        yield line(styles, Style.ADDRESSEE, f"{ADDRESSED_TO} {lines[0]}", before=before)
    elif lines:
        yield line(styles, Style.ADDRESSED_TO, ADDRESSED_TO, before=before)
        yield from (line(styles, Style.ADDRESSEES, one) for one in lines)


def line(
    styles: Styles, style: Style, text: str, *, keep: bool = False, before: int | None = None
) -> Xml:
    """A line of the frame; without text it is an empty paragraph of that style."""
    return paragraph(styles[style], *([run(text)] if text else []), keep=keep, before=before)


def split(room: int, share: float) -> tuple[int, int]:
    """The widths of two columns, the left one with that share."""
    left = round(room * share)
    return left, room - left
