from __future__ import annotations

from typing import Literal, cast

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import DataPath, Place, Span
from kehoach_cli.source.events import EventSource
from kehoach_cli.source.fold import MAX_DEPTH, Data, fold
from kehoach_cli.source.layout import Layout
from kehoach_cli.source.spans import Locator, SpanMap, span_map

PLAN = """\
tasks:
  - id: mf-01
    title: "Xây dựng nền tảng"   # ghi chú
    support: [mobifone, so-tc]
  - id: mf-02
    text: |
      Dòng một
      Dòng hai

    folded: >-
      một câu dài
      gãy dòng, một câu
    none:

last: {a: [b: c , d], e: f}
"""


def pure(text: str) -> EventSource:
    return cast("EventSource", yaml.SafeLoader(text))


def typed(text: str, spans: SpanMap, path: DataPath, on: Literal["key", "value"] = "value") -> str:
    line, column, end_line, end_column = spans[path, on]
    lines = text.split("\n")[line - 1 : end_line]
    lines[-1] = lines[-1][: end_column - 1]
    lines[0] = lines[0][column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (("tasks", 0, "title"), '"Xây dựng nền tảng"'),
        (("tasks", 0, "support"), "[mobifone, so-tc]"),
        (("tasks", 0, "support", 1), "so-tc"),
        (("tasks", 1, "text"), "|\n      Dòng một\n      Dòng hai"),
        (("tasks", 1, "folded"), ">-\n      một câu dài\n      gãy dòng, một câu"),
        (("tasks", 1, "none"), ""),
        (("last",), "{a: [b: c , d], e: f}"),
        (("last", "a"), "[b: c , d]"),
        (("last", "a", 0), "b: c"),
        ((), PLAN.removesuffix("\n")),
    ],
)
def test_a_span_covers_what_was_typed(path: DataPath, source: str) -> None:
    assert typed(PLAN, span_map(PLAN), path) == source


def test_a_collection_ends_with_its_last_child() -> None:
    spans = span_map(PLAN)
    assert spans[("tasks", 0), "value"] == (2, 5, 4, 31)
    assert spans[("tasks",), "value"] == (2, 3, 13, 10)


def test_both_parsers_give_the_same_spans() -> None:
    assert span_map(PLAN) == span_map(PLAN, pure)


def test_columns_count_code_points() -> None:
    composed, decomposed = "ế: ế x", "e\u0302\u0301: e\u0302\u0301 x"
    assert span_map(composed)[("ế",), "value"] == (1, 4, 1, 7)
    assert span_map(decomposed)[("e\u0302\u0301",), "value"] == (1, 6, 1, 11)


def test_windows_line_ends_do_not_move_anything() -> None:
    assert span_map(PLAN.replace("\n", "\r\n")) == span_map(PLAN)


def test_of_doubled_keys_the_first_is_placed() -> None:
    spans = span_map("a: [1]\na: {b: 2}\n")
    assert spans[("a",), "key"] == (1, 1, 1, 2)
    assert spans[("a",), "value"] == (1, 4, 1, 7)


def test_a_broken_text_has_spans_up_to_its_fault() -> None:
    assert span_map("a: 1\nb: [\n")[("a",), "value"] == (1, 4, 1, 5)
    assert (("b",), "value") not in span_map("a: *x\nb: 1\n")
    assert len(span_map("[" * 1000)) == MAX_DEPTH + 1


@pytest.mark.parametrize("text", ["a: |\n", "a: |", "a: |\n  x", "a: >\n\n\n", "- |\n  x\n\n\n- y"])
def test_a_block_of_text_ends_with_its_last_line(text: str) -> None:
    for line, _, end_line, end_column in span_map(text).values():
        assert line <= end_line
        assert end_column - 1 <= len(text.split("\n")[end_line - 1])
        assert text.split("\n")[end_line - 1].strip()


def paths(value: Data, path: DataPath = ()) -> list[tuple[DataPath, Data]]:
    below: list[tuple[DataPath, Data]] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            below += paths(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            below += paths(inner, (*path, index))
    return [(path, value), *below]


TEXT = st.text(alphabet="aếđ: -,'\"#[]x", min_size=1, max_size=8)
VALUES = st.recursive(
    TEXT,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(TEXT, inner, min_size=1, max_size=3)
    ),
)


@settings(deadline=None)
@given(VALUES, st.sampled_from([True, False, None]))
def test_what_a_span_covers_reads_back_as_the_same_value(value: Data, flow: bool | None) -> None:  # noqa: FBT001 - drawn
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, width=10_000)
    assume("? " not in text)
    folded, spans = fold(text, "a.yaml"), span_map(text)
    assert not folded.is_broken
    for path, inner in paths(folded.data):
        column = spans[path, "value"][1]
        source = " " * (column - 1) + typed(text, spans, path)
        assert fold(source, "a.yaml").data == inner


