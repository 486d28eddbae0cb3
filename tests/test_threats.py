"""The threat model: each line of ``docs/moi-de-doa.md`` names a test that is there."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.cli import exits, run
from kehoach_cli.drafting.templates import resource
from kehoach_cli.errors import GitFailed, TemplateError
from kehoach_cli.gitlog import find_repository, read_revision
from kehoach_cli.gitlog.revisions import resolve
from kehoach_cli.model.fields import ID_PATTERN
from kehoach_cli.rules import RULES
from kehoach_cli.source.footprint import parts
from kehoach_cli.source.programs import program

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kehoach_cli"
PAGE = ROOT / "docs" / "moi-de-doa.md"
BASE = ROOT / "tests" / "workspaces" / "base"

ROWS = [
    line.strip("|").rsplit("|", 1)
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and "::" in line
]


@cache
def named_in(file: str) -> frozenset[str]:
    """«test_a» and «TestB::test_c» of a file."""
    found = set()
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            own = (one for one in node.body if isinstance(one, ast.FunctionDef))
            found |= {f"{node.name}::{one.name}" for one in own}
    return frozenset(found)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_each_threat_names_a_test_that_is_there(row: list[str]) -> None:
    file, _, name = row[1].strip().strip("`").partition("::")
    assert name in named_in(file)


def test_every_table_row_of_the_page_names_its_test() -> None:
    rows = re.findall(
        r"^\| (?!Mối đe dọa|Giới hạn|-)", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) == len(ROWS)


SILENT = "không có mã"
"""Where a limit is nobody's business: nothing is refused."""


def test_every_limit_has_a_code_that_is_explained() -> None:
    chapter = (
        PAGE.read_text(encoding="utf-8").partition("### Các giới hạn")[2].partition("\n## ")[0]
    )
    rows = [line.split("|")[2] for line in chapter.splitlines() if "::" in line]
    assert len(rows) > 10
    codes = {rule.CODE for rule in RULES}
    for row in rows:
        named = set(re.findall(r"KH\d{3}", row))
        assert named <= codes
        assert named or SILENT in row, row


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, ast.unparse(node.func), node


def test_programs_are_called_by_lists_and_never_by_a_shell() -> None:
    started = [(path, name, node) for path, name, node in calls() if name.startswith("subprocess.")]
    assert {path.name for path, _, _ in started} == {"repository.py", "office.py"}
    for path, name, node in started:
        assert name == "subprocess.run", path
        assert isinstance(node.args[0], ast.List | ast.Name), path
        assert not any(one.arg in {"shell", "executable"} for one in node.keywords), path


def test_no_data_are_run_as_a_program() -> None:
    barred = {"eval", "exec", "compile", "os.system", "os.popen", "pickle.loads", "marshal.loads"}
    barred |= {"yaml.load", "yaml.full_load", "yaml.unsafe_load", "shelve.open", "__import__"}
    run = {(path.name, name) for path, name, _ in calls() if name in barred}
    assert run == {("frozen.py", "exec")}  # of what classes in our own modules name their fields


@given(st.from_regex(ID_PATTERN, fullmatch=True))
def test_an_id_is_never_a_path(own: str) -> None:
    assert Path(own).name == own
    assert own.strip(".") == own


def test_a_template_behind_a_link_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "ws" / "templates").mkdir(parents=True)
    (tmp_path / "rieng.txt").write_text("mật khẩu", encoding="utf-8")
    link = tmp_path / "ws" / "templates" / "bao-cao.md.j2"
    link.symlink_to(tmp_path / "rieng.txt")
    with pytest.raises(TemplateError, match="dẫn ra ngoài"):
        resource("bao-cao.md.j2", tmp_path / "ws")
    link.unlink()
    link.symlink_to("/dev/zero")
    assert b"kind: bao-cao" in resource("bao-cao.md.j2", tmp_path / "ws")


@pytest.mark.skipif(sys.platform == "win32", reason="thiết bị và ống dẫn của POSIX")
@pytest.mark.parametrize("name", ["bao-cao.md.j2", "reference.docx", "ghi-chu.txt"])
@pytest.mark.parametrize("leads_to", ["/dev/zero", "khong-co", "/", "ống dẫn"])
def test_what_never_ends_in_templates_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, leads_to: str
) -> None:
    root = shutil.copytree(BASE, tmp_path / "ws")
    file = root / "templates" / name
    file.parent.mkdir()
    if leads_to == "ống dẫn":
        os.mkfifo(file)
    else:
        file.symlink_to(leads_to)
    code, said = validate_in(root, capsys)
    is_used = name != "ghi-chu.txt"
    assert (code, f"templates/{name}" in said) == (int(is_used), is_used), said


def test_a_folder_of_templates_elsewhere_is_not_walked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = shutil.copytree(BASE, tmp_path / "ws")
    below = tmp_path / "khac" / "sau"
    below.mkdir(parents=True)
    (root / "templates").symlink_to(tmp_path / "khac")
    assert validate_in(root, capsys)[0] == exits.CLEAN
    before = parts(root)
    (below / "a.md.j2").write_text("a", encoding="utf-8")
    assert parts(root) == before


