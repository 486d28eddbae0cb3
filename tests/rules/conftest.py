"""Findings of the clean workspace of the examples with some files laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load

BASE = Path(__file__).parents[1] / "workspaces" / "base"

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the clean workspace."""
    shutil.copytree(BASE, tmp_path / "ws")
    return tmp_path / "ws"


@pytest.fixture
def find_in(root: Path) -> FindIn:
    """Lay files over the clean workspace and give all findings of 30/6/2027."""

    def find(files: Mapping[str, str | bytes]) -> list[Diagnostic]:
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return findings(Context(load(root), date(2027, 6, 30)))

    return find
