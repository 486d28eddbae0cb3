"""The text of a mục, changed paragraph by paragraph; all other lines stay as they are typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from kehoach_cli.diagnostics import Place
from kehoach_cli.document.blocks import Block, Paragraph
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.exchange.intake.lines import Line
from kehoach_cli.exchange.intake.marks import mark_of
from kehoach_cli.exchange.intake.markup import paragraph, written
from kehoach_cli.exchange.intake.printed import Printed

_SIGN = re.compile(r"(#+|-|(?:\d{1,2}\.){1,3}|[a-zđ]\))[ \t]+")

_NO_WORDS = re.compile(r"---+|:::.*")


@dataclass(slots=True)
class SectionText:
    """A text, and what becomes of its paragraphs by the line (from 0) where they begin."""

    before: str
    changed: dict[int, str] = field(default_factory=dict)
    added: dict[int, list[str]] = field(default_factory=dict)

    def change(self, place: Place, ours: Printed, theirs: str) -> bool:
        """Other words for a paragraph; False where its number is counted and is another."""
        start = self._start(place)
        sign = _SIGN.match(self._lines[start].lstrip())
        mark = mark_of(theirs)
        if sign is None or mark is None:
            if ours.number:
                return False
            self.changed[start] = paragraph("", "", theirs)
        elif sign[1].startswith("#"):
            if mark.number.rstrip(".)") != ours.number.rstrip(".)"):
                return False
            self.changed[start] = paragraph(f"{sign[1]} ", "", mark.rest)
        else:
            number = "-" if sign[1] == "-" else mark.number
            self.changed[start] = paragraph(f"{number} ", number, mark.rest)
        return True

    def remove(self, place: Place) -> None:
        """Take a paragraph out."""
        self.changed[self._start(place)] = ""

    def add(self, place: Place | None, theirs: str) -> None:
        """A new paragraph behind the one at the place, or before all others."""
        start = -1 if place is None else self._start(place)
        self.added.setdefault(start, []).append(written([Line(theirs, "")]).rstrip("\n"))

    def text(self) -> str:
        """The text after all changes, ended by a line break; "" where nothing is left."""
        starts = self._starts
        said = [line for one in self.added.get(-1, ()) for line in (*one.split("\n"), "")]
        said += self._lines[: starts[0] if starts else len(self._lines)]
        for start, end in pairwise([*starts, len(self._lines)]):
            own = list(takewhile(_is_words, self._lines[start:end]))
            core = self.changed.get(start, "\n".join(own))
            items = [one for one in (core, *self.added.get(start, ())) if one]
            rest = self._lines[start + len(own) : end]
            said += "\n\n".join(items).split("\n") if items else []
            said += rest if items or any(map(str.strip, rest)) else []
        text = "\n".join(said).strip("\n")
        return f"{text}\n" if text else ""

    @property
    def _lines(self) -> list[str]:
        return self.before.split("\n")

    @property
    def _starts(self) -> list[int]:
        """Where paragraphs begin."""
        blocks = parse(self.before, _nothing, first_level=2).blocks
        return [one.line - 1 for one in blocks if isinstance(one, Paragraph) and one.line]

    def _start(self, place: Place) -> int:
        """The line that a place names by the words of it."""
        for number, line in enumerate(self._lines):
            above = "\n".join(self._lines[:number])
            if line.strip() == place.excerpt and above.count(place.excerpt) == place.nth:
                return max((one for one in self._starts if one <= number), default=0)
        return 0


def _is_words(line: str) -> bool:
    """Whether a line still belongs to a paragraph: not blank, no directive, no page break."""
    return bool(line.strip()) and not _NO_WORDS.fullmatch(line.strip())


def _nothing(_: Directive) -> Sequence[Block]:
    return ()
