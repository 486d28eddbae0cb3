"""A plan in Word comes in whole: its text, its numbers, the annex with merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.templates import resource
from kehoach_cli.exchange.intake.importing import Imported, imported
from kehoach_cli.exchange.intake.lines import Surety
from kehoach_cli.exchange.intake.proof import with_draft
from kehoach_cli.exchange.package import Unreadable
from kehoach_cli.model.plan import Task
from kehoach_cli.workspace import PlanFolder, Workspace, load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[3]
DAY = date(2027, 1, 1)
PLANS = ("hop-tac-thien-ha-xanh", "tam-bai-toan")
READ: dict[str, Imported] = {}


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(ROOT / "examples")


@cache
def as_word(plan: str) -> bytes:
    workspace = load(ROOT / "examples")
    folder = workspace.folder(plan)
    assert folder is not None
    out = BytesIO()
    document = plan_document(workspace, folder, DAY)
    WRITERS["docx"].write(document, out, resource("reference.docx", ROOT))
    return out.getvalue()


def folder_of(ws: Workspace, found: Imported) -> PlanFolder:
    after = with_draft(ws, found.draft)
    assert after is not None
    folder = after.folder(found.draft.id)
    assert folder is not None
    return folder


@pytest.mark.parametrize("plan", PLANS)
class TestOwnDocuments:
    """What we print ourselves is read back to the data that it was printed from."""

    def read(self, ws: Workspace, plan: str) -> Imported:
        if plan not in READ:
            READ[plan] = imported(ws, "x.docx", as_word(plan), plan_id="thu", as_of=DAY)
        return READ[plan]

    def test_every_paragraph_comes_back(self, ws: Workspace, plan: str) -> None:
        assert self.read(ws, plan).told.differing == ()

    def test_the_frame_comes_back(self, ws: Workspace, plan: str) -> None:
        before, after = ws.folder(plan), folder_of(ws, self.read(ws, plan))
        assert before is not None
        assert before.plan is not None
        assert after.plan is not None
        old, new = before.plan.value, after.plan.value
        assert (new.state, new.number, new.date) == ("issued", old.number, old.date)
        assert (new.title, new.period, new.issuer) == (old.title, old.period, "ubnd-tinh")
        assert [one.number for one in new.grounds.items] == [
            one.number for one in old.grounds.items
        ]
        assert new.grounds.style == old.grounds.style
        assert (new.filing, new.signer) == (old.filing, old.signer)

    def test_every_row_of_the_annex_comes_back(self, ws: Workspace, plan: str) -> None:
        before, after = ws.folder(plan), folder_of(ws, self.read(ws, plan))
        assert before is not None
        assert after.annex is not None
        assert before.annex is not None
        assert after.annex.value == before.annex.value
        assert [row(one.value) for one in after.tasks if one.value.kind == "annex"] == [
            row(one.value) for one in before.tasks if one.value.kind == "annex"
        ]


def row(task: Task) -> tuple[object, ...]:
    named = (task.lead, task.co_leads, task.support, task.approver)
    return (task.group, task.title, *named, task.person, task.product, task.due)


def plan_with_table(rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, ...]] = ()) -> bytes:
    """A small plan whose annex has this table; ``merges`` are (row, column, row, column)."""
    document = docx.Document()
    for text in (
        "KẾ HOẠCH",
        "Trồng rừng phòng hộ năm 2027",
        "UBND tỉnh ban hành Kế hoạch trồng rừng phòng hộ năm 2027, cụ thể như sau:",
        "I. NỘI DUNG",
        "Danh mục nhiệm vụ tại Phụ lục kèm theo.",
        "Trên đây là Kế hoạch trồng rừng phòng hộ năm 2027./.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ TRỒNG RỪNG",
        "(Kèm theo Kế hoạch số 5/KH-UBND)",
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = text.isupper() or text.startswith("Trồng")
    table = document.add_table(len(rows), len(rows[0]))
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right))
    for number, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                table.cell(number, column).text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def tasks_of(ws: Workspace, data: bytes) -> tuple[list[Task], Imported]:
    found = imported(ws, "x.docx", data, plan_id="thu", as_of=DAY)
    return [one.value for one in folder_of(ws, found).tasks], found


HEAD = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm")


class TestAnnexes:
    def test_several_agencies_in_one_cell_are_told_apart(self, ws: Workspace) -> None:
        cells = ("1", "Ươm giống", "Sở Tài chính", "Sở KH&CN, Công an tỉnh và Sở Y tế")
        tasks, _ = tasks_of(ws, plan_with_table([HEAD, (*cells, "Quý II/2027", "Vườn ươm")]))
        assert tasks[0].support == ("so-khcn", "cong-an-tinh", "so-yt")

    def test_names_with_commas_in_them_stay_whole(self, ws: Workspace) -> None:
        cells = ("1", "Ươm giống", "Các sở, ban, ngành", "UBND các xã, phường; Sở Tài chính")
        tasks, _ = tasks_of(ws, plan_with_table([HEAD, (*cells, "2027", "")]))
        assert (tasks[0].lead, tasks[0].support[-1]) == ("cac-so-nganh", "so-tc")

    def test_an_unknown_group_is_one_name_and_its_likes_are_proposed(self, ws: Workspace) -> None:
        cells = ("1", "Ươm giống", "Sở Tài chính", "Các sở, ngành; Sở Y tế", "2027", "")
        tasks, found = tasks_of(ws, plan_with_table([HEAD, cells]))
        assert tasks[0].support == ("cac-so-nganh-chua-ro", "so-yt")
        remark = next(one.said for one in found.told.remarks if "«Các sở, ngành»" in one.said)
        assert "cac-so-nganh (" in remark

    def test_two_leads_are_both_kept(self, ws: Workspace) -> None:
        cells = ("1", "Ươm giống", "Sở Tài chính\nSở KH&CN", "", "2027", "")
        tasks, _ = tasks_of(ws, plan_with_table([HEAD, cells]))
        assert tasks[0].leads == ("so-tc", "so-khcn")

    def test_merged_cells_hold_for_all_rows_that_they_cover(self, ws: Workspace) -> None:
        rows = [
            HEAD,
            ("1", "Ươm giống", "Sở Tài chính", "", "Quý II/2027", "Vườn ươm"),
            ("2", "Trồng cây", "", "", "", "40 ha rừng"),
        ]
        tasks, _ = tasks_of(ws, plan_with_table(rows, [(1, 2, 2, 2), (1, 4, 2, 4)]))
        assert [(one.lead, one.due) for one in tasks] == [("so-tc", "Quý II/2027")] * 2

    def test_group_rows_and_two_numberings(self, ws: Workspace) -> None:
        blank = ("",) * 4
        rows = [
            HEAD,
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            ("I", "Chuẩn bị", *blank),
            ("1", "Ươm giống", "Sở Tài chính", "", "2027", ""),
            ("II", "Trồng", *blank),
            ("1", "Trồng cây", "Sở Tài chính", "", "2027", ""),
            ("Chăm sóc", "", *blank),
            ("2", "Phát cỏ", "Sở Tài chính", "", "2027", ""),
        ]
        tasks, _ = tasks_of(ws, plan_with_table(rows, [(6, 0, 6, 5)]))
        assert [(one.group, one.title) for one in tasks] == [
            ("Chuẩn bị", "Ươm giống"),
            ("Trồng", "Trồng cây"),
            ("Chăm sóc", "Phát cỏ"),
        ]

    def test_a_header_of_two_rows_and_eleven_columns(self, ws: Workspace) -> None:
        first = (
            *("STT", "Nội dung công việc", "Phân công", "", "Người phụ trách"),
            *("Kết quả, sản phẩm", "Cấp phê duyệt", "Thời gian hoàn thành"),
            *("Kinh phí (triệu đồng)", "Nguồn vốn", "Ghi chú"),
        )
        second = ("", "", "Chủ trì", "Phối hợp", *[""] * 7)
        cells = ("1", "Ươm giống", "Sở Tài chính", "Sở Y tế", "Phòng Ngân sách", "Vườn ươm")
        rows = [first, second, (*cells, "UBND tỉnh", "Quý II/2027", "1.500", "Ngân sách", "Gấp")]
        merges = [(0, 2, 0, 3), *((0, n, 1, n) for n in (0, 1, 4, 5, 6, 7, 8, 9, 10))]
        tasks, found = tasks_of(ws, plan_with_table(rows, merges))
        task = tasks[0]
        assert (task.lead, task.support, task.person) == ("so-tc", ("so-yt",), "Phòng Ngân sách")
        assert (task.product, task.approver, task.due) == ("Vườn ươm", "ubnd-tinh", "Quý II/2027")
        assert task.note == ("Gấp; Kinh phí (triệu đồng): 1.500 triệu đồng; Nguồn vốn: Ngân sách")
        assert any("1,5 tỷ đồng" in one.said for one in found.told.remarks)

    def test_a_due_that_is_not_understood_stays_and_is_named(self, ws: Workspace) -> None:
        cells = ("1", "Ươm giống", "Sở Tài chính", "", "khi trời mưa", "")
        tasks, found = tasks_of(ws, plan_with_table([HEAD, cells]))
        assert tasks[0].due == "khi trời mưa"
        remark = next(one for one in found.told.remarks if one.what == "thời hạn chưa hiểu")
        assert (remark.surety, remark.where) == (Surety.OPEN, "bảng 1, hàng 2")

    def test_an_annex_without_a_table_of_tasks_is_named(self, ws: Workspace) -> None:
        found = imported(
            ws, "x.docx", plan_with_table([("Xã", "Dân số")]), plan_id="thu", as_of=DAY
        )
        assert any("không thấy bảng" in one.said for one in found.told.remarks)


class TestWord:
    def test_automatic_numbers_are_text(self, ws: Workspace) -> None:
        document = docx.Document(BytesIO(plan_with_table([HEAD])))
        paragraph = document.paragraphs[4]
        for text in ("Việc thứ nhất.", "Việc thứ hai."):
            paragraph.insert_paragraph_before(text, style="List Number")
        out = BytesIO()
        document.save(out)
        found = imported(ws, "x.docx", out.getvalue(), plan_id="thu", as_of=DAY)
        said = [one.text for one in found.draft.parts.text if hasattr(one, "text")]
        assert said[2:4] == ["1. Việc thứ nhất.", "2. Việc thứ hai."]
        assert found.told.differing is not None

    @pytest.mark.parametrize("data", [b"PK\x03\x04 half", b"PK"])
    def test_a_broken_file_is_refused(self, ws: Workspace, data: bytes) -> None:
        with pytest.raises(Unreadable):
            imported(ws, "x.docx", data, as_of=DAY)
