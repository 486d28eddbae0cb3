"""What stands between head and signature: tên loại, trích yếu, Kính gửi, căn cứ, the text.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5, II.6 and II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach_cli.exchange.docx.head import is_typed_rule
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import DASHES, Found, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import fold, roman

_ADDRESSED = "kinh gui"
_BASES = ("can cu", "theo de nghi", "xet de nghi", "xet to trinh", "tren co so")
_CHAPTER = re.compile(
    r"(?:phần|chương|mục|tiểu mục)\s+(?:[IVXLC]+|\d+|thứ \w+)[.:]?", re.IGNORECASE
)
_SECTION = re.compile(r"([IVXLC]+)\s*[.\-–/)]\s*[^\d\W]")
_LONGEST_HEADING = 250
_BELOW_TITLE = re.compile(
    r"\(|căn cứ|theo đề nghị|kính gửi|điều \d|[IVX]+\.\s|\d+\.\s", re.IGNORECASE
)


def read_middle(
    paragraphs: Sequence[Paragraph], rules: RuleSet, *, has_subject: bool
) -> Iterator[Found]:
    """The parts between head and signature; ``has_subject``: a V/v stands above, no title."""
    text = [one for one in paragraphs if one.spot is None and not one.in_box]
    yield from _tables([one for one in paragraphs if one.spot or one.in_box])
    index = 0
    if not has_subject:
        for found in _title(text, rules):
            yield found
            index = max(index, text.index(_whole(text, found.paragraph)) + 1)
    yield from _text(text[index:])


def _tables(paragraphs: Sequence[Paragraph]) -> Iterator[Found]:
    """Tables are no part of the text, but many set «Kính gửi» and its list in one."""
    for _, group in groupby(paragraphs, key=lambda one: one.spot.top if one.spot else -1):
        cells = list(group)
        first = next((one for one in cells if not one.is_blank), None)
        is_address = first is not None and fold(first.words).startswith(_ADDRESSED)
        for one in cells:
            kind = Kind.ADDRESSEES if is_address and not one.is_blank else Kind.OTHER
            yield Found(kind, one)


def _whole(text: Sequence[Paragraph], line: Paragraph) -> Paragraph:
    """The paragraph that a line was taken from."""
    return next(one for one in text if one.number == line.number)


def _title(text: Sequence[Paragraph], rules: RuleSet) -> Iterator[Found]:
    """Tên loại and trích yếu, as long as they go on."""
    types = {fold(name) for name in rules.words["type_names"]}
    start = next((i for i, one in enumerate(text) if not _is_empty(one)), None)
    if start is None:
        return
    first, *others = text[start].lines()
    is_title = first.words.isupper() and first.layout.align == "center"
    if fold(first.words) not in types and not is_title:
        return
    yield Found(Kind.TYPE_NAME, first)
    below = [one for one in others if not one.is_blank]
    yield from (Found(Kind.TITLE, one) for one in below)
    yield from _subtitle(text[start + 1 :], has_line=bool(below))


def _subtitle(text: Sequence[Paragraph], *, has_line: bool) -> Iterator[Found]:
    for one in text:
        if is_typed_rule(one) or one.layout.ruled or one.strokes:
            if not one.is_blank and not is_typed_rule(one) and not _BELOW_TITLE.match(one.words):
                yield Found(Kind.TITLE, one)
            return
        if one.is_blank and not has_line:
            continue
        ends = one.is_blank or _BELOW_TITLE.match(one.words)
        if ends or (has_line and one.layout.align != "center"):
            return
        has_line = True
        yield Found(Kind.TITLE, one)


def _is_empty(paragraph: Paragraph) -> bool:
    return paragraph.is_blank or is_typed_rule(paragraph)


def _text(text: Sequence[Paragraph]) -> Iterator[Found]:
    stage, sections, awaits = Kind.OTHER, 0, False
    for one in text:
        if _is_empty(one):
            yield Found(Kind.OTHER, one)
            continue
        kind = Kind.ADDRESSEES if awaits else _kind(one, stage)
        awaits = kind is Kind.ADDRESSEES and fold(one.words) == f"{_ADDRESSED}:"
        if kind is Kind.BODY and _is_section(one, sections + 1):
            kind, sections = Kind.SECTION, sections + 1
        elif kind is Kind.BODY and _CHAPTER.fullmatch(one.words):
            kind, sections = Kind.CHAPTER, 0
        stage = kind
        yield Found(kind, one)


def _kind(one: Paragraph, stage: Kind) -> Kind:
    """What a line of text is, given what the one above was."""
    words = fold(one.words)
    if stage in {Kind.OTHER, Kind.ADDRESSEES} and words.startswith(_ADDRESSED):
        return Kind.ADDRESSEES
    if stage is Kind.ADDRESSEES and one.words.startswith(DASHES):
        return Kind.ADDRESSEES
    if stage in {Kind.OTHER, Kind.ADDRESSEES, Kind.BASIS} and _is_basis(one, stage):
        return Kind.BASIS
    if stage is Kind.OTHER and one.words.startswith("("):
        return Kind.OTHER  # «(Ban hành kèm theo …)» of a document that goes with a decision
    is_centred = one.layout.align == "center" and one.words.isupper()
    if stage in {Kind.OTHER, Kind.BASIS} and is_centred and not _CHAPTER.fullmatch(one.words):
        return Kind.OTHER  # thẩm quyền ban hành, «QUYẾT ĐỊNH:»
    return Kind.BODY


def _is_basis(one: Paragraph, stage: Kind) -> bool:
    """A line of căn cứ; «Căn cứ …, Sở … báo cáo:» is a sentence of the text."""
    if not fold(one.words).startswith(_BASES):
        return False
    if one.words.endswith(";"):
        return True
    is_italic = bool(one.printed) and all(run.letters.italic for run in one.printed)
    return is_italic or (stage is Kind.BASIS and one.words.endswith((".", ",")))


def _is_section(one: Paragraph, expected: int) -> bool:
    """A heading «III. TỔ CHỨC», but no initials of a name: the numbers must go on, or begin."""
    match = _SECTION.match(one.words)
    return (
        match is not None
        and match[1] in {roman(expected), "I"}
        and len(one.words) <= _LONGEST_HEADING
    )
