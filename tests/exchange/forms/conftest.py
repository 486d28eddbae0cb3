"""A province with every state, its forms, and the command line on it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.cli import run
from kehoach_cli.exchange.forms.content import Form, form_of
from kehoach_cli.progress import evaluate
from kehoach_cli.workspace import Workspace, load

REPOSITORY = Path(__file__).parents[3]
EVERY_STATE = REPOSITORY / "tests" / "workspaces" / "every-state"
AS_OF = date(2027, 12, 14)

Kehoach = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def ws() -> Workspace:
    return load(EVERY_STATE)


@pytest.fixture(scope="session")
def form(ws: Workspace) -> Callable[[str], Form]:
    progress = evaluate(ws, AS_OF, period="2027")
    return lambda sender: form_of(ws, progress, sender)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(EVERY_STATE, tmp_path / "ws")


@pytest.fixture
def kehoach(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Kehoach:
    def call(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kehoach", *map(str, words), "--root", str(root)])
        code = run()
        out, err = capsys.readouterr()
        return code, out, err

    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    return call
