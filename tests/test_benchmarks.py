"""The generated workspaces are what they claim to be; how fast they are read is not tested."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.model.plan import Task
from kehoach_cli.model.report import Report
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.source.fold import fold
from kehoach_cli.workspace import load

ROOT = Path(__file__).parents[1]
AS_OF = date(2027, 6, 30)

SOME = """
import sys
from pathlib import Path
from benchmarks.generate import Size, generate
generate(Path(sys.argv[1]), Size(plans=int(sys.argv[2]), tasks=int(sys.argv[3])), int(sys.argv[4]))
"""
PAGE = """
from benchmarks.page import Result, page
from benchmarks.processes import Measured
result = Result("`a`", Measured(1.25, 1.2, 80), "`b`", Measured(2.5, 2.4, 20), 0.5, 0.45, 0.7)
print(page([result], {3000: Measured(1, 1.5, 50), 30000: Measured(8, 15, 60)}, 5))
"""

TITLE = "Nâng cấp nền tảng tích hợp, chia sẻ dữ liệu bảo đảm kết nối với cơ sở dữ liệu quốc gia"
WRITTEN = """
import io, json, docx
from benchmarks.documents import WAYS, installed, rows_of
found = {}
for way in installed():
    if way in {"ours", "docxtpl", "python-docx"}:
        made = docx.Document(io.BytesIO(WAYS[way](rows_of(3))()))
        rows = next(t for t in made.tables if len(t.columns) == 10).rows
        found[way] = [[cell.text for cell in row.cells] for row in rows]
print(json.dumps(found))
"""
BOOKS = """
import io, json, openpyxl
from benchmarks.documents import rows_of
from benchmarks.sheets import SHEET_WAYS, installed_for_sheets
found = {}
for way in installed_for_sheets():
    book = openpyxl.load_workbook(io.BytesIO(SHEET_WAYS[way](rows_of(3))()))
    rows = [[str(cell.value) for cell in row] for row in book.active.iter_rows()]
    found[way] = [row for row in rows if row[-1] == "R&D <thử>"]
