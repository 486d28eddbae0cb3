"""A returned workbook against the form as it would be made today: which row and value is which.

Out of it come three sides for the merge (what was sent out, what came back, what the data say) and
what is wrong, cell by cell. Rows are known by their codes alone: order, other columns and filters
do not matter.
"""

from __future__ import annotations

from kehoach_cli.exchange.forms.aside import tell_aside
from kehoach_cli.exchange.forms.content import Sheet
from kehoach_cli.exchange.forms.layout import SHEETS
from kehoach_cli.exchange.forms.purposes import REPORT
from kehoach_cli.exchange.forms.rows import Rows, is_empty
from kehoach_cli.exchange.forms.sides import Matching
from kehoach_cli.exchange.forms.table import Found, Spot, find_table


def match(of: Matching) -> None:
    """Go through every sheet of the form."""
    tables: list[Found] = []
    for sheet in of.form.sheets:
        table = find_table(of.book, sheet.kind)
        if table is None:
            _note_missing(of, sheet)
            continue
        tables.append(table)
        _note_columns(of, table)
        Rows(of, sheet, table).match()
    tables += _refuse_foreign_sheets(of)
    tell_aside(of, tables)


def _note_missing(of: Matching, sheet: Sheet) -> None:
    if not sheet.kind.spare or any(not is_empty(row.values) for row in sheet.rows):
        of.notes.add("form-column", None, reason="no-sheet", name=sheet.kind.name)


def _note_columns(of: Matching, table: Found) -> None:
    spot = Spot(table.sheet.title, table.header)
    for title in table.doubled:
        of.notes.add("form-row", spot, reason="column-twice", title=title)
    for column in table.kind.inputs:
        if column.key not in table.places:
            of.notes.add("form-column", spot, reason="no-column", name=column.title)


def _refuse_foreign_sheets(of: Matching) -> list[Found]:
    """Rows on a sheet that this sender's form does not have at all: they are another's.

    Gives the tables on such sheets.
    """
    found: list[Found] = []
    if of.form.purpose is not REPORT:
        return found
    own = {sheet.kind.part for sheet in of.form.sheets}
    for kind in SHEETS:
        table = find_table(of.book, kind) if kind.part not in own else None
        if table is not None:
            Rows(of, Sheet(kind, ()), table).match()
            found.append(table)
    return found
