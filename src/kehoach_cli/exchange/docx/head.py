"""The top of a document: quốc hiệu on the right, cơ quan and số on the left, day, V/v.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1–II.5 and the sketch in Mục IV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import Found, Kind, Unclear, lines
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold

_NATION = "cong hoa xa hoi chu nghia viet nam"
_PARTY = "dang cong san viet nam"
_PARTY_NUMBER = re.compile(
    r"số\s*:?\s*[\d.…_ ]*-\s*[A-ZĐ][A-Za-zĐđ]{0,3}/[A-ZĐ]{2,}", re.IGNORECASE
)
_MOTTO = re.compile(r"doc lap.*tu do.*hanh phuc")
_NUMBER = re.compile(r"số\s*[:.…/_\d]|số\s*$", re.IGNORECASE)
_DATE = re.compile(r"ngày.*tháng.*năm", re.IGNORECASE)
_SUBJECT = re.compile(r"v\s*/\s*v|về việc", re.IGNORECASE)
_TYPED_RULE = re.compile(r"[_\-–—―─=*\s]{3,}")
_SEARCHED = 60  # lines; a quốc hiệu further down belongs to a form inside the document


@frozen
class Head:
    """The top as found. ``end`` is the index of the first paragraph below it."""

    found: tuple[Found, ...]
    end: int
    has_nation: bool
    unclear: tuple[Unclear, ...] = ()


def is_typed_rule(paragraph: Paragraph) -> bool:
    """Whether the line is drawn with the keyboard: «________»."""
    return bool(_TYPED_RULE.fullmatch(paragraph.raw)) and not paragraph.is_blank


def is_nation(paragraph: Paragraph) -> bool:
    """Whether the paragraph holds the quốc hiệu, however it is written."""
    return any(
        _NATION in fold(line.words) and len(line.words) <= 3 * len(_NATION)
        for line in paragraph.lines()
    )


def is_party(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether this is a document of the Party: other rules hold for its form."""
    first = [line.words for line in islice(lines(paragraphs), _SEARCHED)]
    if any(_NATION in fold(text) for text in first):
        return False
    titles = any(fold(text).endswith(_PARTY) and text.isupper() for text in first[:20])
    return titles or any(_PARTY_NUMBER.match(text) for text in first[:20])


def read_head(paragraphs: Sequence[Paragraph], rules: RuleSet) -> Head:
    """The top of the document that begins here."""
    index = _nation_index(paragraphs)
    if index is None:
        return Head((), 0, has_nation=False)
    spot = paragraphs[index].spot
    if spot is None:
        return _untabled(paragraphs, index)
    end = _end(paragraphs, index)
    cells = [one for one in paragraphs[:end] if one.spot is not None]
    beside = any(one.spot.column < spot.column for one in cells if one.spot)
    sides: tuple[list[Paragraph], list[Paragraph]] = ([], [])
    for one in cells:
        column = one.spot.column if one.spot else 0
        is_left = column < spot.column if beside else column > spot.column
        sides[not is_left].append(one)
    left, right = sides
    found = (*_left(list(lines(left)), rules), *_right(lines(right), rules))
    above = tuple(Found(Kind.OTHER, one) for one in paragraphs[:end] if one.spot is None)
    return Head((*above, *found), end, has_nation=True)


def _nation_index(paragraphs: Sequence[Paragraph]) -> int | None:
    seen = 0
    for index, one in enumerate(paragraphs):
        if is_nation(one):
            return index
        seen += not one.is_blank
        if seen > _SEARCHED:
            return None
    return None


def _end(paragraphs: Sequence[Paragraph], nation: int) -> int:
    """Behind the table of the quốc hiệu, and behind a second one that holds the number."""
    spot = paragraphs[nation].spot
    top = spot.top if spot else -1
    end = _behind(paragraphs, nation, top)
    if any(_is_number(line) for line in lines(paragraphs[:end])):
        return end
    after = end
    while after < len(paragraphs) and paragraphs[after].spot is None:
        if not paragraphs[after].is_blank:
            return end
        after += 1
    if after == len(paragraphs):
        return end
    second = paragraphs[after].spot
    further = _behind(paragraphs, after, second.top if second else -1)
    has_number = any(_is_number(line) for line in lines(paragraphs[after:further]))
    return further if has_number else end


