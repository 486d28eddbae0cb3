"""Every cell as people and programs leave it: understood for sure, or refused by its name."""

from __future__ import annotations

import io
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from openpyxl import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.exchange.forms.cells import Setting, Unread, read_cell
from kehoach_cli.exchange.forms.layout import TASKS, Column
from kehoach_cli.exchange.forms.lists import spellings_of
from kehoach_cli.exchange.forms.reading import read_book

TASK = "mau-10"
DAY, STATUS, PERCENT, RESULT = "Ngày hoàn thành", "Tình trạng", "Tiến độ (%)", "Kết quả đạt được"
PRODUCT = "Sản phẩm (số, ngày văn bản; đường dẫn)"
SUBMITTED = "Đã trình (số, ngày tờ trình)"
SPENT, UNIT = "Kinh phí đã chi", "Đơn vị tiền"
REASON, NOTE = "Lý do chậm", "Nói rõ lý do chậm"
NUMBER = "Số, ký hiệu văn bản báo cáo"


def day(year: int, month: int, number: int) -> datetime:
    return datetime.combine(date(year, month, number), time())


class Reader:
    """Reads the cell of a case out of one workbook that holds all of them."""

    def __init__(self, office: Any) -> None:
        book = Book()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        self._rows = {case: row for row, case in enumerate((*UNDERSTOOD, *REFUSED), start=1)}
        for case, row in self._rows.items():
            found = UNDERSTOOD.get(case) or REFUSED[case]
            cell = sheet.cell(row, 1)
            cell.value = found[1]  # type: ignore[assignment]
            if case in REFUSED and found[2]:
                cell.number_format = found[2]
            sheet.cell(row, 2).value = "triệu đồng"
        out = io.BytesIO()
        book.save(out)
        data = out.getvalue()
        read = read_book(data)
        self._sheet = read.sheets[0]
        lists = office.form("so-yt").lists
        spellings = {name: spellings_of(office.ws, lists, name) for name in lists}
        self._setting = Setting(spellings, read.epoch)

    def column(self, case: str) -> Column:
        title = (UNDERSTOOD.get(case) or REFUSED[case])[0]
        return next(one for one in TASKS.columns if one.title == title)

    def __call__(self, case: str) -> str | None:
        row = self._rows[case]
        cell, unit = self._sheet.at(row, 1), self._sheet.at(row, 2)
        return read_cell(self.column(case), cell, unit, self._setting)


@pytest.fixture(scope="module")
def reader(office: Any) -> Reader:
    return Reader(office)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


UNDERSTOOD = {
    "a-choice-in-small-letters": (STATUS, "chưa triển khai", "status", "not-started"),
    "a-choice-with-stray-spaces": (STATUS, "  Chưa   triển khai ", "status", "not-started"),
    "a-choice-without-diacritics": (STATUS, "Chua trien khai", "status", "not-started"),
    "a-choice-decomposed": (STATUS, nfd("Chưa triển khai"), "status", "not-started"),
    "a-choice-with-unseen-signs": (STATUS, "Chưa\u00a0triển khai\u200b", "status", "not-started"),
    "a-percent": (PERCENT, 40, "percent", "40"),
    "a-percent-as-a-float": (PERCENT, 40.0, "percent", "40"),
    "a-percent-as-text": (PERCENT, "40", "percent", "40"),
    "a-percent-with-its-sign": (PERCENT, "40 %", "percent", "40"),
    "no-percent-at-all": (PERCENT, 0, "percent", "0"),
    "a-day": (DAY, day(2027, 6, 30), "done_on", "2027-06-30"),
    "a-day-with-a-time": (
        DAY,
        datetime.combine(date(2027, 6, 30), time(8)),
        "done_on",
        "2027-06-30",
    ),
    "a-day-as-text": (DAY, "30/6/2027", "done_on", "2027-06-30"),
    "a-day-in-words": (DAY, " Ngày 30/06/2027.", "done_on", "2027-06-30"),
    "a-day-with-dashes": (DAY, "30-6-2027", "done_on", "2027-06-30"),
    "a-day-as-iso": (DAY, "2027-06-30", "done_on", "2027-06-30"),
    "a-day-pasted-as-a-number": (DAY, 46568, "done_on", "2027-06-30"),
    "lines-with-stray-spaces": (RESULT, "Đã xong\r\n  phần  1 ", "result", "Đã xong\nphần 1"),
    "a-whole-number-in-words": (NOTE, 12, "late_note", "12"),
    "a-decomposed-text": (RESULT, nfd("Đã mở lớp"), "result", "Đã mở lớp"),
    "two-products-on-one-line": (
        PRODUCT,
        "12/BC-SYT ngày 30 tháng 6 năm 2027; https://so-yt.example.vn/a",
        "product",
        "Báo cáo số 12/BC-SYT ngày 30/6/2027\nhttps://so-yt.example.vn/a",
    ),
    "a-product-by-its-name": (PRODUCT, "Phần mềm; bản 2", "product", "Phần mềm; bản 2"),
    "a-document": (
        SUBMITTED,
        "số 45/TTr-SYT, ngày 01/02/2027",
        "submitted",
        "Tờ trình số 45/TTr-SYT ngày 01/02/2027",
    ),
    "a-document-with-its-issuer": (
        SUBMITTED,
        "Quyết định số 5/QĐ-UBND ngày 01/02/2027 của UBND tỉnh về việc phê duyệt",
        "submitted",
        "Quyết định số 5/QĐ-UBND ngày 01/02/2027 của UBND tỉnh về việc phê duyệt",
    ),
    "money-in-the-unit-beside": (SPENT, 800, "spent", "800000000"),
    "money-with-decimals": (SPENT, 1.25, "spent", "1250000"),
    "money-with-dots-between-thousands": (SPENT, "1.200", "spent", "1200000000"),
    "money-with-its-own-unit": (SPENT, "1,2 tỷ đồng", "spent", "1200000000"),
    "a-reason": (REASON, "Lý do khác", "late_reason", "khac"),
}


