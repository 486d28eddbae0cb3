"""The register of what arrived on paper: all senders in one workbook, out and in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.exchange.forms.register import register_form

SHEET = "Sổ báo cáo đến"
RECEIPTS = "data/plans/hop-tac-so/receipts.yaml"
GD, XD = "hop-tac-so/so-gd", "hop-tac-so/so-xd"


@pytest.fixture
def register(kehoach: Kehoach, tmp_path: Path) -> Path:
    """One paper is in it; then the register goes out."""
    paper = ("--number", "9/BC-SXD", "--date", "9/12/2027", "--received", "10/12/2027")
    of = ("--period", "2027", "--plan", "hop-tac-so")
    assert kehoach("receive", "so-xd", *of, *paper)[0] == exits.CLEAN
    words = ("forms", "export", "--period", "2027", "--register", "--out", tmp_path)
    assert kehoach(*words)[0] == exits.CLEAN
    return tmp_path / "so-theo-doi-bao-cao-2027.xlsx"


@pytest.fixture
def fill(office: Any, register: Path) -> Callable[..., None]:
    def write(*edits: tuple[str, str, object]) -> None:
        form = office.opened(register.read_bytes())
        for code, title, value in edits:
            form.set(code, title, value)
        register.write_bytes(form.data())

    return write


def test_it_has_a_row_for_each_who_must_report(office: Any) -> None:
    progress = office.figures("2027")
    form = register_form(office.ws, progress)
    rows = [(row.plan, row.code.partition("/")[2]) for row in form.sheets[0].rows]
    assert rows == [(one.plan_id, one.id) for one in progress.senders]


def test_what_arrived_is_added_and_what_stands_there_is_changed(
    kehoach: Kehoach, root: Path, register: Path, fill: Any
) -> None:
    before = (root / RECEIPTS).read_text(encoding="utf-8")
    fill(
        (GD, "Ngày nhận", "11/12/2027"),
        (GD, "Hình thức", "Văn bản giấy"),
        (GD, "Số, ký hiệu", "77/BC-SGD"),
        (GD, "Ngày văn bản", "10/12/2027"),
        (XD, "Ghi chú", "Bản ký đến sau"),
    )
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.CLEAN
    assert "đã nhận" in out
    assert (root / RECEIPTS).read_text(encoding="utf-8") == before + (
        "  note: Bản ký đến sau\n"
        "- period: 2027\n"
        "  sender: so-gd\n"
        "  received: 2027-12-11\n"
        "  how: document\n"
        "  number: 77/BC-SGD\n"
        "  date: 2027-12-10\n"
    )
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.CLEAN
    assert "không có gì mới" in out


def test_what_both_changed_is_shown(
    kehoach: Kehoach, root: Path, register: Path, fill: Any
) -> None:
    fill((XD, "Số, ký hiệu", "10/BC-SXD"))
    file = root / RECEIPTS
    typed = file.read_text(encoding="utf-8").replace("9/BC-SXD", "99/BC-SXD")
    file.write_text(typed, encoding="utf-8")
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.FOUND
    assert "biểu ghi «10/BC-SXD», dữ liệu ghi «99/BC-SXD», lúc lập biểu là «9/BC-SXD»" in out
    assert file.read_text(encoding="utf-8") == typed


def test_a_line_says_enough_and_nothing_impossible(
    kehoach: Kehoach, root: Path, register: Path, fill: Any
) -> None:
    before = (root / RECEIPTS).read_bytes()
    fill((GD, "Ngày nhận", "11/12/2027"), (XD, "Ngày văn bản", "20/12/2027"))
    code, out, _ = kehoach("forms", "import", register, "--dry-run")
    assert code == exits.FOUND
    assert "cột «Hình thức»" in out
    assert "ngày của văn bản sau ngày nhận" in out
    assert (root / RECEIPTS).read_bytes() == before


def test_an_emptied_line_is_taken_away_when_somebody_says_so(
    kehoach: Kehoach, root: Path, register: Path, fill: Any
) -> None:
    titles = ("Ngày nhận", "Hình thức", "Số, ký hiệu", "Ngày văn bản")
    fill(*((XD, title, None) for title in titles))
    before = (root / RECEIPTS).read_bytes()
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.FOUND
    assert "KH911" in out
    assert "dữ liệu đang ghi Ngày nhận «" in out
    assert (root / RECEIPTS).read_bytes() == before
    code, out, _ = kehoach("forms", "import", register, "--yes")
    assert code == exits.CLEAN
    assert "bỏ dòng hop-tac-so/so-xd, trước ghi Ngày nhận «" in out
    assert "so-xd" not in (root / RECEIPTS).read_text(encoding="utf-8")
    assert kehoach("validate", root / RECEIPTS)[0] == exits.CLEAN


REPORT = "data/plans/hop-tac-so/progress/2027/so-gd.yaml"
RESULTS = "Kết quả nhập hộ"


@pytest.fixture
def result(office: Any) -> str:
    """The code of a row of somebody who has not reported."""
    form = register_form(office.ws, office.figures("2027"))
    codes = (row.code for row in form.sheets[1].rows)
    return next(code for code in codes if code.startswith(f"{GD}/"))


def test_it_has_a_row_for_each_sender_and_task(office: Any) -> None:
    progress = office.figures("2027")
    form = register_form(office.ws, progress)
    codes = [row.code for row in form.sheets[1].rows]
    asked = dict.fromkeys(one.id for one in progress.senders if one.must_report)
    assert len(codes) == len(set(codes))
    assert codes == [
        f"{row.plan}/{sender}/{row.code}"
        for sender in asked
        if (sheet := office.form(sender).sheet("tasks"))
        for row in sheet.rows
    ]


def test_results_typed_in_go_into_the_senders_report(
    kehoach: Kehoach, root: Path, register: Path, fill: Any, result: str
) -> None:
    fill(
        (GD, "Ngày nhận", "11/12/2027"),
        (GD, "Hình thức", "Văn bản giấy"),
        (GD, "Số, ký hiệu", "77/BC-SGD"),
        (GD, "Ngày văn bản", "10/12/2027"),
        (GD, "Người nhập", "Phòng Chuyển đổi số"),
        (result, "Tình trạng", "Đang thực hiện"),
        (result, "Kết quả đạt được", "Đã tập huấn hai đợt"),
    )
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.CLEAN
    assert "typed_by: Phòng Chuyển đổi số" in (root / RECEIPTS).read_text(encoding="utf-8")
    assert (root / REPORT).read_text(encoding="utf-8").partition("\n\n")[2] == (
        "sender: so-gd\n"
        "period: 2027\n"
        "reported: 2027-12-10\n"
        "document:\n"
        "  number: 77/BC-SGD\n"
        "  date: 2027-12-10\n"
        "tasks:\n"
        f"  - task: {result.rpartition('/')[2]}\n"
        "    status: in-progress\n"
        "    result: Đã tập huấn hai đợt\n"
    )
    assert kehoach("validate", root / REPORT)[0] == exits.CLEAN
    code, out, _ = kehoach("forms", "import", register)
    assert (code, "không có gì mới" in out) == (exits.CLEAN, True)
    code, out, _ = kehoach("received", "--period", "2027", "--as-of", "31/12/2027")
    assert "77/BC-SGD" in out


def test_results_without_a_day_of_receipt_are_refused(
    kehoach: Kehoach, root: Path, register: Path, fill: Any, result: str
) -> None:
    fill((result, "Tình trạng", "Đang thực hiện"), (result, "Tiến độ (%)", 140))
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.FOUND
    assert "có kết quả nhập hộ, nhưng trang «Sổ báo cáo đến» chưa ghi ngày nhận" in out
    assert f"trang «{RESULTS}»" in out
    assert "không phải số nguyên từ 0 đến 100" in out
    assert not (root / REPORT).exists()


def test_what_the_sender_reported_meanwhile_is_not_overwritten(
    kehoach: Kehoach, root: Path, register: Path, fill: Any, result: str
) -> None:
    task = result.rpartition("/")[2]
    own = (
        "sender: so-gd\nperiod: 2027\nreported: 2027-12-09\n"
        f"tasks:\n  - task: {task}\n    status: not-started\n"
    )
    (root / REPORT).write_text(own, encoding="utf-8")
    fill((result, "Tình trạng", "Đang thực hiện"))
    code, out, _ = kehoach("forms", "import", register)
    assert code == exits.FOUND
    assert "KH907" in out
    assert (root / REPORT).read_text(encoding="utf-8") == own
