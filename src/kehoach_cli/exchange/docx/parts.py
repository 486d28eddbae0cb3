"""Which paragraph is which part: quốc hiệu, số, trích yếu, căn cứ … nơi nhận, phụ lục.

Parts are found by where they stand and what they say, never by how they look, so that a part that
looks wrong is still found. What cannot be told apart is ``unclear``, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from kehoach_cli.diagnostics import Place, Span
from kehoach_cli.exchange.docx.looks import Pages, Paragraph, Run
from kehoach_cli.exchange.docx.ruleset import Nature
from kehoach_cli.frozen import frozen


class Kind(StrEnum):
    """The parts, in the order in which a document has them; the keys of a rule set."""

    NATION = "nation"
    MOTTO = "motto"
    PARENT = "parent"
    ISSUER = "issuer"
    NUMBER = "number"
    DATE = "date"
    SUBJECT = "subject"
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    TYPE_NAME = "type_name"
    TITLE = "title"
    ADDRESSEES = "addressees"
    BASIS = "basis"
    CHAPTER = "chapter"
    SECTION = "section"
    BODY = "body"
    OFFICE = "office"
    SIGNER = "signer"
    RECIPIENTS_TITLE = "recipients_title"
    RECIPIENTS = "recipients"
    ANNEX_NUMBER = "annex_number"
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"
    OTHER = "other"
    """Notes, tables, drawn lines: nothing that the rules speak of."""


NO_FORM = "no-form"
"""Why a file that is no official document is not judged."""

DASHES = ("-", "–", "—", "+", "•")
"""What the items of a list begin with."""


@frozen
class Found:
    """One paragraph, or one typed line of it, as a part. ``annex`` counts from 1; 0 is the text."""

    kind: Kind
    paragraph: Paragraph
    annex: int = 0


@frozen
class Unclear:
    """What could not be judged: one of the reasons of the rule «docx-not-judged»."""

    reason: str
    paragraph: Paragraph | None = None
    args: Mapping[str, object] = field(default_factory=dict)


@frozen
class Form:
    """A whole document with its parts told apart; what the judges get."""

    file: str
    pages: Pages
    nature: Nature
    found: tuple[Found, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Paragraph, ...]]:
        by_kind: dict[Kind, list[Paragraph]] = {}
        for one in self.found:
            by_kind.setdefault(one.kind, []).append(one.paragraph)
        return {kind: tuple(ones) for kind, ones in by_kind.items()}

    def of(self, kind: Kind) -> tuple[Paragraph, ...]:
        """All lines of a part, blank ones left out, in their order."""
        return self._by_kind.get(kind, ())

    def first(self, kind: Kind) -> Paragraph | None:
        """The first line of a part; None where the document has none."""
        return next(iter(self.of(kind)), None)

    @property
    def is_official(self) -> bool:
        """Whether it looks like an official document at all; else nothing in it is judged."""
        return all(one.reason != NO_FORM for one in self.unclear)

    @property
    def text(self) -> tuple[tuple[Kind, Paragraph], ...]:
        """The text's paragraphs in their order, with what each is."""
        kinds = {Kind.CHAPTER, Kind.SECTION, Kind.BODY}
        return tuple((one.kind, one.paragraph) for one in self.found if one.kind in kinds)

    def goes_on(self, paragraph: Paragraph) -> bool:
        """Whether an item in a cell goes on in the next paragraph, which has no dash of its own."""
        if paragraph.spot is None:
            return False
        below = self.pages.paragraphs[paragraph.number : paragraph.number + 1]
        return any(
            one.spot == paragraph.spot and not one.is_blank and not one.words.startswith(DASHES)
            for one in below
        )

    def at(self, paragraph: Paragraph | None, run: Run | None = None) -> Place:
        """A paragraph, or a run in it, as a place; the document's beginning for None.

        The line is the paragraph's number, the column counts code points in its text.
        """
        if paragraph is None:
            return Place(self.file, span=Span(self.file))
        line, start, length = paragraph.number, paragraph.offset, len(paragraph.raw)
        if run is not None:
            start += _offset(paragraph.runs, run)
            length = len(run.text)
        return Place(self.file, span=Span(self.file, line, start + 1, line, start + 1 + length))


def _offset(runs: Sequence[Run], wanted: Run) -> int:
    offset = 0
    for run in runs:
        if run is wanted:
            break
        offset += len(run.text)
    return offset


def lines(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Every typed line that is not blank."""
    for paragraph in paragraphs:
        yield from (line for line in paragraph.lines() if not line.is_blank)
