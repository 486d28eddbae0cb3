"""One value into one cell, typed as what it is."""

from __future__ import annotations

from datetime import date, datetime, time

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kehoach_cli.errors import OutputError
from kehoach_cli.exchange.forms.display import CellValue

_LONGEST_TEXT = 32767


def write_cell(sheet: Worksheet, at: tuple[int, int], value: CellValue, look: Format) -> None:
    """Writes a value as what it is; raises ``OutputError`` for a text that no cell can hold."""
    match value:
        case None | "":
            sheet.write_blank(*at, None, look)
        case int() | float():
            sheet.write_number(*at, value, look)
        case date():
            sheet.write_datetime(*at, datetime.combine(value, time()), look)
        case str():
            check_length(value)
            sheet.write_string(*at, value, look)


def check_length(text: str) -> None:
    """Raises ``OutputError`` for a text that is longer than a cell can hold."""
    if len(text) > _LONGEST_TEXT:
        raise OutputError(
            f"ô bắt đầu bằng «{text[:40]}» dài {len(text)} ký tự, Excel chỉ giữ {_LONGEST_TEXT}",
            "rút ngắn nội dung đó trong tệp báo cáo rồi chạy lại",
        )
