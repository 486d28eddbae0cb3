"""A match in a value is shown at its own words in the file, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.diagnostics import Place, Span
from kehoach_cli.rules.prose import excerpt_at
from kehoach_cli.source.excerpts import nth_of, occurrences, stretch_of
from kehoach_cli.source.fold import fold
from kehoach_cli.source.spans import Locator

FILE = "data/a.yaml"
TEXTS = st.text("ab \n", min_size=1, max_size=24)
PATTERNS = st.sampled_from(
    [
        *("aa", "aba", "a(?=b)", "(?<=a)aa", "(?<=b)a", r"b\s+a", r"(?<=a )a\s+a", r"\s*a\b"),
        *(r"a\s*", r"(?<=\n)a", r"(?:a|b\s)+", r"a\sa\sa", r"(?<=a\s)a\sa"),
    ]
)


def spans_of(file: str, value: str, pattern: str) -> Iterator[tuple[re.Match[str], Span]]:
    """Every match of a pattern that says something, and its place in the file."""
    locator = Locator(lambda _: file)
    for match in re.finditer(pattern, value):
        if match[0].strip():
            yield match, locator.span(excerpt_at(Place(FILE, ("text",)), value, match))


@given(TEXTS, PATTERNS)
@example("aaa", "(?<=a)aa")
@example("a a a", r"(?<=a )a\s+a")
@example("ba\nab a", r"(?<=b)a")
def test_in_a_block_of_text_it_stands_where_it_was_found(value: str, pattern: str) -> None:
    file = "text: |2- # aa aba b a\n" + "".join(f"  {line}\n" for line in value.split("\n"))
    if fold(file, FILE).data != {"text": value}:  # blank lines at its end are no text
        return
    for match, span in spans_of(file, value, pattern):
        words = match[0].strip()
        start = match.start() + match[0].index(words)
        at = [edge(value, offset) for offset in (start, start + len(words))]
        assert [(span.line, span.column), (span.end_line, span.end_column)] == at


def edge(value: str, offset: int) -> tuple[int, int]:
    """Where an offset in the value stands in the file, two letters in and below a line."""
    before = value[:offset]
    return before.count("\n") + 2, offset - before.rfind("\n") + 2


@given(TEXTS, PATTERNS)
def test_in_quotes_over_several_lines_the_words_are_the_same(value: str, pattern: str) -> None:
    typed = value.replace(" ", "\n   ")
    file = f'text: "{typed}"\n'
    data = fold(file, FILE).data
    assert isinstance(data, dict)
    held = str(data["text"])
    for match, span in spans_of(file, held, pattern):
        lines = file.split("\n")[span.line - 1 : span.end_line]
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        assert " ".join(lines).split() == match[0].split()


@given(TEXTS, TEXTS)
def test_each_place_is_found_again_by_its_number(excerpt: str, text: str) -> None:
    found = list(occurrences(excerpt, text))
    assert found == sorted(set(found))
    for number, span in enumerate(found):
        assert text[slice(*span)].split() == excerpt.split()
        assert nth_of(excerpt, text, span[0]) == number
        assert stretch_of(excerpt, text, number) == span
    assert stretch_of(excerpt, text, len(found)) is None


@pytest.mark.parametrize(
    ("excerpt", "text", "found"),
    [
        ("aa", "aaaa", [(0, 2), (1, 3), (2, 4)]),
        ("a b", "a\n  b a b", [(0, 5), (6, 9)]),
        (" ", "a b", []),
        ("", "a", []),
        ("a.c", "abc a.c", [(4, 7)]),
    ],
)
def test_places_that_overlap_all_count(
    excerpt: str, text: str, found: list[tuple[int, int]]
) -> None:
    assert list(occurrences(excerpt, text)) == found
