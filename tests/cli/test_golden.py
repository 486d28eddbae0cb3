"""Whole outputs as people and programs get them, compared with what was found good."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach_cli.cli import exits, run

WORKSPACES = Path(__file__).parents[1] / "workspaces"
EVERY_STATE = ("--root", WORKSPACES / "every-state", "--as-of", "14/12/2027")
PERIOD = ("--period", "2027")

Golden = Callable[[str, str], None]
Kehoach = Callable[..., str]

FAULTS = (
    ("data/plans/mau/tasks.yaml", "due: Quý IV/2027", "due: Quý 5/2027"),
    ("data/plans/mau/tasks.yaml", "support: [so-tc, doi-tac]", "suport: [so-tc, doi-tac]"),
    ("data/plans/mau/tasks.yaml", "lead: cac-xa", "lead: cac-xaa"),
    ("data/agencies.yaml", "id: so-yt", "id: so-tc"),
    (
        "data/plans/mau/plan.yaml",
        "số giai đoạn 2026 - 2030\nperiod",
        "số giai đoạn 2026–2030\nperiod",
    ),
    ("data/partners/doi-tac.yaml", "letter: b", "letter: c"),
    ("kehoach.yaml", "name: Mẫu", "name: Mẫu "),
)


@pytest.fixture
def kehoach(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kehoach:
    def call(code: int, *words: str | Path) -> str:
        monkeypatch.setattr(sys, "argv", ["kehoach", *map(str, words)])
        assert run() == code
        return capsys.readouterr().out

    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    return call


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    root = shutil.copytree(WORKSPACES / "base", tmp_path / "ws")
    for name, right, wrong in FAULTS:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    (root / "data/ghi-chu.txt").write_text("nháp\n", encoding="utf-8")
    (root / "data/challenges.yaml").write_text('- id: bt-1\n  title: "mở\n', encoding="utf-8")
    return root


def test_validate_as_text(faulty: Path, kehoach: Kehoach, golden: Golden) -> None:
    out = kehoach(exits.FOUND, "validate", "--root", faulty, "--as-of", "30/6/2027")
    golden("cli/validate.txt", out)


def test_validate_as_json(faulty: Path, kehoach: Kehoach, golden: Golden) -> None:
    words = ("validate", "--root", faulty, "--as-of", "30/6/2027", "--format", "json")
    golden("cli/validate.json", kehoach(exits.FOUND, *words))


def test_status_as_text(kehoach: Kehoach, golden: Golden) -> None:
    golden("cli/status.txt", kehoach(exits.CLEAN, "status", *EVERY_STATE, *PERIOD))


def test_status_as_json(kehoach: Kehoach, golden: Golden) -> None:
    words = ("status", *EVERY_STATE, *PERIOD, "--format", "json")
    golden("cli/status.json", kehoach(exits.CLEAN, *words))


def test_report_summary(kehoach: Kehoach, golden: Golden, tmp_path: Path) -> None:
    words = ("report", "--year", "2027", *EVERY_STATE, "--out", tmp_path / "out")
    out = kehoach(exits.CLEAN, *words)
    golden("cli/report.txt", out.replace(str(tmp_path), ""))


def test_explain(kehoach: Kehoach, golden: Golden) -> None:
    golden("cli/explain-KH201.txt", kehoach(exits.CLEAN, "explain", "kh201"))
