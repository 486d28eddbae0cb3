"""An .xlsx as tables: one for each sheet that shows, merged cells repeated."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from kehoach_cli.exchange.forms.package import refuse_unsafe
from kehoach_cli.exchange.intake.lines import (
    MOST_COLUMNS,
    MOST_ROWS,
    Field,
    Grid,
    Item,
    Line,
    Source,
    tidy,
)
from kehoach_cli.exchange.package import Refused, TableTooLong
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.text import thousands

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_BROKEN = (
    AttributeError,
    LookupError,
    OSError,
    OverflowError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl 3.1 raises on parts that do not hold what they should."""
_LARGEST_PLAIN = 10_000


def read_sheets(name: str, data: bytes) -> Source:
    """The sheets in their order; lines above a table stay lines.

    Raises:
        Refused: It is no .xlsx file, or one that must not be opened; a sheet is too long.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - +0.2 s

    refuse_unsafe(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out: pictures, drop-downs
            book = load_workbook(BytesIO(data), data_only=True)
    except _BROKEN:
        raise Refused("broken") from None
    shown = [one for one in book.worksheets if one.sheet_state == "visible"]
    for sheet in shown:
        _refuse_long(sheet)
    return Source(name, tuple(item for sheet in shown for item in _items(sheet)))


def _refuse_long(sheet: Worksheet) -> None:
    """Nothing that has words is left out silently."""
    if sheet.max_row <= MOST_ROWS and sheet.max_column <= MOST_COLUMNS:
        return
    cells = sheet._cells.items()  # noqa: SLF001 - iter_rows makes all cells in between
    filled = (at for at, cell in cells if cell.value is not None and cell.value != "")
    if any(row > MOST_ROWS or column > MOST_COLUMNS for row, column in filled):
        said = {"sheet": sheet.title, "limit": thousands(MOST_ROWS), "columns": MOST_COLUMNS}
        raise TableTooLong("sheet", **said)


def _items(sheet: Worksheet) -> Iterator[Item]:
    """Rows with a single text above the table are lines, all from the first wide row a table."""
    rows = _filled(sheet)
    start = next((n for n, row in enumerate(rows) if _own(row) > 1), len(rows))
    yield Line("PHỤ LỤC", f"trang tính «{sheet.title}»")
    for number, row in enumerate(rows[:start], 1):
        said = next((cell.text for cell in row if cell.text), "")
        if said and not said.upper().startswith("PHỤ LỤC"):
            yield Line(tidy(said), f"trang tính «{sheet.title}», hàng {number}")
    if start < len(rows):
        yield Grid(tuple(rows[start:]), f"trang tính «{sheet.title}»", start + 1)


def _own(row: tuple[Field, ...]) -> int:
    return sum(bool(cell.text) and not cell.covered for cell in row)


def _filled(sheet: Worksheet) -> list[tuple[Field, ...]]:
    """The rows as a full grid; a merged cell's text stands in all that it covers."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, min(area.max_row, MOST_ROWS) + 1):
            for column in range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1):
                covers[row, column] = (area.min_row, area.min_col)
    height, width = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    rows = []
    for row in range(1, height + 1):
        cells = []
        for column in range(1, width + 1):
            origin = covers.get((row, column), (row, column))
            text = _text(sheet.cell(*origin))
            cells.append(Field(text, covered=origin != (row, column)))
        rows.append(tuple(cells))
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    return rows


def _text(cell: Cell | MergedCell) -> str:
    """What the cell shows: days as people write them, numbers with dots, text as typed."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case datetime() | date():
            return _day(value, cell.number_format)
        case int() if abs(value) >= _LARGEST_PLAIN:
            return thousands(value)
        case float():
            return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
        case _:
            return "\n".join(part for one in str(value).split("\n") if (part := tidy(one)))


def _day(value: date, number_format: str) -> str:
    """A day, or the month where the cell shows no day («Tháng 6/2026» stored as 1/6/2026)."""
    shows_day = "d" in number_format.lower().replace("[$-", "")
    return format_day(value) if shows_day else f"{value.month}/{value.year}"
