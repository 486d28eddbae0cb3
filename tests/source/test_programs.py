"""Programs are taken from folders that PATH names in full, never from the folder at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kehoach_cli.source.programs import program


@pytest.fixture
def bins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders on the PATH, behind two that are not named in full and hold all of it too."""
    here, first, second = (tmp_path / name for name in ("here", "first", "second"))
    for folder, names in ((here, "abcd"), (first, "b"), (second, "bc")):
        for name in names:
            made(folder / name)
    made(here / "bin" / "d")
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "bin", str(first), str(second)]))
    return first, second


def made(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)


def test_a_program_at_hand_is_none(bins: tuple[Path, Path]) -> None:
    first, second = bins
    assert program("a") is program("d") is program() is None
    assert program("b") == str(first / "b")
    assert program("c") == str(second / "c")


def test_the_first_name_comes_before_the_first_folder(bins: tuple[Path, Path]) -> None:
    first, second = bins
    assert program("c", "b") == str(second / "c")
    assert program("a", "b", "c") == str(first / "b")


def test_a_name_may_be_the_way_to_it(bins: tuple[Path, Path]) -> None:
    file = str(bins[1] / "c")
    assert program(file) == file


def test_a_folder_and_a_file_that_nobody_may_run_are_none(bins: tuple[Path, Path]) -> None:
    first, second = bins
    (first / "c").mkdir()
    (first / "b").chmod(0o644)
    assert program("c") == str(second / "c")
    assert program("b") == str(second / "b")
