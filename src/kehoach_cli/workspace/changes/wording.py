"""Where two texts differ, line by line; the same pairs from whichever side one looks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

Pair = tuple[str | None, str | None]
"""A line before and after; None where one side has none."""


def differing_lines(old: str, new: str) -> list[Pair]:
    """The lines that differ, in their order; blank lines and the spaces of layout do not count.

    ``SequenceMatcher`` gives other blocks when its sides are swapped, so the lesser text always
    stands first in it.
    """
    before, after = _lines(old), _lines(new)
    if before <= after:
        return list(_pairs(before, after))
    return [(mine, theirs) for theirs, mine in _pairs(after, before)]


def _lines(text: str) -> list[str]:
    return [said for line in text.splitlines() if (said := " ".join(line.split()))]


def _pairs(first: list[str], second: list[str]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for tag, start, end, begin, finish in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(first[start:end], second[begin:finish])
