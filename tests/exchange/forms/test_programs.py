"""The same form saved by other programs, and with habits that only some of them have."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.exchange.forms.annex_book import annex_form
from kehoach_cli.exchange.forms.importing import receive_form
from kehoach_cli.exchange.forms.register import register_form
from kehoach_cli.exchange.forms.taking import Asked
from kehoach_cli.exchange.forms.workbook import form_bytes

DAY, RESULT = "Ngày hoàn thành", "Kết quả đạt được"
EDIT = {("mau-10", "result"): "Đã mở 12 điểm"}
SOFFICE = shutil.which("soffice")


def parts(data: bytes, name: str, change: Any) -> bytes:
    """The package with the text of the parts of that name changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for one in old.namelist():
            part = old.read(one)
            new.writestr(one, change(part.decode()).encode() if re.search(name, one) else part)
    return out.getvalue()


class TestHabits:
    """Ways of writing the same cell."""

    def test_shared_strings(self, office: Any) -> None:
        data = form_bytes(office.form("so-yt"))

        def other(strings: str) -> str:
            return strings.replace("Thiếu nhân lực", "Lý do khác")

        changed = parts(data, r"sharedStrings\.xml", other)
        assert office.taking(changed) == {("trach-nhiem-02", "late_reason"): "khac"}

    def test_strings_inside_the_cell(self, office: Any, yt: Any) -> None:
        yt.set("mau-10", RESULT, "Đã mở 12 điểm")
        with zipfile.ZipFile(io.BytesIO(yt.data())) as package:
            assert b'inlineStr"><is><t>' in package.read("xl/worksheets/sheet2.xml")
        assert office.taking(yt.data()) == EDIT

    def test_rich_text(self, office: Any, yt: Any) -> None:
        bold = TextBlock(InlineFont(b=True), "12 điểm")
        yt.set("mau-10", RESULT, CellRichText("Đã mở ", bold))
        assert office.taking(yt.data()) == EDIT

    def test_days_counted_from_1904(self, office: Any, yt: Any) -> None:
        yt.book.epoch = CALENDAR_MAC_1904
        yt.set("mau-10", DAY, datetime.combine(date(2027, 6, 30), time()))
        yt.set("mau-14", DAY, 45106)  # the same day as a bare number
        assert office.taking(yt.data()) == {
            ("mau-10", "done_on"): "2027-06-30",
            ("mau-14", "done_on"): "2027-06-30",
        }

    def test_parts_with_a_prefix_of_their_own(self, office: Any, yt: Any) -> None:
        yt.set("mau-10", RESULT, "Đã mở 12 điểm")

        def prefixed(sheet: str) -> str:
            named = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", sheet)
            return named.replace("xmlns=", "xmlns:x=", 1)

        assert office.taking(parts(yt.data(), r"worksheets/sheet2\.xml", prefixed)) == EDIT

    def test_cells_merged_above_the_table(self, office: Any, yt: Any) -> None:
        yt.sheet().merge_cells("A1:D1")
        yt.set("mau-10", RESULT, "Đã mở 12 điểm")
        assert office.taking(yt.data()) == EDIT


@pytest.fixture(scope="module")
def saved(office: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Forms opened and saved by LibreOffice, some of them filled in: name → the file again."""
    if SOFFICE is None:
        pytest.skip("không có LibreOffice trên máy này: bỏ qua phép thử lưu lại bằng LibreOffice")
    folder = tmp_path_factory.mktemp("soffice")
    yt = office.send("so-yt")
    yt.set("mau-10", RESULT, "Đã mở\n12 điểm")
    yt.set("mau-10", DAY, datetime.combine(date(2027, 6, 30), time()))
    yt.set("mau-10", "Kinh phí đã chi", 1.25)
    yt.set("mau-14", "Tiến độ (%)", 40)
    (folder / "so-yt.xlsx").write_bytes(yt.data())
    (folder / "cong-ty.xlsx").write_bytes(office.send("cong-ty-mau-tinh").data())
    (folder / "nhiem-vu.xlsx").write_bytes(_tasks(office))
    (folder / "so.xlsx").write_bytes(_register(office))
    names = ("so-yt", "cong-ty", "nhiem-vu", "so")
    _convert(folder, [f"{name}.xlsx" for name in names])
    return {name: (folder / "again" / f"{name}.xlsx").read_bytes() for name in names}


_NEW_TASK = {
    "Nội dung nhiệm vụ": "Việc mới",
    "Phối hợp": "Sở Tài chính\nSở Y tế",
    "Thời hạn": "30/6/2028",
}


def _tasks(office: Any) -> bytes:
    """The tasks of the plan that is still a draft, a new one among them."""
    form = office.opened(
        form_bytes(annex_form(office.ws, office.ws.folder("vien-truong"), date(2027, 3, 1)))
    )
    sheet = form.sheet()
    titles = [one.value for one in sheet[3]]
    for title, value in _NEW_TASK.items():
        sheet.cell(4, titles.index(title) + 1).value = value
    data: bytes = form.data()
    return data


def _register(office: Any) -> bytes:
    form = office.opened(form_bytes(register_form(office.ws, office.figures("2027"))))
    form.set("hop-tac-so/so-gd", "Ngày nhận", datetime.combine(date(2027, 12, 11), time()))
    form.set("hop-tac-so/so-gd", "Hình thức", "Bản chụp")
    data: bytes = form.data()
    return data


def _convert(folder: Path, files: list[str]) -> None:
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder / "again"),
        *(str(folder / name) for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


class TestLibreOffice:
    def test_what_was_filled_in_is_taken(self, office: Any, saved: dict[str, bytes]) -> None:
        assert office.taking(saved["so-yt"]) == {
            ("mau-10", "result"): "Đã mở\n12 điểm",
            ("mau-10", "done_on"): "2027-06-30",
            ("mau-10", "spent"): "1250000",
            ("mau-14", "percent"): "40",
        }

    def test_what_was_not_touched_changes_nothing(
        self, office: Any, saved: dict[str, bytes]
    ) -> None:
        assert office.taking(saved["cong-ty"]) == {}

    def test_tasks_and_register_come_back(self, office: Any, saved: dict[str, bytes]) -> None:
        asked = Asked(date(2027, 3, 1), is_annex=True)
        data = saved["nhiem-vu"]
        outcome = receive_form(office.ws, office.figures, data, "nhiem-vu.xlsx", asked)
        assert outcome.is_sure
        assert outcome.taken is not None
        assert sorted((path[3], value) for path, value in outcome.taken.values.items()) == [
            ("due", "30/6/2028"),
            ("support", "so-tc\nso-yt"),
            ("title", "Việc mới"),
        ]
        assert office.taking(saved["so"]) == {
            ("hop-tac-so/so-gd", "received"): "2027-12-11",
            ("hop-tac-so/so-gd", "how"): "scan",
        }

    def test_lists_and_locks_are_still_there(self, office: Any, saved: dict[str, bytes]) -> None:
        form = office.opened(saved["so-yt"])
        sheet = form.sheet()
        assert isinstance(sheet, Worksheet)
        assert sheet.protection.sheet
        assert {one.type for one in sheet.data_validations.dataValidation} >= {"list", "date"}
