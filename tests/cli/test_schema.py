"""``kehoach schema``: one file for each kind of file, never over what someone has changed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kehoach_cli.cli import exits, run
from kehoach_cli.workspace.kinds import FILE_KINDS


def schema(monkeypatch: pytest.MonkeyPatch, out: Path, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["kehoach", "schema", "--out", str(out), *words])
    return run()


def test_writes_one_file_for_each_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    out = tmp_path / "lược đồ"
    assert schema(monkeypatch, out) == exits.CLEAN
    written = {path.name for path in out.glob("*.json")} - {".kehoach-written.json"}
    assert written == {f"{kind.name}.schema.json" for kind in FILE_KINDS}
    tasks = json.loads((out / "tasks.schema.json").read_text(encoding="utf-8"))
    due = tasks["definitions"]["Task"]["properties"]["due"]
    assert due["description"].startswith("Rõ thời gian")
    assert "Quý IV/2027" in due["examples"]


def test_a_changed_file_stays_unless_forced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert schema(monkeypatch, tmp_path) == exits.CLEAN
    (tmp_path / "plan.schema.json").write_text("{}", encoding="utf-8")
    assert schema(monkeypatch, tmp_path) == exits.FAILED
    assert (tmp_path / "plan.schema.json").read_text(encoding="utf-8") == "{}"
    assert schema(monkeypatch, tmp_path, "--force") == exits.CLEAN
