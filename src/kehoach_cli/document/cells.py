"""Tables as a grid: where each cell stands, which are merged away, and how values read.

Shared by all writers, so that one table is the same table everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import assert_never

from kehoach_cli.document.blocks import Cell, Row, Table
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.text import thousands

_EMPTY = Cell(None)


@frozen
class Placed:
    """A cell at its first column (from 0); ``covered`` when one above it reaches down to it.

    ``rows_below`` is how many rows further down the cell reaches.
    """

    cell: Cell
    column: int
    columns: int
    rows_below: int = 0
    covered: bool = False


def cell_text(cell: Cell) -> str:
    """How a cell reads: dots between thousands, day as 20/7/2026, nothing for ``None``."""
    if cell.text is not None:
        return cell.text
    value = cell.value
    if isinstance(value, str):  # first: nearly every cell of a long table is one
        return value
    match value:
        case None:
            return ""
        case int():
            return thousands(value)
        case date():
            return format_day(value)
        case _:
            assert_never(value)


def grid(table: Table) -> tuple[tuple[Placed, ...], ...]:
    """Every row of the body as placed cells that together cover all its columns.

    The only cell of a group row spans the table. Cells hidden by a merge to the left may be given
    or left out; a short row is filled with empty cells. More cells than columns: ``ValueError``.
    """
    return tuple(
        placed or tuple(Placed(cell, column, 1) for column, cell in enumerate(row.cells))
        for row, placed in laid_out(table)
    )


def laid_out(table: Table) -> Iterator[tuple[Row, tuple[Placed, ...] | None]]:
    """Every row with its placed cells, or with ``None`` where each simply fills its column."""
    width = len(table.columns)
    reach: dict[int, Placed] = {}
    for row in table.rows:
        if not reach and _is_plain(row, width):
            yield row, None
            continue
        placed = tuple(_place(row, width, reach))
        reach = {p.column: p for p in placed if p.rows_below > 0}
        yield row, placed


def _is_plain(row: Row, width: int) -> bool:
    """Whether the row has a cell for each column and merges none."""
    if len(row.cells) != width or (row.group and width == 1):
        return False
    for cell in row.cells:  # noqa: SIM110 - half the time of ``all``
        if cell.columns != 1 or cell.rows != 1:
            return False
    return True


def _place(row: Row, width: int, above: dict[int, Placed]) -> Iterator[Placed]:
    """The row's cells from the left; ``above`` are the cells that reach down into it."""
    cells = list(row.cells)
    if row.group and len(cells) == 1:
        yield Placed(cells[0], 0, width)
        return
    hidden_given = len(cells) == width
    column = 0
    while column < width:
        cell = cells.pop(0) if cells else _EMPTY
        if cover := above.get(column):
            placed = replace(cover, cell=cell, covered=True, rows_below=cover.rows_below - 1)
        else:
            columns = max(1, min(cell.columns, width - column))
            placed = Placed(cell, column, columns, cell.rows - 1)
        yield placed
        if hidden_given:
            del cells[: placed.columns - 1]
        column += placed.columns
    if cells:
        raise ValueError(f"more cells than the table's {width} columns")
