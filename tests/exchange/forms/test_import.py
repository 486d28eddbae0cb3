"""``kehoach forms import``: what is written, shown and left byte for byte as it was."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

YT = "data/plans/hop-tac-so/progress/2027/so-yt.yaml"
TAKE = ("forms", "import")
DAY = ("--received", "14/12/2027")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "bieu"


@pytest.fixture
def export(office: Any, folder: Path) -> Callable[..., Path]:
    """What ``forms export`` writes, without starting it again for each test."""

    def make(sender: str) -> Path:
        folder.mkdir(exist_ok=True)
        path = folder / f"bieu-bao-cao-2027-{sender}.xlsx"
        path.write_bytes(office.sent(sender))
        return path

    return make


@pytest.fixture
def fill(office: Any) -> Callable[..., None]:
    def write(path: Path, *edits: tuple[str, str, object]) -> None:
        form = office.opened(path.read_bytes())
        for code, title, value in edits:
            form.set(code, title, value)
        path.write_bytes(form.data())

    return write


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_only_what_the_sender_changed_is_written(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("so-yt")
    before = everything(root)
    fill(form, ("mau-10", "Kết quả đạt được", "Đã mở 12 điểm"), ("mau-10", "Tiến độ (%)", 40))
    code, out, err = kehoach(*TAKE, form, *DAY)
    assert (code, err) == (exits.CLEAN, "")
    assert f"Đã ghi {YT}" in out
    assert "đã nhận" in out
    after = everything(root)
    assert {path for path in after if after[path] != before.get(path)} == {str(root / YT)}
    text = before[str(root / YT)].decode()
    assert changed(text, after[str(root / YT)].decode()) == [
        "+     percent: 40",
        "+     result: Đã mở 12 điểm",
    ]


def test_taking_it_in_twice_changes_nothing_more(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("so-yt")
    fill(
        form,
        ("mau-10", "Đã trình (số, ngày tờ trình)", "45/TTr-SYT ngày 10/12/2027"),
        ("mau-10", "Tình trạng", "Đã trình"),
        ("mau-10", "Kinh phí đã chi", 1.5),
        ("so-yt-2027-kk-01", "Khó khăn, vướng mắc", "Thiếu đường truyền"),
        ("so-yt-2027-kk-01", "Kế hoạch", "hop-tac-so"),
        ("mau-14", "Lý do chậm", None),
    )
    assert kehoach(*TAKE, form, *DAY)[0] == exits.CLEAN
    before = everything(root)
    code, out, _ = kehoach(*TAKE, form, *DAY)
    assert code == exits.CLEAN
    assert "không có gì mới" in out
    assert everything(root) == before
    assert kehoach("validate", root / YT)[0] == exits.CLEAN


def test_a_first_report_makes_its_file(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("xa-phu-loc")
    fill(
        form,
        ("", "Ngày báo cáo", "10/12/2027"),
        ("", "Số, ký hiệu văn bản báo cáo", "12/BC-UBND"),
        ("trach-nhiem-03", "Tình trạng", "Đang thực hiện"),
        ("trach-nhiem-03", "Tiến độ (%)", 60),
    )
    assert kehoach(*TAKE, form, *DAY)[0] == exits.CLEAN
    file = root / "data/plans/hop-tac-so/progress/2027/xa-phu-loc.yaml"
    assert file.read_text(encoding="utf-8") == FIRST
    assert kehoach("validate", file)[0] == exits.CLEAN


FIRST = """\
# Báo cáo kỳ 2027 của Xã Phú Lộc, nhận từ biểu Excel.

sender: xa-phu-loc
period: 2027
reported: 2027-12-10
document:
  number: 12/BC-UBND
tasks:
  - task: trach-nhiem-03
    status: in-progress
    percent: 60
