"""``kehoach show`` and ``kehoach completion``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.cli.completion import SHELLS
from kehoach_cli.drafting.questions.show import KINDS, known_ids
from kehoach_cli.workspace import load

REPOSITORY = Path(__file__).parents[2]
EVERY_STATE = REPOSITORY / "tests" / "workspaces" / "every-state"
AT = ("--root", EVERY_STATE, "--as-of", "14/12/2027")

Golden = Callable[[str, str], None]


@pytest.fixture
def kehoach(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> Kehoach:
    monkeypatch.setenv("COLUMNS", "120")
    return kehoach


class TestShow:
    def test_a_task_with_its_states_and_who_speaks_of_it(
        self, kehoach: Kehoach, golden: Golden
    ) -> None:
        code, out, err = kehoach("show", "mau-06", *AT)
        assert (code, err) == (exits.CLEAN, "")
        golden("show/task.txt", out)

    def test_every_kind_of_id_can_be_shown(self, kehoach: Kehoach) -> None:
        ws = load(EVERY_STATE)
        assert set(ws.index) == set(KINDS)
        for kind, found in ws.index.items():
            own = next(iter(found), None)
            if own is None:
                continue
            code, out, _ = kehoach("show", own, *AT, "--format", "json")
            data = json.loads(out)
            assert code == exits.CLEAN
            (one,) = (one for one in data["found"] if one["kind"] == kind)
            item = found[own]
            assert one["file"] == item.file
            text = (EVERY_STATE / item.file).read_text(encoding="utf-8").splitlines()
            assert own in " ".join(text[one["line"] - 1 : one["line"] + 1])

    def test_mentions_are_the_lines_that_name_it(self, kehoach: Kehoach) -> None:
        data = json.loads(kehoach("show", "so-yt", *AT, "--format", "json")[1])
        mentions = data["found"][0]["mentions"]
        assert mentions
        for one in mentions:
            lines = (EVERY_STATE / one["file"]).read_text(encoding="utf-8").splitlines()
            assert lines[one["line"] - 1].strip() == one["text"]
            assert "so-yt" in one["text"]

    def test_states_are_those_of_status(self, kehoach: Kehoach) -> None:
        own = json.loads(kehoach("show", "mau-06", *AT, "--format", "json")[1])["found"][0]
        items = json.loads(kehoach("status", *AT, "--format", "json")[1])["items"]
        (status,) = (one for one in items if one["id"] == "mau-06")
        assert len(own["assignments"]) == len(status["assignments"])
        assert [one["days_late"] for one in own["assignments"]] == [
            one["days_late"] for one in status["assignments"]
        ]

    def test_what_is_not_there_is_refused_with_a_near_word(self, kehoach: Kehoach) -> None:
        own = known_ids(load(EVERY_STATE))[0]
        code, _, err = kehoach("show", f"{own}x", *AT)
        assert code == exits.USAGE
        assert f"không có gì mang mã «{own}x»; có phải là {own}?" in err


def in_shell(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a shell says in which «kehoach» is this program."""
    program = folder / "kehoach"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kehoach_cli "$@"\n')
    program.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "PYTHONPATH": str(REPOSITORY / "src"), "HOME": str(folder)}
    return subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class TestCompletion:
    @pytest.mark.parametrize("shell", SHELLS)
    def test_prints_a_script_for_each_shell(self, kehoach: Kehoach, shell: str) -> None:
        code, out, _ = kehoach("completion", shell)
        assert code == exits.CLEAN
        assert "_KEHOACH_COMPLETE" in out

    def test_another_shell_is_refused(self, kehoach: Kehoach) -> None:
        code, _, err = kehoach("completion", "cmd")
        assert code == exits.USAGE
        assert "chọn một trong: bash, zsh, fish, powershell" in err

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("status --format ", "text json html md"),
            ("remind --to e", "early"),
            ("mine --root {root} xa-tan", "xa-tan-an"),
            ("new task --root {root} hop", "hop-tac-so"),
            ("new task --lead so-y --root nowhere", None),
            ("show --root {root} cong-ty-mau", "cong-ty-mau"),
            ("session --root {root} lam", None),
            ("status --root {root} --period 2027-h", "2027-h1 2027-h2"),
            ("init moi --province D", None),
        ],
    )
    def test_values_and_ids_are_known_without_a_shell(
        self, monkeypatch: pytest.MonkeyPatch, kehoach: Kehoach, words: str, found: str | None
    ) -> None:
        typed = "kehoach " + words.format(root=EVERY_STATE)
        monkeypatch.setenv("_KEHOACH_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", str(len(typed.split(" ")) - 1))
        code, out, err = kehoach()
        assert (code, err) == (exits.CLEAN, "")
        assert out.split() == (found or "").split()

    @pytest.mark.skipif(sys.platform == "win32", reason="tên tệp mà Windows không có")
    def test_a_name_that_a_shell_would_run_is_not_offered(
        self, monkeypatch: pytest.MonkeyPatch, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
        for name in (r"h\$(touch xau)", "h*", "h;xau", 'h"`xau`', "h xau"):
            shutil.copytree(root / "data/plans/hop-tac-so", root / "data/plans" / name)
        for shell in ("zsh", "bash"):
            monkeypatch.setenv("_KEHOACH_COMPLETE", f"complete_{shell}")
            typed = f"kehoach status --root {root} --plan h"
            monkeypatch.setenv("COMP_WORDS", typed)
            monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
            monkeypatch.setenv("COMP_CWORD", "5")
            out = kehoach()[1]
            assert "hop-tac-so" in out
            assert "xau" not in out
            assert "h*" not in out

    @pytest.mark.skipif(sys.platform == "win32", reason="thiết bị của POSIX")
    def test_a_file_that_never_ends_holds_up_no_shell(
        self, monkeypatch: pytest.MonkeyPatch, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
        (root / "data/communes.yaml").unlink()
        (root / "data/communes.yaml").symlink_to("/dev/zero")
        monkeypatch.setenv("_KEHOACH_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", f"kehoach mine --root {root} so-y")
        monkeypatch.setenv("COMP_CWORD", "4")
        assert kehoach()[1].split() == ["so-yt"]

    @pytest.mark.skipif(shutil.which("zsh") is None, reason="máy không có zsh")
    def test_zsh_loads_it_without_more_and_completes(self, tmp_path: Path) -> None:
        script = (
            'eval "$(kehoach completion zsh)"; print -r -- $_comps[kehoach]\n'
            '_arguments() { print -r -- ${(F)@} | grep -o \'"[a-z0-9-]*"\' | tr "\\n" " "\n'
            "print; }\n"
            "ask() { words=($@); CURRENT=$#; _kehoach_completion; }\n"
            "ask kehoach new ta; ask kehoach validate --stri\n"
            f"ask kehoach status --root {EVERY_STATE} --explain mau-01; ask kehoach completion z\n"
        )
        done = in_shell(tmp_path, "zsh", "-f", "-c", script)
        assert [line.strip() for line in done.stdout.splitlines()] == [
            "_kehoach_completion",
            '"task"',
            '"--strict"',
            '"mau-01"',
            '"zsh"',
        ], done.stderr
        assert done.stderr == ""

    @pytest.mark.skipif(shutil.which("fish") is None, reason="máy không có fish")
    def test_fish_loads_it_and_completes_files_too(self, tmp_path: Path) -> None:
        (tmp_path / "kehoach-cu.docx").touch()
        asks = ("new ta", "check-docx kehoach-", f"mine --root {EVERY_STATE} so-y")
        script = "kehoach completion fish | source\n" + "".join(
            f'complete -C "kehoach {ask}"\n' for ask in asks
        )
        done = in_shell(tmp_path, "fish", "--no-config", "-c", script)
        assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == [
            "task",
            "kehoach-cu.docx",
            "so-yt",
        ], done.stderr
        assert done.stderr == ""

    @pytest.mark.skipif(shutil.which("bash") is None, reason="máy không có bash")
    def test_bash_completes_commands_and_options(self, tmp_path: Path) -> None:
        asks = (
            'ask() { COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=();'
            ' _kehoach_completion kehoach; echo "${COMPREPLY[*]}" | tr "\\n" " "; echo; }\n'
        )
        script = (
            'eval "$(kehoach completion bash)"\n'
            f"{asks}ask kehoach valid; ask kehoach new ta; ask kehoach validate --stri\n"
            f"ask kehoach validate --format gi; ask kehoach status --root {EVERY_STATE} --plan h\n"
        )
        done = in_shell(tmp_path, "bash", "--norc", "-c", script)
        assert [line.strip() for line in done.stdout.splitlines()] == [
            "validate",
            "task",
            "--strict",
            "github gitlab",
            "hop-tac-so",
        ], done.stderr
