"""The frame of «văn bản có tên loại»: head, title, addressees, signature, recipients.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II; Phụ lục III, mẫu 1.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.frame import Frame
from kehoach_cli.document.lines import (
    ADDRESSED_TO,
    DRAFT,
    MOTTO,
    NATION,
    RECIPIENTS,
    addressee_lines,
    date_line,
    number_line,
    recipient_lines,
)
from kehoach_cli.writers.docx.rules import lines_of, rule, rule_under, width_of
from kehoach_cli.writers.docx.styles import Style, Styles
from kehoach_cli.writers.docx.xml import Xml, cell, paragraph, row, run, table

_HEAD_LEFT = 70 / 160  # the issuer's part of the text width; the nation's line needs the rest
_SIGNATURE_LEFT = 75 / 160


def head(frame: Frame, styles: Styles, room: int) -> Xml:
    """Issuer and nation with their rules, then number and day on one line."""
    left, right = _split(room, _HEAD_LEFT)
    nation = (
        _line(styles, Style.NATION, NATION),
        _line(styles, Style.MOTTO, MOTTO),
        rule(styles[Style.RULE], width_of(MOTTO, styles, Style.MOTTO), right),
    )
    number = [_line(styles, Style.NUMBER, number_line(frame))]
    if frame.draft_mark:
        number.append(_line(styles, Style.DRAFT, DRAFT))
    return table(
        styles[Style.FRAME],
        (left, right),
        row(cell(left, *_issuer(frame, styles, left)), cell(right, *nation)),
        row(cell(left, *number), cell(right, _line(styles, Style.DATE, date_line(frame)))),
    )


def _issuer(frame: Frame, styles: Styles, room: int) -> Iterator[Xml]:
    lines: tuple[str, ...] = ()
    for style, names in ((Style.PARENT, frame.parent), (Style.ISSUER, frame.issuer)):
        lines = tuple(line for name in names for line in lines_of(name, styles, style, room))
        yield from (_line(styles, style, line) for line in lines)
    yield rule(styles[Style.RULE], rule_under(lines, styles, Style.ISSUER), room)


def title(frame: Frame, styles: Styles, room: int) -> Iterator[Xml]:
    """Type and trích yếu, a phrase on each of its lines, with the rule under the last one."""
    yield _line(styles, Style.TYPE_NAME, frame.type_name)
    lines = lines_of(frame.title, styles, Style.TITLE, room)
    yield _line(styles, Style.TITLE, "\n".join(lines))
    yield rule(styles[Style.TITLE_RULE], rule_under(lines, styles, Style.TITLE), room)


def addressees(frame: Frame, styles: Styles) -> Iterator[Xml]:
    """«Kính gửi:» with the only addressee beside it, or several below, dashes under the colon."""
    lines = addressee_lines(frame)
    if len(lines) == 1:
        yield _line(styles, Style.ADDRESSEE, f"{ADDRESSED_TO} {lines[0]}")
    elif lines:
        yield _line(styles, Style.ADDRESSED_TO, ADDRESSED_TO)
        yield from (_line(styles, Style.ADDRESSEES, line) for line in lines)


def signature(frame: Frame, styles: Styles, room: int) -> Xml:
    """Recipients on the left, the signer on the right, in one row that never breaks.

    It is kept with the tiny paragraph that must follow, which else could make a page of its own.
    """
    left, right = _split(room, _SIGNATURE_LEFT)
    recipients = (
        _line(styles, Style.RECIPIENTS_TITLE, RECIPIENTS, keep=True),
        *(_line(styles, Style.RECIPIENTS, line, keep=True) for line in recipient_lines(frame)),
    )
    signer = (
        *(_line(styles, Style.OFFICE, line, keep=True) for line in frame.signer.lines),
        _line(styles, Style.SIGNER, frame.signer.name, keep=True),
    )
    return table(
        styles[Style.SIGNATURE],
        (left, right),
        row(cell(left, *recipients), cell(right, *signer)),
    )


def _line(styles: Styles, style: Style, text: str, *, keep: bool = False) -> Xml:
    return paragraph(styles[style], *([run(text)] if text else []), keep=keep)


def _split(room: int, share: float) -> tuple[int, int]:
    left = round(room * share)
    return left, room - left
