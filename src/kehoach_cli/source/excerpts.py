"""Where an excerpt stands in a text: the same counting for who names a place and who looks it up.

Words count, not the kind of space between them: a file may break a line where the value has a
blank. Places that overlap all count («aa» stands twice in «aaa»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile


def occurrences(excerpt: str, text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of each, in their order; none of an excerpt without words."""
    words = excerpt.split()
    if not words:
        return
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = pattern.search(text)
    while found:
        yield found.span()
        found = pattern.search(text, found.start() + 1)


def nth_of(excerpt: str, text: str, start: int) -> int:
    """How many stand before the one that begins at ``start``."""
    return sum(1 for _ in takewhile(lambda span: span[0] < start, occurrences(excerpt, text)))


def stretch_of(excerpt: str, text: str, nth: int) -> tuple[int, int] | None:
    """Beginning and end of the ``nth`` (from 0); None where there are not so many."""
    return next(islice(occurrences(excerpt, text), nth, None), None)
