"""The floor plan of ``src/kehoach_cli``: which room may import which, and what only one may do.

No arrow points up. A new arrow is something to discuss, not something to add in passing.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
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


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(parsed(path)))


@cache
def imports(path: Path, *, top_only: bool = False) -> set[str]:
    found: set[str] = set()
    for node in parsed(path).body if top_only else nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def offenders(holds: Callable[[Path], bool], outside: Iterable[str] = ()) -> list[str]:
    """The modules, but for those ``outside``, of which it does not hold."""
    places = set(outside)
    return [
        path.relative_to(SRC).as_posix()
        for path in FILES
        if not is_in(path, places) and not holds(path)
    ]


def uses(path: Path, *libraries: str, top_only: bool = False) -> bool:
    return any(name.split(".")[0] in libraries for name in imports(path, top_only=top_only))


class TestRooms:
    def test_each_imports_only_what_its_row_names(self) -> None:
        def used(path: Path) -> set[str]:
            ours = (name for name in imports(path) if name.startswith("kehoach_cli."))
            return {name.split(".")[1] for name in ours if name != "kehoach_cli.__version__"}

        def named(path: Path) -> set[str]:
            return {room_of(path)} | ROOMS[room_of(path)] | EVERYWHERE

        assert offenders(lambda path: used(path) <= named(path)) == []

    def test_only_the_command_line_knows_typer_and_the_clock(self) -> None:
        clock = {f"{owner}.{name}" for owner in CLOCKS for name in CLOCK}
        assert offenders(lambda path: not uses(path, "typer", "time"), {"cli"}) == []
        assert offenders(lambda path: not calls(path) & clock, {"cli"}) == []

    def test_only_the_command_line_writes_files(self) -> None:
        def written(path: Path) -> set[str]:
            return WRITING & {name.rsplit(".", 1)[-1] for name in calls(path)}

        assert offenders(lambda path: not written(path), {"cli"}) == []

    def test_only_what_draws_on_a_terminal_knows_rich(self) -> None:
        assert offenders(lambda path: not uses(path, "rich"), RICH) == []

    @pytest.mark.parametrize("library", HEAVY)
    def test_heavy_libraries_stay_in_their_rooms(self, library: str) -> None:
        found = offenders(lambda path: not uses(path, library, top_only=True), HEAVY[library])
        assert found == []

    def test_statuses_and_states_are_named_in_one_table(self) -> None:
        assert offenders(lambda path: CODES.isdisjoint(texts(path)), {STATUS_TABLE}) == []

    def test_modules_stay_readable_in_size(self) -> None:
        def lines(path: Path) -> int:
            return len(path.read_text(encoding="utf-8").splitlines())

        assert offenders(lambda path: lines(path) <= LINES) == []


KEYS = {slot.key for slot in slots(TaskReport)}
CODES = (set(STATUSES) | {state.code for state in STATES}) - KEYS
"""Codes of the two tables; «submitted» is also a key of a report, so it proves nothing."""

CLOCKS = {"date", "datetime", "Date", "time"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "open"}
LINES = 300


@cache
def calls(path: Path) -> set[str]:
    return {ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call)}


def texts(path: Path) -> Iterator[str]:
    for node in nodes(path):
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
