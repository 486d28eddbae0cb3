from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from lxml import etree

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.errors import OutputError
from kehoach_cli.writers import WRITERS

if TYPE_CHECKING:
    from tests.conftest import Golden

    from kehoach_cli.document.frame import Document

HOSTILE = ('=HYPERLINK("http://x")', "+84905", "-1+1", "@SUM(A1)", "12", "https://a.vn", "{=1}")


def write(document: Document) -> bytes:
    out = io.BytesIO()
    WRITERS["xlsx"].write(document, out, b"")
    return out.getvalue()


def read(document: Document) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write(document)))


def table(*cells: Cell, name: str = "bang", rows: tuple[Row, ...] = ()) -> Table:
    columns = tuple(Column(f"c{n}", f"Cột {n}", 30) for n, _ in enumerate(cells))
    return Table(name=name, columns=columns, rows=(Row(cells), *rows))


def test_a_table_reads_as_it_was_found_good(plan: Document, golden: Golden) -> None:
    with zipfile.ZipFile(io.BytesIO(write(plan))) as package:
        parts = [package.read(f"xl/{name}.xml") for name in ("worksheets/sheet1", "sharedStrings")]
    shown = [
        etree.tostring(etree.fromstring(part), pretty_print=True, encoding="unicode")
        for part in parts
    ]
    golden("xlsx/plan.sheet.xml", "".join(shown))


def test_numbers_and_days_are_typed_and_merged_cells_are_repeated(plan: Document) -> None:
    rows = list(read(plan)["nhiem-vu"].iter_rows(values_only=True))
    assert rows[0][0] == "Danh mục"
    assert rows[1] == ("TT", "Nhiệm vụ", "Trách nhiệm", None, "Kinh phí", "Thời hạn")
    assert rows[4][3:] == ("Các sở, ban, ngành", 1200, datetime(2026, 7, 20))  # noqa: DTZ001 - a day
    assert rows[5][3:] == ("Các sở, ban, ngành", 300, "2027")
    assert rows[6] == ("Tổng cộng", None, None, None, 1500, None)


def test_the_header_stays_and_every_row_but_the_total_can_be_filtered(plan: Document) -> None:
    sheet = read(plan)["nhiem-vu"]
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$2:$3"
    assert sheet.auto_filter.ref == "A3:F6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.oddFooter.left.text == "Bản dựng lại từ dữ liệu"


def test_the_same_document_gives_the_same_bytes(plan: Document) -> None:
    assert write(plan) == write(plan)


def test_no_text_becomes_a_formula_a_number_or_a_link(plan: Document) -> None:
    hostile = table(*(Cell(text) for text in HOSTILE))
    sheet = read(replace(plan, blocks=(hostile,)))["bang"]
    row = sheet[2]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in row] == [
        (text, "s", None) for text in HOSTILE
    ]
    assert [cell.quotePrefix for cell in row] == [True] * 4 + [False] * 3


def test_what_excel_would_change_is_kept_as_text(plan: Document) -> None:
    found = table(Cell(10**15), Cell(10**15 - 1), Cell(date(1899, 12, 31)), Cell(date(1900, 3, 1)))
    sheet = read(replace(plan, blocks=(found,)))["bang"]
    assert [cell.value for cell in sheet[2]] == [
        "1.000.000.000.000.000",
        10**15 - 1,
        "31/12/1899",
        datetime(1900, 3, 1),  # noqa: DTZ001 - a day
    ]


def test_tables_of_one_name_and_names_that_excel_refuses_get_sheets_of_their_own(
    plan: Document,
) -> None:
    names = ("bang", "BANG", "a[b]:c*?/\\'", "x" * 40)
    blocks = tuple(table(Cell(1), name=name) for name in names)
    found = read(replace(plan, blocks=blocks)).sheetnames
    assert found == ["bang", "BANG-2", "a-b--c-----", "x" * 31]


def test_the_unit_of_the_values_stands_above_the_table(plan: Document) -> None:
    money = replace(table(Cell(2_400_000, "2,4")), value_unit="đồng", printed_unit="triệu đồng")
    rows = list(read(replace(plan, blocks=(money,))).active.iter_rows(values_only=True))
    assert rows == [("Đơn vị tính: đồng",), ("Cột 0",), (2_400_000,)]


def test_a_document_without_tables_is_refused(plan: Document) -> None:
    with pytest.raises(OutputError, match="không có bảng nào"):
        write(replace(plan, blocks=plan.blocks[:1]))


def test_a_text_too_long_for_a_cell_is_refused_not_cut(plan: Document) -> None:
    with pytest.raises(OutputError, match="dài 32768 ký tự"):
        write(replace(plan, blocks=(table(Cell("x" * 32768)),)))


def test_a_control_character_is_refused(plan: Document) -> None:
    with pytest.raises(OutputError, match=r"U\+0001"):
        write(replace(plan, blocks=(table(Cell("a\x01")),)))


def test_a_notice_and_a_draft_are_marked_on_every_page(plan: Document) -> None:
    marked = replace(plan, frame=replace(plan.frame, draft_mark=True), notice="A & B")
    sheet = read(marked).active
    assert sheet.oddHeader.right.text == "DỰ THẢO"
    assert "A && B" in (sheet.oddFooter.left.text or "")
