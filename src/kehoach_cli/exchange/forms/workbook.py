"""A form as the bytes of an .xlsx file: what is locked, what can be chosen, how it prints.

Everything is typed: texts stay texts (also those that begin like a formula), days are days. The
same form gives the same bytes. Protection has no password: it guards against slips, not people.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kehoach_cli.document.blocks import Cell
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.exchange.forms.content import Form, Row, Sheet
from kehoach_cli.exchange.forms.display import CellValue, cell_of, unit_cell
from kehoach_cli.exchange.forms.guide import fill_guide
from kehoach_cli.exchange.forms.layout import (
    CODE,
    GUIDE,
    HEAD,
    HIDDEN,
    LISTS,
    MARK,
    Column,
    ListName,
)
from kehoach_cli.exchange.forms.looks import Looks, validation
from kehoach_cli.exchange.forms.values import Told
from kehoach_cli.exchange.forms.writing import check_length, write_cell
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import format_day
from kehoach_cli.writers.xlsx.measures import row_points

VERSION = "1"
SIGNATURE = "kehoach-form"
_OPTIONS = {
    "in_memory": True,  # stamps every part with the same day
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PIXELS_PER_MM = 96 / 25.4
_A4, _A3 = 9, 8
_WIDEST_MM = 400  # on A4 letters of a wider sheet are under 9 points
_LONGEST_MARGIN = 200  # characters; a footer holds 255
_HEADER = 2
_MORE_ROWS = 500  # rows that may be added below still have their lists
_FILTERED = 30  # rows from which on nobody finds one without a filter
_LEAST_POINTS = 34  # room to write in by hand
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "sort": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
"""What a protected sheet still allows: making a column wider must not need the protection off."""


def form_bytes(form: Form) -> bytes:
    """The workbook.

    Raises:
        OutputError: A text is longer than a cell can hold.
    """
    out = io.BytesIO()
    book = Workbook(out, dict(_OPTIONS))
    book.set_properties(
        {
            "title": f"{capitalised(form.purpose.title.lower())}: {form.period} – {form.name}",
            "author": form.focal,
            "created": datetime.combine(form.as_of, time()),
        }
    )
    looks = Looks(book)
    guide = book.add_worksheet(GUIDE)
    sheets = [(book.add_worksheet(sheet.kind.name), sheet) for sheet in form.sheets]
    lists = _Lists(form)
    for drawn, sheet in sheets:
        _Drawing(drawn, form, sheet, looks, lists).draw()
    fill_guide(guide, form, looks, lists.sources)
    _margins(guide, form)
    _protect(guide)
    lists.write(book.add_worksheet(LISTS))
    _write_base(book.add_worksheet(HIDDEN), form)
    book.close()
    return out.getvalue()


class _Lists:
    """The lists on a sheet of their own: longer ones fit into no cell's rule."""

    def __init__(self, form: Form) -> None:
        self._lists = form.lists
        self.sources = {name: self._source(number, name) for number, name in enumerate(form.lists)}

    def _source(self, number: int, name: ListName) -> str:
        column = xl_col_to_name(number, col_abs=True)
        return f"={LISTS}!{column}$2:{column}${max(len(self._lists[name]), 1) + 1}"

    def write(self, sheet: Worksheet) -> None:
        for number, (name, labels) in enumerate(self._lists.items()):
            sheet.write_string(0, number, name)
            for row, label in enumerate(labels.values(), start=1):
                sheet.write_string(row, number, label)
        sheet.protect("")
        sheet.hide()


