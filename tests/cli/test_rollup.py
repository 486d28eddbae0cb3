"""``kehoach rollup``: the sums are those of ``status``, and no bad workspace hides a good one."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.conftest import Golden, Kehoach

from kehoach_cli.cli import exits

ROOT = Path(__file__).parents[2]
EVERY_STATE = ROOT / "tests" / "workspaces" / "every-state"
EXAMPLE = ROOT / "examples"
DAY = ("--as-of", "18/12/2027", "--period", "2027")
MAY_LACK = "Có chỗ không đọc được hoặc không khớp nên số liệu có thể thiếu"

KILLED = """
import os
from multiprocessing import parent_process
from pathlib import Path
from kehoach_cli.cli.provinces import in_pool

def read(folder: Path) -> str:
    if parent_process() is not None:
        os._exit(9)
    return folder.name

if __name__ == "__main__":
    print(*in_pool([Path("a"), Path("b"), Path("c")], read, 2))
"""


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two provinces; the second under a code of its own."""
    one = shutil.copytree(EVERY_STATE, tmp_path / "mot")
    other = shutil.copytree(EXAMPLE, tmp_path / "hai")
    settings = other / "kehoach.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('code: "00"', 'code: "01"'), encoding="utf-8")
    return one, other


def data_of(kehoach: Kehoach, *words: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kehoach(*words, *DAY, "--format", "json")[1])
    return found


def test_each_province_has_the_figures_of_its_status(
    kehoach: Kehoach, two: tuple[Path, Path]
) -> None:
    data = data_of(kehoach, "rollup", *two)
    for row, root in zip(data["provinces"], two, strict=True):
        told = data_of(kehoach, "status", "--root", root)["totals"]
        for key in ("tasks", "assignments", "commitments"):
            assert {**row[key], **told[key]} == row[key]


def test_plans_and_provinces_add_up_to_the_totals(kehoach: Kehoach, two: tuple[Path, Path]) -> None:
    data = data_of(kehoach, "rollup", *two)
    assert [row["province"] for row in data["provinces"]] == ["Tỉnh Mẫu", "Bình Sơn Hà"]
    for rows in (data["provinces"], data["plans"]):
        for key in ("tasks", "assignments", "commitments"):
            for state, count in data["totals"][key]["states"].items():
                assert count == sum(row[key]["states"][state] for row in rows)
    whole = data["totals"]["tasks"]
    assert whole["ratios"]["on_time"]["denominator"] == whole["with_last_day"] > 0


def test_challenges_count_the_tasks_that_name_them(
    kehoach: Kehoach, two: tuple[Path, Path]
) -> None:
    data = data_of(kehoach, "rollup", *two)
    for root in two:
        told = data_of(kehoach, "status", "--by", "challenge", "--root", root)["challenges"]
        ours = [row for row in data["challenges"] if row["workspace"] == str(root)]
        assert [(row["challenge"], row["tasks"]["total"], row["proposals"]) for row in ours] == [
            (row["id"], len(row["tasks"]), len(row["proposals"])) for row in told
        ]


def test_a_bad_workspace_is_named_at_the_end_and_hides_no_other(
    kehoach: Kehoach, two: tuple[Path, Path], tmp_path: Path
) -> None:
    alone = data_of(kehoach, "rollup", *two)
    empty = tmp_path / "trong"
    empty.mkdir()
    code, said, _ = kehoach("rollup", empty, *two, tmp_path / "khong-co", *DAY)
    assert code == exits.FOUND
    assert said.splitlines()[0] == "Tổng hợp 2 tỉnh (tính đến ngày 18/12/2027)"
    tail = said.partition("2 thư mục không đọc được, không có trong số liệu")[2]
    assert "không tìm thấy kehoach.yaml" in tail
    assert "khong-co" in tail
    beside = data_of(kehoach, "rollup", empty, *two)
    assert beside["left_out"][0]["workspace"] == str(empty)
    assert beside["totals"] == alone["totals"]


def test_what_cannot_be_read_of_a_province_is_counted_and_said(
    kehoach: Kehoach, two: tuple[Path, Path]
) -> None:
    broken = next(two[0].glob("data/plans/*/tasks.yaml"))
    broken.write_text("tasks: [\n", encoding="utf-8")
    code, said, _ = kehoach("rollup", *two, *DAY)
    assert code == exits.FOUND
    assert f"{MAY_LACK}: Tỉnh Mẫu (" in said


