"""How wide and how high: no program measures text for us when it opens the file.

Estimates for Times New Roman 12, a little too large rather than too small.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from kehoach_cli.document.blocks import Cell, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.vn.text import thousands

_MM_PER_CHARACTER = 2.0
_MM_PER_DIGIT = 2.4
_PADDING_MM = 4.0
_POINTS_PER_LINE = 16.0
_MOST_POINTS = 409.0  # Excel makes no row higher


def widths_mm(table: Table, rows: Sequence[Sequence[Cell]]) -> tuple[float, ...]:
    """The widths of the columns, more where a number would not fit: «####» tells nobody."""
    return tuple(
        max([column.width_mm, *(_number_mm(row[place]) for row in rows)])
        for place, column in enumerate(table.columns)
    )


def _number_mm(cell: Cell) -> float:
    if not isinstance(cell.value, int):
        return 0
    return len(thousands(cell.value)) * _MM_PER_DIGIT + _PADDING_MM


def row_points(cells: Iterable[Cell], widths: Sequence[float]) -> float:
    """The height of a row whose texts wrap; a cell over several columns has all their room."""
    lines = 1
    for place, cell in enumerate(cells):
        if isinstance(cell.value, str):
            room = sum(widths[place : place + cell.columns]) - _PADDING_MM
            lines = max(lines, _lines(cell_text(cell), room))
    return min(lines * _POINTS_PER_LINE + 2, _MOST_POINTS)


def _lines(text: str, room: float) -> int:
    if len(text) * _MM_PER_CHARACTER <= room and "\n" not in text:
        return 1  # as nearly every cell of a long table
    return sum(max(1, ceil(len(one) * _MM_PER_CHARACTER / room)) for one in text.split("\n"))
