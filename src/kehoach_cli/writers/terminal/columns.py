"""Which columns a screen has room for, and how wide each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from kehoach_cli.document.blocks import Column
from kehoach_cli.frozen import frozen

GAP = 2
"""Cells between two columns."""

_LONGEST_WORD = 20
"""Cells of the longest word that is not broken while there is room elsewhere."""
_SHORT = 15
"""Cells of a text that is not folded at all: a day, «còn 12 ngày»."""
_READABLE = 12
_READABLE_MAIN = 24
"""Cells under which a column of longer text is a ribbon: of any column, of the widest one."""
_EVEN = 60
"""Cells up to which the columns share the room in proportion to what they hold."""


@frozen
class Size:
    """Of a column: the fewest cells in which it can be read, and the most that it can fill."""

    floor: int
    natural: int


def main_column(columns: Sequence[Column]) -> int:
    """The one that holds the running text: the widest of those that yield last."""
    places = range(len(columns))
    return max(places, key=lambda index: (-columns[index].yields, columns[index].width_mm))


def size_of(texts: Sequence[str], *, is_main: bool) -> Size:
    """The size of a column that holds these texts, its heading among them."""
    natural = max((cell_len(line) for text in texts for line in text.split("\n")), default=0)
    if natural <= _SHORT:
        return Size(max(natural, 1), max(natural, 1))
    word = max((cell_len(word) for text in texts for word in text.split()), default=0)
    readable = min(natural, _READABLE_MAIN if is_main else _READABLE)
    return Size(max(min(word, _LONGEST_WORD), readable), natural)


def chosen(columns: Sequence[Column], sizes: Sequence[Size], width: int) -> tuple[int, ...] | None:
    """The columns that stand side by side in ``width`` cells, as many as can.

    None: there is no room for those that never yield.
    """
    for kept in _candidates(columns):
        if sum(sizes[index].floor for index in kept) + GAP * (len(kept) - 1) <= width:
            return kept
    return None


def _candidates(columns: Sequence[Column]) -> Iterator[tuple[int, ...]]:
    every = tuple(range(len(columns)))
    yield every
    ranks = {one.yields for one in columns}
    for rank in sorted(ranks - {0, min(ranks)}, reverse=True):
        yield tuple(index for index in every if columns[index].yields < rank)


def shared(sizes: Sequence[Size], width: int) -> list[int]:
    """The width of each column: what it can fill where there is room, else a fair part of it."""
    room = width - GAP * (len(sizes) - 1)
    widths = [size.floor for size in sizes]
    for most in (_EVEN, room):
        _grow(widths, [min(size.natural, most) for size in sizes], room)
    return widths


def _grow(widths: list[int], wanted: Sequence[int], room: int) -> None:
    """Give the spare cells to those that want more, in proportion to what they want."""
    wants = [max(0, most - width) for most, width in zip(wanted, widths, strict=True)]
    spare, total = room - sum(widths), sum(wants)
    if spare <= 0 or not total:
        return
    given = [want * min(spare, total) // total for want in wants]
    rest = min(spare, total) - sum(given)
    for index, want in enumerate(wants):
        extra = 1 if rest and given[index] < want else 0
        rest -= extra
        widths[index] += given[index] + extra
