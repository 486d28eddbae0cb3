"""What the pages show on a console is what the program does: each page is walked through.

A page that shows a console says in a comment where and when it runs:
``<!-- chạy thử: examples, 20/12/2027 -->``. Its blocks are taken one after another in one fresh
copy of that folder, on that day:

- ``console``: lines that begin with ``$`` are typed; ``cd``, ``mkdir``, ``cp`` and ``git`` are
  known beside ``kehoach``. What stands below is what must come out; ``…`` stands for anything: any
  lines, or any letters within a line. A command with nothing below may say anything but must not
  fail; one that ends with another code than 0 is followed by ``$ echo $?``;
- ``diff``: what is changed by hand in the file that its first line names (``+++ FILE``);
- ``<!-- điền vào FILE.xlsx: MÃ · Tên cột=giá trị; … -->``: what is filled in in Excel.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kehoach_cli.cli import exits, opening, run
from kehoach_cli.cli.app import COMMANDS
from kehoach_cli.vn.dates import parse_day

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
BLOCK = re.compile(
    r"^```(?P<kind>console|diff)\n(?P<text>.*?)^```$"
    r"|<!-- điền vào (?P<file>\S+):\s(?P<cells>.*?) -->",
    re.MULTILINE | re.DOTALL,
)
IN_TABLE = re.compile(r"^\|.*?`(kehoach [^`…<]+ [^`…<]+)`", re.MULTILINE)
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHERE = re.compile(r"<!-- chạy thử: (\S+), (\d+/\d+/\d+) -->")
GENERATED = {"cli.md", "rules.md"}
ASK_CODE = "echo $?"
ANYTHING = "…"

Typed = tuple[str, tuple[str, ...]]
"""A line that is typed, and the lines that the page shows below it."""


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


PAGES = sorted(DOCS.rglob("*.md"))
WALKED = [page for page in PAGES if "\n```console\n" in read(page)]


def typed(block: str) -> Iterator[Typed]:
    lines = block.splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("$ ")]
    assert starts[:1] == [0], f"dòng đầu của khối console phải là lệnh: {lines[0]}"
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start][2:], tuple(lines[start + 1 : end])


def as_shown(shown: tuple[str, ...]) -> str:
    """The lines as a pattern."""
    parts = []
    for line in shown:
        inside = re.escape(line.rstrip()).replace(re.escape(ANYTHING), ".*?")
        parts.append(r"(?:.*\n)*?" if line.strip() == ANYTHING else inside + r" *\n")
    return "".join(parts)


class Walk:
    """A console standing in a folder; it remembers how the last command ended."""

    def __init__(self) -> None:
        self.code = 0

    def take(self, page: str) -> None:
        """Do everything that the page does, and compare what it shows."""
        for found in BLOCK.finditer(page):
            if found["kind"] == "console":
                self._console(list(typed(found["text"])))
            elif found["kind"] == "diff":
                change(found["text"])
            else:
                fill(Path(found["file"]), found["cells"])

    def _console(self, lines: list[Typed]) -> None:
        followed = [line for line, _ in lines[1:]] + [""]
        for (line, shown), after in zip(lines, followed, strict=True):
            said = self.type(line)
            assert self.code == 0 or after == ASK_CODE, f"$ {line}\n{said}"
            if shown and not re.fullmatch(as_shown(shown), f"{said.rstrip()}\n"):
                pytest.fail(f"trang in khác với lệnh:\n$ {line}\n{said}", pytrace=False)

    def type(self, line: str) -> str:
        """What comes out of one line."""
        if line == ASK_CODE:
            code, self.code = self.code, 0
            return f"{code}\n"
        program, *words = shlex.split(line)
        known: dict[str, Callable[[list[str]], str]] = {
            "kehoach": self._kehoach,
            "git": self._git,
            "cd": go,
            "cp": copy,
            "mkdir": make,
        }
        return known[program](words)

    def _kehoach(self, words: list[str]) -> str:
        held = io.BytesIO()
        out = io.TextIOWrapper(held, encoding="utf-8", write_through=True)
        sys.argv = ["kehoach", *words]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            self.code = run()
        return held.getvalue().decode()

    def _git(self, words: list[str]) -> str:
        git = shutil.which("git")
        assert git
        done = subprocess.run([git, *words], capture_output=True, encoding="utf-8", check=False)
        self.code = done.returncode
        return done.stdout + done.stderr


def change(diff: str) -> None:
    """Edit a file by hand: the lines without their marks stand there once, and are replaced."""
    head, *lines = diff.splitlines(keepends=True)
    file = Path(head.removeprefix("+++ ").strip())
    old = "".join(line[1:] for line in lines if line[0] != "+")
    new = "".join(line[1:] for line in lines if line[0] != "-")
    text = read(file)
    assert text.count(old) == 1, f"{file} không có đúng một chỗ:\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def go(words: list[str]) -> str:
    os.chdir(words[0])
    return ""


def copy(words: list[str]) -> str:
    shutil.copy(*words)
    return ""


def make(words: list[str]) -> str:
    Path(words[0]).mkdir()
    return ""


def fill(file: Path, cells: str) -> None:
    """Fill in cells, each named by the id in its first column and the heading of its column."""
    book = openpyxl.load_workbook(file)
    for one in re.split(r";\s", cells):
        where, _, value = one.partition("=")
        found = [cell for sheet in book if (cell := cell_of(sheet, *where.split(" · ")))]
        assert found, f"{file} không có ô «{where}»"
        found[0].value = value
    book.save(file)


def cell_of(sheet: Any, key: str, heading: str) -> Any:
    rows = [row for row in sheet.iter_rows() if row[0].value == key]
    columns = [
        cell.column for row in sheet.iter_rows(max_row=5) for cell in row if cell.value == heading
    ]
    return sheet.cell(rows[0][0].row, columns[0]) if rows and columns else None


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", sys.argv)
    settings = {"KEHOACH_DEBUG": "1", "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    people = {"NAME": "Bùi Thị Đào", "EMAIL": "dao@example.vn"}
    for who in ("AUTHOR", "COMMITTER"):
        settings |= {f"GIT_{who}_{key}": value for key, value in people.items()}
    for key, value in settings.items():
        monkeypatch.setenv(key, value)
    gc.disable()  # as the program does
    yield Walk()
    gc.enable()


def stand_on(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the clock that the commands look at."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
            return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    monkeypatch.setattr(opening, "datetime", Clock)


@pytest.mark.parametrize("page", WALKED, ids=name_of)
def test_the_page_shows_what_happens(
    page: Path, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = WHERE.search(read(page))
    assert found, "trang có khối console phải nói chạy thử ở đâu, ngày nào"
    if "\n$ git " in read(page) and shutil.which("git") is None:
        pytest.skip("máy không có git")
    day = parse_day(found[2])
    assert day
    stand_on(day, monkeypatch)
    for key in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(key, f"{day}T08:00:00+07:00")
    shutil.copytree(ROOT / found[1], "ke-hoach-tinh")
    os.chdir("ke-hoach-tinh")
    walk.take(read(page))


@pytest.mark.skipif(
    os.environ.get("KEHOACH_LONG_TESTS") != "1", reason="chạy cùng .ci/run: KEHOACH_LONG_TESTS=1"
)
@pytest.mark.parametrize(
    "page", [page for page in PAGES if IN_TABLE.search(read(page))], ids=name_of
)
def test_the_commands_of_a_table_do_something(
    page: Path, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They run on the data of this repository, where the files that some name are not there."""
    stand_on(date(2027, 12, 20), monkeypatch)
    shutil.copytree(ROOT / "data", "data")
    shutil.copy(ROOT / "kehoach.yaml", ".")
    names = {f"kehoach {name}" for name, _, _ in COMMANDS}
    for line in (one for one in IN_TABLE.findall(read(page)) if one not in names):
        said = walk.type(line)
        assert walk.code in {exits.CLEAN, exits.FOUND, exits.FAILED}, f"$ {line}\n{said}"


def test_every_command_is_shown_at_work() -> None:
    blocks = [found["text"] for page in WALKED for found in BLOCK.finditer(read(page))]
    lines = [f"{line} " for block in blocks if block for line in block.splitlines()]
    unseen = [
        name for name, _, _ in COMMANDS if not any(f"$ kehoach {name} " in line for line in lines)
    ]
    assert unseen == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_command_on_a_line_of_its_own_is_run(page: Path) -> None:
    """A block in which ``kehoach`` is typed is a console; the help of all commands is none."""
    if page.name not in GENERATED:
        others = [text for kind, text in FENCED.findall(read(page)) if kind != "console"]
        lines = [line for text in others for line in text.splitlines()]
        assert [line for line in lines if line.startswith("kehoach ")] == []
