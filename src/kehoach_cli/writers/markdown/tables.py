"""A ``Table`` as a GFM table: one header row, merged text where its cell begins."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Row, Table
from kehoach_cli.document.cells import Placed, cell_text, grid
from kehoach_cli.writers.markdown.escaping import bold, one_line

_SIDES = {"left": "---", "center": ":-:", "right": "--:"}


def table(content: Table) -> Iterator[str]:
    """Caption and table as paragraphs of Markdown; its sentence where it has no rows."""
    if content.caption:
        yield bold(content.caption)
    if content.empty and not content.rows:
        yield f"*{one_line(content.empty)}*"
        return
    lines = [_head(content), " | ".join(_SIDES[column.align] for column in content.columns)]
    for row, placed in zip(content.rows, grid(content), strict=True):
        lines.append(_row(len(content.columns), row, placed))
    yield "\n".join(f"| {line} |" for line in lines)


def _head(content: Table) -> str:
    """Titles; a group's title goes before that of each of its columns."""
    over = {
        column: one_line(group.title) + ": "
        for group in content.header_groups
        for column in range(group.start, group.start + group.span)
    }
    titles = enumerate(content.columns)
    return " | ".join(over.get(i, "") + one_line(column.title) for i, column in titles)


def _row(width: int, row: Row, placed: tuple[Placed, ...]) -> str:
    cells = [""] * width
    for p in placed:
        is_bold = row.group or row.total or p.cell.bold
        cells[p.column] = "" if p.covered else one_line(cell_text(p.cell), is_bold=is_bold)
    return " | ".join(cells)
