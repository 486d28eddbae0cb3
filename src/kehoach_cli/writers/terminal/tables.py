"""A table on a screen of any width.

Where its columns have room they stand side by side; on a narrower screen those that yield go below
the running text under their names; on the narrowest all cells stand one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from kehoach_cli.document.blocks import Row, Table, Tone
from kehoach_cli.document.cells import Placed, cell_text, grid
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.terminal.columns import GAP, Size, chosen, main_column, shared, size_of
from kehoach_cli.writers.terminal.lines import (
    BLANK,
    DIM,
    Line,
    Piece,
    Screen,
    folded,
    padded,
    seen,
    stripped,
)

TONES: Mapping[Tone, str] = {
    "finished": "green",
    "belated": "yellow",
    "running": "cyan",
    "open": "cyan",
    "late": "bold red",
    "silent": "magenta",
    "other": DIM,
}
"""Of the sixteen colours that every terminal lets its user choose."""

_HEADING = "bold"
_INDENT = "  "


@frozen
class _Field:
    """What stands at a place of the grid: its first column, how many, text, style, note below."""

    column: int
    columns: int
    text: str
    style: str
    note: str = ""


def table_lines(table: Table, screen: Screen) -> Iterator[Line]:
    """The caption and the table; the sentence it has for the case without rows."""
    for line in folded(seen(table.caption), screen.width) if table.caption else ():
        yield ((line, _HEADING),)
    if not table.rows and table.empty:
        yield from (((line, "italic"),) for line in folded(seen(table.empty), screen.width))
        return
    rows = [_fields(row, placed) for row, placed in zip(table.rows, grid(table), strict=True)]
    heads = [seen(text) for text in _heads(table)]
    sizes = _sizes(table, heads, rows)
    kept = chosen(table.columns, sizes, screen.width)
    if kept is None or (len(kept) < len(sizes) and _has_merges(table)):
        for fields in rows:
            yield from _below_each_other(fields, table, screen)
        return
    widths = shared([sizes[index] for index in kept], screen.width)
    yield from _side_by_side(table, heads, rows, dict(zip(kept, widths, strict=True)), screen)


def _fields(row: Row, placed: Sequence[Placed]) -> list[_Field]:
    is_heading = row.group or row.total
    return [
        _Field(
            column=one.column,
            columns=one.columns,
            text="" if one.covered else seen(cell_text(one.cell)),
            style=_HEADING if is_heading or one.cell.bold else _tone(one),
        )
        for one in placed
    ]


def _tone(one: Placed) -> str:
    return TONES[one.cell.tone] if one.cell.tone else ""


def _heads(table: Table) -> list[str]:
    over = {
        column: group.title
        for group in table.header_groups
        for column in range(group.start, group.start + group.span)
    }
    return [
        "\n".join(filter(None, (over.get(index), column.title)))
        for index, column in enumerate(table.columns)
    ]


def _sizes(table: Table, heads: Sequence[str], rows: Sequence[Sequence[_Field]]) -> list[Size]:
    texts: list[list[str]] = [[head] for head in heads]
    for fields in rows:
        for one in fields:
            if one.columns == 1:
                texts[one.column].append(one.text)
    main = main_column(table.columns)
    return [size_of(column, is_main=index == main) for index, column in enumerate(texts)]


def _has_merges(table: Table) -> bool:
    """Whether a cell reaches over others, so that no column can be taken from its place."""
    return any(
        cell.columns > 1 or cell.rows > 1
        for row in table.rows
        if not row.group
        for cell in row.cells
    )


def _below_each_other(fields: Sequence[_Field], table: Table, screen: Screen) -> Iterator[Line]:
    """A row as lines of «Thời hạn: Quý IV/2027», a blank line before it."""
    yield BLANK
    indent = ""
    for one in fields:
        if not one.text:
            continue
        named = len(fields) == 1
        text = one.text if named else f"{seen(table.columns[one.column].title)}: {one.text}"
        style = one.style if indent else one.style or _HEADING
        for line in folded(text, max(1, screen.width - len(_INDENT))):
            yield stripped(((indent, ""), (line, style)))
            indent = indent or _INDENT
        indent = _INDENT


def _side_by_side(
    table: Table,
    heads: Sequence[str],
    rows: Sequence[Sequence[_Field]],
    widths: Mapping[int, int],
    screen: Screen,
) -> Iterator[Line]:
    yield from _row([_Field(index, 1, heads[index], _HEADING) for index in widths], table, widths)
    yield ((screen.signs.rule * (sum(widths.values()) + GAP * (len(widths) - 1)), DIM),)
    for fields in rows:
        if len(fields) == 1 and len(table.columns) > 1:
            yield from (((line, fields[0].style),) for line in folded(fields[0].text, screen.width))
        else:
            yield from _row(_with_note(fields, table, widths), table, widths)


def _with_note(fields: Sequence[_Field], table: Table, widths: Mapping[int, int]) -> list[_Field]:
    """The fields that have a column; the others are told in a note below the text."""
    main = main_column(table.columns)
    note = " · ".join(
        f"{seen(table.columns[one.column].title)}: {one.text}"
        for one in fields
        if one.column not in widths and one.text
    )
    return [
        replace(one, note=note) if one.column == main else one
        for one in fields
        if one.column in widths
    ]


def _row(fields: Sequence[_Field], table: Table, widths: Mapping[int, int]) -> Iterator[Line]:
    """The lines of a row, as many as its longest field has."""
    room = [_room(one, widths) for one in fields]
    stacks = [_stack(one, width) for one, width in zip(fields, room, strict=True)]
    for level in zip_longest(*stacks, fillvalue=("", "")):
        pieces: list[Piece] = []
        for one, width, (text, style) in zip(fields, room, level, strict=True):
            pieces += [(" " * GAP, "")] if pieces else []
            pieces.append((padded(text, width, table.columns[one.column].align), style))
        yield stripped(pieces)


def _stack(one: _Field, width: int) -> list[Piece]:
    below = [(line, DIM) for line in folded(one.note, width)] if one.note else []
    return [(line, one.style) for line in folded(one.text, width)] + below


def _room(one: _Field, widths: Mapping[int, int]) -> int:
    """The cells of all the columns that the field reaches over."""
    reached = range(one.column, one.column + one.columns)
    return sum(widths[index] for index in reached) + GAP * (one.columns - 1)
