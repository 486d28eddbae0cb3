"""``# kehoach: bỏ qua KH204 – lý do``: a finding that someone has looked at and let stand.

Only in comments outside all scalars, and only with a reason.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.frozen import frozen
from kehoach_cli.source.characters import MAX_FAULTS_OF_A_KIND, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIGGER = "kehoach:"
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*kehoach:.*")
_FORM = (
    r"#\s*kehoach:\s*bỏ qua\s+(?P<codes>KH\d{3}(?:\s*,\s*KH\d{3})*)\s*"
    r"(?:[-–—]\s*(?P<reason>.*))?"
)

_Point: TypeAlias = "tuple[int, int]"


@frozen
class Suppression:
    """A comment that silences ``codes`` on the lines it covers.

    ``span`` is the comment itself. Without codes or a reason it silences nothing and is itself a
    fault. The lines are its own, or the next one with data when it stands alone; a text over
    several lines that begins there is covered as a whole, since no comment fits inside it.
    """

    codes: tuple[str, ...]
    reason: str
    span: Span
    first_line: int
    last_line: int

    @property
    def counts(self) -> bool:
        """Whether it names codes and gives a reason."""
        return bool(self.codes and self.reason)

    def covers(self, code: str, line: int) -> bool:
        """Whether a finding of ``code`` that begins on ``line`` is silenced."""
        return self.counts and code in self.codes and self.first_line <= line <= self.last_line


def suppressions(text: str, file: str) -> tuple[Suppression, ...]:
    """The suppression comments of a YAML text in their order, well formed or not."""
    if _TRIGGER not in text:
        return ()
    text = clean(text)
    lines = text.split("\n")
    scalars = _Scalars(text, lines)
    following = _next_data_lines(lines)
    return tuple(
        _suppression(comment[0].rstrip(), span, following, scalars)
        for number, line in enumerate(lines, 1)
        if _TRIGGER in line
        for comment in _COMMENT.finditer(line)
        if not scalars.hold((span := _span(comment, number, file)).line, span.column)
    )


def suppression_faults(found: tuple[Suppression, ...]) -> tuple[Fault, ...]:
    """A ``bad-suppression`` for each of the first twenty that have no reason or no known form."""
    bad = [one for one in found if not one.counts]
    return tuple(
        Fault(
            "bad-suppression",
            Place(one.span.file, span=one.span),
            {"reason": "no-reason" if one.codes else "not-understood"},
        )
        for one in bad[:MAX_FAULTS_OF_A_KIND]
    )


class _Scalars:
    """Where the scalars of a text stand, up to the first syntax error."""

    def __init__(self, text: str, lines: list[str]) -> None:
        self._starts: list[_Point] = []
        self._ends: list[_Point] = []
        self.last_lines: dict[int, int] = {}
        for start, end, header_line in _stretches(text, lines):
            self._starts.append(start)
            self._ends.append(end)
            self.last_lines[header_line] = end[0]

    def hold(self, line: int, column: int) -> bool:
        """Whether this place lies inside a scalar."""
        index = bisect_right(self._starts, (line, column)) - 1
        return index >= 0 and (line, column) < self._ends[index]


def _stretches(text: str, lines: list[str]) -> Iterator[tuple[_Point, _Point, int]]:
    """Start, end and first line of each scalar; a block of text starts below its | or >."""
    from yaml import ScalarEvent  # noqa: PLC0415 - PyYAML: +15 ms

    from kehoach_cli.source.events import (  # noqa: PLC0415
        PARSE_ERRORS,
        open_events,
        position,
    )
    from kehoach_cli.source.spans import scalar_end  # noqa: PLC0415

    source = open_events(text)
    try:
        while (event := source.get_event()) is not None:
            if isinstance(event, ScalarEvent):
                start, end = position(event.start_mark), scalar_end(event, lines)
                is_block = event.style in {"|", ">"}
                yield ((start[0] + 1, 0) if is_block else start), end, start[0]
    except PARSE_ERRORS:
        return


def _suppression(comment: str, span: Span, following: list[int], scalars: _Scalars) -> Suppression:
    match = re.fullmatch(_FORM, unicodedata.normalize("NFC", comment))
    first = following[span.line - 1]
    return Suppression(
        tuple(re.findall(r"KH\d{3}", match["codes"])) if match else (),
        (match["reason"] or "") if match else "",
        span,
        first,
        scalars.last_lines.get(first, first),
    )


def _next_data_lines(lines: list[str]) -> list[int]:
    """For each line the number, from 1, of the first with data at it or below, else its own."""
    following = []
    below = None
    for number in range(len(lines), 0, -1):
        content = lines[number - 1].lstrip()
        if content and not content.startswith("#"):
            below = number
        following.append(below or number)
    return following[::-1]


def _span(comment: re.Match[str], line: int, file: str) -> Span:
    column = comment.start() + 1
    return Span(file, line, column, line, column + len(comment[0].rstrip()))
