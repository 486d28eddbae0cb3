from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kehoach_cli.document.blocks import Cell, Column, Paragraph, Role, Row, Table, Text
from kehoach_cli.document.frame import Circulation, LetterFrame, Marks, Urgency
from kehoach_cli.errors import OutputError
from kehoach_cli.writers import WRITERS
from kehoach_cli.writers.markdown.escaping import flowing, one_line
from kehoach_cli.writers.markdown.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from kehoach_cli.document.frame import Document

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LETTERS = st.sampled_from("aĐộ 1.)-+=#>*_`~[](){}<>&;!|\\:$\"'/\n\t😀\u00a0\u0301x")
WORDS = st.text(LETTERS, min_size=1, max_size=12)
RUNS = st.lists(st.builds(Text, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=4)
HOSTILE = (
    "# a",
    "1. a",
    "- a",
    "+ a",
    "> a",
    "a\n---",
    "a\n===",
    "    a",
    "```",
    "<b>a</b>",
    "&lt;",
)
MARKS = {
    "strong_open": (1, 0),
    "strong_close": (-1, 0),
    "em_open": (0, 1),
    "em_close": (0, -1),
    "<strong>": (1, 0),
    "</strong>": (-1, 0),
    "<em>": (0, 1),
    "</em>": (0, -1),
}


def write(document: Document) -> str:
    out = io.BytesIO()
    WRITERS["md"].write(document, out, b"")
    return out.getvalue().decode()


def inline(text: str, kinds: list[str]) -> Token:
    """The only inline token of a text whose blocks are of these kinds."""
    tokens = READER.parse(text)
    assert [token.type for token in tokens] == kinds
    return tokens[1]


def signs(token: Token) -> list[tuple[str, bool, bool]]:
    """Every sign but white space, whether it is bold, whether it leans."""
    found, bold, lean = [], 0, 0
    for child in token.children or ():
        name = child.content if child.type == "html_inline" else child.type
        if name in MARKS:
            bold, lean = bold + MARKS[name][0], lean + MARKS[name][1]
        elif name not in {"softbreak", "hardbreak", "<br>"}:
            assert child.type == "text", child
            found += [(sign, bold > 0, lean > 0) for sign in child.content]
    return [one for one in found if not one[0].isspace()]


def wanted(runs: list[Text]) -> list[tuple[str, bool, bool]]:
    return [(s, r.bold, r.italic) for r in runs for s in r.text if not s.isspace()]


@given(RUNS)
def test_a_paragraph_is_read_back_with_its_looks(runs: list[Text]) -> None:
    text = flowing(runs)
    if not wanted(runs):
        return
    kinds = ["paragraph_open", "inline", "paragraph_close"]
    assert signs(inline(text, kinds)) == wanted(runs)


@given(WORDS)
def test_a_heading_and_a_cell_are_read_back(words: str) -> None:
    if not words.strip():
        return
    kinds = ["heading_open", "inline", "heading_close"]
    assert signs(inline(f"# {one_line(words)}", kinds)) == wanted([Text(words)])
    content = Table("t", (Column("a", "A", 1), Column("b", "B", 1)), (Row((Cell(words), Cell(1))),))
    tokens = READER.parse("\n\n".join(table(content)))
    cells = [one for one in tokens if one.type == "inline"]
    assert [signs(one) for one in cells][2:] == [wanted([Text(words)]), wanted([Text("1")])]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_markup_stays_text(words: str) -> None:
    token = inline(flowing((Text(words),)), ["paragraph_open", "inline", "paragraph_close"])
    assert signs(token) == wanted([Text(words)])


@pytest.mark.parametrize("of", ["plan", "letter", "minutes"])
def test_a_whole_document(
    of: str, request: pytest.FixtureRequest, golden: Callable[[str, str], None]
) -> None:
    golden(f"md/{of}.md", write(request.getfixturevalue(of)))


def test_dashes_are_one_list_and_an_empty_table_a_sentence(plan: Document) -> None:
    dashes = tuple(Paragraph(Role.DASH, (Text(f"a\n{n}"),), "-") for n in range(2))
    empty = Table("t", (Column("a", "A", 1),), (), empty="(Chưa có)", caption="Tên")
    text = write(replace(plan, blocks=(*dashes, empty)))
    assert "\n\n- a\\\n  0\n- a\\\n  1\n\n**Tên**\n\n*(Chưa có)*\n\n" in text


def test_stamps_and_address_are_there(letter: Document) -> None:
    assert isinstance(letter.frame, LetterFrame)
    marks = Marks(Urgency.FLASH, Circulation.TO_BE_RETURNED)
    frame = replace(letter.frame, marks=marks, address="1. Hùng Vương")
    text = write(replace(letter, frame=frame))
    assert "**HỎA TỐC**\\\n**XEM XONG TRẢ LẠI**\n" in text
    assert "\n\n1\\. Hùng Vương\n" in text


def test_a_control_character_is_refused_with_its_place(plan: Document) -> None:
    block = Paragraph(Role.BODY, (Text("a\x07b"),), line=12)
    with pytest.raises(OutputError, match=r"Đoạn 1 \(dòng 12 của bản thảo\).*U\+0007"):
        write(replace(plan, blocks=(block,)))
