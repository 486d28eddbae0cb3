"""What a document is made of: paragraphs with a role, tables, pictures, page and annex breaks.

Nothing here knows plans, Word or a terminal. A block says what a piece of text *is* (its role);
each writer decides how that looks.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:  # it builds on what stands here
    from kehoach_cli.document.pictures import Drawing


@frozen
class Text:
    """A run of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False


Inlines = tuple[Text, ...]

Tone = Literal["finished", "belated", "running", "open", "late", "silent", "other"]
"""How a state strikes the eye where there are colours; the words beside it say the same."""


@frozen
class Share:
    """A part of a whole: what its members are called in running text, and how many they are."""

    label: str
    count: int
    tone: Tone


@frozen
class Tally:
    """A whole («32 nhiệm vụ») and the parts that add up to ``total``."""

    whole: str
    total: int
    shares: tuple[Share, ...]


class Role(StrEnum):
    """What a paragraph is in the layout «phần, mục, khoản, điểm» of NĐ 30/2020, PL I.V.6.b."""

    GROUND = "ground"  # căn cứ
    BODY = "body"
    SECTION = "section"  # mục: I. TIÊU ĐỀ
    CLAUSE = "clause"  # khoản có tiêu đề: 1. Tiêu đề
    SUBCLAUSE = "subclause"  # 1.1. Tiêu đề
    POINT_TITLE = "point-title"  # a) with a title
    NUMBERED = "numbered"  # khoản không tiêu đề: 1. or 1.1. with running text
    POINT = "point"  # điểm: a) with running text
    DASH = "dash"  # - running text
    NOTE = "note"  # a remark of the document about itself, in italics
    ANNEX_NUMBER = "annex-number"  # Phụ lục I
    ANNEX_TITLE = "annex-title"
    ANNEX_REFERENCE = "annex-reference"  # (Kèm theo Kế hoạch số …)
    CAPTION = "caption"  # above a table


@frozen
class Paragraph:
    """A paragraph; ``number`` is what is printed before it («I.», «1.», «a)», «-»).

    ``tally`` holds the figures that the text counts, for a screen that can draw them.
    """

    role: Role
    inlines: Inlines
    number: str = ""
    line: int | None = None  # of the markup it came from, from 1
    tally: Tally | None = None


@frozen
class PageBreak:
    """What follows starts on a new page of the same section."""


@frozen
class SectionBreak:
    """What follows is an annex: a new page, page numbers from 1 again.

    Source: NĐ 30/2020, Phụ lục I, III.1.đ.
    """

    landscape: bool = False


@frozen
class Column:
    """A column of a table; the widths of a table's columns are shares of the text width.

    ``yields``: on a screen too narrow for all, the first to give way is the one with the highest
    number; those with 0 stay as long as there are columns at all.
    """

    key: str
    title: str
    width_mm: float
    align: Literal["left", "center", "right"] = "left"
    yields: int = 0


@frozen
class HeaderGroup:
    """A heading over ``span`` columns, beginning at column ``start`` (from 0)."""

    title: str
    start: int
    span: int


CellValue = str | int | date | None


@frozen
class Cell:
    """A typed value and, where it must read otherwise than the plain value, its text.

    ``None`` prints nothing. ``rows`` > 1 merges the cell with those below it (which are then
    given as ``None`` cells), ``columns`` > 1 with those to its right.
    """

    value: CellValue
    text: str | None = None
    bold: bool = False
    columns: int = 1
    rows: int = 1
    tone: Tone | None = None


@frozen
class Row:
    """A row; a ``group`` row heads those after it: its first cell may span the table, bold."""

    cells: tuple[Cell, ...]
    group: bool = False
    total: bool = False


@frozen
class Table:
    """A table that every writer can draw; its header repeats on each page.

    ``printed_unit`` is what the texts of its amounts are in («triệu đồng»), ``value_unit`` what
    their plain values are in («đồng»).
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header_groups: tuple[HeaderGroup, ...] = ()
    caption: str = ""
    empty: str = ""  # the sentence printed instead of a table without rows
    printed_unit: str = ""
    value_unit: str = ""


@frozen
class Picture:
    """A drawing with its caption below; ``number`` counts the pictures of the document from 1."""

    name: str
    drawing: Drawing
    caption: str
    number: int = 0


Block = Paragraph | Table | Picture | PageBreak | SectionBreak
