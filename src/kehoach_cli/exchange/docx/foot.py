"""The bottom of a document: who signs, nơi nhận, and the annexes behind them.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7, II.9 and III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach_cli.exchange.docx.head import is_typed_rule
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import DASHES, Found, Kind, lines
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import fold

_RECIPIENTS = "noi nhan"
_ANNEX = re.compile(r"phu luc(?:\s+(?:so\s+)?(?:[ivxlc]+|\d+|[a-z]|[….\d]+))?\s*[.:]?")
_ANNEX_WITH_TITLE = re.compile(r"phu luc(?:\s+(?:[ivxlc]+|\d+))?\s*[.:\-–]\s*\S")
_REFERENCE = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo", re.IGNORECASE)
_LONGEST_TITLE = 300
_GAP = 600  # twips that leave room for a signature


def is_annex(paragraph: Paragraph) -> bool:
    """Whether an annex begins here: «Phụ lục», «PHỤ LỤC II»."""
    text = fold(paragraph.words)
    is_heading = _ANNEX.fullmatch(text) or _ANNEX_WITH_TITLE.match(text)
    return paragraph.spot is None and bool(is_heading) and len(text) < _LONGEST_TITLE


def is_recipients_title(paragraph: Paragraph) -> bool:
    """Whether this is «Nơi nhận:»."""
    return fold(paragraph.words).startswith(_RECIPIENTS) and len(paragraph.words) < _LONGEST_TITLE


def is_reference(paragraph: Paragraph) -> bool:
    """Whether this is «(Kèm theo …)» or «(Ban hành kèm theo …)»."""
    return bool(_REFERENCE.match(paragraph.words))


def foot_start(paragraphs: Sequence[Paragraph], start: int, rules: RuleSet) -> int | None:
    """The index of the first paragraph of the signing block at or after ``start``."""
    for index in range(start, len(paragraphs)):
        if is_annex(paragraphs[index]):
            break
        if any(map(is_recipients_title, paragraphs[index].lines())):
            return _block_start(paragraphs, index)
    return _signature_only(paragraphs, start, rules)


def _block_start(paragraphs: Sequence[Paragraph], index: int) -> int:
    spot = paragraphs[index].spot
    while index and spot and (above := paragraphs[index - 1].spot) and above.top == spot.top:
        index -= 1
    return index


def _signature_only(paragraphs: Sequence[Paragraph], start: int, rules: RuleSet) -> int | None:
    """Without Nơi nhận: the last line of authority before the annexes begins the block."""
    marks = tuple(rules.words["authority"])
    found = None
    for index in range(start, len(paragraphs)):
        if is_annex(paragraphs[index]):
            break
        if any(line.words.startswith(marks) for line in paragraphs[index].lines()):
            found = index if found is None or paragraphs[index].spot else found
    return None if found is None else _block_start(paragraphs, found)


def foot_end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Behind the signing block: its table's end, or the next annex where it has no table."""
    spot, index = paragraphs[start].spot, start
    while index < len(paragraphs):
        here = paragraphs[index].spot
        if spot is not None and (here is None or here.top != spot.top):
            break
        if spot is None and is_annex(paragraphs[index]):
            break
        index += 1
    return index


def read_foot(paragraphs: Sequence[Paragraph], rules: RuleSet) -> Iterator[Found]:
    """The parts of the signing block, column by column."""
    if paragraphs and paragraphs[0].spot is None:
        yield from _recipients(list(lines(paragraphs)))
        return
    ordered = sorted(paragraphs, key=_column)
    for _, column in groupby(ordered, key=_column):
        cells = list(column)
        title = next((i for i, one in enumerate(cells) if is_recipients_title(one)), len(cells))
        yield from _signature(cells[:title], rules)
        yield from _recipients(list(lines(cells[title:])))


def _column(paragraph: Paragraph) -> int:
    return paragraph.spot.column if paragraph.spot else -1


def _recipients(found: Sequence[Paragraph]) -> Iterator[Found]:
    seen = False
    for line in found:
        if is_recipients_title(line):
            seen = True
            yield Found(Kind.RECIPIENTS_TITLE, line)
        else:
            is_item = seen and line.words.startswith(DASHES)
            yield Found(Kind.RECIPIENTS if is_item else Kind.OTHER, line)


def _signature(column: Sequence[Paragraph], rules: RuleSet) -> Iterator[Found]:
    """Lines of authority and office, then the name: the last line, after a gap or in small case."""
    shown = list(lines(column))
    notes = _notes(shown)
    named = [line for line in shown if line not in notes and any(map(str.isalpha, line.words))]
    for line in shown:
        if line not in named:
            yield Found(Kind.OTHER, line)
        elif line is named[-1] and len(named) > 1 and _is_name(line, column, rules):
            yield Found(Kind.SIGNER, line)
        else:
            yield Found(Kind.OFFICE, line)


def _notes(shown: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines in brackets, which may go over several: «(Chữ ký, dấu)»."""
    notes, depth = [], 0
    for line in shown:
        if depth > 0 or line.words.startswith("("):
            notes.append(line)
            depth = max(0, depth + line.words.count("(") - line.words.count(")"))
    return notes


def _is_name(line: Paragraph, column: Sequence[Paragraph], rules: RuleSet) -> bool:
    text = line.words
    if text.startswith(tuple(rules.words["authority"])):
        return False
    if not text.isupper() and not fold(text).startswith(tuple(rules.words["offices"])):
        return True
    index = next((i for i, one in enumerate(column) if one.number == line.number), 0)
    above = index - 1
    while above >= 0 and column[above].is_blank:
        above -= 1
    return index - above > 2 or line.layout.before >= _GAP  # noqa: PLR2004 - two blank lines


def read_annexes(paragraphs: Sequence[Paragraph]) -> Iterator[Found]:
    """Heading, title and «(Kèm theo …)» of each annex; what else it holds is not judged."""
    annex, stage = 0, Kind.OTHER
    for paragraph in paragraphs:
        if is_annex(paragraph):
            annex, stage = annex + 1, Kind.ANNEX_TITLE
            first, *others = paragraph.lines()
            yield Found(Kind.ANNEX_NUMBER, first, annex)
            yield from (Found(Kind.ANNEX_TITLE, one, annex) for one in others if not one.is_blank)
        elif stage is Kind.OTHER or paragraph.is_blank:
            yield Found(Kind.OTHER, paragraph, annex)
        else:
            kind, stage = _annex_line(paragraph, stage)
            yield Found(kind, paragraph, annex)


def _annex_line(paragraph: Paragraph, stage: Kind) -> tuple[Kind, Kind]:
    """What a line under an annex's number is, and what may still follow it."""
    if is_reference(paragraph):
        is_closed = paragraph.words.count("(") <= paragraph.words.count(")")
        return Kind.ANNEX_REFERENCE, Kind.OTHER if is_closed else Kind.ANNEX_REFERENCE
    is_centred = paragraph.layout.align == "center" and paragraph.spot is None
    if stage is Kind.ANNEX_REFERENCE and not is_typed_rule(paragraph) and is_centred:
        ends = paragraph.words.endswith(")")
        return (Kind.ANNEX_REFERENCE, Kind.OTHER) if ends else (Kind.OTHER, Kind.OTHER)
    if stage is Kind.ANNEX_TITLE and is_centred and not is_typed_rule(paragraph):
        return Kind.ANNEX_TITLE, Kind.ANNEX_TITLE
    return Kind.OTHER, stage if is_typed_rule(paragraph) else Kind.OTHER
