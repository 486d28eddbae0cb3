"""What senders write beside the tables is told and not taken: comments, columns, sheets."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl.comments import Comment

from kehoach_cli.exchange.forms.marking import marked_copy

RESULT = "Kết quả đạt được"


def told(office: Any, form: Any) -> list[tuple[str, str, str]]:
    outcome = office.receive(form)
    assert outcome.is_sure
    return [
        (str(one.args["reason"]), str(one.args["got"]), str(one.args["where"]))
        for one in outcome.faults
    ]


def test_a_form_as_it_went_out_has_nothing_aside(office: Any, yt: Any) -> None:
    assert told(office, yt) == []


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu chưa chốt",
        "[Threaded comment]\n\nYour Excel can read this.\n\nComment:\n    Số liệu chưa chốt",
    ],
    ids=["a-note", "a-thread-of-excel-365"],
)
def test_a_comment_is_told(office: Any, yt: Any, text: str) -> None:
    cell = yt.cell("mau-02", RESULT)
    cell.comment = Comment(text, "Chuyên viên")
    ((reason, got, where),) = told(office, yt)
    assert (reason, got) == ("comment", "Số liệu chưa chốt")
    assert f"cột «{RESULT}» (ô {cell.coordinate})" in where


def test_our_own_comments_are_not_told_back_to_us(office: Any, yt: Any) -> None:
    cell = yt.cell("mau-02", RESULT)
    focal = office.form("so-yt").focal
    copy = marked_copy(yt.data(), {("Nhiệm vụ", cell.row, cell.column): "Ghi lại"}, focal)
    assert told(office, copy) == []


def test_a_sheet_and_a_column_of_ones_own_are_told_once(office: Any, yt: Any) -> None:
    yt.book.create_sheet("Diễn giải")["A1"] = "Các bước đã làm"
    yt.book.create_sheet("Trống")
    sheet = yt.sheet()
    place = sheet.max_column + 1
    for row, words in enumerate(("Ghi chú của phòng", "hỏi lại", "đã hỏi"), start=3):
        sheet.cell(row, place).value = words
    assert [(reason, got) for reason, got, _ in told(office, yt)] == [
        ("sheet", ""),
        ("column", "Ghi chú của phòng"),
    ]
