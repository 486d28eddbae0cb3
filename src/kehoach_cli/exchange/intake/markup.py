"""Paragraphs written in the markup of a plan's text, as one would type them by hand.

Every paragraph is read back before it is given; a heading is counted by the program only where
the count comes to the number that is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from kehoach_cli.document.blocks import Block, Paragraph
from kehoach_cli.document.inlines import escape, plain
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.exchange.intake.lines import Line
from kehoach_cli.exchange.intake.marks import Level, Mark, mark_of

_WIDTH = 92
_LONGEST_HEADING = 160
_STOPS = (".", ";", ",", ":", "!", "?")
_SPECIAL = re.compile(r"(?:[-–>#*:].*|(?:\d{1,2}\.)+|[a-zđ]\))")
_SIGN = re.compile(r"[\\*]")
_TYPED = {Level.CLAUSE, Level.SUBCLAUSE, Level.POINT}


def is_heading(line: Line, mark: Mark, after: Line | None) -> bool:
    """Whether a numbered paragraph only names what follows it."""
    if line.is_bold:
        return True
    if len(mark.rest) > _LONGEST_HEADING or mark.rest.endswith(_STOPS) or line.bold:
        return False
    below = mark_of(after.text) if after else None
    return after is not None and (below is None or below.level is not mark.level)


def written(lines: Sequence[Line], prefix: str = "") -> str:
    """The text of a section, a blank line between paragraphs, ended by a line break.

    ``prefix`` («2.») is what the program prints before the numbers of khoản.
    """
    writer = _Writer(prefix)
    for line, after in zip_longest(lines, lines[1:]):
        if line is not None:
            writer.add(line, after)
    return "\n\n".join(writer.paragraphs) + "\n" if writer.paragraphs else ""


@dataclass(slots=True)
class _Writer:
    """What has been written, and how far the program would have counted."""

    prefix: str
    paragraphs: list[str] = field(default_factory=list)
    clause: int = 0
    subclause: int = 0

    def add(self, line: Line, after: Line | None) -> None:
        mark = mark_of(line.text)
        head = self._counted(line, mark, after) if mark else None
        if mark is None or mark.level is Level.SECTION:
            self._put("", "", line.text, line.bold)
        elif head:
            self._put(head, "", mark.rest, 0)
        elif mark.level is Level.DASH:
            self._put("- ", "-", mark.rest, 0)
        elif mark.level in _TYPED and mark.number.endswith((".", ")")):
            bold = max(line.bold - (len(line.text) - len(mark.rest)), 0)
            bold = len(mark.rest) if line.is_bold else bold
            self._put(f"{mark.number} ", mark.number, mark.rest, bold)
        else:
            self._put("", "", line.text, len(line.text) if line.is_bold else line.bold)

    def _counted(self, line: Line, mark: Mark, after: Line | None) -> str:
        """«# » or «## » where the program counts to the same number, else ""."""
        if mark.level not in {Level.CLAUSE, Level.SUBCLAUSE} or not is_heading(line, mark, after):
            return ""
        number = mark.number.removeprefix(self.prefix)
        if number == f"{self.clause + 1}.":
            self.clause, self.subclause = self.clause + 1, 0
            return "# "
        if self.clause and number == f"{self.clause}.{self.subclause + 1}.":
            self.subclause += 1
            return "## "
        return ""

    def _put(self, sign: str, number: str, text: str, bold: int) -> None:
        self.paragraphs.append(paragraph(sign, number, text, bold))


def paragraph(sign: str, number: str, text: str, bold: int = 0) -> str:
    """One paragraph behind its sign, escaped only where a letter would mean something.

    ``number`` is what is printed because it is typed; ``bold`` counts letters from the beginning.
    """
    tries = [_wrapped(sign + _with_bold(_escaped(text), text, bold)), sign + escape(text)]
    return next((one for one in tries if _reads_as(one, number, text)), tries[-1])


def _escaped(text: str) -> str:
    return _SIGN.sub(r"\\\g<0>", text)


def _with_bold(escaped: str, text: str, bold: int) -> str:
    """The first letters in bold, where no sign is among them."""
    lead = text[:bold].rstrip()
    return f"**{lead}**{escaped[len(lead) :]}" if lead and escaped.startswith(lead) else escaped


def _wrapped(text: str) -> str:
    """Lines of ordinary width; none begins with a sign that would make it something else."""
    lines = [""]
    for word in text.split(" "):
        fits = len(lines[-1]) + len(word) < _WIDTH
        if not lines[-1] or fits or _SPECIAL.fullmatch(word):
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    return "\n".join(lines)


def _reads_as(markup: str, number: str, text: str) -> bool:
    parsed = parse(markup, _nothing, first_level=2)
    match parsed.blocks:
        case [Paragraph() as block] if not parsed.problems:
            return block.number == number and plain(block.inlines) == text
        case _:
            return False


def _nothing(_: Directive) -> Sequence[Block]:
    return ()
