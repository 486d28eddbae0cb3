"""Every way of writing a deadline that was met in real annexes, with the reading beside it.

``warning`` names the rule that the cell meets; «<ô ngày> …» is a date cell of a spreadsheet with
that number format, read as the text that it shows.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.vn.due import Due, DueShape, read_due

with (Path(__file__).parent / "deadline-variants.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

DATE_CELLS = {
    "<ô ngày> d/m/yy": "6/8/26",
    "<ô ngày> dd/mm/yy": "06/08/26",
    "<ô ngày> d/m/yyyy": "6/8/2026",
}
UNCLEAR = {"Theo Thông tư mới", "trước 16 giờ thứ Sáu", "Đề xuất giao Sở Xây dựng tham mưu"}


def warnings(due: Due) -> str:
    if not due.is_understood:
        return "KH210" if due.shape is DueShape.NOT_A_DEADLINE else "KH201"
    found = [code for code, has in (("KH203", due.corrected), ("KH211", due.remark)) if has]
    return " ".join(found) or "-"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["variant"])
def test_a_real_cell_is_read_as_it_was_meant(row: dict[str, str]) -> None:
    due = read_due(DATE_CELLS.get(row["variant"], row["variant"]))
    last = None if row["last_day"] == "-" else date.fromisoformat(row["last_day"])
    recurrence = None if row["recurrence"] == "-" else row["recurrence"]
    assert due.shape == row["class"]
    assert due.last_day == last
    assert (due.recurrence.describe() if due.recurrence else None) == recurrence
    assert warnings(due) == row["warning"]


def test_nothing_real_is_left_unread_but_what_no_one_could_read() -> None:
    unread = {row["variant"] for row in ROWS if row["class"] in {"unknown", "not-a-deadline"}}
    assert unread <= UNCLEAR
    assert len(ROWS) == 73
