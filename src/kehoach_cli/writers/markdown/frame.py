"""What stands above and below the text, line by line, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kehoach_cli.document.blocks import Text
from kehoach_cli.document.frame import Frame, LetterFrame, MinutesFrame, Signer, TitledFrame
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
    subject_line,
)
from kehoach_cli.writers.markdown.escaping import BREAK, bold, flowing, one_line


def opening(frame: Frame) -> Iterator[str]:
    """The paragraphs above the text."""
    parent = [_plain(line.upper()) for line in frame.parent]
    yield BREAK.join([*parent, *(bold(line.upper()) for line in frame.issuer)])
    yield BREAK.join((bold(NATION), bold(MOTTO)))
    subject = [_plain(subject_line(frame))] if isinstance(frame, LetterFrame) else []
    marks = (DRAFT if frame.draft_mark else "", frame.marks.urgency, frame.marks.circulation)
    stamps = (bold(mark) for mark in marks if mark)
    yield BREAK.join((_plain(number_line(frame)), *subject, *stamps))
    match frame:
        case TitledFrame():
            yield _italic(date_line(frame))
            yield _title(frame.type_name, frame.title)
            yield from _addressees(frame)
        case LetterFrame():
            yield _italic(date_line(frame))
            yield from _addressees(frame)
        case MinutesFrame():
            yield _title(frame.type_name, frame.title)
        case _:
            assert_never(frame)


def signing(frame: Frame) -> Iterator[str]:
    """The paragraphs below the text: who signs, then who receives it."""
    match frame:
        case TitledFrame() | LetterFrame():
            signers: tuple[Signer, ...] = (frame.signer,)
        case MinutesFrame():
            signers = (frame.secretary, frame.chair)
        case _:
            assert_never(frame)
    for signer in signers:
        yield BREAK.join(filter(None, (bold(line) for line in (*signer.lines, signer.name))))
    yield flowing((Text(RECIPIENTS, bold=True, italic=True),))
    yield _listed(recipient_lines(frame))
    if isinstance(frame, LetterFrame) and frame.address:
        yield _plain(frame.address)


def _title(type_name: str, title: str) -> str:
    return f"# {one_line(type_name)}<br>{one_line(title)}"


def _addressees(frame: TitledFrame | LetterFrame) -> Iterator[str]:
    lines = addressee_lines(frame)
    if len(lines) == 1:
        yield _plain(f"{ADDRESSED_TO} {lines[0]}")
    elif lines:
        yield _plain(ADDRESSED_TO)
        yield _listed(lines)


def _listed(lines: Iterable[str]) -> str:
    """Lines that begin with a dash, as a list."""
    return "\n".join(f"- {flowing((Text(line.removeprefix('- ')),))}" for line in lines)


def _plain(text: str) -> str:
    return flowing((Text(text),))


def _italic(text: str) -> str:
    return flowing((Text(text, italic=True),))