def validate_in(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code and words of ``kehoach validate``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kehoach", "validate", "--root", str(root)])
        code = run()
    return code, capsys.readouterr().out


ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a commit by somebody whose name would steer a terminal."""
    root = shutil.copytree(BASE, tmp_path / "ws")
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    git(root, "init", "-q")
    git(root, "add", ".")
    who = ("-c", "user.name=Ke\x1b[31m xau\x07", "-c", "user.email=a@example.vn")
    git(root, *who, "commit", "-qm", "Ghi \x1b]0;chiem\x07 du lieu")
    return root


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True)  # noqa: S607 - the machine's own


def said(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str
) -> str:
    monkeypatch.setattr(sys, "argv", ["kehoach", *words, "--root", str(root)])
    assert run() in {exits.CLEAN, exits.FOUND}
    return capsys.readouterr().out


@pytest.mark.parametrize("name", ["--output={}", "-O{}", "--exec=touch {}", "HEAD --output={}"])
def test_a_revision_is_never_an_option_of_git(repository: Path, name: str, tmp_path: Path) -> None:
    made = tmp_path / "bi-ghi"
    with pytest.raises(GitFailed):
        resolve(find_repository(repository), name.format(made))
    assert not made.exists()


def test_no_program_that_a_repository_names_is_run(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = tmp_path / "da-chay"
    program = tmp_path / "chay.sh"
    program.write_text(f"#!/bin/sh\ntouch '{made}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    keys = ("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass")
    for key in (*keys, "diff.external", "diff.x.textconv", "diff.x.command", "gpg.program"):
        git(repository, "config", key, str(program))
    for key in ("filter.x.clean", "filter.x.smudge", "filter.x.process"):
        git(repository, "config", key, str(program))
    git(repository, "config", "filter.x.required", "true")
    git(repository, "config", "log.showSignature", "true")
    (repository / ".git" / "info" / "attributes").write_text(
        "* diff=x filter=x\n", encoding="utf-8"
    )
    tasks = repository / "data/plans/mau/tasks.yaml"
    tasks.write_text(tasks.read_text(encoding="utf-8") + "\n# thêm\n", encoding="utf-8")
    change = ("check-change", "--as", "so-yt", "--base", "HEAD")
    for words, code in (("diff",), 0), (("history", "so-yt"), 0), (change, 1):
        monkeypatch.setattr(sys, "argv", ["kehoach", *words, "--root", str(repository)])
        assert run() == code
        capsys.readouterr()
    assert not made.exists()
    git(repository, "config", "--unset", "filter.x.process")
    git(repository, "status")
    assert made.exists(), "git itself runs it"


@pytest.mark.skipif(sys.platform == "win32", reason="tệp lệnh của POSIX")
def test_no_program_of_the_folder_at_hand_is_run(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = program("git")
    own = repository / "git"
    own.write_text("#!/bin/sh\ntouch da-chay\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert find_repository(repository).prefix == ""
    assert not (repository / "da-chay").exists()
    assert program("git") == usual
    monkeypatch.setenv("PATH", ".")
    assert program("git") is None


def test_a_filter_that_cannot_be_switched_off_is_refused(repository: Path) -> None:
    git(repository, "config", "filter.a=b.clean", "touch x")
    with pytest.raises(GitFailed, match="a=b"):
        find_repository(repository)


def test_a_repository_that_calls_another_folder_its_own_is_refused(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "config", "core.worktree", str(tmp_path))
    with pytest.raises(GitFailed, match="làm thư mục của kho"):
        find_repository(repository)


@pytest.mark.skipif(sys.platform == "win32", reason="tệp lệnh của POSIX")
def test_what_a_repository_lacks_is_not_fetched(repository: Path, tmp_path: Path) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.vn")
    tasks = repository / "data/plans/mau/tasks.yaml"
    tasks.write_text(tasks.read_text(encoding="utf-8") + "\n# thêm\n", encoding="utf-8")
    git(repository, *who, "commit", "-qam", "hai")
    git(repository, "config", "uploadpack.allowFilter", "true")
    brought = tmp_path / "ve"
    git(tmp_path, "clone", "-q", "--filter=blob:none", repository.as_uri(), str(brought))
    made = tmp_path / "da-chay"
    git(brought, "config", "remote.origin.uploadpack", f"touch '{made}'; git-upload-pack")
    with pytest.raises(GitFailed, match="thiếu nội dung"):
        read_revision(found := find_repository(brought), resolve(found, "HEAD~1"))
    assert not made.exists()


def test_words_of_git_do_not_steer_the_terminal(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("text", "json"):
        out = said(repository, monkeypatch, capsys, "history", "mau", "--format", form)
        assert "xau" in out
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", out)
