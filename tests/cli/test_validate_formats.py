"""``kehoach validate --format …`` in a repository: paths from its top, summaries in files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

BASE = Path(__file__).parents[1] / "workspaces" / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one error, two folders below the top of a repository."""
    folder = shutil.copytree(BASE, tmp_path / "kho" / "tỉnh mẫu")
    (folder / "data" / "lạ.yaml").write_text("a: 1\n", encoding="utf-8")
    return folder


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path) -> Kehoach:
    return lambda *words: kehoach("validate", *words, "--root", root)


@pytest.mark.parametrize("worktree", [False, True])
def test_paths_begin_at_the_top_of_the_repository(
    kehoach: Kehoach, root: Path, *, worktree: bool
) -> None:
    git = root.parent / ".git"
    if worktree:
        git.write_text("gitdir: elsewhere\n", encoding="utf-8")
    else:
        git.mkdir()
    code, out, _ = kehoach("--format", "gitlab")
    assert code == exits.FOUND
    paths = {one["location"]["path"] for one in json.loads(out)}
    assert "tỉnh mẫu/data/lạ.yaml" in paths
    own = json.loads(kehoach("--format", "json")[1])["findings"]
    assert "data/lạ.yaml" in {one["path"] for one in own}


def test_without_a_repository_they_begin_at_the_workspace(kehoach: Kehoach) -> None:
    paths = {one["location"]["path"] for one in json.loads(kehoach("--format", "gitlab")[1])}
    assert "data/lạ.yaml" in paths


def test_rules_of_sarif_carry_their_pages(kehoach: Kehoach) -> None:
    log = json.loads(kehoach("--format", "sarif")[1])
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert rules
    assert all("Vì sao:" in rule["help"]["text"] for rule in rules)


def test_a_summary_goes_to_the_end_of_its_file(kehoach: Kehoach, tmp_path: Path) -> None:
    file = tmp_path / "mới" / "tóm tắt.md"
    assert kehoach("--summary", file)[0] == exits.FOUND
    once = file.read_text(encoding="utf-8")
    assert "lạ.yaml" in once
    kehoach("--summary", file, "--format", "github")
    assert file.read_text(encoding="utf-8") == once * 2


def test_a_summary_that_cannot_be_written_is_refused_in_words(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    code, _, err = kehoach("--summary", tmp_path)
    assert code == exits.FAILED
    assert "không ghi được" in err
