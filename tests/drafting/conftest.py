"""Copies of the base workspace with single values changed, and the files of a workspace as data."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.workspace import PlanFolder, Workspace, load

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "workspaces" / "base"
EVERY_STATE = ROOT / "tests" / "workspaces" / "every-state"


class Copy:
    """A workspace on disk that a test may change."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, file: str, path: str, value: object) -> None:
        """Set the value at a dotted path; the file is JSON then, which is YAML too."""
        target = self.root / file
        data = fold(target.read_text(encoding="utf-8"), file).data
        _set(data, path.split("."), value)
        self.write(file, json.dumps(data, ensure_ascii=False, indent=1))

    def write(self, file: str, text: str) -> None:
        """Write a whole file."""
        target = self.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def load(self) -> Workspace:
        """Read it; every file must be usable."""
        ws = load(self.root)
        assert [(fault.kind, fault.place.file, fault.args) for fault in ws.faults] == []
        return ws

    def plan(self) -> tuple[Workspace, PlanFolder]:
        """The workspace and its first plan."""
        ws = self.load()
        return ws, ws.folders[0]


def _set(data: Data, way: list[str], value: object) -> None:
    first, *rest = way
    if isinstance(data, list):
        if rest:
            _set(data[int(first)], rest, value)
        else:
            data[int(first)] = value  # type: ignore[call-overload]
    elif isinstance(data, dict):
        if rest:
            _set(data[first], rest, value)
        else:
            data[first] = value  # type: ignore[assignment]


@pytest.fixture
def base(tmp_path: Path) -> Copy:
    shutil.copytree(BASE, tmp_path / "ws")
    return Copy(tmp_path / "ws")


@pytest.fixture
def every(tmp_path: Path) -> Copy:
    shutil.copytree(EVERY_STATE, tmp_path / "ws")
    return Copy(tmp_path / "ws")


@pytest.fixture(scope="session")
def every_state() -> Progress:
    return evaluate(load(EVERY_STATE), date(2027, 12, 14))


@pytest.fixture(scope="session")
def real() -> Workspace:
    return load(ROOT)
