"""What a command must not import: every start would pay for it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BASE = Path(__file__).parents[1] / "workspaces" / "base"
HEAVY = {
    *("asyncio", "email", "html", "http", "multiprocessing", "socket", "ssl", "unittest"),
    *("zipfile", "importlib.metadata"),
    *("attr", "babel", "docx", "holidays", "jinja2", "lxml", "markdown_it", "numpy", "openpyxl"),
    *("pandas", "pyarrow", "pypdf", "pygments", "rapidfuzz", "xlsxwriter"),
    *("kehoach_cli.drafting.context", "kehoach_cli.drafting.template_check"),
    *("kehoach_cli.document.frame", "kehoach_cli.exchange", "kehoach_cli.gitlog"),
    *("kehoach_cli.rules.every", "kehoach_cli.writers", "kehoach_cli.workspace.schemas"),
    *("kehoach_cli.rules.fault_rules", "kehoach_cli.source.folding", "yaml"),
    "rich",
}
"""Of these a workspace in house style without findings needs none."""
ONLY_WITH_DATA = {"pydantic.main", "kehoach_cli.model", "kehoach_cli.rules"}
"""What help must do without."""

CODE = """
import json, sys
sys.argv = ["kehoach", *sys.argv[1:]]
from kehoach_cli.cli import run
code = run()
print(json.dumps({"code": code, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    """The modules that this command line has loaded by its end."""
    command = [sys.executable, "-X", "utf8", "-c", CODE, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    said = json.loads(done.stderr.splitlines()[-1])
    assert said["code"] in {0, 1}
    return set(said["modules"])


@pytest.fixture
def workspace(tmp_path: Path) -> str:
    return str(shutil.copytree(BASE, tmp_path / "ws"))


def test_help_needs_neither_rich_nor_the_data() -> None:
    modules = imported_by("--help")
    assert not modules & (HEAVY | ONLY_WITH_DATA)


def test_validate_imports_no_more_than_it_needs(workspace: str) -> None:
    modules = imported_by("validate", "--root", workspace)
    assert "kehoach_cli.rules.run" in modules
    assert not modules & HEAVY


def test_where_nothing_changed_no_model_is_needed(
    workspace: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEHOACH_CACHE", "1")
    monkeypatch.setenv("CI", "")
    imported_by("validate", "--root", workspace)
    modules = imported_by("validate", "--root", workspace)
    assert not modules & (HEAVY | ONLY_WITH_DATA)


def test_a_command_does_not_import_the_other_commands(workspace: str) -> None:
    modules = imported_by("validate", "--root", workspace)
    ours = {name for name in modules if name.startswith("kehoach_cli.cli.")}
    assert not {f"kehoach_cli.cli.{name}" for name in ("status", "report", "init", "show")} & ours
