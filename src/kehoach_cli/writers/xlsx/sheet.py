"""One table on one sheet: typed cells, a header that stays, a filter, a page of A4 across.

A merged cell of the table is repeated in each of its rows, so that filtering loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from xlsxwriter.worksheet import Worksheet

from kehoach_cli.document.blocks import Cell, CellValue, Row, Table
from kehoach_cli.document.cells import Placed, cell_text, grid
from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.xlsx.formats import Formats, Look
from kehoach_cli.writers.xlsx.measures import row_points, widths_mm

_A4 = 9
_PIXELS_PER_MM = 96 / 25.4
_LONGEST_TEXT = 32767  # characters in a cell
_LONGEST_NOTICE = 110  # characters, so that doubled signs stay below the 255 of a footer
_EXACT = 10**15  # Excel keeps fifteen digits of a number
_FIRST_DAY = date(1900, 3, 1)  # earlier ones are a day off: Excel knows a 29/2/1900
_FORMULA_SIGNS = ("=", "+", "-", "@")
_INTEGER, _DAY = "#,##0", "d/m/yyyy"
_PLAIN = Look(is_framed=False)


@frozen
class Page:
    """What stands around the table: its title, a mark at the top, a notice on every page."""

    title: str
    mark: str = ""
    notice: str = ""


def fill(sheet: Worksheet, table: Table, page: Page, formats: Formats) -> None:
    """Writes title, unit, header and rows; sets widths, filter and the printed page.

    Raises ``OutputError`` for a text that is too long for a cell.
    """
    top = _write_above(sheet, table, page, formats)
    rows = tuple(_cells(table))
    widths = widths_mm(table, [cells for _, cells in rows])
    body = _write_header(sheet, table, top, formats)
    sheet.set_row(body - 1, row_points([Cell(one.title) for one in table.columns], widths))
    aligns = tuple(one.align for one in table.columns)
    for number, (row, cells) in enumerate(rows, start=body):
        if not _spans(row):
            sheet.set_row(number, row_points(cells, widths))
        looks = _looks(aligns, row.group or row.total, _spans(row))
        for column, (cell, look) in enumerate(zip(cells, looks, strict=True)):
            _write(sheet, (number, column), cell, look, formats)
    for column, width in enumerate(widths):
        sheet.set_column_pixels(column, column, round(width * _PIXELS_PER_MM))
    _set_page(sheet, table, page, (top, body))


def _write_above(sheet: Worksheet, table: Table, page: Page, formats: Formats) -> int:
    """The title and the unit; the row of the header's first line."""
    lines = [(page.title, replace(_PLAIN, bold=True))]
    if table.value_unit:
        lines.append((f"Đơn vị tính: {table.value_unit}", replace(_PLAIN, italic=True)))
    found = [(text, look) for text, look in lines if text]
    for row, (text, look) in enumerate(found):
        _write(sheet, (row, 0), Cell(text), look, formats)
    return len(found)


def _write_header(sheet: Worksheet, table: Table, top: int, formats: Formats) -> int:
    """One line of column titles, or two with groups over them; the first row of the body."""
    look = formats.of(Look("center", bold=True, filled=True))
    last = top + bool(table.header_groups)
    grouped = {c for one in table.header_groups for c in range(one.start, one.start + one.span)}
    for group in table.header_groups:
        if group.span > 1:
            end = group.start + group.span - 1
            sheet.merge_range(top, group.start, top, end, "", look)
        sheet.write_string(top, group.start, group.title, look)
    for column, one in enumerate(table.columns):
        if last > top and column not in grouped:
            sheet.merge_range(top, column, last, column, "", look)
            sheet.write_string(top, column, one.title, look)
        else:
            sheet.write_string(last, column, one.title, look)
    return last + 1


def _cells(table: Table) -> Iterator[tuple[Row, list[Cell]]]:
    """Each row as one cell a column; what reaches down is repeated, what spans stands first."""
    above: dict[int, Cell] = {}
    for row, placed in zip(table.rows, grid(table), strict=True):
        found = [Cell(None)] * len(table.columns)
        for one in placed:
            found[one.column] = above[one.column] if one.covered else one.cell
        above = {one.column: found[one.column] for one in placed if _reaches_down(one)}
        yield row, found


def _reaches_down(one: Placed) -> bool:
    return one.rows_below > 0


def _spans(row: Row) -> bool:
    """The row is a heading, whose text goes on over the empty cells beside it."""
    return row.group and len(row.cells) == 1


@cache
def _looks(aligns: tuple[str, ...], is_heading: bool, spans: bool) -> tuple[Look, ...]:  # noqa: FBT001 - what tells rows apart
    """The looks of a row's cells; tables have thousands of rows of few kinds."""
    return tuple(
        Look("left" if spans else align, bold=is_heading, filled=is_heading, wraps=not spans)
        for align in aligns
    )


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, look: Look, formats: Formats) -> None:
    """A number or day as such where Excel holds it exactly; all else as text."""
    if cell.bold and not look.bold:
        look = replace(look, bold=True)
    value = _held(cell)
    match value:
        case None | "":
            sheet.write_blank(*at, None, formats.of(look))
        case int():
            sheet.write_number(*at, value, formats.of(replace(look, number=_INTEGER)))
        case date():
            sheet.write_datetime(*at, value, formats.of(replace(look, number=_DAY)))
        case _:
            _check_length(value)
            if value.startswith(_FORMULA_SIGNS):
                look = replace(look, is_typed_text=True)
            sheet.write_string(*at, value, formats.of(look))


def _held(cell: Cell) -> CellValue:
    match cell.value:
        case int() if abs(cell.value) < _EXACT:
            return cell.value
        case date() if cell.value >= _FIRST_DAY:
            return cell.value
        case _:
            return cell_text(cell)


def _check_length(text: str) -> None:
    if len(text) > _LONGEST_TEXT:
        raise OutputError(
            f"ô bắt đầu bằng «{text[:40]}» dài {len(text)} ký tự, Excel chỉ giữ {_LONGEST_TEXT}",
            "rút ngắn nội dung đó, hoặc xuất dạng docx",
        )


def _set_page(sheet: Worksheet, table: Table, page: Page, header: tuple[int, int]) -> None:
    top, body = header
    sheet.freeze_panes(body, 0)
    sheet.repeat_rows(top, body - 1)
    counted = len(table.rows)
    while counted > 1 and table.rows[counted - 1].total:
        counted -= 1
    sheet.autofilter(body - 1, 0, body - 1 + counted, len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
    sheet.set_header(f"&R{_margin(page.mark)}" if page.mark else "")
    notice = f"&L{_margin(page.notice)}" if page.notice else ""
    sheet.set_footer(f"{notice}&R&P/&N")


def _margin(text: str) -> str:
    """A text of a header or footer, in which «&» is a sign of its own."""
    return text[:_LONGEST_NOTICE].replace("&", "&&")
