"""What a returned table holds that does not become data: told, so that nobody believes it did."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.exchange.forms.content import Row, Sheet
from kehoach_cli.exchange.forms.layout import CODE
from kehoach_cli.exchange.forms.reading import RawCell
from kehoach_cli.exchange.forms.sides import Matching
from kehoach_cli.exchange.forms.table import Found, Spot
from kehoach_cli.vn.text import fold

_GREY = ("title", "due")
"""Locked columns that senders correct by hand."""
_OF_WORDS = frozenset({"text", "words"})


def tell_ignored(of: Matching, sheet: Sheet, table: Found) -> None:
    """Grey cells that were changed, rows that were deleted, words below the table."""
    rows = _by_number(sheet, table)
    for number, row in rows.items():
        _tell_grey(of, table, number, row)
    for row in sheet.rows:
        if row not in rows.values() and any(row.values[key] for key in row.values if key != "plan"):
            spot = Spot(table.sheet.title, table.header)
            of.notes.add("form-ignored", spot, reason="gone", code=row.code)
    for number in _written(table):
        if number not in rows and is_below(sheet, table, number):
            got = next(one.text for one in _cells(table, number) if one.text)
            spot = Spot(table.sheet.title, number)
            of.notes.add("form-ignored", spot, reason="below", got=got[:80])


def is_below(sheet: Sheet, table: Found, number: int) -> bool:
    """Whether a row of words, such as who signs, stands below the table, a blank row between.

    Where senders add rows of their own, a row without a code is never taken for such words.
    """
    if sheet.kind.spare or sheet.kind.grows or sheet.kind.is_whole:
        return False
    if " " not in (table.cell(number, CODE).text or " "):
        return False  # a word alone may be a code
    if not _holds_words_alone(table, number):
        return False
    last = max(_by_number(sheet, table), default=table.rows.stop)
    between = range(last + 1, number)
    return any(all(_is_blank(one) for one in _cells(table, row)) for row in between)


def _holds_words_alone(table: Found, number: int) -> bool:
    filled = [
        (column.kind, cell)
        for column in table.kind.columns
        if not column.is_locked and not _is_blank(cell := table.cell(number, column.key))
    ]
    return bool(filled) and all(
        kind in _OF_WORDS and isinstance(cell.value, str) and not cell.is_formula
        for kind, cell in filled
    )


def _tell_grey(of: Matching, table: Found, number: int, row: Row) -> None:
    for column in table.kind.columns:
        shown = row.shown.get(column.key, "")
        cell = table.cell(number, column.key)
        if column.key in _GREY and column.is_locked and cell.text and cell.folded != fold(shown):
            spot = table.spot(number, column)
            of.notes.add("form-ignored", spot, reason="grey", got=cell.text[:80])


def _by_number(sheet: Sheet, table: Found) -> dict[int, Row]:
    """The rows of the workbook whose codes the form has."""
    known = {fold(row.code): row for row in sheet.rows}
    return {
        number: known[code]
        for number in _written(table)
        if (code := table.cell(number, CODE).folded) in known
    }


def _written(table: Found) -> list[int]:
    """The rows under the header that hold anything, however far down the last one is."""
    return sorted({row for row, _ in table.sheet.cells if row > table.header})


def _cells(table: Found, number: int) -> Iterator[RawCell]:
    return (table.cell(number, column.key) for column in table.kind.columns)


def _is_blank(cell: RawCell) -> bool:
    return not (cell.text or cell.is_formula or cell.is_error)
