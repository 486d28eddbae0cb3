from __future__ import annotations

import gc
from collections.abc import Callable
from typing import cast

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import Fault, Place, Related, Span
from kehoach_cli.source.characters import MAX_FAULTS_OF_A_KIND
from kehoach_cli.source.events import EventSource, open_events
from kehoach_cli.source.fold import MAX_DEPTH, Data, Folded, fold
from kehoach_cli.source.folding import fold_events
from kehoach_cli.source.pausing import collector_paused
from kehoach_cli.source.syntax import REFUSALS, syntax_faults


def pure(text: str) -> EventSource:
    return cast("EventSource", yaml.SafeLoader(text))


PARSERS = pytest.mark.parametrize("opener", [open_events, pure])
Opener = Callable[[str], EventSource]


def data(text: str) -> Data:
    folded = fold(text, "a.yaml")
    assert folded.faults == ()
    return folded.data


def fault_of(text: str, opener: Opener = open_events) -> Fault:
    folded = fold_events(text, "a.yaml", opener)
    assert folded.is_broken
    assert folded.data is None
    (fault,) = folded.faults
    assert fault.kind in {"yaml-syntax", "yaml-alias", "nested-too-deep"}
    return fault


def opens_at(fault: Fault) -> tuple[int, int]:
    assert fault.place.span is not None
    return fault.place.span.line, fault.place.span.column


@pytest.mark.parametrize(
    "typed", ["092", "1.10", "12:30", "on", "yes", "2026-01-01", "1_000", "0x1F", "Null", "TRUE"]
)
def test_what_other_loaders_guess_stays_text(typed: str) -> None:
    assert data(f"a: {typed}") == {"a": typed}


@pytest.mark.parametrize(
    ("typed", "value"), [("null", None), ("~", None), ("", None), ("true", True), ("false", False)]
)
def test_null_and_truth_are_the_only_values_that_are_not_text(typed: str, value: object) -> None:
    assert data(f"a: {typed}\nb: [x, {typed or '~'}]") == {"a": value, "b": ["x", value]}
    assert data(f"a: '{typed}'\nb: ['{typed}']") == {"a": typed, "b": [typed]}


def test_a_file_may_hold_one_value_or_none() -> None:
    assert (data(""), data("# chỉ có ghi chú\n"), data("---\nx"), data("~")) == (
        None,
        None,
        "x",
        None,
    )


def test_lists_and_maps_nest() -> None:
    assert data("- a: [1, {b: []}]\n  c: {}\n- - x\n") == [
        {"a": ["1", {"b": []}], "c": {}},
        ["x"],
    ]


def test_a_key_that_looks_like_a_number_is_text() -> None:
    assert data("123: a\n'null': b\n'<<': c\n") == {"123": "a", "null": "b", "<<": "c"}


def test_of_doubled_keys_the_first_is_kept_and_the_second_is_a_fault() -> None:
    folded = fold("tasks:\n  - x\n  - due: a\n    due: b\n    due: [c]\n", "a.yaml")
    assert folded.data == {"tasks": ["x", {"due": "a"}]}
    related = (Related(Place("a.yaml", ("tasks", 1, "due"), on="key"), "khai báo lần đầu ở đây"),)
    assert folded.faults == tuple(
        Fault(
            "duplicate-key",
            Place("a.yaml", span=Span("a.yaml", line, 5, line, 8)),
            {"key": "due"},
            related,
        )
        for line in (4, 5)
    )
    assert not folded.is_broken


def test_a_doubled_key_of_the_outermost_map_has_a_path_of_one() -> None:
    (fault,) = fold("a: {b: 1}\na: 2\n", "a.yaml").faults
    assert fault.related[0].place.path == ("a",)


def test_a_thousand_doubled_keys_are_said_twenty_times() -> None:
    assert len(fold("a: 1\n" * 1000, "a.yaml").faults) == MAX_FAULTS_OF_A_KIND


@PARSERS
@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("a: *x\n", "alias", (1, 4)),
        ("a: &x 1\n", "anchor", (1, 4)),
        ("a: &x [1]\n", "anchor", (1, 4)),
        ("a: !!int 1\n", "tag", (1, 4)),
        ("a: !x {b: 1}\n", "tag", (1, 4)),
        ("a:\n  <<: {b: 1}\n", "merge", (2, 3)),
        ("? [a]\n: b\n", "key", (1, 3)),
        ("{a: 1, ~: b}\n", "key", (1, 8)),
        ("true: b\n", "key", (1, 1)),
        ("a: 1\n---\nb: 2\n", "document", (2, 1)),
        ("[" * 65 + "]" * 65, "depth", (1, MAX_DEPTH + 1)),
    ],
)
def test_lawful_yaml_that_plans_do_not_need_is_refused(
    text: str, reason: str, place: tuple[int, int], opener: Opener
) -> None:
    fault = fault_of(text, opener)
    assert fault.args == {"problem": REFUSALS[reason]}
    assert opens_at(fault) == place