"""


def test_a_form_without_a_day_counts_from_the_day_it_came(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("xa-phu-loc")
    fill(form, ("", "Không có nội dung phát sinh", "Có"))
    assert kehoach(*TAKE, form, *DAY)[0] == exits.CLEAN
    text = (root / "data/plans/hop-tac-so/progress/2027/xa-phu-loc.yaml").read_text("utf-8")
    assert "reported: 2027-12-14\nnothing_to_report: true\n" in text


def test_what_both_sides_changed_is_listed_and_nothing_overwritten(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("so-yt")
    fill(form, ("mau-14", "Lý do chậm", "Lý do khác"), ("mau-10", "Tiến độ (%)", 40))
    file = root / YT
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("doi-tac-cham", "vuong-thu-tuc"), encoding="utf-8")
    before = everything(root)
    code, out, _ = kehoach(*TAKE, form, *DAY)
    assert code == exits.FOUND
    assert (
        "KH907 trang «Nhiệm vụ», dòng 7, cột «Lý do chậm» (ô N7): biểu ghi «Lý do khác», dữ liệu "
        "ghi «Vướng thủ tục», lúc lập biểu là «Đối tác thực hiện chậm»"
    ) in out
    assert "xung đột, chưa nhận gì" in out
    assert everything(root) == before


def test_somebody_may_decide_for_the_form(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("so-yt")
    fill(form, ("mau-14", "Lý do chậm", "Lý do khác"))
    file = root / YT
    text = file.read_text(encoding="utf-8").replace("doi-tac-cham", "vuong-thu-tuc")
    file.write_text(text, encoding="utf-8")
    code, out, _ = kehoach(*TAKE, form, *DAY, "--theirs")
    assert code == exits.CLEAN
    assert "mau-14 · Lý do chậm: Lý do khác (thay «Vướng thủ tục»)" in out
    assert changed(text, file.read_text(encoding="utf-8")) == [
        "-     late_reason: vuong-thu-tuc",
        "+     late_reason: khac",
    ]


def test_what_only_the_office_changed_stays(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("so-yt")
    fill(form, ("mau-10", "Tiến độ (%)", 40))
    file = root / YT
    text = file.read_text(encoding="utf-8").replace("doi-tac-cham", "vuong-thu-tuc")
    file.write_text(f"# nhập tay\n{text}", encoding="utf-8")
    assert kehoach(*TAKE, form, *DAY)[0] == exits.CLEAN
    assert changed(f"# nhập tay\n{text}", file.read_text(encoding="utf-8")) == ["+     percent: 40"]


def test_a_closed_period_takes_nothing(
    kehoach: Kehoach, root: Path, export: Any, fill: Any
) -> None:
    form = export("so-yt")
    fill(form, ("mau-10", "Tiến độ (%)", 40))
    assert kehoach("period", "close", "2027", "--as-of", "20/12/2027")[0] == exits.CLEAN
    before = everything(root / "data")
    code, out, _ = kehoach(*TAKE, form, *DAY)
    assert code == exits.FOUND
    assert "KH903" in out
    assert everything(root / "data") == before


class TestFolder:
    @pytest.fixture
    def three(self, export: Any, fill: Any, folder: Path) -> Path:
        """One to take, one with a fault, one that is no form."""
        fill(export("so-yt"), ("mau-10", "Tiến độ (%)", 40))
        fill(export("xa-phu-loc"), ("trach-nhiem-03", "Tình trạng", "xong"))
        (folder / "ghi-chu.xlsm").write_bytes(b"PK")
        (folder / "~$bieu-bao-cao-2027-so-yt.xlsx").write_bytes(b"lock")
        return folder

    def test_each_file_is_taken_or_refused_by_itself(
        self, kehoach: Kehoach, root: Path, three: Path, tmp_path: Path
    ) -> None:
        code, out, _ = kehoach(*TAKE, three, *DAY, "--out", tmp_path / "tra-lai")
        assert code == exits.FOUND
        lines = [line.strip() for line in out.splitlines() if line.startswith(("bieu-", "ghi-"))]
        assert [line.rsplit("  ", 1)[-1] for line in lines] == [
            "đã nhận",
            "có lỗi, chưa nhận gì",
            "có lỗi, chưa nhận gì",
        ]
        assert "percent: 40" in (root / YT).read_text(encoding="utf-8")
        assert not (root / "data/plans/hop-tac-so/progress/2027/xa-phu-loc.yaml").exists()
        assert [path.name for path in (tmp_path / "tra-lai").glob("*.xlsx")] == [
            "bieu-bao-cao-2027-xa-phu-loc-can-sua.xlsx"
        ]

    def test_a_dry_run_writes_nothing_at_all(
        self, kehoach: Kehoach, root: Path, three: Path, tmp_path: Path
    ) -> None:
        before = everything(root)
        code, out, _ = kehoach(*TAKE, three, "--dry-run", "--out", tmp_path / "tra-lai")
        assert code == exits.FOUND
        assert "mau-10 · Tiến độ (%): 40%" in out
        assert "sẽ nhận" in out
        assert everything(root) == before
        assert not (tmp_path / "tra-lai").exists()

    def test_a_second_form_of_one_sender_waits(
        self, kehoach: Kehoach, export: Any, fill: Any, folder: Path
    ) -> None:
        form = export("so-yt")
        fill(form, ("mau-10", "Tiến độ (%)", 40))
        (folder / "bieu-so-yt (2).xlsx").write_bytes(form.read_bytes())
        (folder / "bao-cao-quet.pdf").write_bytes(b"%PDF")
        code, out, _ = kehoach(*TAKE, folder, *DAY)
        assert code == exits.FOUND
        assert "KH902 lần nhận này đã có một biểu khác của «so-yt»" in out
        assert "Không phải tệp Excel, chưa đọc: bao-cao-quet.pdf\n" in out

    def test_an_empty_folder_is_a_wrong_use(self, kehoach: Kehoach, tmp_path: Path) -> None:
        (tmp_path / "trong").mkdir()
        code, _, err = kehoach(*TAKE, tmp_path / "trong")
        assert code == exits.USAGE
        assert "không có tệp Excel nào" in err

    def test_a_file_that_is_not_there(self, kehoach: Kehoach, tmp_path: Path) -> None:
        code, out, _ = kehoach(*TAKE, tmp_path / "khong-co.xlsx")
        assert code == exits.FOUND
        assert "KH901 không có tệp này" in out


class TestMarkedCopy:
    @pytest.fixture
    def marked(self, kehoach: Kehoach, export: Any, fill: Any, tmp_path: Path) -> Path:
        form = export("xa-phu-loc")
        fill(
            form,
            ("trach-nhiem-03", "Tình trạng", "xong"),
            ("trach-nhiem-03", "Kết quả đạt được", "Đã gửi"),
        )
        assert kehoach(*TAKE, form, *DAY, "--out", tmp_path)[0] == exits.FOUND
        return tmp_path / "bieu-bao-cao-2027-xa-phu-loc-can-sua.xlsx"

    def test_the_cell_is_coloured_and_all_else_is_kept(self, office: Any, marked: Path) -> None:
        form = office.opened(marked.read_bytes())
        cell = form.cell("trach-nhiem-03", "Tình trạng")
        assert cell.fill.fgColor.rgb == "FFF4B0B0"
        assert cell.comment.text.startswith("Trang «Nhiệm vụ», dòng 5, cột «Tình trạng» (ô F5): ")
        assert "«xong» không có trong danh sách. Gợi ý: chọn trong danh sách của ô." in (
            cell.comment.text
        )
        assert form.cell("trach-nhiem-03", "Kết quả đạt được").comment is None
        assert form.sheet().protection.sheet
        assert form.sheet().data_validations.dataValidation
        assert form.book["_goc"].sheet_state == "veryHidden"

    @pytest.mark.usefixtures("marked")
    def test_where_it_cannot_be_made_what_is_wrong_is_said_all_the_same(
        self, kehoach: Kehoach, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(folder / "khong-co"))
        code, out, _ = kehoach(*TAKE, folder, *DAY, "--out", folder / "ra")
        assert code == exits.FOUND
        assert "không lập được bản đánh dấu chỗ sai: ổ đĩa" in out
        assert "«xong» không có trong danh sách" in out
        assert not (folder / "ra").exists()

    def test_the_same_fault_gives_the_same_bytes_and_mended_it_is_taken(
        self, kehoach: Kehoach, fill: Any, marked: Path, folder: Path, tmp_path: Path
    ) -> None:
        kehoach(*TAKE, folder, *DAY, "--out", tmp_path / "again")
        assert (tmp_path / "again" / marked.name).read_bytes() == marked.read_bytes()
        fill(marked, ("trach-nhiem-03", "Tình trạng", "Đang thực hiện"))
        code, out, _ = kehoach(*TAKE, marked, *DAY)
        assert code == exits.CLEAN
        assert "đã nhận" in out


def test_rows_known_by_sight_alone_need_a_yes(
    kehoach: Kehoach, root: Path, office: Any, export: Any
) -> None:
    path = export("xa-phu-loc")
    form = office.opened(path.read_bytes())
    form.set("trach-nhiem-03", "Tình trạng", "Đang thực hiện")
    del form.book["_goc"]
    for sheet in form.sheets():
        for cell in list(sheet[3]):
            if cell.value == "Dấu kiểm":
                sheet.delete_cols(cell.column)
    path.write_bytes(form.data())
    before = everything(root)
    code, out, _ = kehoach(*TAKE, path, *DAY)
    assert code == exits.FOUND
    assert "KH908" in out
    assert everything(root) == before
    code, out, _ = kehoach(*TAKE, path, *DAY, "--yes")
    assert code == exits.CLEAN
    assert "đã nhận" in out
    assert (root / "data/plans/hop-tac-so/progress/2027/xa-phu-loc.yaml").is_file()


def test_errors_in_the_registers_stop_it_before_anything_is_read(
    kehoach: Kehoach, root: Path, export: Any
) -> None:
    form = export("so-yt")
    (root / "data/agencies.yaml").write_text("- id: [\n", encoding="utf-8")
    code, _, err = kehoach(*TAKE, form)
    assert code == exits.FOUND
    assert "Chưa nhận biểu nào" in err
