"""Windows consoles and bare locales: what Python offers them cannot hold Vietnamese."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach_cli.cli import exits
from kehoach_cli.vn.text import is_nfc

BASE = Path(__file__).parents[1] / "workspaces" / "base"


def call(*words: str, encoding: str, root: Path = BASE) -> tuple[int, bytes, bytes]:
    """Run as from a console of that code page, where Python's UTF-8 mode is off."""
    own = {
        "PYTHONIOENCODING": encoding,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LC_ALL": "C",
        "KEHOACH_ROOT": str(root),
        "KEHOACH_DEBUG": "",
        "NO_COLOR": "1",
    }
    line = [sys.executable, "-m", "kehoach_cli", *words]
    done = subprocess.run(line, env=os.environ | own, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("validate",), exits.CLEAN, "Không có lỗi"),
        (("show", "pl-1"), exits.CLEAN, "Xây dựng kho dữ liệu dùng chung"),
        (("new", "--help"), exits.CLEAN, "buổi làm việc"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_every_letter_arrives_as_utf8(
    encoding: str, words: tuple[str, ...], code: int, said: str
) -> None:
    got, out, err = call(*words, encoding=encoding)
    text = out.decode("utf-8")
    assert (got, err) == (code, b"")
    assert said in text
    assert is_nfc(text)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
def test_a_refusal_arrives_too(encoding: str) -> None:
    code, out, err = call("show", "pl-11", encoding=encoding)
    assert (code, out) == (exits.USAGE, b"")
    assert "có phải là pl-1?" in err.decode("utf-8")


def test_files_with_windows_line_ends_are_read_in_a_bare_locale(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "dữ liệu của tỉnh")
    for file in root.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    code, out, err = call("validate", encoding="cp1252", root=root)
    assert (code, err) == (exits.CLEAN, b"")
    assert "Không có lỗi" in out.decode("utf-8")
    shown = call("show", "pl-1", encoding="cp1252", root=root)
    assert shown == call("show", "pl-1", encoding="cp1252")
