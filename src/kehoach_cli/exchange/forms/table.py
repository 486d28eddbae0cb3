"""The table on a returned sheet: found by its titles, wherever its columns and rows went."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_cli.exchange.forms.layout import CODE, MARK, Column, SheetKind
from kehoach_cli.exchange.forms.reading import RawBook, RawCell, RawSheet
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold

_DEEP = 60
"""Rows within which a header is looked for."""


@frozen
class Spot:
    """A place in a workbook, as it is named in a sentence; no column for a whole row or sheet."""

    sheet: str
    row: int = 0
    column: int = 0
    title: str = ""

    @property
    def cell(self) -> str:
        """«F8»."""
        return f"{letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """«trang «Nhiệm vụ», dòng 8, cột «Tình trạng» (ô F8)»."""
        said = f"trang «{self.sheet}»"
        if self.row:
            said += f", dòng {self.row}"
        if self.column:
            said += f", cột «{self.title}» (ô {self.cell})"
        return said


def letters(column: int) -> str:
    """The letters of a column counted from 1: A … Z, AA …."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@frozen
class Found:
    """A table: its sheet, the row of its header, the place of each column by key.

    ``doubled``: titles that stand there twice.
    """

    sheet: RawSheet
    kind: SheetKind
    header: int
    places: Mapping[str, int]
    doubled: tuple[str, ...] = ()

    def cell(self, row: int, key: str) -> RawCell:
        """The cell of that column; an empty one where the column is not there."""
        place = self.places.get(key)
        return self.sheet.at(row, place) if place else RawCell()

    def spot(self, row: int, column: Column | None = None) -> Spot:
        """Where that is."""
        if column is None or column.key not in self.places:
            return Spot(self.sheet.title, row)
        return Spot(self.sheet.title, row, self.places[column.key], column.title)

    @property
    def rows(self) -> range:
        """The rows under the header."""
        return range(self.header + 1, self.sheet.last[0] + 1)


def find_table(book: RawBook, kind: SheetKind) -> Found | None:
    """The table of that kind: on the sheet of its name, else on any that has its title of codes."""
    named = [one for one in book.sheets if fold(one.title) == fold(kind.name)]
    others = [one for one in book.sheets if one not in named]
    found = (_table(sheet, kind) for sheet in (*named, *others))
    return next(filter(None, found), None)


def _table(sheet: RawSheet, kind: SheetKind) -> Found | None:
    code = fold(kind.code)
    rows = sorted(
        row for (row, _), cell in sheet.cells.items() if row <= _DEEP and cell.folded == code
    )
    if not rows:
        return None
    header = rows[0]
    titles = {fold(column.title): column.key for column in kind.columns} | {fold(MARK): MARK}
    places: dict[str, int] = {}
    doubled: list[str] = []
    for column in range(1, sheet.last[1] + 1):
        cell = sheet.at(header, column)
        key = titles.get(cell.folded)
        if key in places:
            doubled.append(cell.text)
        elif key:
            places[key] = column
    return Found(sheet, kind, header, places, tuple(doubled)) if CODE in places else None