print(json.dumps(found))
"""
SHEETS_CHAPTER = """
from benchmarks.workbooks import chapter
from benchmarks.processes import Measured
ways = {"xlsx-bare": Measured(0.1, 0.1, 50), "xlsx-ours": Measured(0.7, 0.7, 90)}
print(chapter(ways, {5000: Measured(1, 1, 90), 10000: Measured(4, 4, 180)}))
"""
CHAPTER = """
from benchmarks.page import with_chapter
from benchmarks.processes import Measured
from benchmarks.writing import chapter
ours = Measured(0.4, 0.4, 90)
ways = {"bare": Measured(0.1, 0.1, 50), "ours": ours, "docxtpl": Measured(2, 2, 140)}
text = chapter(ways, 3.1, {5000: ours, 10000: Measured(0.8, 0.8, 90)})
print(with_chapter("Đầu\\n\\n## Viết văn bản\\ncũ", text))
"""


CHECKERS = """
from benchmarks.checkers import DOORSTOP, OTHERS, OURS, Compared, chapter
from benchmarks.generate import Size
from benchmarks.processes import Measured
found = [
    Compared(OURS, "0.1.0", Measured(2.0, 3.0, 200)),
    Compared(OTHERS[0], "0.39.0", Measured(50.0, 49.0, 90)),
    Compared(DOORSTOP, "", None),
]
print(chapter(found, Size(300, 100)))
"""
ITEMS = """
import sys
from pathlib import Path
from benchmarks.checkers import generate_items
generate_items(Path(sys.argv[1]), 3)
"""
COUNTRY = """
import sys
from pathlib import Path
from benchmarks.generate import Size
from benchmarks.processes import Measured
from benchmarks.provinces import chapter, make, measured
from benchmarks.processes import environment
folder = Path(sys.argv[1])
country = make(folder, 2, Size(1, 20))
env = environment(folder)
del env["PYTHONPYCACHEPREFIX"]  # the modules need not be compiled once more
found = measured(country, env)
assert all(one.seconds > 0 for one in found.values())
print(chapter(country, {"`kehoach rollup`": Measured(40.25, 80, 440)}))
"""


def run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-X", "utf8", "-c", code, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def made(folder: Path, plans: int, tasks: int, seed: int = 1) -> Path:
    run(SOME, str(folder), str(plans), str(tasks), str(seed))
    return folder


def texts(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", [1, 2])
def test_generated_workspaces_have_no_error_and_no_warning(tmp_path: Path, seed: int) -> None:
    ws = load(made(tmp_path / "ws", 8, 60, seed))
    found = findings(Context(ws, AS_OF))
    assert [one for one in found if one.severity != "info"] == []
    assert len(ws.of(Task)) == 8 * 60
    assert ws.of(Report)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first, again = made(tmp_path / "a", 2, 20), made(tmp_path / "b", 2, 20)
    other = made(tmp_path / "c", 2, 20, seed=2)
    assert texts(first) == texts(again) != texts(other)


def test_every_task_has_nine_keys_or_more_and_some_are_nested(tmp_path: Path) -> None:
    root = made(tmp_path / "ws", 1, 100)
    path = "data/plans/kh-001/tasks.yaml"
    data = fold((root / path).read_text(encoding="utf-8"), path).data
    assert isinstance(data, dict)
    tasks = data["tasks"]
    assert isinstance(tasks, list)
    keys = [set(task) for task in tasks if isinstance(task, dict)]
    assert len(keys) == 100
    assert min(map(len, keys)) >= 9
    assert {"milestones", "split", "money"} <= set().union(*keys)


def test_the_page_names_medians_ratio_aim_memory_and_machine() -> None:
    text = run(PAGE)
    assert "| `a` | 1,25 s | `b` | 2,50 s | 0,50 | 0,45 | ≤ 0,70 | 80 MiB; 20 MiB |" in text
    assert "với số mũ 1,00" in text
    assert "| 30.000 | 8,0 s | 15,0 s | 500 ms | 60 MiB |" in text
    assert f"CPython {sys.version.split()[0]}" in text


def test_every_way_of_writing_writes_the_same_table() -> None:
    found = json.loads(run(WRITTEN))
    assert {"ours", "python-docx"} <= set(found)
    for way, rows in found.items():
        assert [len(rows), rows[1][:2], rows[2][-1]] == [4, ["1", TITLE], "R&D <thử>"], way


def test_every_workbook_holds_the_same_rows() -> None:
    found = json.loads(run(BOOKS))
    assert {"xlsx-bare", "xlsx-ours", "xlsxwriter", "openpyxl"} <= set(found)
    for way, rows in found.items():
        assert [len(rows), rows[0][:2]] == [3, ["1", TITLE]], way


def test_the_chapter_on_workbooks_names_ratios_and_growth() -> None:
    text = run(SHEETS_CHAPTER)
    assert "| kehoach, `--to xlsx` | 0,70 s | 7,0 | 90 MiB |" in text
    assert "với số mũ 2,00" in text
    assert "Không đo được vì máy không có: xlsxwriter, từng ô, openpyxl, từng dòng, pandas" in text


def test_one_way_of_writing_is_measured_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "benchmarks.writing", "--once", "ours", "--rows", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert set(json.loads(done.stdout)) == {"seconds", "cpu_seconds", "peak_mib"}


def test_the_chapter_on_writing_takes_the_place_of_the_old_one() -> None:
    text = run(CHAPTER)
    assert text.startswith("Đầu\n\n## Viết văn bản\n")
    assert text.count("## Viết văn bản") == 1
    assert "| `kehoach`: cả Kế hoạch | 0,40 s | 3,1 | ≤ 4,5 | 90 MiB |" in text
    assert "| docxtpl | 2,00 s | 20,0 | – | 140 MiB |" in text
    assert "| 5.000 | 0,40 s | 80 ms | 90 MiB |" in text
    assert "với số mũ 1,00" in text
    assert "Không đo được vì máy không có: python-docx, từng ô, pandoc, từ HTML." in text


def test_the_chapter_on_other_checkers_names_versions_ratios_and_who_is_absent() -> None:
    text = run(CHECKERS)
    assert "một kho 30.000 nhiệm vụ" in text
    assert "| `kehoach validate` | 0.1.0 | 2,00 s | – | 200 MiB |" in text
    assert "| check-jsonschema | 0.39.0 | 50,00 s | 0,04 lần | 90 MiB |" in text
    assert "Không đo được vì máy không có: doorstop, 3.000 mục." in text


def test_doorstop_gets_one_file_for_each_item(tmp_path: Path) -> None:
    run(ITEMS, str(tmp_path / "d"))
    assert sorted(path.name for path in (tmp_path / "d" / "kh").iterdir()) == [
        ".doorstop.yml",
        *(f"KH{number:05d}.yml" for number in (1, 2, 3)),
    ]


def test_the_sizes_are_those_that_are_measured() -> None:
    code = (
        "from benchmarks.generate import SIZES; print([(s.plans, s.tasks) for s in SIZES.values()])"
    )
    assert run(code).strip() == "[(1, 50), (30, 100), (300, 100)]"


def test_the_chapter_on_provinces_is_of_workspaces_with_codes_of_their_own(tmp_path: Path) -> None:
    text = run(COUNTRY, str(tmp_path))
    assert "2 thư mục làm việc giả định, tất cả 40 nhiệm vụ" in text
    assert "| `kehoach rollup` | 40,2 s | 80,0 s | 2000000 ms | 440 MiB |" in text
    settings = [
        path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*/kehoach.yaml"))
    ]
    assert ['code: "01"' in settings[0], 'code: "02"' in settings[1]] == [True, True]