def locator(text: str = PLAN, file: str = "a.yaml") -> Locator:
    return Locator({file: text}.__getitem__)


def at(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


def test_a_place_with_a_span_is_that_span() -> None:
    span = Span("a.yaml", 7, 7, 7, 8)
    assert locator().span(Place("a.yaml", ("x",), span=span)) is span


def test_a_place_is_its_value_or_its_key() -> None:
    assert at(locator().span(Place("a.yaml", ("tasks", 0, "id")))) == (2, 9, 2, 14)
    assert at(locator().span(Place("a.yaml", ("tasks", 0, "id"), on="key"))) == (2, 5, 2, 7)


def test_an_item_has_no_key_and_is_placed_as_a_value() -> None:
    assert at(locator().span(Place("a.yaml", ("tasks", 0), on="key"))) == (2, 5, 4, 31)


@pytest.mark.parametrize("path", [("tasks", 0, "due"), ("tasks", 0, "due", 3, "x")])
def test_a_missing_key_points_at_its_nearest_ancestor(path: DataPath) -> None:
    for place in (Place("a.yaml", path), Place("a.yaml", path, on="key", excerpt="mf-01")):
        assert at(locator().span(place)) == (2, 5, 4, 31)


def test_what_is_behind_the_sign_of_a_text_is_no_part_of_it() -> None:
    texts = locator("text: | # câu\n  câu\n")
    span = texts.span(Place("a.yaml", ("text",), excerpt="u"))
    assert (span.file, at(span)) == ("a.yaml", (2, 5, 2, 6))


def test_an_excerpt_is_looked_for_in_its_value_alone() -> None:
    place = Place("a.yaml", (0,), excerpt="a", nth=1)
    assert at(locator("[a,a]\n").span(place)) == (1, 2, 1, 3)


@pytest.mark.parametrize("path", [(2,), ("x",), (0, 0), (1, "b"), (1, 0)])
def test_a_way_ends_where_the_file_does(path: DataPath) -> None:
    assert len(Layout("- x\n- a: 1\n").chain(path)) == len(path)


def test_a_key_that_the_file_lacks_points_at_all_of_it() -> None:
    assert at(locator().span(Place("a.yaml", ("zz",)))) == span_map(PLAN)[(), "value"]
    assert at(locator().span(Place("a.yaml", ("tasks", 9)))) == span_map(PLAN)[("tasks",), "value"]


@pytest.mark.parametrize(
    ("path", "excerpt", "nth", "stretch"),
    [
        (("tasks", 0, "title"), "nền", 0, (3, 22, 3, 25)),
        (("tasks", 1, "text"), "Dòng", 1, (8, 7, 8, 11)),
        (("tasks", 1, "folded"), "một câu", 1, (12, 17, 12, 24)),
        (("tasks", 1, "folded"), "dài gãy", 0, (11, 15, 12, 10)),
        (("tasks", 1, "folded"), "không có", 0, (10, 13, 12, 24)),
        (("tasks", 1, "text"), "Dòng", 2, (6, 11, 8, 15)),
        ((), "so-tc", 0, (4, 25, 4, 30)),
    ],
)
def test_an_excerpt_narrows_the_place(
    path: DataPath, excerpt: str, nth: int, stretch: tuple[int, int, int, int]
) -> None:
    assert at(locator().span(Place("a.yaml", path, excerpt=excerpt, nth=nth))) == stretch


def test_a_file_without_data_is_placed_at_its_beginning_or_by_excerpt() -> None:
    texts = locator("# Một\nhai ba\n", "issued.md")
    assert at(texts.span(Place("issued.md"))) == (1, 1, 1, 1)
    assert at(texts.span(Place("issued.md", excerpt="ba"))) == (2, 5, 2, 7)
    assert at(texts.span(Place("issued.md", excerpt="#"))) == (1, 1, 1, 2)
    assert at(texts.span(Place("issued.md", excerpt="không có"))) == (1, 1, 3, 1)
    assert at(locator("ba").span(Place("a.yaml", excerpt="bốn"))) == (1, 1, 1, 3)
    assert at(locator("").span(Place("a.yaml", ("x",)))) == (1, 1, 1, 1)


def test_lines_are_those_of_an_editor_and_safe_to_show() -> None:
    shown = locator("\ufeffmột\x1b[31m\r\nhai")
    assert [shown.line("a.yaml", number) for number in (0, 1, 2, 3)] == ["", "một [31m", "hai", ""]
