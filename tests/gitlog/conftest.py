"""Repositories with fixed authors and days, the workspace in a folder with spaces and marks."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import Kehoach

BASE = Path(__file__).parents[1] / "workspaces" / "base"
FOLDER = "kế hoạch của tỉnh/dữ liệu"
HERE = "data/plans/mau"
TASKS, PLAN = f"{HERE}/tasks.yaml", f"{HERE}/plan.yaml"

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "HOME": os.devnull,
}


@dataclass(frozen=True)
class Repo:
    """A repository; ``root`` is the workspace in it."""

    top: Path

    @property
    def root(self) -> Path:
        return self.top / FOLDER

    def git(self, *words: str, author: str = "Nguyễn Văn Mẫu", day: str = "2027-01-05") -> str:
        stamp = f"{day}T08:00:00+07:00"
        who = {f"GIT_{one}_NAME": author for one in ("AUTHOR", "COMMITTER")}
        mail = {f"GIT_{one}_EMAIL": "mau@example.vn" for one in ("AUTHOR", "COMMITTER")}
        when = {f"GIT_{one}_DATE": stamp for one in ("AUTHOR", "COMMITTER")}
        done = subprocess.run(
            ["git", *words],  # noqa: S607 - the git that the machine has
            cwd=self.top,
            env=os.environ | ALONE | who | mail | when,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def put(self, file: str, old: str, new: str) -> None:
        assert old in self.text(file)
        self.write(file, self.text(file).replace(old, new))

    def commit(self, words: str, *, author: str = "Nguyễn Văn Mẫu", day: str = "2027-01-05") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", words, author=author, day=day)
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """The clean workspace, committed once."""
    made = Repo(tmp_path / "kho")
    shutil.copytree(BASE, made.root)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("data: thêm kế hoạch", day="2026-04-10")
    return made


@pytest.fixture
def kehoach(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> Kehoach:
    """Runs a command in a workspace: exit code, output, what was said beside it."""
    for key, value in ALONE.items():
        monkeypatch.setenv(key, value)
    return lambda root, *words: kehoach(*words, "--root", root)
