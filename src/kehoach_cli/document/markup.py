r"""The text markup of templates and plans: a strict, line-based subset of Markdown.

Every line is what its first sign says it is, and written numbers stay text::

    # Mục        ## Khoản        ### Khoản cấp hai        #### Điểm    (numbered by ``numbering``)
    1. 1.1. a) đ)        running text under a number that is kept as written
    - gạch đầu dòng      > ghi chú      --- sang trang      ::: tên khóa=giá-trị
    **đậm**  *nghiêng*   \* a sign that means itself

A line without such a sign goes on with the paragraph above it; a blank line ends a paragraph.
What is wrong comes back as ``MarkupProblem``; nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from functools import lru_cache

from kehoach_cli.document.blocks import Block, PageBreak, Paragraph, Role
from kehoach_cli.document.inlines import read_inlines, unescape
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.patterns import late


class MarkupFault(StrEnum):
    """What can be wrong with a line of markup."""

    HEADING_EMPTY = "heading-empty"
    HEADING_NO_SPACE = "heading-no-space"  # args: text
    HEADING_TOO_DEEP = "heading-too-deep"  # args: marks, deepest
    HEADING_SKIPS = "heading-skips"  # args: marks, expected
    EMPHASIS_OPEN = "emphasis-open"  # args: mark
    DIRECTIVE_MALFORMED = "directive-malformed"  # args: text


@frozen
class MarkupProblem:
    """A fault of one line (from 1) with the words for its sentence."""

    line: int
    kind: MarkupFault
    args: Mapping[str, object] = field(default_factory=dict)


@frozen
class Directive:
    """``::: name key=value key="two words"``: asks for blocks that are made elsewhere."""

    name: str
    args: Mapping[str, str]
    line: int


@frozen
class Parsed:
    """Blocks without heading numbers yet, and what was wrong, both in the order of the text."""

    blocks: tuple[Block, ...]
    problems: tuple[MarkupProblem, ...] = ()


HEADING_ROLES = (Role.SECTION, Role.CLAUSE, Role.SUBCLAUSE, Role.POINT_TITLE)


@frozen
class _Chunk:
    """A paragraph, heading, break or directive, its soft-wrapped lines joined."""

    kind: str
    line: int
    mark: str
    text: str


_LINES = (
    ("break", re.compile(r"(---+)()")),
    ("directive", re.compile(r"(:::)(.*)")),
    ("heading", re.compile(r"(#+)(.*)")),
    ("note", re.compile(r"(>)[ \t]*(.*)")),
    ("dash", re.compile(r"(-)[ \t]+(.*)")),
    ("number", re.compile(r"((?:[0-9]{1,2}\.){1,3})[ \t]+(.*)")),
    ("point", re.compile(r"([a-zđ]\))[ \t]+(.*)")),
    ("body", re.compile(r"()(.*)")),
)
_ROLES = {
    "body": Role.BODY,
    "note": Role.NOTE,
    "dash": Role.DASH,
    "number": Role.NUMBERED,
    "point": Role.POINT,
}
_SIGN = re.compile(r"[-:#>0-9]|[a-zđ]\)")
"""What any line but one of plain text begins with."""
_MARK = ":::"
_MOST_KEPT, _LONGEST_KEPT = 32, 50_000
"""Texts without directives that are remembered, and their characters."""
_DIRECTIVE = late(r'[ \t]+([^\s=:"]+)((?:[ \t]+[^\s="]+=(?:"(?:[^"\\]|\\.)*"|(?:[^\s"\\]|\\.)+))*)')
_ARGUMENT = late(r'([^\s="]+)=(?:"((?:[^"\\]|\\.)*)"|((?:[^\s"\\]|\\.)+))')


def parse(
    text: str,
    directive: Callable[[Directive], Sequence[Block]],
    *,
    first_level: int = 1,
) -> Parsed:
    """Reads markup; ``directive`` gives the blocks of each directive, and notes its own faults.

    ``first_level`` (1 to 4) is the level that a single ``#`` stands for: 2 lets the text of a
    section begin with its khoản.
    """
    if _MARK in text or len(text) > _LONGEST_KEPT:
        return _read(text, directive, first_level)
    return _plainly(text, first_level)


@lru_cache(maxsize=_MOST_KEPT)
def _plainly(text: str, first_level: int) -> Parsed:
    """A text without directives, remembered: faults, outline and document all ask for it."""
    return _read(text, lambda _: (), first_level)


def _read(text: str, directive: Callable[[Directive], Sequence[Block]], first_level: int) -> Parsed:
    reader = _Reader(directive, first_level)
    for chunk in _chunks(text):
        reader.read(chunk)
    return Parsed(tuple(reader.blocks), tuple(reader.problems))


def _chunks(text: str) -> Iterator[_Chunk]:
    """Cuts the text into chunks; a plain line, or a note line after a note, goes on with one."""
    chunk: _Chunk | None = None
    for number, raw in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        kind, mark, rest = _classify(raw.strip(" \t"))
        if chunk and rest and (kind == "body" or kind == chunk.kind == "note"):
            chunk = _Chunk(chunk.kind, chunk.line, chunk.mark, f"{chunk.text} {rest}".lstrip())
            continue
        if chunk:
            yield chunk
        chunk = None if kind == "body" and not rest else _Chunk(kind, number, mark, rest)
        if chunk and kind not in _ROLES:
            yield chunk
            chunk = None
    if chunk:
        yield chunk


def _classify(line: str) -> tuple[str, str, str]:
    """Kind of a line, the sign it begins with, and the rest of it; the last pattern takes any."""
    if not _SIGN.match(line):
        return "body", "", line
    matches = ((kind, pattern.fullmatch(line)) for kind, pattern in _LINES)
    return next((kind, match[1], match[2]) for kind, match in matches if match)


class _Reader:
    """Turns chunks into blocks; remembers the level of the last heading."""

    def __init__(self, directive: Callable[[Directive], Sequence[Block]], first_level: int) -> None:
        self.blocks: list[Block] = []
        self.problems: list[MarkupProblem] = []
        self._directive = directive
        self._first_level = first_level
        self._marks = 0

    def read(self, chunk: _Chunk) -> None:
        """Adds what one chunk stands for."""
        if chunk.kind == "break":
            self.blocks.append(PageBreak())
        elif chunk.kind == "directive":
            self._read_directive(chunk)
        elif chunk.kind == "heading":
            self._read_heading(chunk)
        else:
            self._add(chunk, _ROLES[chunk.kind])

    def _add(self, chunk: _Chunk, role: Role) -> None:
        inlines, unclosed = read_inlines(chunk.text)
        if unclosed:
            self._note(chunk, MarkupFault.EMPHASIS_OPEN, mark=unclosed)
        number = chunk.mark if chunk.kind in {"dash", "number", "point"} else ""
        if inlines or number:
            self.blocks.append(Paragraph(role, inlines, number, chunk.line))

    def _read_heading(self, chunk: _Chunk) -> None:
        marks = len(chunk.mark)
        deepest = len(HEADING_ROLES) + 1 - self._first_level
        if not chunk.text:
            self._note(chunk, MarkupFault.HEADING_EMPTY)
            return
        if chunk.text == chunk.text.lstrip(" \t"):
            self._note(chunk, MarkupFault.HEADING_NO_SPACE, text=chunk.text)
        if marks > deepest:
            self._note(chunk, MarkupFault.HEADING_TOO_DEEP, marks=marks, deepest=deepest)
            marks = deepest
        elif marks > self._marks + 1:
            self._note(chunk, MarkupFault.HEADING_SKIPS, marks=marks, expected=self._marks + 1)
        self._marks = marks
        words = replace(chunk, text=chunk.text.lstrip(" \t"))
        self._add(words, HEADING_ROLES[self._first_level + marks - 2])

    def _read_directive(self, chunk: _Chunk) -> None:
        match = _DIRECTIVE().fullmatch(chunk.text)
        if not match:
            self._note(chunk, MarkupFault.DIRECTIVE_MALFORMED, text=_MARK + chunk.text)
            return
        args = {
            key: unescape(quoted or bare) for key, quoted, bare in _ARGUMENT().findall(match[2])
        }
        self.blocks.extend(self._directive(Directive(match[1], args, chunk.line)))

    def _note(self, chunk: _Chunk, kind: MarkupFault, **args: object) -> None:
        self.problems.append(MarkupProblem(chunk.line, kind, args))
