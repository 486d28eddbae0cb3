"""«Bảng tổng hợp nhu cầu kinh phí»: the letter, the Word file, the Excel file and JSON agree."""

from __future__ import annotations

import io
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest

from kehoach_cli.document.blocks import Row, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.frame import Document, LetterFrame
from kehoach_cli.document.styles import Style
from kehoach_cli.drafting.budget import BudgetView
from kehoach_cli.drafting.budget_document import budget_document
from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.questions.money import money_view
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import resource
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.vn.money import parse_money
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.writers import WRITERS

if TYPE_CHECKING:
    from tests.conftest import Golden

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 12, 14)
MONEY_COLUMNS = 6
ESTIMATE = 2
"""Which of them is the estimate of the year before."""


@pytest.fixture(scope="module")
def made_up() -> Workspace:
    return load(ROOT / "examples")


@pytest.fixture(scope="module")
def progress(made_up: Workspace) -> Progress:
    return evaluate(made_up, AS_OF, period="2027")


@pytest.fixture(scope="module")
def document(made_up: Workspace, progress: Progress) -> Document:
    return budget_document(made_up, progress)


def written(document: Document, form: str) -> io.BytesIO:
    out = io.BytesIO()
    WRITERS[form].write(document, out, resource("reference.docx", ROOT))
    return io.BytesIO(out.getvalue())


def table(document: Document, name: str) -> Table:
    return next(one for one in document.blocks if isinstance(one, Table) and one.name == name)


def amounts(row: Row) -> list[Any]:
    return [cell.value for cell in row.cells[-MONEY_COLUMNS:]]


def added_up(rows: list[list[Any]]) -> list[int]:
    """The sums of the columns; a dash adds nothing."""
    return [sum(one or 0 for one in column) for column in zip(*rows, strict=True)]


def total(ws: Workspace, year: int) -> Any:
    return money_view(ws, evaluate(ws, AS_OF, period=str(year))).data["total"]


def test_the_letter_reads_as_it_was_found_good(document: Document, golden: Golden) -> None:
    golden("drafting/bang-nhu-cau-kinh-phi.txt", "\n".join(plain_paragraphs(document)) + "\n")


def test_without_any_money_the_letter_says_so_and_who_is_silent(
    every_state: Progress, golden: Golden
) -> None:
    found = budget_document(every_state.workspace, every_state)
    text = "\n".join(plain_paragraphs(found))
    golden("drafting/bang-nhu-cau-kinh-phi-every-state.txt", f"{text}\n")
    names = [one.name for one in found.blocks if isinstance(one, Table)]
    assert names == ["chua-neu-kinh-phi"]


def test_it_goes_to_the_finance_agency(document: Document) -> None:
    assert isinstance(document.frame, LetterFrame)
    assert document.frame.addressees == ("Sở Tài chính.",)


def test_its_totals_are_those_of_the_question_for_both_years(
    made_up: Workspace, document: Document
) -> None:
    this, before = total(made_up, 2027), total(made_up, 2026)
    for name in ("nhu-cau-kinh-phi", "kinh-phi-theo-nguon"):
        row = table(document, name).rows[-1]
        assert row.total
        allocated, spent, estimated, needed, _, given = amounts(row)
        assert (allocated, spent) == (before["allocated"], before["spent"])
        assert (needed, given) == (this["needed"], this["allocated"])
        assert estimated == this["estimated_before"] > spent
        assert needed > 0


def test_agencies_tasks_levels_kinds_and_sources_add_up_to_the_total(document: Document) -> None:
    demand = table(document, "nhu-cau-kinh-phi").rows
    by_agency = [amounts(row) for row in demand if row.group]
    by_line = [amounts(row) for row in demand if not (row.group or row.total)]
    expected = amounts(demand[-1])
    assert added_up(by_agency) == added_up(by_line) == expected
    sums = [amounts(row) for row in table(document, "kinh-phi-theo-nguon").rows if not row.group]
    thrice = [3 * one for one in expected]
    assert added_up(sums[:-1]) == thrice


