"""Whole outputs as people and programs get them, compared with what was found good."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

WORKSPACES = Path(__file__).parents[1] / "workspaces"
EVERY_STATE = ("--root", WORKSPACES / "every-state", "--as-of", "14/12/2027")
PERIOD = ("--period", "2027")

Golden = Callable[[str, str], None]
Said = Callable[..., str]

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
def said(kehoach: Kehoach) -> Said:
    """The output of a command that ends with this code."""

    def call(code: int, *words: str | Path) -> str:
        got, out, _ = kehoach(*words)
        assert got == code
        return out

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


def test_validate_as_text(faulty: Path, said: Said, golden: Golden) -> None:
    out = said(exits.FOUND, "validate", "--root", faulty, "--as-of", "30/6/2027")
    golden("cli/validate.txt", out)


def test_validate_as_json(faulty: Path, said: Said, golden: Golden) -> None:
    words = ("validate", "--root", faulty, "--as-of", "30/6/2027", "--format", "json")
    golden("cli/validate.json", said(exits.FOUND, *words))


def test_status_as_text(said: Said, golden: Golden) -> None:
    golden("cli/status.txt", said(exits.CLEAN, "status", *EVERY_STATE, *PERIOD))


def test_status_as_json(said: Said, golden: Golden) -> None:
    words = ("status", *EVERY_STATE, *PERIOD, "--format", "json")
    golden("cli/status.json", said(exits.CLEAN, *words))


def test_report_summary(said: Said, golden: Golden, tmp_path: Path) -> None:
    words = ("report", "--year", "2027", *EVERY_STATE, "--out", tmp_path / "out")
    out = said(exits.CLEAN, *words)
    golden("cli/report.txt", out.replace(str(tmp_path), ""))


def test_explain(said: Said, golden: Golden) -> None:
    golden("cli/explain-KH201.txt", said(exits.CLEAN, "explain", "kh201"))
