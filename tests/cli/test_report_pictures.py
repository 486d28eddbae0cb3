"""``report --pictures``: drawn where it can be, told in words elsewhere, refused by a sentence."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import docx
import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.exchange.docx.checking import check
from kehoach_cli.exchange.docx.ruleset import rule_set

EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
PLAN = "vien-truong"
REPORT = f"bao-cao-2027-{PLAN}-so-yt"

OF = ("--year", "2027", "--plan", PLAN, "--agency", "so-yt")


@pytest.fixture
def kehoach(kehoach: Kehoach, tmp_path: Path) -> Kehoach:
    at = ("--as-of", "18/12/2027", "--root", EVERY_STATE, "--out", tmp_path)
    return lambda *words: kehoach("report", *words, *at)


def test_the_report_gets_an_annex_of_pictures_that_is_in_form(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    form = ("--to", "docx", "--to", "html")
    assert kehoach(*OF, "--pictures", *form)[0] == exits.CLEAN
    made = (tmp_path / f"{REPORT}.docx").read_bytes()
    file = docx.Document(str(tmp_path / f"{REPORT}.docx"))
    captions = [one.text for one in file.paragraphs if one.text.startswith("Hình ")]
    numbers = [one.partition(".")[0] for one in captions]
    assert numbers == [f"Hình {n}" for n in range(1, len(captions) + 1)]
    assert len(file.inline_shapes) == len(captions)
    assert check(made, "x.docx", rule_set("nd30-2020")).faults == ()
    page = (tmp_path / f"{REPORT}.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == len(captions)


def test_without_matplotlib_nothing_is_written_and_one_sentence_says_why(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("kehoach_cli.writers.pictures")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [one for one in sys.modules if one.startswith("kehoach_cli.writers.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, _, err = kehoach(*OF, "--pictures")
    assert (code, "cần thư viện matplotlib để vẽ hình" in err) == (exits.FAILED, True)
    assert not list(tmp_path.iterdir())
    text = ("--to", "md", "--to", "xlsx")
    assert kehoach(*OF, "--pictures", *text)[0] == exits.CLEAN
    assert "**Hình 1. " in (tmp_path / f"{REPORT}.md").read_text(encoding="utf-8")
    assert zipfile.is_zipfile(tmp_path / f"{REPORT}.xlsx")
    assert kehoach(*OF)[0] == exits.CLEAN


def test_where_there_is_nothing_to_draw_it_says_so(kehoach: Kehoach, tmp_path: Path) -> None:
    code, _, err = kehoach("--year", "2040", "--pictures", "--to", "md")
    assert code == exits.CLEAN
    assert "chưa có số liệu để vẽ hình; Báo cáo không kèm hình" in err
    assert "Hình" not in (tmp_path / "bao-cao-2040.md").read_text(encoding="utf-8")