@pytest.mark.parametrize("case", UNDERSTOOD)
def test_understood(reader: Reader, case: str) -> None:
    _, _, key, told = UNDERSTOOD[case]
    assert reader(case) == told
    assert reader.column(case).key == key


def test_a_text_that_begins_like_a_formula_is_a_text(office: Any, yt: Any) -> None:
    cell = yt.cell(TASK, RESULT)
    cell.value, cell.data_type = "=1+1 là phép thử", "s"
    assert office.taking(yt) == {(TASK, "result"): "=1+1 là phép thử"}


def test_a_percent_cell_shows_what_excel_made_of_it(office: Any, yt: Any) -> None:
    yt.set(TASK, PERCENT, 0.4, "0%")
    assert office.taking(yt) == {(TASK, "percent"): "40"}


def test_another_unit_of_money(office: Any, yt: Any) -> None:
    yt.set(TASK, SPENT, 1.5)
    yt.set(TASK, UNIT, "Tỷ  đồng")
    assert office.taking(yt) == {(TASK, "spent"): "1500000000"}


def test_number_and_day_of_the_report_itself(office: Any, yt: Any) -> None:
    yt.set("", NUMBER, "Số: 512/BC-SYT")
    yt.set("", "Ngày của văn bản báo cáo", day(2027, 12, 10))
    taken = office.receive(yt).taken
    assert {path[1:]: value for path, value in taken.values.items()} == {
        ("hop-tac-so", "", "number"): "512/BC-SYT",
        ("vien-truong", "", "number"): "512/BC-SYT",
        ("vien-truong", "", "date"): "2027-12-10",
    }


