from __future__ import annotations

from datetime import date

import pytest

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.document.cells import cell_text, grid

COLUMNS = tuple(Column(key, key.upper(), 20) for key in "abc")


def shape(*rows: Row) -> list[list[tuple[object, int, int, bool]]]:
    table = Table("t", COLUMNS, rows)
    return [[(p.cell.value, p.column, p.columns, p.covered) for p in row] for row in grid(table)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(None), ""),
        (Cell(1234567), "1.234.567"),
        (Cell(-1200), "-1.200"),
        (Cell(date(2026, 7, 20)), "20/7/2026"),
        (Cell("Sở Y tế"), "Sở Y tế"),
        (Cell(None, text="–"), "–"),
        (Cell(12, text="12/102"), "12/102"),
    ],
)
def test_a_value_reads_as_officers_write_it(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_the_only_cell_of_a_group_row_spans_the_table() -> None:
    assert shape(Row((Cell("I. Nhóm"),), group=True)) == [[("I. Nhóm", 0, 3, False)]]


def test_cells_hidden_by_a_merge_may_be_given_or_left_out() -> None:
    given = Row((Cell(1), Cell(2, columns=2), Cell(None)))
    left_out = Row((Cell(1), Cell(2, columns=2)))
    assert shape(given) == shape(left_out) == [[(1, 0, 1, False), (2, 1, 2, False)]]


def test_a_cell_reaches_down_over_empty_ones() -> None:
    rows = shape(
        Row((Cell(1), Cell("x", columns=2, rows=3))),
        Row((Cell(2), Cell(None), Cell(None))),
        Row((Cell(3), Cell(None))),
        Row((Cell(4), Cell(5), Cell(6))),
    )
    assert rows[1] == [(2, 0, 1, False), (None, 1, 2, True)]
    assert rows[2] == [(3, 0, 1, False), (None, 1, 2, True)]
    assert rows[3] == [(4, 0, 1, False), (5, 1, 1, False), (6, 2, 1, False)]


def test_a_short_row_is_filled_and_a_wide_cell_is_cut() -> None:
    assert shape(Row((Cell(1), Cell(2, columns=9)))) == [[(1, 0, 1, False), (2, 1, 2, False)]]
    assert [cell[0] for cell in shape(Row((Cell(1),)))[0]] == [1, None, None]


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="3 columns"):
        shape(Row(tuple(Cell(n) for n in range(4))))
