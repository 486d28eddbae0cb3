"""Blocks of a document on a terminal; for views such as ``kehoach status``, not for the frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, assert_never

from rich import box
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text as Styled

from kehoach_cli.document.blocks import (
    Block,
    Inlines,
    PageBreak,
    Paragraph,
    Role,
    SectionBreak,
    Table,
)
from kehoach_cli.document.cells import cell_text, grid

if TYPE_CHECKING:
    from rich.console import Console

_NARROWEST_COLUMN = 10
"""Characters; where the columns have fewer, the cells stand one below the other."""

_STYLES = {
    Role.SECTION: "bold",
    Role.CLAUSE: "bold",
    Role.SUBCLAUSE: "bold",
    Role.GROUND: "italic",
    Role.NOTE: "italic",
    Role.ANNEX_NUMBER: "bold",
    Role.ANNEX_TITLE: "bold",
    Role.ANNEX_REFERENCE: "italic",
    Role.CAPTION: "bold",
}


def write_terminal(blocks: Iterable[Block], console: Console) -> None:
    """Prints paragraphs and tables in the width of the console; nothing in them is read as code."""
    for block in blocks:
        match block:
            case Paragraph():
                console.print(_paragraph(block))
            case Table():
                _print_table(block, console)
            case PageBreak():
                console.print()
            case SectionBreak():
                console.print(Rule(style="dim"))
            case _:
                assert_never(block)


def _paragraph(block: Paragraph) -> Styled:
    out = Styled(f"{block.number} " if block.number else "", style=_STYLES.get(block.role, ""))
    return out.append_text(_inlines(block.inlines))


def _inlines(inlines: Inlines) -> Styled:
    out = Styled()
    for run in inlines:
        looks = (("bold", run.bold), ("italic", run.italic))
        out.append(run.text, style=" ".join(name for name, on in looks if on) or None)
    return out


def _print_table(table: Table, console: Console) -> None:
    if table.caption:
        console.print(Styled(table.caption, style=_STYLES[Role.CAPTION]))
    if not table.rows and table.empty:
        console.print(Styled(table.empty, style="italic"))
        return
    if console.width < _NARROWEST_COLUMN * len(table.columns):
        for line in _one_below_the_other(table):
            console.print(line)
    else:
        console.print(_grid(table))


def _one_below_the_other(table: Table) -> Iterator[Styled]:
    """A table on a narrow screen: each row as lines of «Thời hạn: Quý IV/2027», a line between."""
    for row, placed in zip(table.rows, grid(table), strict=True):
        yield Styled()
        is_first = True
        for p in placed:
            text = cell_text(p.cell)
            if p.covered or not text:
                continue
            style = "bold" if is_first or row.group or row.total or p.cell.bold else ""
            named = text if len(placed) == 1 else f"{table.columns[p.column].title}: {text}"
            yield Styled(named if is_first else f"  {named}", style)
            is_first = False


def _grid(table: Table) -> Grid:
    """Rows of a rich table; a merged cell shows its text once, where it begins."""
    out = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    over = {
        column: group.title
        for group in table.header_groups
        for column in range(group.start, group.start + group.span)
    }
    for index, column in enumerate(table.columns):
        head = "\n".join(filter(None, (over.get(index), column.title)))
        out.add_column(Styled(head), justify=column.align, overflow="fold")
    for row, placed in zip(table.rows, grid(table), strict=True):
        cells = [Styled()] * len(table.columns)
        spans_table = len(placed) == 1
        for p in placed:
            where = _widest(table) if spans_table else p.column
            bold = row.group or row.total or p.cell.bold
            cells[where] = Styled("" if p.covered else cell_text(p.cell), "bold" if bold else "")
        out.add_row(*cells)
    return out


def _widest(table: Table) -> int:
    """The column that has room for the text of a row that spans the table."""
    return max(range(len(table.columns)), key=lambda index: table.columns[index].width_mm)