REFUSED = {
    "a-word-that-no-list-has": (STATUS, "Sắp xong", "", "choice"),
    "a-number-for-a-choice": (STATUS, 3, "", "choice"),
    "a-month-shown": (DAY, day(2027, 6, 1), '"Tháng "m/yyyy', "month-shown"),
    "a-month-of-excel": (DAY, day(2027, 6, 1), "mmm-yy", "month-shown"),
    "a-month-as-text": (DAY, "Tháng 6/2027", "", "day"),
    "a-day-that-is-none": (DAY, "31/6/2027", "", "day"),
    "a-day-with-two-digits-of-a-year": (DAY, "30/6/27", "", "day"),
    "a-day-in-american-order": (DAY, "6/30/2027", "", "day"),
    "a-day-in-digits-alone": (DAY, 300620, "", "day"),
    "a-number-that-no-day-has": (DAY, 30062027, "dd/mm/yyyy", "error"),
    "a-year-in-a-cell-for-days": (DAY, day(1905, 7, 19), "dd/mm/yyyy", "day-too-early"),
    "a-time": (DAY, time(8, 30), "hh:mm", "day"),
    "a-span-of-time": (DAY, timedelta(hours=30), "[hh]:mm", "day"),
    "true-for-a-day": (DAY, True, "", "day"),
    "a-percent-over-100": (PERCENT, 140, "", "percent"),
    "a-percent-below-zero": (PERCENT, -1, "", "percent"),
    "a-fraction-that-may-be-a-percent": (PERCENT, 0.4, "0", "percent"),
    "a-percent-in-words": (PERCENT, "gần xong", "", "percent"),
    "money-in-words": (SPENT, "tám trăm", "", "money"),
    "money-below-zero": (SPENT, -5, "", "money"),
    "money-smaller-than-a-dong": (SPENT, 0.0000001, "", "money"),
    "money-that-was-meant-in-dong": (SPENT, 800_000_000, "", "money-too-much"),
    "money-typed-in-dong-as-a-text": (SPENT, "2.290.000.000", "", "money-too-much"),
    "a-comma-that-may-part-thousands": (SPENT, "1,250", "", "money-comma"),
    "a-day-that-excel-made-of-a-text": (RESULT, day(2027, 5, 1), "d-mmm", "date-in-text"),
    "a-fraction-in-a-text": (RESULT, 0.5, "0%", "not-text"),
    "true-in-a-text": (RESULT, True, "", "not-text"),
    "a-document-of-a-day-that-is-none": (
        SUBMITTED,
        "45/TTr-SYT ngày 31/02/2027",
        "",
        "document-day",
    ),
    "a-document-with-an-endless-number": (SUBMITTED, f"45/{'X' * 80}", "", "document"),
    "a-formula": (RESULT, "=A1", "", "formula"),
    "a-formula-for-a-day": (DAY, "=TODAY()", "", "formula"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(reader: Reader, case: str) -> None:
    with pytest.raises(Unread) as refused:
        reader(case)
    assert refused.value.reason == REFUSED[case][3]


def test_a_refusal_names_sheet_row_column_and_cell(office: Any, yt: Any) -> None:
    yt.set(TASK, DAY, "Tháng 6/2027")
    where = "trang «Nhiệm vụ», dòng 6, cột «Ngày hoàn thành» (ô I6)"
    assert office.refusing(yt) == [("form-cell", "day", where)]


@pytest.mark.parametrize(
    ("typed", "near"),
    [("sở khcn", "Sở Khoa học và Công nghệ"), ("Sở Xây dưng 1", "Sở Xây dựng"), ("xyz", "")],
)
def test_a_name_that_is_near_is_proposed_not_assumed(
    office: Any, yt: Any, typed: str, near: str
) -> None:
    yt.set("so-yt-2027-kk-01", "Khó khăn, vướng mắc", "Thiếu đường truyền")
    yt.set("so-yt-2027-kk-01", "Kế hoạch", "hop-tac-so")
    yt.set("so-yt-2027-kk-01", "Đề nghị cơ quan nào giải quyết", typed)
    (fault,) = office.receive(yt).faults
    assert (fault.kind, fault.args["nearest"]) == ("form-cell", near)


def test_an_error_of_excel_is_refused(office: Any, yt: Any) -> None:
    cell = yt.cell(TASK, RESULT)
    cell.value, cell.data_type = "#REF!", "e"
    assert [reason for _, reason, _ in office.refusing(yt)] == ["error"]


def test_money_without_a_unit_is_refused(office: Any, yt: Any) -> None:
    yt.set(TASK, SPENT, 800)
    yt.set(TASK, UNIT, None)
    assert [reason for _, reason, _ in office.refusing(yt)] == ["money-unit"]


def test_a_number_that_is_no_number_of_a_document(office: Any, yt: Any) -> None:
    yt.set("", NUMBER, "512")
    (found,) = office.refusing(yt)
    assert found[:2] == ("form-cell", "document-number")
    assert "trang «Hướng dẫn»" in found[2]


def test_merged_cells_are_refused_in_each_of_their_rows(office: Any, yt: Any) -> None:
    sheet, row = yt.row(TASK)
    column = yt.cell(TASK, RESULT).column_letter
    sheet.merge_cells(f"{column}{row}:{column}{row + 1}")
    assert [(kind, reason) for kind, reason, _ in office.refusing(yt)] == [
        ("form-cell", "merged"),
        ("form-cell", "merged"),
    ]
