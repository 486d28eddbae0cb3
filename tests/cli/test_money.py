"""``kehoach money --to`` and ``kehoach report --to``: which files, which exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

BASE = Path(__file__).parents[1] / "workspaces" / "base"
EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
AFTER = ("--as-of", "18/12/2027")
YEAR = ("--year", "2027")
KIND = "bang-nhu-cau-kinh-phi-2027"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def kehoach(kehoach: Kehoach, out: Path) -> Kehoach:
    def call(*words: str, root: Path = EVERY_STATE) -> tuple[int, str, str]:
        return kehoach(*words, *AFTER, "--root", root, "--out", out)

    return call


def files(out: Path) -> list[str]:
    return sorted(path.name for path in out.glob("*") if not path.name.startswith("."))


def test_money_writes_the_same_document_in_each_format(kehoach: Kehoach, out: Path) -> None:
    code, said, _ = kehoach("money", *YEAR, "--to", "docx", "--to", "xlsx")
    assert code == exits.CLEAN
    assert files(out) == [f"{KIND}.docx", f"{KIND}.xlsx"]
    assert said == "".join(f"Đã ghi {out / name}\n" for name in files(out))


def test_money_of_one_plan_bears_its_name(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("money", *YEAR, "--plan", "hop-tac-so", "--to", "xlsx")[0] == exits.CLEAN
    assert files(out) == [f"{KIND}-hop-tac-so.xlsx"]
    _, said, _ = kehoach("money", *YEAR, "--plan", "hop-tac-so")
    first = said.splitlines()[0]
    assert first.startswith("Kinh phí năm 2027 – Kế hoạch ")
    assert first.endswith("(đơn vị: triệu đồng)")
    assert "Kế hoạch" not in kehoach("money", *YEAR)[1].splitlines()[0]
    assert kehoach("money", *YEAR, "--gaps")[1].startswith("Kinh phí năm 2027\n")


def test_money_without_any_line_says_so_in_each_format(
    kehoach: Kehoach, out: Path, tmp_path: Path
) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(BASE, root)
    tasks = root / "data" / "plans" / "mau" / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    tasks.write_text(text[: text.index("  - id: pl-1")], encoding="utf-8")
    words = ("money", *YEAR, "--to", "docx", "--to", "xlsx", "--to", "md")
    assert kehoach(*words, root=root)[0] == exits.CLEAN
    assert len(files(out)) == 3
    said = (out / f"{KIND}.md").read_text(encoding="utf-8")
    assert "Không có nhiệm vụ nào cần xác định nhu cầu kinh phí" in said
    (sheet,) = load_workbook(out / f"{KIND}.xlsx").worksheets
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "(Chưa có dòng kinh phí nào của năm 2026 và năm 2027)" in told


def test_money_of_a_year_without_a_plan_is_refused(kehoach: Kehoach, out: Path) -> None:
    code, _, err = kehoach("money", "--year", "2041", "--to", "docx", "--to", "xlsx")
    assert (code, files(out)) == (exits.FAILED, [])
    assert "không kế hoạch nào thực hiện trong năm 2041" in err


def test_money_prints_where_no_format_is_asked_for(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("money", *YEAR)[0] == exits.CLEAN
    assert files(out) == []


@pytest.mark.parametrize("other", [("--gaps",), ("--format", "json")])
def test_money_writes_the_whole_table_or_answers(
    kehoach: Kehoach, out: Path, other: tuple[str, ...]
) -> None:
    code, _, err = kehoach("money", *YEAR, "--to", "xlsx", *other)
    assert code == exits.USAGE
    assert "--to soạn cả bảng tổng hợp" in err
    assert files(out) == []


def test_money_writes_nothing_from_data_with_errors(
    kehoach: Kehoach, out: Path, tmp_path: Path
) -> None:
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    (root / "data" / "agencies.yaml").write_text("- id: [\n", encoding="utf-8")
    code, _, err = kehoach("money", *YEAR, "--to", "xlsx", root=root)
    assert code == exits.FOUND
    assert "Chưa xuất văn bản nào" in err
    assert files(out) == []


def test_report_is_a_word_file_unless_tables_are_asked_for(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("report", *YEAR)[0] == exits.CLEAN
    assert files(out) == ["bao-cao-2027.docx"]
    assert kehoach("report", *YEAR, "--to", "xlsx")[0] == exits.CLEAN
    assert files(out) == ["bao-cao-2027.docx", "bao-cao-2027.xlsx"]