def test_depth_up_to_the_limit_is_read() -> None:
    assert data("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


@pytest.mark.parametrize("typed", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_does_not_blow_the_stack(typed: str) -> None:
    assert fold(typed * 100_000, "a.yaml").is_broken


def test_an_alias_bomb_goes_off_nowhere() -> None:
    bomb = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    assert opens_at(fault_of(bomb)) == (1, 4)


@PARSERS
@pytest.mark.parametrize(
    ("text", "place", "seen"),
    [
        ("a: x\nb: 'chưa đóng\nc: 1\nd: 2\n", (2, 4), (5, 1)),
        ('a: "chưa đóng\nb: "x"\nc: 1\n', (1, 4), (2, 5)),
        ("a: [x,\n  y\nb: 1\n", (1, 4), (3, 2)),
        ("a: [x,\n", (1, 4), (2, 1)),
        ("a: {x: 1\nb: 1\n", (1, 4), (2, 2)),
        ("a: 1\nb\nc: 2\n", (2, 1), (3, 1)),
    ],
)
def test_a_syntax_fault_stands_at_its_opening(
    text: str, place: tuple[int, int], seen: tuple[int, int], opener: Opener
) -> None:
    fault = fault_of(text, opener)
    assert opens_at(fault) == place
    span = fault.related[0].place.span
    assert span is not None
    assert (span.line, span.column) == seen


@PARSERS
@pytest.mark.parametrize(
    ("text", "place"),
    [("a: b: c\n", (1, 5)), ("a: [x y: ]]\n", (1, 11)), ("a: 1\n  b: 2\n", (2, 3)), ("@a", (1, 1))],
)
def test_a_fault_without_an_opening_stands_where_it_is(
    text: str, place: tuple[int, int], opener: Opener
) -> None:
    fault = fault_of(text, opener)
    assert opens_at(fault) == place
    assert fault.related == ()


@PARSERS
def test_tabs_that_indent_are_named_one_by_one(opener: Opener) -> None:
    folded = fold_events("a: |\n  x\n  \ty\nb:\n\t- c\n  \t- d\n", "a.yaml", opener)
    assert folded.is_broken
    assert [(fault.kind, fault.args, fault.place.span) for fault in folded.faults] == [
        (
            "forbidden-character",
            {"name": "dấu tab dùng để thụt lề", "codepoint": "U+0009"},
            Span("a.yaml", line, column, line, column + 1),
        )
        for line, column in ((5, 1), (6, 3))
    ]


def test_a_tab_inside_a_block_of_text_is_content() -> None:
    assert data("a: |\n  x\n  \ty\n") == {"a": "x\n\ty\n"}


def test_an_escape_beyond_unicode_is_a_fault_with_either_parser() -> None:
    for opener in (open_events, pure):
        assert fold_events('a: "\\UFFFFFFFF"', "a.yaml", opener).is_broken


def test_an_error_without_a_mark_stands_at_the_beginning() -> None:
    (fault,) = syntax_faults(
        yaml.reader.ReaderError("a", 3, 7, "utf-8", "special characters are not allowed"),
        "a",
        "a.yaml",
        None,
        (),
    )
    assert opens_at(fault) == (1, 1)


def test_the_collector_is_switched_on_again_only_where_it_was_on() -> None:
    assert gc.isenabled()
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


TEXT = st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=12)
VALUES = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)
)


@settings(deadline=None)
@given(VALUES, st.booleans())
def test_any_values_come_back_as_with_the_plain_loader(value: object, flow: bool) -> None:  # noqa: FBT001 - drawn
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, default_style="'")
    text = text.replace("!!str ", "")
    assume("? " not in text)
    assert fold(text, "a.yaml") == Folded(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - text only


@settings(deadline=None)
@given(st.text(alphabet="ab: -[]{}'\"|>&*!%#?,\n~", max_size=40))
def test_both_parsers_give_the_same_values(text: str) -> None:
    fast, slow = fold(text, "a.yaml"), fold_events(text, "a.yaml", pure)
    if not fast.is_broken and not slow.is_broken:
        assert fast == slow
