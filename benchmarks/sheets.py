"""One table, written as a workbook in several ways: ours, and how others would do it."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from xml.sax.saxutils import escape

from benchmarks.documents import COLUMNS, Rows, Way, ours_of

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sheet.xml" ContentType="{_SHEET_KIND}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATED}"><Relationship Id="a" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATED}"><Relationship Id="a" '
        f'Type="{_OFFICE}/worksheet" Target="sheet.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>'
    ),
}


def _bare(rows: Rows) -> Way:
    """Nothing but the cells, as strings into a zip: the least that can be done."""

    def cell(text: str) -> str:
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'

    def write() -> bytes:
        drawn = "".join(
            f"<row>{''.join(cell(text) for text in row)}</row>" for row in (COLUMNS, *rows)
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in _PARTS.items():
                package.writestr(name, text)
            sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{drawn}</sheetData></worksheet>'
            package.writestr("xl/sheet.xml", sheet)
        return out.getvalue()

    return write


def _ours(rows: Rows) -> Way:
    """The table of a document as ``--to xlsx`` writes it: widths, borders, days and numbers."""
    from kehoach_cli.writers.xlsx import book  # noqa: F401 - loaded before the clock runs

    return ours_of(rows, "xlsx")


def _xlsxwriter(rows: Rows) -> Way:
    """Cell by cell, without looks."""
    import xlsxwriter

    def write() -> bytes:
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate((COLUMNS, *rows)):
                for column, text in enumerate(row):
                    sheet.write_string(number, column, text)
        return out.getvalue()

    return write


def _openpyxl(rows: Rows) -> Way:
    """Row by row, as its manual shows."""
    import openpyxl

    def write() -> bytes:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        sheet = book.create_sheet("a")
        for row in (COLUMNS, *rows):
            sheet.append(row)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return write


def _pandas(rows: Rows) -> Way:
    """A frame and ``to_excel``."""
    import pandas as pd  # type: ignore[import-not-found,import-untyped,unused-ignore]

    pd.DataFrame().to_excel(io.BytesIO())  # loads its writer before the clock runs
    frame = pd.DataFrame(rows, columns=list(COLUMNS))

    def write() -> bytes:
        out = io.BytesIO()
        frame.to_excel(out, index=False)
        return out.getvalue()

    return write


SHEET_WAYS = {
    "xlsx-bare": _bare,
    "xlsx-ours": _ours,
    "xlsxwriter": _xlsxwriter,
    "openpyxl": _openpyxl,
    "pandas": _pandas,
}


def installed_for_sheets() -> tuple[str, ...]:
    """The ways that this machine can go."""
    return tuple(way for way in SHEET_WAYS if way != "pandas" or find_spec("pandas"))
