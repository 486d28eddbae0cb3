"""The pages of the rules about returned forms are true: their examples are filled in and taken."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.rules import EXCEL_RULES
from kehoach_cli.rules.base import Rule
from kehoach_cli.rules.page import Example, examples
from kehoach_cli.rules.run import worded
from kehoach_cli.workspace import load

BASE = Path(__file__).parents[2] / "workspaces" / "base"
FORM = "bieu/so-khcn.xlsx"
CASES = [
    pytest.param(rule, example, id=f"{rule.CODE}-{number}-{example.verdict}")
    for rule in EXCEL_RULES
    for number, example in enumerate(examples(rule), 1)
]


@pytest.fixture(scope="module")
def base(office: Any) -> Any:
    """The office of the clean workspace."""
    return type(office)(load(BASE))


@pytest.fixture(scope="module")
def sent(base: Any) -> bytes:
    """The form of Sở KH&CN there."""
    data: bytes = base.sent("so-khcn")
    return data


def changed(base: Any, data: dict[str, str], root: Path) -> Any:
    """The office after the form went out and files of the workspace became these."""
    shutil.copytree(BASE, root)
    for name, text in data.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return type(base)(load(root))


def fill(form: Any, line: str) -> None:
    """«pl-1 · Tình trạng: …» or «Mã đơn vị: …» as a page writes it."""
    place, _, value = line.partition(":")
    value = value[1:]
    code, dot, title = place.partition(" · ")
    sheet = form.sheet()
    if not dot:
        form.set("", place, value)
    elif code == "dưới bảng":
        sheet.cell(sheet.max_row + 2, 3).value = value
    elif code == "tiêu đề":
        cell = next(one for one in sheet[3] if one.value == title)
        if value == "(xóa)":
            sheet.delete_cols(cell.column)
        else:
            cell.value = value
    elif value.isdigit():
        form.set(code, title, int(value))
    else:
        form.set(code, title, value)


def returned(office: Any, sent: bytes, lines: list[str]) -> Any:
    form = office.opened(sent)
    renamed = [line for line in lines if " · Mã nhiệm vụ:" in line]
    for line in [one for one in lines if one not in renamed and not one.startswith("Tệp:")]:
        fill(form, line)
    for line in renamed:
        fill(form, line)
    if "Tệp: mất phần ẩn" in lines:
        del form.book["_goc"]
        for sheet in form.sheets():
            marks = [one.column for one in sheet[3] if one.value == "Dấu kiểm"]
            for column in marks:
                sheet.delete_cols(column)
    return sent[: len(sent) // 2] if "Tệp: cắt một nửa" in lines else form


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_gives_the_marked_finding_and_no_other(
    base: Any, sent: bytes, rule: Rule, example: Example, tmp_path: Path
) -> None:
    files = dict(example.files)
    data = {name: text for name, text in files.items() if name != FORM}
    here = changed(base, data, tmp_path / "ws") if data else base
    lines = [line for line in files[FORM].splitlines() if line.strip()]
    outcome = here.receive(returned(here, sent, lines))
    found = {one.code for one in worded(outcome.faults)}
    assert found == ({rule.CODE} if example.verdict == "Sai" else set())


@pytest.mark.parametrize("rule", EXCEL_RULES, ids=lambda rule: str(rule.CODE))
def test_every_reason_has_its_sentence_and_its_hint(rule: Rule) -> None:
    if not isinstance(rule.MESSAGE, str):
        assert not isinstance(rule.HINT, str)
        assert sorted(rule.MESSAGE) == sorted(rule.HINT)
