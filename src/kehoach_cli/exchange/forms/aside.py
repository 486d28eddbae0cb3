"""What senders write beside the tables: comments, columns and sheets of their own.

None of it becomes data. It is told, since whoever wrote it may believe that it was reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.exchange.forms.layout import GUIDE, HIDDEN, LISTS
from kehoach_cli.exchange.forms.reading import RawSheet
from kehoach_cli.exchange.forms.sides import Matching
from kehoach_cli.exchange.forms.table import Found, Spot
from kehoach_cli.vn.text import fold

_OURS = frozenset(map(fold, (GUIDE, HIDDEN, LISTS)))
_THREADED = "Comment:"
"""In what Excel 365 leaves of a thread for others, the words come after it."""
_LONGEST = 80


def tell_aside(of: Matching, tables: list[Found]) -> None:
    """One remark for each comment, column and sheet that is not part of the form."""
    used = {id(table.sheet) for table in tables}
    for sheet in of.book.sheets:
        for (row, column), (author, text) in sorted(sheet.comments.items()):
            if author != of.form.focal:  # ours are on the copy that was sent back
                spot = Spot(sheet.title, row, column, _title_at(tables, sheet, column))
                got = " ".join(text.rpartition(_THREADED)[2].split())
                of.notes.add("form-ignored", spot, reason="comment", got=got[:_LONGEST])
        if id(sheet) not in used and fold(sheet.title) not in _OURS and _has_words(sheet):
            of.notes.add("form-ignored", Spot(sheet.title), reason="sheet", got="")
    for table in tables:
        for column in _foreign_columns(table):
            title = table.sheet.at(table.header, column).text
            spot = Spot(table.sheet.title, table.header, column, title)
            of.notes.add("form-ignored", spot, reason="column", got=title[:_LONGEST])


def _has_words(sheet: RawSheet) -> bool:
    return any(cell.text for cell in sheet.cells.values())


def _title_at(tables: list[Found], sheet: RawSheet, column: int) -> str:
    headers = (table.header for table in tables if table.sheet is sheet)
    return next((sheet.at(row, column).text for row in headers), "")


def _foreign_columns(table: Found) -> Iterator[int]:
    """Columns with a title and words below it that the form does not know."""
    known = set(table.places.values())
    filled = {
        place
        for (row, place), cell in table.sheet.cells.items()
        if row > table.header and cell.text
    }
    for place in sorted(filled - known):
        title = table.sheet.at(table.header, place).text
        if title and title not in table.doubled:
            yield place
