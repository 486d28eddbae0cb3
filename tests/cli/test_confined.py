"""No command reaches the network, starts a program but git, or writes outside its folders.

Run as a program this file is the watchman: one process calls command after command while an audit
hook notes each attempt. Nothing is patched; what Python itself reports is what counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
AT = ("--as-of", "30/6/2027")

READERS: tuple[tuple[str, ...], ...] = (
    ("validate",),
    ("validate", "--format", "sarif"),
    ("status", *AT),
    ("brief", *AT),
    ("mine", "so-yt", *AT),
    ("money", "--year", "2028", *AT),
    ("split", *AT),
    ("handover", *AT),
    ("received", "--period", "2027", *AT),
    ("rollup", "{ws}", *AT),
    ("show", "so-yt"),
    ("diff",),
    ("history", "so-yt"),
    ("check-change", "--as", "so-yt", "--base", "HEAD"),
)
_NETWORK = ("socket.", "http.", "urllib.", "ftplib.", "smtplib.", "poplib.", "ssl.", "webbrowser.")
_PROGRAMS = ("os.system", "os.exec", "os.posix_spawn", "os.startfile", "pty.spawn")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGES = {"os.mkdir", "os.rename", "os.chmod", "os.remove", "os.rmdir", "os.link", "os.symlink"}


def attempts(place: Path, words: list[str], git: str | None) -> list[str]:
    """Turn the watch on; the list fills as things are tried. ``git``: the one on the machine."""
    seen: list[str] = []

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event.startswith(_NETWORK) or event in _PROGRAMS:
            seen.append(f"{words}: {event} {args}")
        elif event == "subprocess.Popen":
            command = args[1]
            if not isinstance(command, list) or command[0] != git:
                seen.append(f"{words}: {command}")
        elif _writes(event, args) and not _is_allowed(str(args[0]), place):
            seen.append(f"{words}: {event} {args[0]}")

    sys.addaudithook(hook)
    return seen


def _writes(event: str, args: tuple[object, ...]) -> bool:
    if event == "open":
        return isinstance(args[2], int) and bool(args[2] & _WRITES) and isinstance(args[0], str)
    return event in _CHANGES


def _is_allowed(path: str, place: Path) -> bool:
    """A marked copy of a form is put together in files of the user's alone, gone at once."""
    theirs = tempfile.gettempdir()
    return path == theirs or path.startswith((str(place), os.devnull, f"{theirs}/openpyxl."))


def main() -> None:
    """All that was tried, as JSON."""
    sys.path[:0] = [str(REPOSITORY / "src"), str(REPOSITORY)]
    crash = import_module("tests.cli.test_crash")  # its table of commands that write
    words: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve() / "noi"
        starts = {name: crash.started(place.parent, name) for name in crash.COMMANDS}
        read = [(starts["amend"], one) for one in READERS]
        git = import_module("kehoach_cli.source.programs").program("git")
        seen = attempts(place.parent, words, git)
        write = [(starts[name], one) for name, one in crash.COMMANDS.items()]
        for number, (start, one) in enumerate((*read, *write)):
            words[:] = one
            place = crash.fresh(place.parent / f"noi-{number}", start)
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
                code = crash.called(place, one)
            if code not in {0, 1}:
                seen.append(f"{one} does not run: {said.getvalue()}")
        sys.stdout.write(json.dumps(seen, ensure_ascii=False))


def test_no_command_leaves_its_folders_or_this_machine() -> None:
    ran = subprocess.run(
        [sys.executable, __file__],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == []


if __name__ == "__main__":
    main()
