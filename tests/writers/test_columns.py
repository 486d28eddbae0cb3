from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.writers.docx.columns import widths

PADDING = 10


def letters(word: str) -> int:
    return 100 * len(word)


def table(shares: list[float], *rows: tuple[Cell, ...]) -> Table:
    columns = tuple(Column(str(i), "x", share) for i, share in enumerate(shares))
    return Table("t", columns, tuple(Row(row) for row in rows))


def test_columns_have_their_shares() -> None:
    assert widths(table([10, 30, 60]), 9071, letters, PADDING) == (907, 2721, 5443)


def test_a_day_or_a_figure_is_not_cut() -> None:
    rows = (Cell(date(2026, 7, 20)), Cell("a b c"), Cell(1234567890))
    assert widths(table([5, 80, 15], rows), 5000, letters, PADDING) == (910, 2780, 1310)


def test_a_very_long_word_widens_nothing() -> None:
    assert widths(table([50, 50], (Cell("x" * 200), Cell("y"))), 5000, letters, PADDING) == (
        2500,
        2500,
    )


def test_merged_cells_and_group_rows_widen_nothing() -> None:
    content = table([10, 90], (Cell("Tổngcộngdài", columns=2), Cell(None)))
    assert widths(content, 9000, letters, PADDING) == (900, 8100)


def test_too_many_long_words_share_the_room() -> None:
    row = tuple(Cell("x" * 15) for _ in range(12))
    assert widths(table([10.0] * 12, row), 6000, letters, PADDING) == (500,) * 12


@given(
    st.lists(st.tuples(st.floats(0.5, 200), st.integers(1, 17)), min_size=1, max_size=15),
    st.integers(500, 20000),
)
def test_columns_fill_the_room(columns: list[tuple[float, int]], room: int) -> None:
    content = table([share for share, _ in columns], tuple(Cell("x" * n) for _, n in columns))
    got = widths(content, room, letters, PADDING)
    assert sum(got) == room
    least = [100 * n + PADDING for _, n in columns]
    if sum(least) < room:
        assert all(width >= want - 1 for width, want in zip(got, least, strict=True))
