"""A table as CSV (RFC 4180), for programs and for Excel.

UTF-8 with its mark, by which Excel knows it; days are ISO 8601, numbers bare, headings the titles
of the columns. Sums and headings of groups are left out, so whoever adds up a column counts nothing
twice.
"""

from __future__ import annotations

import csv
import io
from datetime import date

from kehoach_cli.document.blocks import Cell, Table

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table) -> bytes:
    """The bytes of the file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.title for column in table.columns)
    rows = (row for row in table.rows if not (row.group or row.total))
    writer.writerows([_plain(cell) for cell in row.cells] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int:
    """The value; text that Excel would compute gets an apostrophe in front, as people type it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_STARTS_FORMULA):
        return f"'{value}"
    return value
