"""The cells of a returned workbook as facts: value, number format, formula, merged or not.

openpyxl is needed for just these facts: readers that only give values hide that a day is shown as
a month, that a value was calculated, or that cells were merged.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from kehoach_cli.exchange.forms.package import refuse_unsafe
from kehoach_cli.exchange.forms.values import one_line
from kehoach_cli.exchange.package import Refused
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

At = tuple[int, int]
"""Row and column of a cell, from 1."""

_BROKEN = (
    AttributeError,
    LookupError,
    OSError,
    OverflowError,
    SyntaxError,  # both XML parsers derive theirs from it
    TypeError,
    ValueError,
    zipfile.BadZipFile,
)
"""What openpyxl 3.1 raises on parts that do not hold what they should."""


@lru_cache(maxsize=4096)  # the same few titles and choices fill a form
def _text_of(typed: str) -> str:
    return one_line(typed)


@lru_cache(maxsize=4096)
def _folded(typed: str) -> str:
    return fold(one_line(typed))


@frozen
class RawCell:
    """A cell as the file has it: text, number, day or True/False, and its number format."""

    value: object = None
    format: str = "General"
    is_formula: bool = False
    is_error: bool = False
    is_merged: bool = False

    @property
    def text(self) -> str:
        """What can be read in it, on one line; "" where it is empty."""
        return "" if self.value is None else _text_of(str(self.value))

    @property
    def folded(self) -> str:
        """The same without case and diacritics: for titles and codes."""
        return "" if self.value is None else _folded(str(self.value))


EMPTY = RawCell()


@frozen
class RawSheet:
    """A sheet: its cells that hold anything or are merged, by row and column.

    ``comments``: author and words of what hangs on cells.
    """

    title: str
    cells: Mapping[At, RawCell]
    comments: Mapping[At, tuple[str, str]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> RawCell:
        """The cell at that place."""
        return self.cells.get((row, column), EMPTY)

    @property
    def last(self) -> At:
        """The last row and the last column that hold anything."""
        rows = [row for row, _ in self.cells]
        columns = [column for _, column in self.cells]
        return max(rows, default=0), max(columns, default=0)


@frozen
class RawBook:
    """A workbook; ``epoch`` is the day from which its numbers count days."""

    sheets: tuple[RawSheet, ...]
    epoch: datetime


def read_book(data: bytes) -> RawBook:
    """The cells of every sheet, hidden ones too.

    Raises:
        Refused: It is no .xlsx file, must not be opened, or cannot be read.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - +0.2 s

    refuse_unsafe(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and extensions that it leaves out
            book = load_workbook(BytesIO(data), keep_links=False)
            return cells_of(book)
    except _BROKEN:
        raise Refused("broken") from None


def cells_of(book: Workbook) -> RawBook:
    """The same of a workbook that openpyxl has opened already."""
    return RawBook(tuple(map(_sheet, book.worksheets)), book.epoch)


def _sheet(sheet: Worksheet) -> RawSheet:
    merged: set[At] = set()
    for span in sheet.merged_cells.ranges:
        if span.size["columns"] * span.size["rows"] > 1:
            merged.update(span.cells)
    cells = {
        at: RawCell(
            value=None if one.data_type == "f" else one.value,
            format=one.number_format,
            is_formula=one.data_type == "f",
            is_error=one.data_type == "e",
            is_merged=at in merged,
        )
        for at, one in sheet._cells.items()  # noqa: SLF001 - iter_rows makes all cells in between
        if one.value is not None or at in merged
    }
    comments = {
        at: (str(one.comment.author or ""), str(one.comment.text or ""))
        for at, one in sheet._cells.items()  # noqa: SLF001 - as above
        if one.comment is not None
    }
    return RawSheet(sheet.title, cells, comments)