@frozen
class _Drawing:
    """One sheet of rows."""

    sheet: Worksheet
    form: Form
    of: Sheet
    looks: Looks
    lists: _Lists

    def draw(self) -> None:
        columns = self.of.kind.columns
        self._draw_above()
        for number, column in enumerate(columns):
            self.sheet.set_column_pixels(number, number, round(column.width_mm * _PIXELS_PER_MM))
            self.sheet.write_string(_HEADER, number, column.title, self.looks.header(column))
        self._draw_rows()
        self._draw_marks(len(columns))
        self._rule_cells()
        self._set_page()

    def _draw_above(self) -> None:
        name = self.of.kind.name.upper()
        self.sheet.write_string(0, 0, f"{name} – {self.form.name}", self.looks.title)
        about = f"{self.form.purpose.subject}: {self.form.period_label}. "
        how = f"Chỉ điền các ô nền trắng; cách điền: trang «{GUIDE}»."
        self.sheet.write_string(1, 0, about + how, self.looks.note)

    def _draw_rows(self) -> None:
        columns = self.of.kind.columns
        widths = [column.width_mm for column in columns]
        head = [Cell(column.title) for column in columns]
        self.sheet.set_row(_HEADER, row_points(head, widths))
        for number, row in enumerate(self.of.drawn, start=_HEADER + 1):
            cells = [self._cell(row, column) for column in columns]
            height = row_points([Cell(_text(one)) for one in cells], widths)
            self.sheet.set_row(number, max(height, _LEAST_POINTS))
            for place, (column, value) in enumerate(zip(columns, cells, strict=True)):
                write_cell(self.sheet, (number, place), value, self._look(row, column))

    def _cell(self, row: Row, column: Column) -> CellValue:
        if column.key == CODE:
            return row.code
        if column.unit_of:
            return unit_cell(row.values.get(column.unit_of))
        if column.key in row.values:
            return cell_of(column, row.values[column.key], self.form.lists)
        return row.shown.get(column.key) or None

    def _look(self, row: Row, column: Column) -> Format:
        is_fixed = column.key == "plan" and bool(row.plan)
        return self.looks.cell(column, is_locked=column.is_locked or is_fixed)

    def _draw_marks(self, place: int) -> None:
        self.sheet.write_string(_HEADER, place, MARK)
        for number, row in enumerate(self.of.rows, start=_HEADER + 1):
            self.sheet.write_string(number, place, row.mark)
        self.sheet.set_column(place, place, None, None, {"hidden": True})

    def _rule_cells(self) -> None:
        first, last = _HEADER + 1, _HEADER + max(len(self.of.drawn), 1)
        last += _MORE_ROWS if self.of.kind.grows else 0
        for place, column in enumerate(self.of.kind.columns):
            rule = validation(column, self.lists.sources)
            if rule and not column.is_locked:
                self.sheet.data_validation(first, place, last, place, rule)

    def _set_page(self) -> None:
        self.sheet.freeze_panes(_HEADER + 1, 1)
        self.sheet.repeat_rows(_HEADER)
        self.sheet.print_area(0, 0, _HEADER + len(self.of.drawn), len(self.of.kind.columns) - 1)
        if len(self.of.rows) > _FILTERED:
            last = _HEADER + len(self.of.rows)
            self.sheet.autofilter(_HEADER, 0, last, len(self.of.kind.columns) - 1)
        self.sheet.set_landscape()
        _margins(self.sheet, self.form)
        if sum(column.width_mm for column in self.of.kind.columns) > _WIDEST_MM:
            self.sheet.set_paper(_A3)
        if not self.of.kind.grows:
            _protect(self.sheet)


def _margins(sheet: Worksheet, form: Form) -> None:
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    whose = f"{form.name}, {'kỳ ' * form.purpose.is_reported}{form.period}"
    said = ". ".join(filter(None, (form.notice.rstrip("."), whose)))
    sheet.set_footer(f"&L&9{said[:_LONGEST_MARGIN].replace('&', '&&')}&R&9&P/&N")


def _protect(sheet: Worksheet) -> None:
    sheet.protect("", dict(_ALLOWED))


def _text(value: CellValue) -> str | None:
    if isinstance(value, date):
        return format_day(value)
    return None if value is None else str(value)


def _write_base(sheet: Worksheet, form: Form) -> None:
    """What every cell held when the form was made, for the merge when it comes back."""
    head = (SIGNATURE, VERSION, form.sender, form.period, form.as_of.isoformat())
    for number, line in enumerate((head, *_base_lines(form))):
        for place, text in enumerate(line):
            check_length(text)
            sheet.write_string(number, place, text)
    sheet.protect("")
    sheet.very_hidden()


def _base_lines(form: Form) -> Iterator[tuple[str, ...]]:
    for plan in form.plans:
        yield from _row_lines(
            HEAD, plan.id, "", {c.key: plan.head.get(c.key) for c in form.head_columns}
        )
    for sheet in form.sheets:
        for row in sheet.rows:
            yield from _row_lines(sheet.kind.part, row.plan, row.code, row.values)


def _row_lines(
    part: str, plan: str, code: str, values: Mapping[str, Told]
) -> Iterator[tuple[str, ...]]:
    yield part, plan, code, "", ""
    for key, value in values.items():
        if value is not None:
            yield part, plan, code, key, value
