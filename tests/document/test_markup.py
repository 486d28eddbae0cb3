from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.blocks import Block, PageBreak, Paragraph, Role, Text
from kehoach_cli.document.inlines import escape, plain, read_inlines, unescape
from kehoach_cli.document.markup import Directive, MarkupFault, Parsed, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = st.text(st.sampled_from('#>-:.)(*\\"=1a đ\n\t\u00a0\u2028x'), max_size=30)


def nothing(directive: Directive) -> Sequence[Block]:
    raise AssertionError(directive)


def read(text: str, first_level: int = 1) -> Parsed:
    return parse(text, nothing, first_level=first_level)


def told(text: str, first_level: int = 1) -> list[tuple[str, str, str]]:
    return [
        (block.role.value, block.number, plain(block.inlines))
        for block in read(text, first_level).blocks
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize(
    ("line", "role", "number", "text"),
    [
        ("Văn bản thường.", "body", "", "Văn bản thường."),
        ("# Mục đích", "section", "", "Mục đích"),
        ("1. Chủ trì.", "numbered", "1.", "Chủ trì."),
        ("3.1. Về phía tỉnh", "numbered", "3.1.", "Về phía tỉnh"),
        ("đ) Bố trí nguồn lực.", "point", "đ)", "Bố trí nguồn lực."),
        ("- Các sở, ban, ngành;", "dash", "-", "Các sở, ban, ngành;"),
        ("> Số liệu tạm tính.", "note", "", "Số liệu tạm tính."),
        ("2026. Một câu bắt đầu bằng năm.", "body", "", "2026. Một câu bắt đầu bằng năm."),
        ("-5 độ", "body", "", "-5 độ"),
        ("ab) không phải điểm", "body", "", "ab) không phải điểm"),
        (r"\- không phải gạch đầu dòng", "body", "", "- không phải gạch đầu dòng"),
        (r"C:\thu-muc", "body", "", r"C:\thu-muc"),
    ],
)
def test_a_line_is_what_its_first_sign_says(line: str, role: str, number: str, text: str) -> None:
    assert told(line) == [(role, number, text)]
    assert read(line).problems == ()


def test_soft_wrapped_lines_join_and_a_blank_line_parts() -> None:
    assert told("Một\n  hai\n\nba\n- bốn\nnăm\r\n\r\n> sáu\n> bảy\n>\n> tám") == [
        ("body", "", "Một hai"),
        ("body", "", "ba"),
        ("dash", "-", "bốn năm"),
        ("note", "", "sáu bảy"),
        ("note", "", "tám"),
    ]


def test_a_heading_is_one_line() -> None:
    assert told("## A\nB", first_level=1) == [("clause", "", "A"), ("body", "", "B")]


def test_the_first_level_moves_all_headings() -> None:
    assert told("# A\n## B\n### C", first_level=2) == [
        ("clause", "", "A"),
        ("subclause", "", "B"),
        ("point-title", "", "C"),
    ]


def test_blocks_keep_the_line_they_came_from() -> None:
    blocks = read("# A\n\nB\nB\n\nC").blocks
    assert [block.line for block in blocks if isinstance(block, Paragraph)] == [1, 3, 6]


def test_three_dashes_break_the_page() -> None:
    assert read("A\n---\nB").blocks[1] == PageBreak()


def test_emphasis_may_nest_and_cross() -> None:
    assert read_inlines("a **b *c** d*") == (
        (
            Text("a "),
            Text("b ", bold=True),
            Text("c", bold=True, italic=True),
            Text(" d", italic=True),
        ),
        "",
    )


def test_a_directive_gets_its_words_and_line() -> None:
    seen: list[Directive] = []

    def note(directive: Directive) -> Sequence[Block]:
        seen.append(directive)
        return (PageBreak(), Paragraph(Role.BODY, (Text("từ bảng"),)))

    parsed = parse('A\n::: bang-cam-ket doi-tac=mobifone\\-dl ten="Sở \\"X\\" = Y"\n::: ky', note)
    assert seen == [
        Directive("bang-cam-ket", {"doi-tac": "mobifone-dl", "ten": 'Sở "X" = Y'}, 2),
        Directive("ky", {}, 3),
    ]
    assert len(parsed.blocks) == 5
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "kind", "line", "args"),
    [
        ("a\n\n**b", MarkupFault.EMPHASIS_OPEN, 3, {"mark": "**"}),
        ("5 * 3", MarkupFault.EMPHASIS_OPEN, 1, {"mark": "*"}),
        ("#", MarkupFault.HEADING_EMPTY, 1, {}),
        ("#Mục", MarkupFault.HEADING_NO_SPACE, 1, {"text": "Mục"}),
        ("# A\n### B", MarkupFault.HEADING_SKIPS, 2, {"marks": 3, "expected": 2}),
        ("##### A", MarkupFault.HEADING_TOO_DEEP, 1, {"marks": 5, "deepest": 4}),
        (":::", MarkupFault.DIRECTIVE_MALFORMED, 1, {"text": ":::"}),
        ("::: bang hai từ", MarkupFault.DIRECTIVE_MALFORMED, 1, {"text": "::: bang hai từ"}),
    ],
)
def test_a_fault_has_its_line_and_words(
    text: str, kind: MarkupFault, line: int, args: dict[str, object]
) -> None:
    problem = read(text).problems[0]
    assert (problem.kind, problem.line, problem.args) == (kind, line, args)


def test_a_heading_with_a_fault_is_still_a_heading() -> None:
    assert told("#Mục\n##### Sâu") == [("section", "", "Mục"), ("point-title", "", "Sâu")]
    assert told("##") == []


@given(st.text() | MARKS)
def test_an_escaped_value_is_one_paragraph_with_the_same_words(value: str) -> None:
    parsed = read(escape(value))
    assert parsed.problems == ()
    words = plain_words(value)
    if not words:
        assert parsed.blocks == ()
        return
    (paragraph,) = parsed.blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.role, paragraph.number) == (Role.BODY, "")
    assert plain(paragraph.inlines) == words


@given(MARKS, MARKS)
def test_values_side_by_side_stay_text(one: str, two: str) -> None:
    parsed = read(escape(one) + escape(two))
    assert all(isinstance(b, Paragraph) and b.role is Role.BODY for b in parsed.blocks)
    assert len(parsed.blocks) <= 1
    assert parsed.problems == ()


@given(MARKS)
def test_an_escaped_value_in_a_directive_comes_back(value: str) -> None:
    seen: list[Directive] = []

    def note(directive: Directive) -> Sequence[Block]:
        seen.append(directive)
        return ()

    parse(f'::: bang ten="{escape(value)}"', note)
    assert seen[0].args["ten"] == unescape(escape(value))
    assert seen[0].args["ten"].split() == value.split()


@given(st.text() | MARKS)
def test_reading_never_raises(text: str) -> None:
    parse(text, lambda _: ())


def test_no_value_is_no_text_and_a_figure_is_its_figures() -> None:
    assert escape(None) == ""
    assert told(f"Có {escape(12)} nhiệm vụ") == [("body", "", "Có 12 nhiệm vụ")]


def plain_words(value: str) -> str:
    """White space but the no-break spaces made single spaces, none at the ends."""
    kept = "".join(" " if c in " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029" else c for c in value)
    return " ".join(word for word in kept.split(" ") if word)
