"""What linters of workflows and of shell say of what ships for GitHub and GitLab, and of init's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "src" / "kehoach_cli" / "workspace" / "starting" / "texts"
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

needs_actionlint = pytest.mark.skipif(
    shutil.which("actionlint", path=PATH) is None,
    reason="máy không có actionlint: go install github.com/rhysd/actionlint/cmd/actionlint@latest",
)
needs_shellcheck = pytest.mark.skipif(
    shutil.which("shellcheck", path=PATH) is None,
    reason="máy không có shellcheck: apt-get install shellcheck",
)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The repository's workflows, its action, and beside them the workflow that init writes."""
    folder = tmp_path / "kho"
    workflows = shutil.copytree(ROOT / ".github" / "workflows", folder / ".github" / "workflows")
    shutil.copy(TEXTS / "github.yml", workflows / "cua-init.yml")
    shutil.copy(ROOT / "action.yml", folder)
    return folder


def said(at: Path, *words: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=at,
        env={**os.environ, "PATH": PATH, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def zizmor(at: Path) -> tuple[int, str]:
    return said(at, "zizmor", "--offline", "--no-progress", "--no-config", ".")


def test_zizmor_finds_nothing(shipped: Path) -> None:
    code, out = zizmor(shipped)
    assert code == 0, out


def test_zizmor_would_find_something(shipped: Path) -> None:
    """It looks at the action and at every workflow."""
    for file in (shipped / "action.yml", *(shipped / ".github" / "workflows").iterdir()):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("@a26af69be951a213d495a4c3e4e4022e16d87065", "@v5"), "utf-8")
        assert "setup-python@v5" in file.read_text(encoding="utf-8")
    code, out = zizmor(shipped)
    assert code != 0
    for name in ("action.yml", "ci.yml", "cua-init.yml"):
        assert f"{name}:" in out


@needs_actionlint
def test_actionlint_finds_nothing(shipped: Path) -> None:
    code, out = said(shipped, "actionlint", *(shipped / ".github" / "workflows").iterdir())
    assert code == 0, out


def scripts() -> dict[str, str]:
    """Every script that a service runs, by file and step or job."""
    found = {".ci/run": (ROOT / ".ci" / "run").read_text(encoding="utf-8")}
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = [("action.yml", one) for one in action["runs"]["steps"]]
    for file in (*(ROOT / ".github" / "workflows").glob("*.yml"), TEXTS / "github.yml"):
        jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values()
        steps += [(file.name, step) for job in jobs for step in job["steps"]]
    found |= {f"{file} {step['run'][:30]}": step["run"] for file, step in steps if "run" in step}
    for file in (ROOT / ".gitlab-ci.yml", TEXTS / "gitlab-ci.yml"):
        jobs = yaml.safe_load(file.read_text(encoding="utf-8"))
        found |= {
            f"{file.name} {name}": "\n".join(job["script"])
            for name, job in jobs.items()
            if isinstance(job, dict) and "script" in job
        }
    return found


@needs_shellcheck
def test_shellcheck_finds_nothing(tmp_path: Path) -> None:
    files = []
    for number, (name, script) in enumerate(scripts().items()):
        files.append(tmp_path / f"{number}.sh")
        text = script if script.startswith("#!") else f"set -eo pipefail\n{script}\n"
        files[-1].write_text(f"{text}# {name.splitlines()[0]}\n", encoding="utf-8")
    code, out = said(tmp_path, "shellcheck", "--shell=bash", *files)
    assert code == 0, out
