"""Pictures that would not fit on a page: their rows in parts, each named in its caption.

How high a row comes out is only estimated here; the writers draw it as high as it needs to be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from kehoach_cli.document.pictures import Bar, Lane

Row = TypeVar("Row", Bar, Lane)

PAGE_MM = 170.0
"""Room for the rows of one picture: an A4 page without the head of an annex, key and caption."""

_HEADING_MM = 10.0
_STEP_MM = 10.0


def in_parts(
    rows: Sequence[Row], height_mm: Callable[[Row], float]
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The rows in as few parts as pages need, about as high as each other.

    Each comes with the end of its caption, «, phần 1/2», which is "" for the only one.
    """
    limit = PAGE_MM
    parts = _filled(rows, height_mm, limit)
    while limit > _STEP_MM:
        limit -= _STEP_MM
        lower = _filled(rows, height_mm, limit)
        if len(lower) > len(parts):
            break
        parts = lower
    count = len(parts)
    return tuple(
        (f", phần {place}/{count}" if count > 1 else "", tuple(part))
        for place, part in enumerate(parts, start=1)
    )


def _filled(
    rows: Sequence[Row], height_mm: Callable[[Row], float], limit: float
) -> list[list[Row]]:
    """Each part as full as ``limit`` mm allow; a row that is higher has a part of its own."""
    parts: list[list[Row]] = []
    used = 0.0
    for row in rows:
        above = parts[-1][-1].group if parts else None
        alone = height_mm(row) + (_HEADING_MM if row.group else 0)
        more = height_mm(row) if row.group == above else alone
        if parts and used + more <= limit:
            parts[-1].append(row)
            used += more
        else:
            parts.append([row])
            used = alone
    return parts
