"""Which names Windows takes, and where an excerpt stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.source.excerpts import nth_of, occurrences, stretch_of
from kehoach_cli.source.file_names import is_reserved, refused_by_windows


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("con", "device"),
        ("CON.yaml", "device"),
        ("nul .a.b", "device"),
        ("com0.txt", "device"),
        ("lpt9", "device"),
        ("conout$", "device"),
        ("a:b", "sign"),
        ("a?", "sign"),
        ("a\\b", "sign"),
        ("a\x1f.", "sign"),
        ("a.", "end"),
        ("a ", "end"),
        ("a.b", ""),
        ("aX", ""),
        ("con\u00a0.yaml", ""),
        ("com10", ""),
        ("kế hoạch.con", ""),
        ("", ""),
    ],
)
def test_windows_refuses_a_name_for_a_reason(name: str, reason: str) -> None:
    assert refused_by_windows(name) == reason
    assert is_reserved(name) is (reason == "device")


def test_an_excerpt_is_found_whatever_the_space_in_it() -> None:
    assert list(occurrences("một  câu", "một câu, một\n  câu")) == [(0, 7), (9, 18)]
    assert list(occurrences("aa", "aaa")) == [(0, 2), (1, 3)]
    assert list(occurrences("a.c", "abc a.c")) == [(4, 7)]
    assert list(occurrences(" ", "a b")) == []


def test_there_may_be_fewer_than_are_counted() -> None:
    assert stretch_of("a", "a a", 1) == (2, 3)
    assert stretch_of("a", "a a", 2) is None
    assert stretch_of("", "a a", 0) is None


@given(st.text("ab ", min_size=1, max_size=4), st.text("ab \n", max_size=30))
def test_who_counts_and_who_looks_up_agree(excerpt: str, text: str) -> None:
    found = list(occurrences(excerpt, text))
    assert [nth_of(excerpt, text, start) for start, _ in found] == list(range(len(found)))
    assert [stretch_of(excerpt, text, nth) for nth in range(len(found) + 1)] == [*found, None]
