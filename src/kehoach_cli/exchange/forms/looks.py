"""How the cells of a form look, and what Excel lets into them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kehoach_cli.exchange.forms.layout import Column, ListName
from kehoach_cli.exchange.forms.lists import OPEN_LISTS
from kehoach_cli.vn.dates import FIRST_YEAR, LAST_YEAR
from kehoach_cli.writers.xlsx.formats import FONT

DAY_FORMAT = "dd/mm/yyyy"
_TEXT_FORMAT = "@"  # typed «1/2» stays text, and so does what begins with «=»
_NUMBER_FORMATS = {
    "day": DAY_FORMAT,
    "percent": "0",
    "year": "0",
    "money": "#,##0.###",
    "millions": "#,##0.######",
}
_GREY, _DARKER = "#EDEDED", "#D9E2EF"
_CENTRED = frozenset({"day", "percent", "year"})
_LONGEST_HINT = 255
_MOST_PERCENT = 100


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Begin with none."""
        self._book = book
        self._cells: dict[tuple[str, bool], Format] = {}

    @cached_property
    def title(self) -> Format:
        """The line above a table."""
        return self._book.add_format({**FONT, "font_size": 14, "bold": True})

    @cached_property
    def note(self) -> Format:
        """A line that says how to use the sheet."""
        return self._book.add_format({**FONT, "italic": True})

    @cached_property
    def words(self) -> Format:
        """Running text over the width of its cell."""
        return self._book.add_format({**FONT, "text_wrap": True, "valign": "top"})

    @cached_property
    def label(self) -> Format:
        """What stands before a value."""
        return self._framed(bold=True, bg_color=_GREY)

    @cached_property
    def fact(self) -> Format:
        """A value that is only shown."""
        return self._framed(bg_color=_GREY)

    def header(self, column: Column) -> Format:
        """The title of a column; those to fill in are told apart by their colour."""
        colour = _GREY if column.is_locked else _DARKER
        key = f"header {colour}", True
        if key not in self._cells:
            self._cells[key] = self._framed(bold=True, align="center", bg_color=colour)
        return self._cells[key]

    def cell(self, column: Column, *, is_locked: bool) -> Format:
        """A cell of that column."""
        number = _NUMBER_FORMATS.get(column.kind, _TEXT_FORMAT)
        key = f"{number} {column.kind in _CENTRED}", is_locked
        if key not in self._cells:
            given: dict[str, Any] = {"num_format": number, "locked": is_locked}
            if is_locked:
                given["bg_color"] = _GREY
            if column.kind in _CENTRED:
                given["align"] = "center"
            self._cells[key] = self._framed(**given)
        return self._cells[key]

    def _framed(self, **given: Any) -> Format:
        looks = {"border": 1, "text_wrap": True, "valign": "vcenter", **FONT, **given}
        return self._book.add_format(looks)


def validation(column: Column, sources: Mapping[ListName, str]) -> dict[str, Any] | None:
    """What Excel lets into a cell of that column, and what it says there; None for free text."""
    rule = _rule(column, sources)
    if rule is None and not column.hint:
        return None
    hint = {"input_title": column.title[:32], "input_message": column.hint[:_LONGEST_HINT]}
    return {**(rule or {"validate": "any"}), **(hint if column.hint else {})}


def _rule(column: Column, sources: Mapping[ListName, str]) -> dict[str, Any] | None:
    match column.kind:
        case "choice" if column.choices:
            is_open = column.choices in OPEN_LISTS
            return {
                "validate": "list",
                "source": sources[column.choices],
                "error_type": "warning" if is_open else "stop",
                "error_title": column.title[:32],
                "error_message": "Nội dung này không có trong danh sách.",
            }
        case "day":
            return {
                "validate": "date",
                "criteria": "between",
                "minimum": date(FIRST_YEAR + 100, 1, 1),
                "maximum": date(LAST_YEAR, 12, 31),
                "error_title": column.title[:32],
                "error_message": "Ghi ngày/tháng/năm, ví dụ 30/11/2027.",
            }
        case "percent":
            return {
                "validate": "integer",
                "criteria": "between",
                "minimum": 0,
                "maximum": _MOST_PERCENT,
                "error_title": column.title[:32],
                "error_message": "Ghi số nguyên từ 0 đến 100, không kèm dấu %.",
            }
        case "year":
            return {
                "validate": "integer",
                "criteria": "between",
                "minimum": FIRST_YEAR + 100,
                "maximum": LAST_YEAR,
                "error_title": column.title[:32],
                "error_message": "Ghi năm bằng bốn chữ số, ví dụ 2027.",
            }
        case "money" | "millions":
            return {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "error_type": "warning",
                "error_title": column.title[:32],
                "error_message": column.hint or "Chỉ ghi số; đơn vị chọn ở cột bên.",
            }
        case _:
            return None
