"""What ships for GitHub, GitLab and pre-commit: well-formed, and doing what it says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach_cli.workspace.starting import NewPlan, workspace_texts
from kehoach_cli.workspace.starting.provinces import provinces

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "workspaces" / "base"
TEXTS = ROOT / "src" / "kehoach_cli" / "workspace" / "starting" / "texts"
TASKS = "data/plans/mau/tasks.yaml"
CHECK_CHANGE = "Soát chỗ không được sửa"
TOOLS = Path(sys.executable).parent

BUILTIN = {
    "vendor.github-workflows": [
        *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
        TEXTS / "github.yml",
    ],
    "vendor.github-actions": [ROOT / "action.yml"],
    "vendor.gitlab-ci": [ROOT / ".gitlab-ci.yml", TEXTS / "gitlab-ci.yml"],
}


def call(
    *words: str | Path, at: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    own = {
        "PATH": path,
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(at),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    return subprocess.run(
        [str(word) for word in words],
        cwd=at,
        env={**os.environ, **own, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def shell(script: str, at: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A script as both services run it: the first command that fails ends it."""
    return call("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, at=at, env=env)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A clean workspace in a repository, its name with a space."""
    folder = shutil.copytree(BASE, tmp_path / "tỉnh mẫu")
    git(folder, "init", "-q")
    return folder


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=mau", "-c", "user.email=mau@mau.test")
    done = call("git", *who, *words, at=folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def pull_request(workspace: Path, tmp_path: Path) -> Path:
    """A clone as the services check it out: no branch, an issued plan's due rewritten."""
    git(workspace, "checkout", "-q", "-b", "main")
    git(workspace, "add", ".")
    git(workspace, "commit", "-qm", "dữ liệu")
    folder = tmp_path / "bản sao"
    git(tmp_path, "clone", "-q", str(workspace), str(folder))
    git(folder, "checkout", "-q", "--detach")
    text = (folder / TASKS).read_text(encoding="utf-8")
    (folder / TASKS).write_text(text.replace("Quý IV/2027", "Quý I/2028"), encoding="utf-8")
    git(folder, "commit", "-qam", "dời thời hạn")
    return folder


def spoil(folder: Path) -> None:
    (folder / "data" / "lạ.yaml").write_text("a: 1\n", encoding="utf-8")


@pytest.mark.parametrize("name", sorted(BUILTIN))
def test_files_hold_to_the_schemas_of_their_services(name: str, tmp_path: Path) -> None:
    done = call(TOOLS / "check-jsonschema", "--builtin-schema", name, *BUILTIN[name], at=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", [".gitlab-ci.yml", "action.yml", ".github/workflows/ci.yml"])
def test_what_they_name_is_there(file: str) -> None:
    data = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    for include in data.get("include", ()):
        assert (ROOT / include["local"]).is_file()
    assert "kehoach" in (ROOT / file).read_text(encoding="utf-8")


class TestAction:
    """The checking steps of ``action.yml`` as a runner runs them."""

    def step(self, name: str, at: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
        given = {key: str(one["default"]) for key, one in action["inputs"].items()} | inputs
        step = next(one for one in action["runs"]["steps"] if one.get("name") == name)
        env = {key: given[value[len("${{ inputs.") : -3]] for key, value in step["env"].items()}
        own = {"GITHUB_STEP_SUMMARY": str(at.parent / "summary.md"), "GITHUB_BASE_REF": "main"}
        return shell(step["run"], at, {**env, **own})

    def run(self, at: Path, **inputs: str) -> tuple[int, str, str]:
        done = self.step("Kiểm tra", at, **inputs)
        summary = (at.parent / "summary.md").read_text(encoding="utf-8")
        return done.returncode, done.stdout, summary

    def test_is_quiet_on_a_clean_workspace(self, workspace: Path) -> None:
        code, out, summary = self.run(workspace)
        assert (code, "::error" in out) == (0, False)
        assert "Không có lỗi" in summary

    def test_fails_and_annotates(self, workspace: Path) -> None:
        spoil(workspace)
        code, out, summary = self.run(workspace.parent, root=workspace.name)
        assert code == 1
        assert "::error file=data/lạ.yaml,line=1" in out
        assert "lạ.yaml" in summary

    def test_writes_sarif_where_it_is_asked_to(self, workspace: Path) -> None:
        spoil(workspace)
        assert self.run(workspace, sarif="kết quả.sarif")[0] == 1
        log = json.loads((workspace / "kết quả.sarif").read_text(encoding="utf-8"))
        assert log["version"] == "2.1.0"

    def test_refuses_what_a_pull_request_must_not_change(self, pull_request: Path) -> None:
        refused = self.step(CHECK_CHANGE, pull_request)
        assert refused.returncode == 1, refused.stderr
        assert f"::error file={TASKS}," in refused.stdout
        assert "KH216" in refused.stdout

    def test_a_sender_changes_only_its_own_files(self, pull_request: Path) -> None:
        git(pull_request, "checkout", "-q", "origin/main", "--", TASKS)
        assert self.step(CHECK_CHANGE, pull_request).returncode == 0
        (pull_request / "README.md").write_text("x\n", encoding="utf-8")
        refused = self.step(CHECK_CHANGE, pull_request, sender="so-yt")
        assert refused.returncode == 1
        assert "KH114" in refused.stdout

    def test_modules_of_a_pull_request_are_not_run_in_our_place(self, workspace: Path) -> None:
        spoil(workspace)
        (workspace / "kehoach_cli").mkdir()
        for name in ("kehoach_cli/__init__.py", "kehoach_cli/__main__.py", "typer.py"):
            (workspace / name).write_text("raise SystemExit(0)\n", encoding="utf-8")
        assert self.run(workspace)[0] == 1
        text = (ROOT / "action.yml").read_text(encoding="utf-8")
        assert text.count("python -P -m ") == text.count(" -m ") > 0

    @pytest.mark.parametrize("file", [ROOT / ".github/workflows/ci.yml", TEXTS / "github.yml"])
    def test_the_main_branch_is_there_to_compare_with(self, file: Path) -> None:
        jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values()
        checked = [job["steps"] for job in jobs if "kehoach" in job["name"]]
        assert [one[0]["with"]["fetch-depth"] for one in checked] == [0]


def test_the_workflow_of_a_new_workspace_checks_the_change(pull_request: Path) -> None:
    workflow = yaml.safe_load((TEXTS / "github.yml").read_text(encoding="utf-8"))
    step = workflow["jobs"]["validate"]["steps"][-1]
    assert "pull_request" in step["if"]
    done = shell(step["run"], pull_request, {"GITHUB_BASE_REF": "main"})
    assert (done.returncode, "KH216" in done.stdout) == (1, True), done.stderr


class TestGitlab:
    """The jobs of a new workspace, all but the installation."""

    def run(self, at: Path, job: str = "validate", **env: str) -> subprocess.CompletedProcess[str]:
        jobs = yaml.safe_load((TEXTS / "gitlab-ci.yml").read_text(encoding="utf-8"))
        install, *script = jobs[job]["script"]
        assert install.startswith("pip install")
        return shell("\n".join(script), at, env)

    def test_passes_on_a_clean_workspace(self, workspace: Path) -> None:
        done = self.run(workspace)
        assert done.returncode == 0, done.stderr

    def test_fails_and_leaves_the_report(self, workspace: Path) -> None:
        spoil(workspace)
        done = self.run(workspace)
        assert done.returncode == 1
        assert "data/lạ.yaml:1:1" in done.stdout
        found = json.loads((workspace / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        assert found[0]["location"]["path"] == "data/lạ.yaml"

    @pytest.mark.parametrize("target", ["", "origin/main"])
    def test_refuses_what_a_merge_request_must_not_change(
        self, pull_request: Path, target: str
    ) -> None:
        """The target's commit has a value in pipelines of merged results only."""
        refused = self.run(
            pull_request,
            "check-change",
            CI_MERGE_REQUEST_DIFF_BASE_SHA="origin/main",
            CI_MERGE_REQUEST_TARGET_BRANCH_SHA=target,
        )
        assert (refused.returncode, f"{TASKS}:" in refused.stdout) == (1, True), refused.stderr


class TestPreCommit:
    """pre-commit itself, without the network: the hook runs what is installed already."""

    def run(self, at: Path) -> subprocess.CompletedProcess[str]:
        env = {"PRE_COMMIT_HOME": str(at.parent / "cache"), "NO_COLOR": "1"}
        return call(TOOLS / "pre-commit", "run", "--all-files", "--verbose", at=at, env=env)

    def test_the_manifest_is_one(self, tmp_path: Path) -> None:
        hooks = ROOT / ".pre-commit-hooks.yaml"
        done = call(TOOLS / "pre-commit", "validate-manifest", hooks, at=tmp_path)
        assert done.returncode == 0, done.stdout

    def test_the_hook_lets_pass_and_refuses(self, workspace: Path, tmp_path: Path) -> None:
        source = tmp_path / "hooks"
        source.mkdir()
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
        git(source, "init", "-q")
        git(source, "add", ".")
        git(source, "commit", "-qm", "hooks")
        revision = call("git", "rev-parse", "HEAD", at=source).stdout.strip()
        hook = {"id": "kehoach-validate", "language": "system"}
        config: dict[str, Any] = {
            "repos": [{"repo": str(source), "rev": revision, "hooks": [hook]}]
        }
        (workspace / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        git(workspace, "add", ".")
        passed = self.run(workspace)
        assert passed.returncode == 0, passed.stdout + passed.stderr
        assert "kiểm tra dữ liệu kế hoạch" in passed.stdout
        spoil(workspace)
        git(workspace, "add", ".")
        refused = self.run(workspace)
        assert refused.returncode == 1
        assert "data/lạ.yaml:1:1" in refused.stdout

    def test_the_one_of_a_new_workspace_works(self, tmp_path: Path) -> None:
        folder = tmp_path / "mới"
        plan = NewPlan("ke-hoach", "x", "2026 - 2030", "so-khcn")
        for path, text in workspace_texts(provinces()[3], plan).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        git(folder, "init", "-q")
        git(folder, "add", ".")
        done = self.run(folder)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Passed" in done.stdout
