"""A province's own template and its own looks: one file in its workspace, no code."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from kehoach_cli.cli import exits, run

ROOT = Path(__file__).parents[2]
EVERY_STATE = ROOT / "tests" / "workspaces" / "every-state"
REFERENCE = ROOT / "templates" / "reference.docx"
PERIOD = ("--period", "2027")

Kehoach = Callable[..., int]

COMMANDS = (
    ("render-docx",),
    ("report", "--year", "2027"),
    ("remind", *PERIOD),
    ("money", "--year", "2027", "--to", "docx"),
    ("render-docx", "--kind", "bien-ban-ra-soat"),
    ("render-docx", "--kind", "de-cuong-bao-cao", "--agency", "so-yt", *PERIOD),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    (folder / "templates").mkdir()
    return folder


@pytest.fixture
def kehoach(monkeypatch: pytest.MonkeyPatch, root: Path) -> Kehoach:
    def call(*words: str) -> int:
        place = ("--root", str(root), "--out", str(root / "out"))
        line = ["kehoach", *words, "--as-of", "18/12/2027", *place]
        monkeypatch.setattr(sys, "argv", line)
        return run()

    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    return call


def changed(reference: Path, old: str, new: str) -> bytes:
    """The reference file with a text of its styles replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(reference) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            text = package.read(name)
            if name == "word/styles.xml":
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            made.writestr(name, text)
    return out.getvalue()


def test_a_changed_style_shows_in_every_kind(root: Path, kehoach: Kehoach) -> None:
    other = changed(REFERENCE, "Times New Roman", "Arial")
    (root / "templates" / "reference.docx").write_bytes(other)
    for words in COMMANDS:
        assert kehoach(*words) == exits.CLEAN, words
    made = list((root / "out").rglob("*.docx"))
    assert len(made) >= len(COMMANDS)
    for path in made:
        fonts = docx.Document(str(path)).styles["Normal"].font
        assert fonts.name == "Arial", path.name


def test_a_lost_style_is_named_before_and_when_a_document_is_written(
    root: Path, kehoach: Kehoach, capsys: pytest.CaptureFixture[str]
) -> None:
    other = changed(REFERENCE, '"KH Mục"', '"Mục"')
    (root / "templates" / "reference.docx").write_bytes(other)
    assert kehoach_validate(root) == exits.FOUND
    assert "KH526" in (said := capsys.readouterr().out)
    assert "tệp kiểu thiếu kiểu «KH Mục»" in said
    assert kehoach("report", "--year", "2027") == exits.FOUND
    assert not (root / "out").exists()
    assert "«KH Mục»" in capsys.readouterr().err


def kehoach_validate(root: Path) -> int:
    sys.argv = ["kehoach", "validate", "--root", str(root), "--as-of", "18/12/2027"]
    return run()


def test_a_province_words_one_kind_itself(root: Path, kehoach: Kehoach) -> None:
    text = (ROOT / "templates" / "bao-cao.md.j2").read_text(encoding="utf-8")
    head, fence, body = text.partition("\n---\n")
    own = f"{head}{fence}*Lời riêng của tỉnh {{{{ as_of | ngay }}}}.*\n\n{body}"
    (root / "templates" / "bao-cao.md.j2").write_text(own, encoding="utf-8")
    assert kehoach("report", "--year", "2027") == exits.CLEAN
    assert kehoach("render-docx") == exits.CLEAN
    paragraphs = docx.Document(str(root / "out" / "bao-cao-2027.docx")).paragraphs
    assert "Lời riêng của tỉnh 18/12/2027." in [one.text for one in paragraphs]


def test_the_styles_as_text_are_those_of_the_reference_file() -> None:
    """The file is edited in Word; the text shows in a pull request what was changed."""
    script = ROOT / "docs" / "reference_styles.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
