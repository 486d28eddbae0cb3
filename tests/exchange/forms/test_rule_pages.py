"""The pages of the rules about returned forms are true: their examples are filled in and taken."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.exchange.forms.annex_book import annex_form
from kehoach_cli.exchange.forms.importing import receive_book
from kehoach_cli.exchange.forms.reading import cells_of
from kehoach_cli.exchange.forms.taking import Asked
from kehoach_cli.exchange.forms.workbook import form_bytes
from kehoach_cli.rules import EXCEL_RULES
from kehoach_cli.rules.base import Rule
from kehoach_cli.rules.page import Example, examples
from kehoach_cli.rules.run import worded
from kehoach_cli.workspace import load

AS_OF = date(2027, 3, 1)
BASE = Path(__file__).parents[2] / "workspaces" / "base"
FORM = "bieu/so-khcn.xlsx"
ANNEX_FORM = "bang/phu-luc.xlsx"
CASES = [
    pytest.param(rule, example, id=f"{rule.CODE}-{number}-{example.verdict}")
    for rule in EXCEL_RULES
    for number, example in enumerate(examples(rule), 1)
    if FORM in dict(example.files)
]
ANNEX_CASES = [
    pytest.param(rule, example, id=f"{rule.CODE}-{number}-{example.verdict}")
    for rule in EXCEL_RULES
    for number, example in enumerate(examples(rule), 1)
    if ANNEX_FORM in dict(example.files)
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
    elif value == "(xóa)":
        form.set(code, title, None)
    elif value.isdigit():
        form.set(code, title, int(value))
    else:
        form.set(code, title, value)


def merged(sent: bytes, area: str) -> bytes:
    """The form with one more merged stretch in each of its sheets."""
    out = io.BytesIO()
    more = f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'.encode()
    with zipfile.ZipFile(io.BytesIO(sent)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet") and b"<mergeCells" not in part:
                part = part.replace(b"</sheetData>", b"</sheetData>" + more)
            new.writestr(name, part)
    return out.getvalue()


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
    for line, area in (("Tệp: gộp cả trang", "A1:XFD1048576"), ("Tệp: gộp vài ô", "XA900:XB901")):
        if line in lines:
            return merged(sent, area)
    return sent[: len(sent) // 2] if "Tệp: cắt một nửa" in lines else form


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_gives_the_marked_finding_and_no_other(
    base: Any, sent: bytes, rule: Rule, example: Example, tmp_path: Path
) -> None:
    files = dict(example.files)
    data = {name: text for name, text in files.items() if name != FORM}
    here = changed(base, data, tmp_path / "ws") if data else base
    lines = [line for line in files[FORM].splitlines() if line.strip()]
    if "Tệp: lập từ báo cáo trên" in lines:
        sent = here.sent("so-khcn")
    outcome = here.receive(returned(here, sent, lines))
    found = {one.code for one in worded(outcome.faults)}
    assert found == ({rule.CODE} if example.verdict == "Sai" else set())


@pytest.fixture(scope="module")
def drafted(base: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same office while its plan is a draft with two tasks in the annex."""
    root = tmp_path_factory.mktemp("draft") / "ws"
    shutil.copytree(BASE, root)
    plan = root / "data/plans/mau/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("state: issued", "state: draft"), encoding="utf-8")
    with (root / "data/plans/mau/tasks.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: pl-2, kind: annex, source: {clause: Phụ lục}, title: Tập huấn}\n")
    return type(base)(load(root))


@pytest.mark.parametrize(("rule", "example"), ANNEX_CASES)
def test_example_about_tasks_gives_the_marked_finding_and_no_other(
    drafted: Any, rule: Rule, example: Example
) -> None:
    folder = drafted.ws.folder("mau")
    form = drafted.opened(form_bytes(annex_form(drafted.ws, folder, AS_OF)))
    for line in dict(example.files)[ANNEX_FORM].splitlines():
        place, _, value = line.partition(": ")
        if place == "Bảng":
            count = int(value.partition(" ")[0].replace(".", ""))
            sheet, row = form.row("pl-2")
            column = [one.value for one in sheet[row]].index("Tập huấn")
            for number in range(count):
                sheet.append([*[None] * column, f"Việc {number}"])
            continue
        if not place.startswith("dòng · "):
            fill(form, line)
            continue
        sheet, row = form.row(place.removeprefix("dòng · "))
        cells = [one.value for one in sheet[row]]
        sheet.delete_rows(row)
        if value == "(xuống cuối)":
            sheet.append(cells)
    asked = Asked(AS_OF, is_annex=True)
    book = cells_of(form.book)
    outcome = receive_book(drafted.ws, drafted.figures, book, ANNEX_FORM, asked)
    found = {one.code for one in worded(outcome.faults)}
    assert found == ({rule.CODE} if example.verdict == "Sai" else set())


@pytest.mark.parametrize("rule", EXCEL_RULES, ids=lambda rule: str(rule.CODE))
def test_every_reason_has_its_sentence_and_its_hint(rule: Rule) -> None:
    if not isinstance(rule.MESSAGE, str):
        assert not isinstance(rule.HINT, str)
        assert sorted(rule.MESSAGE) == sorted(rule.HINT)
