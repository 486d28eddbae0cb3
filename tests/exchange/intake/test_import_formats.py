"""Plans as PDF and annexes as Excel; files that are not what they say, or not safe to open."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfWriter

from fuzz import pdfs
from kehoach_cli.cli.office import Printable, to_pdf
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.templates import resource
from kehoach_cli.errors import KehoachError
from kehoach_cli.exchange.intake.importing import Imported, imported
from kehoach_cli.exchange.intake.reader import read_file
from kehoach_cli.exchange.package import PdfTooLarge, Refused, TableTooLong, Unreadable
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[3]
DAY = date(2027, 1, 1)
GRID_SPAN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
PLANS = ("hop-tac-thien-ha-xanh", "tam-bai-toan")


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(ROOT / "examples")


@pytest.fixture(scope="module")
def printed(ws: Workspace) -> dict[str, tuple[Imported, Imported]]:
    """Each example as it comes in from Word and from the PDF that is printed of it."""
    if shutil.which("soffice") is None:
        pytest.skip("cần soffice để in ra PDF (LibreOffice)")
    words = {plan: as_word(ws, plan) for plan in PLANS}
    files = to_pdf({plan: Printable(data, DAY) for plan, data in words.items()})
    return {plan: (read(ws, words[plan]), read(ws, files[plan])) for plan in PLANS}


def as_word(ws: Workspace, plan: str) -> bytes:
    folder = ws.folder(plan)
    assert folder is not None
    out = BytesIO()
    document = plan_document(ws, folder, DAY)
    WRITERS["docx"].write(document, out, resource("reference.docx", ROOT))
    return out.getvalue()


def read(ws: Workspace, data: bytes) -> Imported:
    return imported(ws, "x", data, plan_id="thu", as_of=DAY)


@pytest.mark.parametrize("plan", PLANS)
class TestPdf:
    def test_says_the_same_as_word(
        self, printed: dict[str, tuple[Imported, Imported]], plan: str
    ) -> None:
        word, pdf = printed[plan]
        assert pdf.told.differing == ()
        assert pdf.draft.plan == word.draft.plan

    def test_an_annex_is_named_as_not_read(
        self, printed: dict[str, tuple[Imported, Imported]], plan: str
    ) -> None:
        remarks = [one.said for one in printed[plan][1].told.remarks]
        assert any("bảng trong PDF không tách được" in said for said in remarks)


def workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Nhiệm vụ"
    for row in (
        ("PHỤ LỤC",),
        ("DANH MỤC NHIỆM VỤ TRỒNG RỪNG",),
        ("(Kèm theo Kế hoạch số 5/KH-UBND)",),
        (),
        ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Kinh phí (triệu đồng)"),
        ("I", "Chuẩn bị"),
        (1, "Ươm giống", "Sở Tài chính", "Sở Y tế", datetime(2027, 6, 30), 1500),  # noqa: DTZ001
        (2, "Trồng cây", None, "Sở KH&CN", datetime(2027, 9, 1), 12000),  # noqa: DTZ001
    ):
        sheet.append(row)
    sheet.merge_cells("C7:C8")
    sheet["E7"].number_format = "dd/mm/yyyy"
    sheet["E8"].number_format = '"Tháng" m/yyyy'
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class TestWorkbook:
    def test_rows_become_tasks(self, ws: Workspace) -> None:
        found = read(ws, saved(workbook()))
        assert found.draft.tasks["annex"] == {
            "title": "Danh mục nhiệm vụ trồng rừng",
            "columns": ["title", "lead", "support", "due"],
        }
        rows = found.draft.tasks["tasks"]
        assert isinstance(rows, list)
        assert rows == [
            {
                "id": "thu-01",
                "kind": "annex",
                "source": {"clause": "Phụ lục"},
                "group": "Chuẩn bị",
                "title": "Ươm giống",
                "lead": "so-tc",
                "support": ["so-yt"],
                "due": "30/6/2027",
                "note": "Kinh phí (triệu đồng): 1500 triệu đồng",
            },
            {
                "id": "thu-02",
                "kind": "annex",
                "source": {"clause": "Phụ lục"},
                "group": "Chuẩn bị",
                "title": "Trồng cây",
                "lead": "so-tc",
                "support": ["so-khcn"],
                "due": "9/2027",
                "note": "Kinh phí (triệu đồng): 12.000 triệu đồng",
            },
        ]

    def test_hidden_sheets_stay_out(self, ws: Workspace) -> None:
        book = workbook()
        book.create_sheet("Nháp").sheet_state = "hidden"
        assert read(ws, saved(book)).draft.tasks == read(ws, saved(workbook())).draft.tasks


def pdf_of_pictures() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "tệp rỗng"),
            (b"\x00\x01\x02" * 50, "không phải là văn bản"),
            ("Kế hoạch".encode("cp1258", "ignore") + b"\xff\xfe\xfd" * 9, "không phải"),
            (b"%PDF-1.7 half", "hỏng"),
            (pdf_of_pictures(), "ảnh quét"),
            (locked_pdf(), "mật khẩu"),
            (pdfs.made(trailer=pdfs.LOCKED), "khóa bằng mã hóa"),
        ],
    )
    def test_are_refused_in_words(self, data: bytes, said: str) -> None:
        with pytest.raises(KehoachError, match=said):
            read_file("x", data)

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (pdfs.made(pages=pdfs.pages_of(301)), "too-many-pages"),
            (pdfs.made(b"BT /F1 9 Tf " + b"(a) Tj " * 30_001 + b"ET"), "too-much-drawn"),
            (pdfs.made(b"%" + b" " * 1_000_000), "page-too-large"),
        ],
    )
    def test_are_refused_where_they_are_beyond_a_limit(self, data: bytes, reason: str) -> None:
        with pytest.raises(PdfTooLarge) as refused:
            read_file("x", data)
        assert refused.value.reason == reason

    @pytest.mark.parametrize("span", ["61", "20000000", "9" * 5000])
    def test_a_word_table_of_endless_width_is_refused_or_read_as_one_column(
        self, span: str
    ) -> None:
        document = docx.Document()
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Trồng cây"
        cell._tc.get_or_add_tcPr().get_or_add_gridSpan().set(GRID_SPAN, span)  # noqa: SLF001
        out = BytesIO()
        document.save(out)
        if len(span) > 20:
            assert read_file("x", out.getvalue()).items
        else:
            with pytest.raises(TableTooLong):
                read_file("x", out.getvalue())

    @pytest.mark.parametrize(("rows", "columns"), [(5_001, 1), (1, 61)])
    def test_a_table_in_text_is_refused_beyond_the_limit(self, rows: int, columns: int) -> None:
        table = f"|{'a|' * columns}\n" * rows
        with pytest.raises(TableTooLong):
            read_file("x", f"KẾ HOẠCH\n\n{table}".encode())

    def test_a_workbook_named_docx_is_still_a_workbook(self) -> None:
        assert read_file("x.docx", saved(workbook())).items

    def test_a_workbook_cut_in_two_is_refused(self) -> None:
        data = saved(workbook())
        with pytest.raises((Unreadable, Refused)):
            read_file("x.xlsx", data[: len(data) // 2])


class TestAnnexByItself:
    def test_goes_behind_what_the_plan_has_and_touches_nothing_else(self) -> None:
        ws = load(ROOT)
        found = imported(ws, "pl.xlsx", saved(workbook()), plan_id="mobifone-2026-2030", as_of=DAY)
        before = ws.sources["data/plans/mobifone-2026-2030/tasks.yaml"].text
        assert list(found.files) == ["data/plans/mobifone-2026-2030/tasks.yaml"]
        after = found.files["data/plans/mobifone-2026-2030/tasks.yaml"]
        kept = [line for line in after.splitlines() if line in before.splitlines()]
        assert [line for line in before.splitlines() if line not in kept] == []
        assert "  - id: mf-12\n    kind: annex\n" in after
        assert found.joins

    def test_makes_the_annex_of_a_plan_that_has_none(self, tmp_path: Path) -> None:
        root = tmp_path / "ws"
        shutil.copytree(ROOT / "tests" / "workspaces" / "base", root)
        tasks = root / "data/plans/mau/tasks.yaml"
        text = tasks.read_text(encoding="utf-8")
        duty = "tasks:\n  - {id: viec-1, kind: duty, source: {clause: I.1}, title: Theo dõi}\n"
        tasks.write_text(duty, encoding="utf-8")
        assert "annex:" in text
        found = imported(load(root), "pl.xlsx", saved(workbook()), plan_id="mau", as_of=DAY)
        after = found.files["data/plans/mau/tasks.yaml"]
        assert after.startswith(duty)
        assert "\nannex:\n" in after

    def test_an_annex_with_rows_gets_no_more(self, ws: Workspace) -> None:
        with pytest.raises(KehoachError, match="đã có 34 nhiệm vụ"):
            imported(ws, "x", saved(workbook()), plan_id="hop-tac-thien-ha-xanh", as_of=DAY)

    def test_nothing_of_a_plan_is_missed(self, ws: Workspace) -> None:
        told = read(ws, saved(workbook())).told
        assert told.is_whole
        assert next(one.what for one in told.remarks) == "bảng của phụ lục"


def test_rows_beyond_the_limit_are_refused_and_never_left_out() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A5000"] = "Trồng cây"
    sheet.row_dimensions[9000].height = 20
    sheet.cell(9000, 1).number_format = "0"
    read_file("a.xlsx", saved(book))
    sheet["A5001"] = "Việc cuối"
    with pytest.raises(TableTooLong) as refused:
        read_file("a.xlsx", saved(book))
    assert refused.value.said["sheet"] == sheet.title
