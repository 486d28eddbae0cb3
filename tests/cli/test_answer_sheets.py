"""``--to xlsx``: the tables of an answer as a workbook, the same values as its JSON."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

ROOT = Path(__file__).parents[2] / "examples"


@pytest.fixture
def ask(kehoach: Kehoach) -> Kehoach:
    return lambda *words: kehoach(*words, "--as-of", "31/12/2026", "--root", ROOT)


def sheets(ask: Kehoach, out: Path, *words: str) -> list[Worksheet]:
    """What the command writes; it names the one file."""
    code, said, _ = ask(*words, "--to", "xlsx", "--out", str(out))
    assert code in {exits.CLEAN, exits.FOUND}
    path = Path(said.splitlines()[-1].removeprefix("Đã ghi "))
    found = load_workbook(path).worksheets
    return [one for one in found if isinstance(one, Worksheet)]


def data(ask: Kehoach, *words: str) -> Any:
    return json.loads(ask(*words, "--format", "json")[1])


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Rows by the titles of their columns; headings of groups are left out."""
    lines = list(sheet.iter_rows(values_only=True))
    header = next(n for n, line in enumerate(lines) if sum(map(bool, line)) == len(line))
    titles = [str(one) for one in lines[header]]
    return [dict(zip(titles, line, strict=True)) for line in lines[header + 1 :] if any(line[1:])]


def day(text: str | None) -> object:
    return datetime.combine(date.fromisoformat(text), datetime.min.time()) if text else None


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "--missing", "due"),
        ("status", "--by", "challenge"),
        ("mine", "so-nnmt"),
        ("split",),
        ("session", "lam-viec-2026"),
        ("handover",),
        ("received", "--period", "2026"),
    ],
    ids=" ".join,
)
def test_every_question_is_a_workbook_to_filter_and_to_print(
    ask: Kehoach, tmp_path: Path, words: tuple[str, ...]
) -> None:
    for sheet in sheets(ask, tmp_path, *words):
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"


def test_days_and_numbers_are_those_of_the_json(ask: Kehoach, tmp_path: Path) -> None:
    words = ("received", "--period", "2026")
    (sheet,) = sheets(ask, tmp_path, *words)
    told = [
        (one["sender"]["id"], one["number"], day(one["received"]), one["days_late"] or None)
        for one in data(ask, *words)["rows"]
    ]
    shown = [(r["Mã"], r["Số"], r["Ngày nhận"], r["Số ngày muộn"] or None) for r in rows(sheet)]
    assert shown == told
    assert any(isinstance(received, datetime) for _, _, received, _ in shown)


def test_last_days_are_days(ask: Kehoach, tmp_path: Path) -> None:
    found = {one.title: one for one in sheets(ask, tmp_path, "handover")}
    told = [
        (one["item"]["id"], day(one["item"]["last_day"])) for one in data(ask, "handover")["dues"]
    ]
    assert [(row["Mã"], row["Ngày cuối"]) for row in rows(found["den-han"])] == told


def test_money_is_whole_numbers(ask: Kehoach, tmp_path: Path) -> None:
    words = ("money", "--year", "2027")
    found = sheets(ask, tmp_path, *words)
    numbers = {value for sheet in found for line in sheet.values for value in line}
    total = data(ask, *words)["total"]["needed"]
    assert total in numbers or total / 1_000_000 in numbers


def test_the_same_question_gives_the_same_bytes(ask: Kehoach, tmp_path: Path) -> None:
    for place in ("a", "b"):
        ask("split", "--to", "xlsx", "--out", str(tmp_path / place))
    first, second = (tmp_path / place / "phan-chia.xlsx" for place in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_an_answer_without_rows_says_so(ask: Kehoach, tmp_path: Path) -> None:
    asked = ("status", "--waiting-on", "so-tc", "--plan", "hop-tac-thien-ha-xanh")
    code, _, err = ask(*asked, "--to", "xlsx", "--out", str(tmp_path))
    assert code == exits.FAILED
    assert "không có dòng nào" in err
    assert list(tmp_path.iterdir()) == []
