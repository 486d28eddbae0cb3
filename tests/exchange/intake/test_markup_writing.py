"""Whatever a paragraph says, the markup written of it says the same."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.diagnostics import Place
from kehoach_cli.document.blocks import Block, Paragraph
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.document.numbering import number
from kehoach_cli.exchange.intake.layout import file_text
from kehoach_cli.exchange.intake.lines import Line, tidy
from kehoach_cli.exchange.intake.marks import mark_of
from kehoach_cli.exchange.intake.markup import written
from kehoach_cli.exchange.intake.printed import Printed
from kehoach_cli.exchange.intake.proof import comparable
from kehoach_cli.exchange.intake.section_text import SectionText
from kehoach_cli.source.fold import fold

WORDS = st.sampled_from(
    [
        *("Sở", "Y", "tế", "chủ", "trì", "việc", "năm", "2026", "2030.", "dữ", "liệu;", "(kèm"),
        *("-", "–", "+", "*", "**", "#", "##", ">", ":::", "---", "1.", "1.1.", "2.", "a)", "đ)"),
        *("I.", "\\", "\\*", '"trích', "dẫn”", "x=1", ":", "…", "3.1", "(1)", "|", "_nghiêng_"),
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(lambda words: tidy(" ".join(words)))
LINES = st.lists(st.builds(Line, TEXTS, st.just("dòng 1")), min_size=1, max_size=6)


def nothing(_: Directive) -> Sequence[Block]:
    return ()


def said(markup: str) -> list[str]:
    blocks = number(parse(markup, nothing, first_level=2).blocks)
    return [
        comparable(f"{one.number} {plain(one.inlines)}")
        for one in blocks
        if isinstance(one, Paragraph)
    ]


@given(LINES)
@example([Line("1. Mục đích", "x"), Line("- 2026", "x"), Line("2. Yêu cầu", "x")])
def test_the_same_paragraphs_come_back(lines: list[Line]) -> None:
    markup = written(lines)
    assert said(markup) == [comparable(line.text) for line in lines]
    assert parse(markup, nothing, first_level=2).problems == ()


@given(LINES, TEXTS)
def test_a_paragraph_is_changed_alone(lines: list[Line], other: str) -> None:
    before = written(lines)
    text = SectionText(before)
    blocks = [
        one for one in parse(before, nothing, first_level=2).blocks if isinstance(one, Paragraph)
    ]
    first = blocks[0]
    excerpt = before.split("\n")[(first.line or 1) - 1].strip()
    ours = Printed(f"{first.number} {plain(first.inlines)}".strip(), None, first.number)
    if mark_of(other) is None and not first.number and not excerpt.startswith("#"):
        assert text.change(Place("x", excerpt=excerpt), ours, other)
        assert said(text.text()) == [comparable(other), *said(before)[1:]]


def test_a_directive_stays_where_it_is() -> None:
    text = SectionText("::: bang ten=nhiem-vu\n\nMột.\n::: bang ten=cam-ket\n\nHai.\n")
    text.change(Place("x", excerpt="Một."), Printed("Một."), "Ba.")
    text.remove(Place("x", excerpt="Hai."))
    assert text.text() == "::: bang ten=nhiem-vu\n\nBa.\n::: bang ten=cam-ket\n"


@given(st.dictionaries(st.sampled_from(["title", "intro", "note"]), TEXTS, min_size=1))
def test_what_is_written_as_yaml_reads_back(data: dict[str, str]) -> None:
    text = file_text({**data}, "Chú thích", {(key,): "chưa chắc" for key in data})
    assert fold(text, "").data == data
