"""What a reader of a .docx sees: paragraphs with their effective formatting, sections, rules.

Lengths are twips (1/20 pt) unless the name says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import cached_property
from itertools import accumulate
from typing import Literal

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import nfc

Align = Literal["left", "center", "right", "both"]
Line = Literal["auto", "exact", "atLeast"]


@frozen
class Letters:
    """How the letters of a run look, after all styles.

    ``fonts`` are those that its letters really use: ASCII and other Latin letters may differ.
    ``colour`` is RRGGBB, "" for automatic (black on white).
    """

    fonts: tuple[str, ...] = ()
    size_pt: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    colour: str = ""
    raised: bool = False  # footnote marks and the like


@frozen
class Run:
    """A stretch of text that looks alike; tabs and line breaks are those characters."""

    text: str
    letters: Letters


@frozen
class Layout:
    """How a paragraph lies, after all styles. ``first_line`` is negative when it hangs.

    ``line`` is 240 for single spacing where ``line_rule`` is auto, else twips. ``together`` means
    that no gap is left between paragraphs of the same style (contextual spacing).
    """

    align: Align = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: Line = "auto"
    together: bool = False
    ruled: bool = False  # a border above or below
    page_break_before: bool = False


@frozen
class Spot:
    """The table cell that a paragraph stands in; all numbers from 0.

    ``table`` counts tables in the order in which they begin; ``top`` is the outermost one around.
    """

    table: int
    row: int
    column: int
    width: int
    top: int


@frozen
class Stroke:
    """A drawn horizontal line; ``length`` is None where the file does not tell it."""

    length: int | None


@frozen
class Paragraph:
    """One paragraph. ``number`` counts from 1 over the whole body, tables and boxes included.

    ``label`` is the automatic number that Word puts before the text («a)»). ``width`` is the room
    between the margins or inside the cell.
    """

    number: int
    runs: tuple[Run, ...] = ()
    label: str = ""
    layout: Layout = field(default_factory=Layout)
    style: str = ""
    spot: Spot | None = None
    section: int = 0
    width: int = 0
    strokes: tuple[Stroke, ...] = ()
    in_box: bool = False
    offset: int = 0  # of a line taken out of its paragraph: letters before it

    @cached_property
    def text(self) -> str:
        """The text as typed, in NFC, line breaks as spaces: what an excerpt shows."""
        return nfc(self.raw.replace("\n", " ").replace("\t", " "))

    @cached_property
    def raw(self) -> str:
        """The text as it stands in the file."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def words(self) -> str:
        """The text as read aloud: automatic number, single spaces, capitals as shown."""
        shown = "".join(run.text.upper() if run.letters.caps else run.text for run in self.runs)
        return " ".join(nfc(f"{self.label} {shown}").split())

    @property
    def printed(self) -> tuple[Run, ...]:
        """The runs that can be judged: with letters or figures, not raised, no blanks to fill."""
        return tuple(run for run in self.runs if not run.letters.raised and _prints(run.text))

    def lines(self) -> tuple[Paragraph, ...]:
        """The paragraph's typed lines, each as one of its own with the same number."""
        if "\n" not in self.raw:
            return (self,)
        rows: list[list[Run]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\n")
            rows[-1].append(replace(run, text=first))
            rows += [[replace(run, text=text)] for text in others]
        starts = accumulate((sum(len(run.text) for run in row) + 1 for row in rows), initial=0)
        return tuple(
            replace(self, runs=tuple(row), offset=start, label=self.label if not start else "")
            for row, start in zip(rows, starts, strict=False)
        )

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed but, perhaps, a line."""
        return not self.raw.strip() and not self.label


_BLANK = re.compile(r"…|\.{3}")
_FEW = 5


def _prints(text: str) -> bool:
    """Whether a run has letters or figures, more than a word or a note's number among dots."""
    count = sum(map(str.isalnum, text))
    return count > (_FEW if _BLANK.search(text) else 0)


@frozen
class PageNumber:
    """A PAGE field in a header or footer."""

    align: Align
    letters: Letters
    number_format: str = ""  # «roman» …; "" or «decimal» are Arabic


@frozen
class Margin:
    """A header or footer: its text and the page number that it may hold."""

    text: str
    number: PageNumber | None


@frozen
class Section:
    """A section. ``headers`` and ``footers`` go by «default», «first», «even», as inherited."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    gutter: int
    header_distance: int
    has_title_page: bool
    starts_at: int | None  # page number that it restarts from
    number_format: str
    columns: int
    headers: dict[str, Margin]
    footers: dict[str, Margin]

    @property
    def is_landscape(self) -> bool:
        """Whether its pages lie."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """Room between the margins."""
        return self.width - self.left - self.right - self.gutter


@frozen
class Pages:
    """A whole .docx as read. ``changes`` tells that tracked changes are still in it.

    Text is read as if every change were accepted.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    has_changes: bool = False
    differs_even_odd: bool = False
