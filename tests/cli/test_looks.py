"""A province's own template and its own looks: one file in its workspace, no code."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "templates" / "reference.docx"
PERIOD = ("--period", "2027")

DAY = ("--as-of", "18/12/2027")

COMMANDS = (
    ("render-docx",),
    ("report", "--year", "2027"),
    ("remind", *PERIOD),
    ("money", "--year", "2027", "--to", "docx"),
    ("render-docx", "--kind", "bien-ban-ra-soat"),
    ("render-docx", "--kind", "de-cuong-bao-cao", "--agency", "so-yt", *PERIOD),
)


@pytest.fixture
def root(root: Path) -> Path:
    (root / "templates").mkdir()
    return root


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path) -> Kehoach:
    def call(*words: str) -> tuple[int, str, str]:
        out = () if words[0] == "validate" else ("--out", root / "out")
        return kehoach(*words, *DAY, "--root", root, *out)

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
        assert kehoach(*words)[0] == exits.CLEAN, words
    made = list((root / "out").rglob("*.docx"))
    assert len(made) >= len(COMMANDS)
    for path in made:
        fonts = docx.Document(str(path)).styles["Normal"].font
        assert fonts.name == "Arial", path.name


def test_a_lost_style_is_named_before_and_when_a_document_is_written(
    root: Path, kehoach: Kehoach
) -> None:
    other = changed(REFERENCE, '"KH Mục"', '"Mục"')
    (root / "templates" / "reference.docx").write_bytes(other)
    code, out, _ = kehoach("validate")
    assert (code, "KH526" in out) == (exits.FOUND, True)
    assert "tệp kiểu thiếu kiểu «KH Mục»" in out
    code, _, err = kehoach("report", "--year", "2027")
    assert (code, "«KH Mục»" in err) == (exits.FOUND, True)
    assert not (root / "out").exists()


def test_a_province_words_one_kind_itself(root: Path, kehoach: Kehoach) -> None:
    text = (ROOT / "templates" / "bao-cao.md.j2").read_text(encoding="utf-8")
    head, fence, body = text.partition("\n---\n")
    own = f"{head}{fence}*Lời riêng của tỉnh {{{{ as_of | ngay }}}}.*\n\n{body}"
    (root / "templates" / "bao-cao.md.j2").write_text(own, encoding="utf-8")
    assert kehoach("report", "--year", "2027")[0] == exits.CLEAN
    assert kehoach("render-docx")[0] == exits.CLEAN
    paragraphs = docx.Document(str(root / "out" / "bao-cao-2027.docx")).paragraphs
    assert "Lời riêng của tỉnh 18/12/2027." in [one.text for one in paragraphs]


def test_the_styles_as_text_are_those_of_the_reference_file() -> None:
    """The file is edited in Word; the text shows in a pull request what was changed."""
    script = ROOT / "docs" / "reference_styles.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
