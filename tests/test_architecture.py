"""The floor plan of ``src/kehoach_cli``: which room may import which, and what only one may do.

No arrow points up. A new arrow is something to discuss, not something to add in passing.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kehoach_cli.model.report import TaskReport
from kehoach_cli.model.shape import slots
from kehoach_cli.model.status import STATES, STATUSES

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
SRC = Path(__file__).parents[1] / "src" / "kehoach_cli"

PACKAGES = {
    "docx": "python-docx",
    "yaml": "pyyaml",
    "pydantic_core": "pydantic",
    "PIL": "pillow",
}
"""Modules that are not named like the package that brings them."""

ROOMS: dict[str, set[str]] = {
    "vn": set(),
    "errors": set(),
    "diagnostics": set(),
    "source": {"diagnostics", "errors"},
    "model": {"vn", "diagnostics"},
    "workspace": {"model", "source", "vn", "diagnostics", "errors"},
    "progress": {"workspace", "model", "vn"},
    "document": {"vn", "diagnostics"},
    "drafting": {
        "document",
        "progress",
        "workspace",
        "model",
        "source",
        "vn",
        "diagnostics",
        "errors",
    },
    "writers": {"document", "vn", "errors"},
    "rules": {"drafting", "progress", "workspace", "model", "source", "vn", "diagnostics"},
    "reporters": {"diagnostics"},
    "exchange": {
        "drafting",
        "progress",
        "workspace",
        "model",
        "source",
        "document",
        "writers",
        "vn",
        "diagnostics",
        "errors",
    },
    "gitlog": {"workspace", "model", "source", "vn", "diagnostics", "errors"},
    "cli": {
        "drafting",
        "document",
        "progress",
        "workspace",
        "model",
        "source",
        "writers",
        "rules",
        "reporters",
        "exchange",
        "gitlog",
        "vn",
        "diagnostics",
        "errors",
    },
    "__init__": set(),
    "__main__": {"cli"},
    "frozen": set(),
}
EVERYWHERE = {"frozen"}
"""A tool of the language more than a room: whoever has records uses it."""

RICH = {"cli", "reporters/plain.py", "writers/terminal"}
HEAVY = {
    "docx": {"writers/docx"},
    "pandas": set[str](),
    "openpyxl": {"exchange/forms"},
    "pypdf": {"exchange/intake/portable.py"},
    "holidays": set[str](),
    "pyarrow": set[str](),
    "matplotlib": {"writers/pictures"},
    "PIL": {"writers/pictures"},
    "xlsxwriter": {"writers/xlsx", "exchange/forms"},
}
CLOCK = {"today", "now", "time", "utcnow"}
STATUS_TABLE = "model/status.py"

FILES = sorted(SRC.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def is_in(path: Path, places: set[str]) -> bool:
    name = path.relative_to(SRC).as_posix()
    return any(name == place or name.startswith(place + "/") for place in places)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, top_only: bool = False) -> Iterator[str]:
    tree = parsed(path)
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SRC).as_posix())
class TestRoom:
    def test_imports_only_what_its_row_names(self, path: Path) -> None:
        room = room_of(path)
        used = {
            name.split(".")[1]
            for name in imports(path)
            if name.startswith("kehoach_cli.") and name != "kehoach_cli.__version__"
        }
        assert used - {room} <= ROOMS[room] | EVERYWHERE

    def test_only_the_command_line_knows_typer_and_the_clock(self, path: Path) -> None:
        if room_of(path) == "cli":
            return
        assert not any(name.split(".")[0] == "typer" for name in imports(path))
        assert not any(name.split(".")[0] == "time" for name in imports(path))
        assert not calls(path) & {f"{owner}.{name}" for owner in CLOCKS for name in CLOCK}

    def test_only_the_command_line_writes_files(self, path: Path) -> None:
        if room_of(path) == "cli":
            return
        written = {name.rsplit(".", 1)[-1] for name in calls(path)}
        assert not written & {"write_text", "write_bytes", "mkdir", "unlink", "rename", "open"}

    def test_only_what_draws_on_a_terminal_knows_rich(self, path: Path) -> None:
        if not is_in(path, RICH):
            assert not any(name.split(".")[0] == "rich" for name in imports(path))

    def test_heavy_libraries_stay_in_their_rooms(self, path: Path) -> None:
        for library, places in HEAVY.items():
            if not is_in(path, places):
                assert not any(
                    name.split(".")[0] == library for name in imports(path, top_only=True)
                )

    def test_statuses_and_states_are_named_in_one_table(self, path: Path) -> None:
        if path.relative_to(SRC).as_posix() == STATUS_TABLE:
            return
        assert not CODES & set(texts(path))

    def test_stays_readable_in_size(self, path: Path) -> None:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


KEYS = {slot.key for slot in slots(TaskReport)}
CODES = (set(STATUSES) | {state.code for state in STATES}) - KEYS
"""Codes of the two tables; «submitted» is also a key of a report, so it proves nothing."""

CLOCKS = {"date", "datetime", "Date", "time"}
LINES = 300


@cache
def calls(path: Path) -> set[str]:
    walked = ast.walk(parsed(path))
    return {ast.unparse(node.func) for node in walked if isinstance(node, ast.Call)}


def texts(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_what_is_imported_is_named_as_a_dependency() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *extras["hinh"], *extras["parquet"]]
    packages = {re.split(r"[<>=\[ ]", one)[0] for one in named}
    ours = {name.split(".")[0] for path in FILES for name in imports(path)}
    foreign = ours - sys.stdlib_module_names - {"kehoach_cli"}
    assert {PACKAGES.get(name, name) for name in foreign} <= packages


def test_every_room_has_its_row() -> None:
    assert {room_of(path) for path in FILES} == set(ROOMS)
