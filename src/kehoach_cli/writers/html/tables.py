"""A ``Table`` as an HTML table: caption, header cells with their scope, merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_cli.document.blocks import Row, Table
from kehoach_cli.document.cells import Placed, cell_text, grid
from kehoach_cli.writers.html.elements import Html, el, words

_SIDES = {"left": None, "center": "giua", "right": "phai"}


def table(content: Table, turns: str = "") -> Html:
    """The table, which a narrow screen scrolls; or its sentence where it has no rows."""
    if content.empty and not content.rows:
        title = el("p", words(content.caption), css="caption") if content.caption else Html("")
        return Html(title + el("p", words(content.empty), css=f"note{turns}"))
    whole = sum(column.width_mm for column in content.columns)
    columns = (el("col", style=f"width:{c.width_mm / whole:.2%}") for c in content.columns)
    caption = [el("caption", words(content.caption))] if content.caption else []
    drawn = el(
        "table",
        *caption,
        el("colgroup", *columns),
        el("thead", *_head(content)),
        *_bodies(content),
    )
    return el("div", drawn, css=f"bang{turns}")


def _head(content: Table) -> Iterator[Html]:
    """One header row, or two where groups stand over columns."""
    titles = [column.title for column in content.columns]
    groups = {group.start: group for group in content.header_groups}
    if not groups:
        yield el("tr", *(el("th", words(title), scope="col") for title in titles))
        return
    under = {i for group in groups.values() for i in range(group.start, group.start + group.span)}
    top = []
    for i, title in enumerate(titles):
        if i in groups:
            group = groups[i]
            top.append(el("th", words(group.title), scope="colgroup", colspan=group.span))
        elif i not in under:
            top.append(el("th", words(title), scope="col", rowspan=2))
    yield el("tr", *top)
    yield el("tr", *(el("th", words(titles[i]), scope="col") for i in sorted(under)))


def _bodies(content: Table) -> Iterator[Html]:
    """The rows; each group row begins a body of its own, unless a merged cell reaches into it."""
    rows: list[Html] = []
    for row, placed in zip(content.rows, grid(content), strict=True):
        if row.group and rows and not any(p.covered for p in placed):
            yield el("tbody", *rows)
            rows = []
        rows.append(_row(content, row, placed))
    if rows:
        yield el("tbody", *rows)


def _row(content: Table, row: Row, placed: Sequence[Placed]) -> Html:
    css = "nhom" if row.group else "tong" if row.total else None
    return el("tr", *(_cell(content, row, p) for p in placed if not p.covered), css=css)


def _cell(content: Table, row: Row, p: Placed) -> Html:
    spans_table = row.group and p.columns == len(content.columns)
    text = words(cell_text(p.cell))
    bold = p.cell.bold and not (row.group or row.total)
    return el(
        "th" if spans_table else "td",
        el("strong", text) if bold and text else text,
        scope="rowgroup" if spans_table else None,
        css=None if spans_table else _SIDES[content.columns[p.column].align],
        colspan=p.columns if p.columns > 1 else None,
        rowspan=p.rows_below + 1 if p.rows_below else None,
    )