def test_word_and_excel_hold_the_same_figures(document: Document) -> None:
    model = table(document, "nhu-cau-kinh-phi")
    values = [amounts(row) for row in model.rows]
    word = docx.Document(written(document, "docx"))
    printed = next(one for one in word.tables if len(one.columns) == len(model.columns))
    rows = [[cell.text for cell in row.cells][-MONEY_COLUMNS:] for row in printed.rows][2:]
    assert [
        [None if text == "–" else parse_money(f"{text} triệu đồng") for text in row] for row in rows
    ] == values
    sheet = openpyxl.load_workbook(written(document, "xlsx"))[model.name]
    cells = [list(row)[-MONEY_COLUMNS:] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert [[None if one == "–" else one for one in row] for row in cells] == values
    assert sheet["A2"].value == "Đơn vị tính: đồng"


def test_a_line_without_an_estimate_shows_a_dash_and_is_no_zero(document: Document) -> None:
    rows = table(document, "nhu-cau-kinh-phi").rows
    found = [row.cells[-MONEY_COLUMNS:] for row in rows if not (row.group or row.total)]
    spent_without = [row for row in found if row[1].value and row[ESTIMATE].value is None]
    assert len(spent_without) == 1
    assert all(cell_text(row[ESTIMATE]) == "–" for row in found if row[ESTIMATE].value is None)


def test_the_answer_tells_each_estimate_once(made_up: Workspace, progress: Progress) -> None:
    data: Any = money_view(made_up, progress).data
    expected = data["total"]["estimated_before"]
    assert sum(one["estimated_before"] or 0 for one in data["lines"]) == expected
    for by in ("agency", "level", "kind", "source", "supplementary"):
        assert sum(one["estimated_before"] or 0 for one in data["sums"] if one["by"] == by) == (
            expected
        )


def test_each_annex_of_amounts_says_its_unit(document: Document) -> None:
    units = [one for one in plain_paragraphs(document) if "Đơn vị tính" in one]
    assert units == ["Đơn vị tính: triệu đồng"] * 2


def test_no_rule_is_drawn_between_a_unit_and_its_table(document: Document) -> None:
    paragraphs = docx.Document(written(document, "docx")).paragraphs
    named = [(one.text, one.style.name if one.style else "") for one in paragraphs]
    below = [after for one, after in pairwise(named) if one[0].startswith("Đơn vị tính")]
    attached = [after for one, after in pairwise(named) if one[0].startswith("(Kèm theo")]
    assert [name for _, name in attached] == [Style.TITLE_RULE] * 3
    assert [name for _, name in below if name == Style.TITLE_RULE] == []


def test_whoever_proposed_nothing_is_marked_and_counted(
    made_up: Workspace, progress: Progress, document: Document
) -> None:
    marked = [
        cell_text(row.cells[1])
        for row in table(document, "chua-neu-kinh-phi").rows
        if row.group and "chưa đề xuất" in cell_text(row.cells[1])
    ]
    silent: Any = money_view(made_up, progress).data["silent"]
    assert len(marked) == len(silent) > 0
    assert BudgetView(Scene(made_up, AS_OF, given=progress)).silent == tuple(
        one["id"] for one in silent
    )


def test_of_one_plan_both_years_are_of_that_plan(made_up: Workspace) -> None:
    plan = made_up.folders[0].id
    of_plan = evaluate(made_up, AS_OF, period="2027", plan=plan)
    found = budget_document(made_up, of_plan, plan=plan)
    before: Any = money_view(made_up, evaluate(made_up, AS_OF, period="2026", plan=plan)).data
    row = table(found, "nhu-cau-kinh-phi").rows[-1]
    assert amounts(row)[:2] == [before["total"]["allocated"], before["total"]["spent"]]
