"""A signed file beside the data: every difference is found, and taken over where it can be."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.templates import resource
from kehoach_cli.exchange.intake.comparing import marked
from kehoach_cli.exchange.intake.signed import Compared, compared, taken_texts, view
from kehoach_cli.exchange.intake.taking import TAKEN
from kehoach_cli.workspace import PlanFolder, Workspace, load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[3]
DAY = date(2027, 1, 1)
PLAN = "hop-tac-thien-ha-xanh"
FOLDER = f"data/plans/{PLAN}"


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(ROOT / "examples")


@pytest.fixture(scope="module")
def word(ws: Workspace) -> bytes:
    return as_word(ws, folder_of(ws))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("kehoach.yaml", "data"):
        source = ROOT / "examples" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def as_word(ws: Workspace, folder: PlanFolder) -> bytes:
    out = BytesIO()
    document = plan_document(ws, folder, DAY)
    WRITERS["docx"].write(document, out, resource("reference.docx", ROOT))
    return out.getvalue()


def folder_of(ws: Workspace) -> PlanFolder:
    folder = ws.folder(PLAN)
    assert folder is not None
    return folder


def edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """The file with the text of each run changed, in paragraphs and in cells."""
    document = docx.Document(BytesIO(data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
        for run in paragraph.runs:
            if run.text != change(run.text):
                run.text = change(run.text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def compare(ws: Workspace, data: bytes) -> Compared:
    return compared(ws, folder_of(ws), "da-ky.docx", data, as_of=DAY)


def take(root: Path, found: Compared) -> Workspace:
    for path, text in taken_texts(load(root), found).items():
        (root / path).write_text(text, encoding="utf-8", newline="")
    return load(root)


EDITS = {
    "a paragraph of a mục": ("có người làm, ", "có người làm, có người kiểm tra, "),
    "a heading that is counted": ("Đề xuất ngoài danh mục", "Đề xuất thêm ngoài danh mục"),
    "the heading of a mục": ("KINH PHÍ THỰC HIỆN", "NGUỒN LỰC"),
    "a duty": ("Lồng ghép nhiệm vụ", "Chủ động lồng ghép nhiệm vụ"),
    "whose duties": ("Các địa phương có thôn", "Những địa phương có thôn"),
    "the first sentence": ("cụ thể như sau:", "gồm các nội dung sau:"),
    "the last sentence": ("để tổng hợp, báo cáo", "để tổng hợp, tham mưu"),
    "a recipient": ("Chủ tịch, các PCT", "CT, các PCT"),
    "where it is filed": ("VT, KGVX", "VT, KGVX, CĐS"),
    "who signs": ("Lương Thị Thanh Hà", "Lương Thị Thanh Hải"),
    "the number": ("Số: 61", "Số: 62"),
    "a cell of the annex": ("có tọa độ", "có tọa độ, có ảnh"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_found_and_can_be_taken_over(ws: Workspace, word: bytes, name: str) -> None:
    old, new = EDITS[name]
    found = compare(ws, edited(word, lambda text: text.replace(old, new)))
    assert [one.outcome for one in found.differences] == [TAKEN]
    assert len(found.operations) == 1


def test_the_same_file_has_no_differences(ws: Workspace, word: bytes) -> None:
    assert compare(ws, word).differences == ()


class TestDeadlinesInWords:
    """A deadline stands in the words of a duty and in ``due``: both follow the signed file."""

    OLD = "hoàn thành trong tháng 12/2026"

    def test_that_moved_are_taken_with_the_words(
        self, ws: Workspace, word: bytes, root: Path
    ) -> None:
        new = "hoàn thành trong tháng 01/2027"
        found = compare(ws, edited(word, lambda text: text.replace(self.OLD, new)))
        assert [one.what for one in found.differences] == ["đoạn sửa", "thời hạn theo lời văn"]
        after = take(root, found)
        dues = [one.value.due for one in folder_of(after).tasks if new in one.value.title]
        assert dues == ["Hoàn thành trong tháng 01/2027"]

    def test_that_are_gone_are_left_to_people(self, ws: Workspace, word: bytes) -> None:
        found = compare(ws, edited(word, lambda text: text.replace(self.OLD, "làm sớm")))
        assert [one.outcome == TAKEN for one in found.differences] == [True, False]


def test_all_edits_at_once_are_taken_and_nothing_else_changes(
    ws: Workspace, word: bytes, root: Path
) -> None:
    def change(text: str) -> str:
        for old, new in EDITS.values():
            text = text.replace(old, new)
        return text

    found = compare(ws, edited(word, change))
    assert len(found.differences) == len(EDITS)
    assert found.left == 0
    after = take(root, found)
    assert compare(after, edited(word, change)).differences == ()
    for path in ("plan.yaml", "tasks.yaml"):
        before = (ROOT / "examples" / FOLDER / path).read_text(encoding="utf-8").splitlines()
        now = (root / FOLDER / path).read_text(encoding="utf-8").splitlines()
        assert sum(line not in now for line in before) < 30


class TestParagraphs:
    def changed(
        self, word: bytes, *, drop: str = "", add_before: str = "", said: str = ""
    ) -> bytes:
        document = docx.Document(BytesIO(word))
        for paragraph in document.paragraphs:
            if add_before and paragraph.text.startswith(add_before):
                paragraph.insert_paragraph_before(said)
            if drop and drop in paragraph.text:
                body = document.element.body
                body.remove(next(one for one in body if one is paragraph._element))  # noqa: SLF001
        out = BytesIO()
        document.save(out)
        return out.getvalue()

    def test_one_more_in_a_text_is_put_in(self, ws: Workspace, word: bytes, root: Path) -> None:
        signed = self.changed(word, add_before="2. Yêu cầu", said="- Một mục đích nữa.")
        found = compare(ws, signed)
        assert [(one.what, one.outcome) for one in found.differences] == [("đoạn thêm", TAKEN)]
        after = take(root, found)
        assert compare(after, signed).differences == ()
        text = (root / FOLDER / "plan.yaml").read_text(encoding="utf-8")
        assert "\n\n      - Một mục đích nữa.\n\n      # Yêu cầu\n" in text

    def test_one_less_is_taken_out(self, ws: Workspace, word: bytes, root: Path) -> None:
        signed = self.changed(word, drop="Đến hết năm 2028")
        found = compare(ws, signed)
        assert [(one.what, one.outcome) for one in found.differences] == [("đoạn bỏ", TAKEN)]
        assert compare(take(root, found), signed).differences == ()

    def test_a_new_duty_is_left_to_people(self, ws: Workspace, word: bytes) -> None:
        signed = self.changed(word, add_before="3. Sở Tài chính", said="- Một việc nữa.")
        found = compare(ws, signed)
        assert [one.what for one in found.differences] == ["đoạn thêm"]
        assert "tasks.yaml" in found.differences[0].outcome
        assert found.operations == {}


class TestView:
    def test_words_of_both_sides_are_marked(self) -> None:
        assert marked("a b c", "a x c d") == "a [-b-] {+x+} c {+d+}"
        assert marked("", "mới") == "{+mới+}"

    def test_data_name_place_and_outcome(self, ws: Workspace, word: bytes) -> None:
        found = compare(ws, edited(word, lambda text: text.replace("Số: 61", "Số: 62")))
        assert view(found, taken=False).data["differences"] == [
            {
                "what": "số",
                "path": "number",
                "where": "",
                "ours": "61/KH-UBND",
                "theirs": "62/KH-UBND",
                "outcome": TAKEN,
            }
        ]


def test_a_rebuilt_plan_becomes_the_issued_one(root: Path) -> None:
    """The line «Bản dựng lại …» goes away when the signed wording is in."""
    plan = root / FOLDER / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    for old, new in (
        ("state: issued", "state: draft"),
        ("text: verbatim", "text: reconstructed"),
        ("number: 61/KH-UBND\n", ""),
        ("date: 2026-04-27", "date: 2026-04"),
    ):
        text = text.replace(old, new)
    plan.write_text(text, encoding="utf-8")
    (root / FOLDER / "issued.md").unlink()
    signed = as_word(load(ROOT / "examples"), folder_of(load(ROOT / "examples")))
    found = compare(load(root), signed)
    after = take(root, found)
    held = folder_of(after)
    assert held.plan is not None
    plan_now = held.plan.value
    assert (plan_now.text, plan_now.state, plan_now.number, plan_now.date) == (
        "verbatim",
        "issued",
        "61/KH-UBND",
        date(2026, 4, 27),
    )
    assert held.issued is not None
    assert compare(after, signed).differences == ()


def test_line_ends_stay_as_they_were_typed(ws: Workspace, word: bytes, root: Path) -> None:
    plan = root / FOLDER / "plan.yaml"
    plan.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n"))
    found = compare(ws, edited(word, lambda text: text.replace("VT, KGVX", "VT, CĐS")))
    text = taken_texts(load(root), found)[f"{FOLDER}/plan.yaml"]
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    assert "Lưu: VT, CĐS" in text
