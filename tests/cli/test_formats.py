"""``--to``: every format of a document, PDF by LibreOffice among them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import PDF
from kehoach_cli.cli.office import Printable, to_pdf
from kehoach_cli.cli.options import FORMATS
from kehoach_cli.writers import WRITERS

EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
MISSING = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]

COPIES = """for f in "$@"; do case "$f" in *.docx) cp "$f" "${f%.docx}.pdf";; esac; done"""

DAY = ("--as-of", "18/12/2027")


@pytest.fixture
def kehoach(kehoach: Kehoach, tmp_path: Path) -> Kehoach:
    def call(*words: str, out: str = "out") -> tuple[int, str, str]:
        return kehoach(*words, *DAY, "--root", EVERY_STATE, "--out", tmp_path / out)

    return call


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*") if not path.name.startswith("."))


def to(*forms: str) -> list[str]:
    return [word for form in forms for word in ("--to", form)]


def office(folder: Path, does: str) -> None:
    """A program by the name of LibreOffice's that does something else."""
    folder.mkdir()
    (folder / "soffice").write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    (folder / "soffice").chmod(0o755)


def test_the_formats_are_what_the_writers_make_and_pdf() -> None:
    assert set(FORMATS) == {*WRITERS, PDF}


def test_every_format_that_is_asked_for_is_written(kehoach: Kehoach, tmp_path: Path) -> None:
    forms = [form for form in FORMATS if form != PDF]
    assert kehoach("report", "--year", "2027", *to(*forms))[0] == exits.CLEAN
    assert files(tmp_path / "out") == sorted(f"bao-cao-2027.{form}" for form in forms)
    assert kehoach("render-docx", *to("html", "md"), out="plans")[0] == exits.CLEAN
    assert {Path(name).suffix for name in files(tmp_path / "plans")} == {".html", ".md"}
    assert kehoach("money", "--year", "2027", *to("html"), out="money")[0] == exits.CLEAN
    assert files(tmp_path / "money") == ["bang-nhu-cau-kinh-phi-2027.html"]


@pytest.mark.skipif(bool(MISSING), reason=f"cần {', '.join(MISSING)} để in và đọc PDF")
def test_the_same_document_is_the_same_pdf(kehoach: Kehoach, tmp_path: Path) -> None:
    assert kehoach("report", "--year", "2027", "--agency", "so-yt", "--pictures")[0] == exits.CLEAN
    docx = (tmp_path / "out" / "bao-cao-2027-so-yt.docx").read_bytes()
    report = Printable(docx, date(2027, 12, 18))
    made = to_pdf({"bao-cao": report, "kh/again": report})
    assert list(made) == ["bao-cao", "kh/again"]
    assert made["bao-cao"] == made["kh/again"]
    assert b"/CreationDate(D:20271218000000Z)" in made["bao-cao"]
    assert b"/StructTreeRoot" in made["bao-cao"]  # headings, tables can be read aloud
    assert b"/Alt<FEFF" in made["bao-cao"]  # so can pictures
    (tmp_path / "a.pdf").write_bytes(made["bao-cao"])
    command = ["pdftotext", str(tmp_path / "a.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text


@pytest.mark.skipif(sys.platform == "win32", reason="chương trình giả là một tệp sh")
def test_pdf_is_printed_of_the_very_docx(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path / "bin", COPIES)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    assert kehoach("render-docx", *to("pdf", "docx"))[0] == exits.CLEAN
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.*x")}
    assert made
    for name, data in made.items():
        assert (tmp_path / "out" / name).with_suffix(".pdf").read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="chương trình giả là một tệp sh")
@pytest.mark.parametrize(
    ("does", "words"),
    [
        ("exit 1", "LibreOffice báo lỗi khi chuyển sang PDF"),
        ("exit 0", "LibreOffice không chuyển được «bao-cao-2027» sang PDF"),
    ],
)
def test_a_libreoffice_that_fails_is_said_and_nothing_is_written(
    does: str, words: str, kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path / "bin", does)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    code, _, said = kehoach("report", "--year", "2027", *to("docx", "pdf"))
    assert code == exits.FAILED
    assert words in said
    assert "gợi ý: xuất dạng docx rồi lưu thành PDF" in said
    assert files(tmp_path / "out") == []


@pytest.mark.skipif(sys.platform != "linux", reason="nơi khác tìm cả ngoài PATH")
def test_without_libreoffice_the_sentence_says_what_to_do(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, said = kehoach("report", "--year", "2027", *to("pdf"))
    assert code == exits.FAILED
    assert said.startswith("kehoach: cần LibreOffice để xuất PDF mà máy này chưa có\n")
    assert files(tmp_path / "out") == []
