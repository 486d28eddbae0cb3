"""Forms out: exactly the sender's rows, typed cells, locked and printable, the same bytes twice."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.errors import OutputError
from kehoach_cli.exchange.forms.content import Form, form_of
from kehoach_cli.exchange.forms.lists import first_words
from kehoach_cli.exchange.forms.workbook import form_bytes
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import Workspace, load

AS_OF = date(2027, 12, 14)

Forms = Callable[[str], Form]


@pytest.fixture(scope="module")
def book(form: Forms) -> Book:
    return load_workbook(io.BytesIO(form_bytes(form("so-yt"))))


def sheet(book: Book, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def codes(book: Book, name: str) -> list[object]:
    return [row[0].value for row in sheet(book, name).iter_rows(min_row=4)]


def cell(book: Book, name: str, code: str, title: str) -> object:
    rows = sheet(book, name)
    column = next(one.column for one in rows[3] if one.value == title)
    row = next(one[0].row for one in rows.iter_rows(min_row=4) if one[0].value == code)
    return rows.cell(row, column).value


def test_the_rows_are_those_that_the_figures_count(ws: Workspace, form: Forms) -> None:
    progress: Progress = evaluate(ws, form("so-yt").as_of, period="2027")
    for sender in dict.fromkeys(one.id for one in progress.senders if one.must_report):
        counted = {
            item.id
            for item in progress.items
            for one in item.assignments
            if sender in {one.agency, *one.senders}
        }
        asked = {
            row.code
            for one in form(sender).sheets
            if one.kind.part in {"tasks", "commitments"}
            for row in one.rows
        }
        assert asked == counted, sender


def test_a_partner_is_asked_for_its_commitments_and_no_agency_is(form: Forms) -> None:
    assert form("so-yt").sheet("commitments") is None
    partner = form("cong-ty-mau-tinh").sheet("commitments")
    assert partner is not None
    assert [row.shown["letter"] for row in partner.rows] == ["a", "b", "c", "d", "đ", "e"]


def test_cells_hold_days_numbers_and_words_as_what_they_are(book: Book) -> None:
    assert codes(book, "Nhiệm vụ")[:3] == ["mau-02", "mau-06", "mau-10"]
    assert cell(book, "Nhiệm vụ", "mau-02", "Tình trạng") == "Đã hoàn thành"
    assert cell(book, "Nhiệm vụ", "mau-02", "Ngày hoàn thành") == datetime(2027, 6, 30)  # noqa: DTZ001
    assert cell(book, "Nhiệm vụ", "mau-14", "Lý do chậm") == "Đối tác thực hiện chậm"
    product = cell(book, "Nhiệm vụ", "mau-02", "Sản phẩm (số, ngày văn bản; đường dẫn)")
    assert product == "Công văn số 103/SYT-SP ngày 30/6/2027"


def test_spare_rows_carry_codes_of_their_own(book: Book) -> None:
    assert codes(book, "Khó khăn")[:3] == ["kho-khan-02", "so-yt-2027-kk-01", "so-yt-2027-kk-02"]
    assert cell(book, "Khó khăn", "so-yt-2027-kk-01", "Khó khăn, vướng mắc") is None


def test_only_cells_to_fill_in_are_open_and_no_password_is_set(book: Book) -> None:
    rows = sheet(book, "Nhiệm vụ")
    assert rows.protection.sheet
    assert rows.protection.password is None
    open_titles = [
        str(title.value)
        for title, one in zip(rows[3], rows[4], strict=True)
        if not one.protection.locked
    ]
    assert open_titles[0] == "Tình trạng"
    assert "Mã nhiệm vụ" not in open_titles
    assert len(open_titles) == 11


def test_lists_days_and_percents_are_ruled_in_excel(book: Book) -> None:
    rules = {
        str(one.sqref).split(":")[0]: one.type
        for one in sheet(book, "Nhiệm vụ").data_validations.dataValidation
    }
    assert [rules[cell] for cell in ("G4", "H4", "I4", "N4", "P4")] == [
        "list",
        "whole",
        "date",
        "list",
        "decimal",
    ]
    lists = sheet(book, "_danhmuc")
    assert [one.value for one in lists["A"]][:3] == ["status", "Chưa triển khai", "Đang thực hiện"]
    assert lists.sheet_state == "hidden"


@pytest.mark.parametrize(("name", "paper"), [("Nhiệm vụ", "8"), ("Khó khăn", "9")])
def test_it_prints_across_on_paper_that_lets_it_be_read(book: Book, name: str, paper: str) -> None:
    """A3 where letters on A4 would be tiny."""
    page = sheet(book, name)
    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == paper
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.print_title_rows == "$3:$3"


def test_plans_are_shown_by_the_words_that_tell_them_apart() -> None:
    alike = "Kế hoạch triển khai nội dung hợp tác giữa UBND tỉnh và Tổng công ty"
    titles = {"a": f"{alike} A đến năm 2030", "b": f"{alike} B đến năm 2030", "c": "Kế hoạch C"}
    assert first_words(titles) == {"a": f"{alike} A …", "b": f"{alike} B …", "c": "Kế hoạch C"}
    same = {"a": alike, "b": f"{alike} A", "c": f"{alike} A"}
    assert first_words(same)["a"] == alike


def test_each_row_carries_a_fingerprint_that_nobody_sees(form: Forms, book: Book) -> None:
    rows = sheet(book, "Nhiệm vụ")
    place = next(one for one in rows[3] if one.value == "Dấu kiểm")
    assert rows.column_dimensions[place.column_letter].hidden
    made = form("so-yt").sheet("tasks")
    assert made is not None
    assert [rows.cell(4 + n, place.column).value for n, _ in enumerate(made.rows)] == [
        row.mark for row in made.rows
    ]
    assert len({row.mark for row in made.rows}) == len(made.rows)
    assert sheet(book, "_goc").sheet_state == "veryHidden"


def test_the_same_form_gives_the_same_bytes(form: Forms) -> None:
    assert form_bytes(form("so-khcn")) == form_bytes(form("so-khcn"))


def test_the_previous_report_stands_beside(form: Forms) -> None:
    made = form("so-xd").sheet("tasks")
    assert made is not None
    assert any(row.shown["earlier"].startswith("Kỳ 2027-q") for row in made.rows)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_text_that_looks_like_a_formula_stays_text(root: Path, sign: str) -> None:
    file = root / "data/plans/hop-tac-so/progress/2027/so-yt.yaml"
    text = file.read_text(encoding="utf-8")
    typed = text.replace("  - task: mau-10\n", f"  - task: mau-10\n    result: '{sign}1+1'\n")
    file.write_text(typed, encoding="utf-8")
    found = load(root)
    made = form_bytes(form_of(found, evaluate(found, AS_OF, period="2027"), "so-yt"))
    rows = sheet(load_workbook(io.BytesIO(made)), "Nhiệm vụ")
    held = next(one for one in rows["J"] if one.value == f"{sign}1+1")
    assert held.data_type == "s"
    assert held.number_format == "@"


def test_a_text_that_no_cell_can_hold_is_refused(form: Forms) -> None:
    with pytest.raises(OutputError, match="Excel chỉ giữ 32767"):
        form_bytes(replace(form("so-yt"), sender="x" * 40000))


class TestCommand:
    def test_one_file_for_each_sender(self, kehoach: Kehoach, tmp_path: Path) -> None:
        folder = tmp_path / "bieu"
        code, out, err = kehoach("forms", "export", "--period", "2027", "--all", "--out", folder)
        assert (code, out, err) == (exits.CLEAN, f"Đã ghi 16 biểu vào {folder}\n", "")
        assert (folder / "bieu-bao-cao-2027-so-yt.xlsx").is_file()
        assert len(list(folder.glob("*.xlsx"))) == 16

    def test_a_form_that_somebody_filled_in_is_not_overwritten(
        self, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        words = ("forms", "export", "--period", "2027", "--agency", "so-yt", "--out", tmp_path)
        assert kehoach(*words)[0] == exits.CLEAN
        made = tmp_path / "bieu-bao-cao-2027-so-yt.xlsx"
        made.write_bytes(made.read_bytes() + b"filled in")
        code, _, err = kehoach(*words)
        assert code == exits.FAILED
        assert "đã được sửa sau khi xuất" in err

    def test_who_has_nothing_to_report_gets_no_form(self, kehoach: Kehoach) -> None:
        code, _, err = kehoach("forms", "export", "--period", "2027", "--agency", "ubnd-tinh")
        assert code == exits.USAGE
        assert "không có việc gì phải báo cáo" in err

    def test_one_must_say_for_whom(self, kehoach: Kehoach) -> None:
        assert kehoach("forms", "export", "--period", "2027")[0] == exits.USAGE

    def test_a_sender_whose_own_file_is_broken_gets_no_false_form(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        file = root / "data/plans/hop-tac-so/progress/2027/so-yt.yaml"
        typed = file.read_text(encoding="utf-8").replace("status: done", "status: xong", 1)
        file.write_text(typed, encoding="utf-8")
        code, out, err = kehoach("forms", "export", "--period", "2027", "--all", "--out", tmp_path)
        assert code == exits.FOUND
        assert "Đã ghi 15 biểu" in out
        assert "Chưa lập biểu cho so-yt" in err
