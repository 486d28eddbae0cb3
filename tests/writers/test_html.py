from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.blocks import Cell, Column, Paragraph, Role, Row, Table, Text
from kehoach_cli.document.frame import Circulation, LetterFrame, Marks, Urgency
from kehoach_cli.errors import OutputError
from kehoach_cli.writers import WRITERS
from kehoach_cli.writers.html.body import paragraph
from kehoach_cli.writers.html.looks import looks
from kehoach_cli.writers.html.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.document.frame import Document

VOID = {"meta", "br", "col"}
WORDS = st.text(st.sampled_from("aĐ <>&;\"'/=!-b\n😀script"), max_size=20)


class Reader(HTMLParser):
    """Text, tags in order, and attributes of a page; every tag is closed, in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "br":
            self.text += "\n"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def write(document: Document) -> str:
    out = io.BytesIO()
    WRITERS["html"].write(document, out, b"")
    return out.getvalue().decode()


@given(WORDS)
def test_no_text_becomes_markup(words: str) -> None:
    block = Paragraph(Role.BODY, (Text(words), Text(words, bold=True, italic=True)), words)
    found = Reader(paragraph(block))
    assert set(found.tags) <= {"p", "strong", "em", "br"}
    assert found.text == (f"{words} " if words else "") + f"{words * 2}\n"
    content = Table("t", (Column("a", words, 1),), (Row((Cell(words),)),), caption=words or "x")
    assert Reader(table(content)).attributes == Reader(table(replace_text(content))).attributes


def replace_text(content: Table) -> Table:
    columns = (replace(content.columns[0], title="x"),)
    return replace(content, columns=columns, rows=(Row((Cell("x"),)),), caption="x")


@given(WORDS)
def test_the_notice_cannot_leave_the_style_sheet(words: str) -> None:
    found = re.search(r'@bottom-center \{ content: (none|"(?:\\[0-9a-f]{6})*");', looks(words))
    assert found
    signs = re.findall(r"\\([0-9a-f]{6})", found[1])
    assert "".join(chr(int(sign, 16)) for sign in signs) == words


@pytest.mark.parametrize("of", ["plan", "report", "letter", "minutes"])
def test_a_whole_page(
    of: str, request: pytest.FixtureRequest, golden: Callable[[str, str], None]
) -> None:
    page = write(request.getfixturevalue(of))
    golden(
        f"html/{of}.html", re.sub(r"<style>.*</style>", "<style>…</style>", page, flags=re.DOTALL)
    )


def test_the_page_stands_alone_and_says_its_language(plan: Document) -> None:
    page = write(plan)
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    found = Reader(page)
    assert not {"script", "link", "img", "iframe"} & set(found.tags)
    assert not re.search(r"url\(|@import|https?:", page)
    assert not any(name in {"href", "src"} or name.startswith("on") for name, _ in found.attributes)
    assert page == write(plan)


def test_a_header_cell_says_what_it_heads(plan: Document) -> None:
    content = plan.blocks[-1]
    assert isinstance(content, Table)
    page = table(content)
    assert "<caption>Danh mục</caption>" in page
    assert '<th scope="colgroup" colspan="2">Trách nhiệm</th>' in page
    assert page.count('scope="col"') == 6
    assert '<th scope="rowgroup" colspan="6">I. Chính quyền số</th>' in page
    assert '<td rowspan="2">Các sở, ban, ngành</td>' in page


def test_each_group_of_rows_is_a_body_unless_a_cell_reaches_into_it() -> None:
    columns = (Column("a", "A", 1), Column("b", "B", 1))
    group = Row((Cell("Nhóm"),), group=True)
    reaching = Row((Cell("x", rows=2), Cell(1)))
    rows = (Row((Cell("x"), Cell(1))), group, reaching, Row((Cell(None), Cell("y")), group=True))
    assert table(Table("t", columns, rows)).count("<tbody>") == 2


def test_stamps_address_and_a_lying_page_are_there(letter: Document) -> None:
    assert isinstance(letter.frame, LetterFrame)
    marks = Marks(Urgency.FLASH, Circulation.TO_BE_RETURNED)
    frame = replace(letter.frame, marks=marks, address="Số 15 <Hùng Vương>")
    page = write(replace(letter, frame=frame, landscape=True))
    assert '<article class="ngang">' in page
    assert re.findall(r'class="dong-khung[^>]*>([^<]*)', page) == [*marks_of(frame)]
    assert '<p class="dia-chi">Số 15 &lt;Hùng Vương&gt;</p>' in page


def marks_of(frame: LetterFrame) -> tuple[str | None, str | None]:
    return frame.marks.urgency, frame.marks.circulation


def test_an_empty_table_is_a_sentence() -> None:
    content = Table("t", (Column("a", "A", 1),), (), empty="(Chưa có)", caption="Tên")
    page = table(content)
    assert Reader(page).text.split("\n")[:2] == ["Tên", "(Chưa có)"]
    assert "<table>" not in page


def test_a_control_character_is_refused_with_its_place(plan: Document) -> None:
    block = Paragraph(Role.BODY, (Text("a\x07b"),), line=12)
    with pytest.raises(OutputError, match=r"Đoạn 1 \(dòng 12 của bản thảo\).*U\+0007"):
        write(replace(plan, blocks=(block,)))