def _behind(paragraphs: Sequence[Paragraph], start: int, top: int) -> int:
    index = start
    while index < len(paragraphs) and (spot := paragraphs[index].spot) and spot.top == top:
        index += 1
    return index


def _is_number(line: Paragraph) -> bool:
    return bool(_NUMBER.match(line.words))


_MARKS = {"urgency": Kind.URGENCY, "circulation": Kind.CIRCULATION, "other": Kind.OTHER}
"""Words of a rule set that are stamped beside the parts of the head."""


def _mark(line: Paragraph, rules: RuleSet) -> Kind | None:
    """What a stamped line is; None where it is no stamp: «KHÁNH HÒA» is not «KHẨN»."""
    text = fold(line.words)
    found = ((kind, fold(one)) for name, kind in _MARKS.items() for one in rules.words[name])
    return next((kind for kind, one in found if text == one or text.startswith(f"{one} ")), None)


def _left(found: list[Paragraph], rules: RuleSet) -> Iterator[Found]:
    """Organs, then the number, then what a công văn is about."""
    names: list[Paragraph] = []
    number_seen = subject_seen = False
    for line in found:
        mark = Kind.OTHER if is_typed_rule(line) else _mark(line, rules)
        if mark is not None:
            yield Found(mark, line)
        elif not number_seen and _is_number(line):
            number_seen = True
            yield Found(Kind.NUMBER, line)
        elif subject_seen or _SUBJECT.match(line.words):
            subject_seen = True
            yield Found(Kind.SUBJECT, line)
        elif number_seen and not line.words.isupper():
            yield Found(Kind.OTHER, line)
        else:
            names.append(line)
    parents = _parents(names, rules)
    for index, line in enumerate(names):
        yield Found(Kind.PARENT if index < parents else Kind.ISSUER, line)


def _parents(names: Sequence[Paragraph], rules: RuleSet) -> int:
    """How many of the lines name the parent: an organ's own name may take several lines.

    A line below that begins as an organ's name begins the issuer; else bold letters, which only
    the issuer has, tell where it begins.
    """
    starts = tuple(rules.words["organs"])
    for index in range(len(names) - 1, 0, -1):
        if names[index].words.upper().startswith(starts):
            return index
    bold = [is_bold(one) for one in names]
    if all(bold) or len(names) < 2:  # noqa: PLR2004 - two names, or one
        return 0
    return bold.index(True) if True in bold[1:] and not bold[0] else len(names) - 1


def is_bold(paragraph: Paragraph) -> bool:
    """Whether most of its letters are bold."""
    bold = sum(len(run.text) for run in paragraph.printed if run.letters.bold)
    return 2 * bold > sum(len(run.text) for run in paragraph.printed)


def _right(found: Iterator[Paragraph], rules: RuleSet) -> Iterator[Found]:
    tests = (
        (Kind.NATION, is_nation),
        (Kind.MOTTO, lambda line: bool(_MOTTO.search(fold(line.words)))),
        (Kind.DATE, lambda line: bool(_DATE.search(line.words))),
    )
    for line in found:
        kind = next((kind for kind, test in tests if test(line)), None)
        yield Found(kind or _mark(line, rules) or Kind.OTHER, line)


def _untabled(paragraphs: Sequence[Paragraph], nation: int) -> Head:
    """A head set with tabs or blanks: its parts cannot be told apart on their lines."""
    end = nation
    seen_date = False
    while end < len(paragraphs) and end - nation < _SEARCHED // 4 and not seen_date:
        seen_date = bool(_DATE.search(paragraphs[end].words))
        end += 1
    if not seen_date:
        end = nation + 2
    unclear = Unclear("head-without-table", paragraphs[nation])
    found = tuple(Found(Kind.OTHER, one) for one in paragraphs[:end])
    return Head(found, end, has_nation=True, unclear=(unclear,))