def test_half_a_task_file_that_reads_well_is_said_too(
    kehoach: Kehoach, two: tuple[Path, Path]
) -> None:
    broken = two[1] / "data/plans/tam-bai-toan/tasks.yaml"
    text = broken.read_text(encoding="utf-8")
    half = text.rindex("\n  - id:", 0, len(text) // 2)
    broken.write_text(text[: half + 1], encoding="utf-8")
    code, said, _ = kehoach("rollup", *two, *DAY)
    assert code == exits.FOUND
    assert f"{MAY_LACK}: Bình Sơn Hà (" in said


def test_a_due_that_is_not_understood_is_said_too(kehoach: Kehoach, two: tuple[Path, Path]) -> None:
    tasks = two[1] / "data/plans/hop-tac-thien-ha-xanh/tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    tasks.write_text(text.replace("due: Quý III/2026", "due: Quý 5/2027", 1), encoding="utf-8")
    code, said, _ = kehoach("rollup", *two, *DAY)
    assert code == exits.FOUND
    assert f"{MAY_LACK}: Bình Sơn Hà (1 chỗ)." in said


def test_without_any_workspace_that_can_be_read_it_fails(kehoach: Kehoach, tmp_path: Path) -> None:
    code, said, _ = kehoach("rollup", tmp_path, *DAY)
    assert code == exits.FAILED
    assert "1 thư mục không đọc được" in said


def test_a_workspace_typed_twice_counts_once(kehoach: Kehoach, two: tuple[Path, Path]) -> None:
    data = data_of(kehoach, "rollup", two[0], f"{two[0]}/.", two[1])
    assert [row["workspace"] for row in data["provinces"]] == [str(two[0]), str(two[1])]


def test_what_a_reader_must_know_of_the_sums_is_said(
    kehoach: Kehoach, two: tuple[Path, Path]
) -> None:
    settings = two[1] / "kehoach.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('code: "01"', 'code: "00"'), encoding="utf-8")
    closing = two[1] / "data" / "periods" / "2027.yaml"
    text = closing.read_text(encoding="utf-8")
    closing.write_text(text.replace("closing: 2027-12-14", "closing: 2027-12-20"), encoding="utf-8")
    _, said, _ = kehoach("rollup", *two, "--as-of", "18/12/2027")
    assert "Các tỉnh đang ở kỳ khác nhau (2028: Tỉnh Mẫu; 2027: Bình Sơn Hà)" in said
    assert "Cùng mã tỉnh 00 nên có thể bị tính hai lần" in said


def test_provinces_of_one_name_are_told_apart_by_their_folders(
    kehoach: Kehoach, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two[0].parent)
    again = shutil.copytree(two[0], Path("ba"))
    broken = next(again.glob("data/plans/*/tasks.yaml"))
    broken.write_text("tasks: [\n", encoding="utf-8")
    _, said, _ = kehoach("rollup", "mot", "ba", *DAY)
    assert f"{MAY_LACK}: Tỉnh Mẫu (ba) (" in said
    assert "Tỉnh Mẫu (mot)" in said
    data = data_of(kehoach, "rollup", "mot", "ba")
    assert [row["province"] for row in data["provinces"]] == ["Tỉnh Mẫu", "Tỉnh Mẫu"]


def test_what_provinces_say_of_their_data_is_on_every_page(
    kehoach: Kehoach, two: tuple[Path, Path]
) -> None:
    _, alone, _ = kehoach("rollup", two[1], *DAY, "--format", "md")
    assert "Dữ liệu giả định về một tỉnh không có thật" in alone.partition("|")[0]
    _, page, _ = kehoach("rollup", *two, *DAY, "--format", "html")
    assert "Có tỉnh ghi lời riêng về dữ liệu của mình" in page
    assert "Bình Sơn Hà: Dữ liệu giả định về một tỉnh không có thật" in page


def test_an_unknown_period_is_wrong_usage(kehoach: Kehoach, two: tuple[Path, Path]) -> None:
    code, _, err = kehoach("rollup", *two, "--period", "hè")
    assert code == exits.USAGE
    assert "không có kỳ báo cáo «hè»" in err


def test_tables_go_into_a_workbook_or_a_file_each(
    kehoach: Kehoach, two: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "ra"
    for form in ("xlsx", "csv"):
        assert kehoach("rollup", *two, *DAY, "--to", form, "--out", out)[0] == exits.CLEAN
    book = openpyxl.load_workbook(out / "tong-hop-2027.xlsx")
    assert book.sheetnames[:3] == ["theo-tinh", "ty-le", "theo-ke-hoach"]
    assert book["theo-tinh"].max_row > len(two)
    with (out / "tong-hop-2027-theo-tinh.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Tỉnh"] for row in rows] == ["Tỉnh Mẫu", "Bình Sơn Hà"]
    data = data_of(kehoach, "rollup", *two)
    total = data["totals"]["tasks"]["total"]
    assert sum(int(row["Nhiệm vụ"]) for row in rows) == total


def test_the_whole_text(kehoach: Kehoach, two: tuple[Path, Path], golden: Golden) -> None:
    _, said, _ = kehoach("rollup", *two, *DAY)
    golden("rollup.txt", said)


def test_in_processes_it_is_the_same(two: tuple[Path, Path], tmp_path: Path) -> None:
    code = """
import sys
from datetime import date
from functools import partial
from pathlib import Path
from kehoach_cli.cli.provinces import Asked, in_pool, read_province
if __name__ == "__main__":
    folders = [Path(word) for word in sys.argv[1:]]
    read = partial(read_province, asked=Asked(date(2027, 12, 18), "2027"))
    assert list(in_pool(folders, read, 2)) == list(map(read, folders))
"""
    ran(tmp_path, code, *map(str, two), str(tmp_path / "khong-co"))


def test_what_a_killed_process_leaves_is_read_here(tmp_path: Path) -> None:
    assert ran(tmp_path, KILLED).split() == ["a", "b", "c"]


def test_no_module_of_the_folder_at_hand_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = tmp_path / "la"
    strange.mkdir()
    (strange / "multiprocessing.py").write_text("print('lạ', flush=True)\n", encoding="utf-8")
    monkeypatch.chdir(strange)
    code = KILLED.replace("os._exit(9)", "pass")
    assert ran(tmp_path, code).split() == ["a", "b", "c"]


def ran(folder: Path, code: str, *arguments: str) -> str:
    """A program of its own: the processes of a pool import what started them."""
    script = folder / "chay.py"
    script.write_text(code, encoding="utf-8")
    command = [sys.executable, str(script), *arguments]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=env)
    return done.stdout
