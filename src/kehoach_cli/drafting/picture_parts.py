"""Pictures that would not fit on a page: their rows in parts, each named in its caption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")


def in_parts(rows: Sequence[Row], most: int) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The rows in parts as even as they can be, of ``most`` at most.

    Each comes with the end of its caption, «, phần 1/2», which is "" for the only one.
    """
    count = -(-len(rows) // most)
    size = -(-len(rows) // count) if count else 0
    return tuple(
        (f", phần {n + 1}/{count}" if count > 1 else "", tuple(rows[n * size : (n + 1) * size]))
        for n in range(count)
    )
