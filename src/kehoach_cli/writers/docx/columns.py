"""How wide the columns of a table are: their shares, but no day, figure or word cut in two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from kehoach_cli.document.blocks import Cell, Table
from kehoach_cli.document.cells import cell_text

_LONGEST = 1701
"""Twips of the longest word that widens its column (3 cm); a longer one, an address, is cut."""

Measure = Callable[[str], int]


def widths(content: Table, room: int, measure: Measure, padding: int) -> tuple[int, ...]:
    """Column widths in twips that together are ``room``.

    Each has its share, or more where its longest word wants it, which the others then give in their
    shares. ``measure`` gives the twips of a word in bold, ``padding`` those beside it in a cell.
    """
    shares = [column.width_mm for column in content.columns]
    least = [_longest(words, measure) + padding for words in _words(content)]
    if sum(least) >= room:
        return _divided(least, room)
    wide: set[int] = set()
    while True:
        given = room - sum(least[i] for i in wide)
        total = sum(share for i, share in enumerate(shares) if i not in wide)
        narrow = {
            i
            for i, share in enumerate(shares)
            if i not in wide and given * share / total < least[i]
        }
        if not narrow:
            break
        wide |= narrow
    exact = [least[i] if i in wide else given * share / total for i, share in enumerate(shares)]
    return _divided(exact, room)


def _divided(parts: Sequence[float], room: int) -> tuple[int, ...]:
    """``room`` in whole twips, in the proportions of ``parts``."""
    edges = [0.0, *accumulate(parts)]
    return tuple(
        round(room * right / edges[-1]) - round(room * left / edges[-1])
        for left, right in pairwise(edges)
    )


def _longest(words: set[str], measure: Measure) -> int:
    return max((width for word in words if (width := measure(word)) <= _LONGEST), default=0)


def _words(content: Table) -> list[set[str]]:
    """The words of each column, its heading's among them; those of merged cells do not count."""
    counted = [
        [cell_text(cell) for cell in row.cells]
        for row in content.rows
        if not row.group
        and len(row.cells) == len(content.columns)
        and not any(map(_is_merged, row.cells))
    ]
    titles = [column.title for column in content.columns]
    return [set("\n".join(texts).split()) for texts in zip(titles, *counted, strict=True)]


def _is_merged(cell: Cell) -> bool:
    return cell.columns > 1
