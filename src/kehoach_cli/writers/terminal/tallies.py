"""Figures as bars: the count, its words, and how much of the whole it is."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from kehoach_cli.document.blocks import Share, Tally
from kehoach_cli.writers.terminal.lines import (
    BLANK,
    DIM,
    Line,
    Screen,
    folded,
    padded,
    seen,
    stripped,
)
from kehoach_cli.writers.terminal.tables import TONES

_LONGEST = 40
"""Cells of a bar that stands for the whole."""
_SHORTEST = 10
"""Cells under which a bar beside its words tells nothing; it then stands below them."""


def tally_lines(tally: Tally, screen: Screen) -> Iterator[Line]:
    """A blank line, the whole, and a line for each part: words first, for those who listen."""
    yield BLANK
    yield from (((line, "bold"),) for line in folded(seen(tally.whole), screen.width))
    figures = max(len(str(share.count)) for share in tally.shares) + 2
    labels = [seen(share.label) for share in tally.shares]
    words = max(map(cell_len, labels))
    room = screen.width - figures - 1 - words - 2
    length = min(_LONGEST, room)
    for share, label in zip(tally.shares, labels, strict=True):
        count = f"{share.count:>{figures}} "
        if length >= _SHORTEST:
            beside = padded(label, words + 2, "left")
            yield stripped(((count, "bold"), (beside, ""), *_bar(share, tally, length, screen)))
        else:
            yield from _stacked(label, count, screen.width)
            below = min(_LONGEST, max(1, screen.width - len(count)))
            yield stripped(((" " * len(count), ""), *_bar(share, tally, below, screen)))


def _stacked(label: str, count: str, width: int) -> Iterator[Line]:
    """On a narrow screen the bar stands below its words."""
    for number, line in enumerate(folded(label, max(1, width - len(count)))):
        yield stripped((((" " * len(count) if number else count), "bold"), (line, "")))


def _bar(share: Share, tally: Tally, length: int, screen: Screen) -> tuple[tuple[str, str], ...]:
    """At least one sign for whatever there is, and full only for the whole."""
    filled = min(max(1, round(share.count * length / tally.total)), length)
    if filled == length and share.count < tally.total:
        filled = max(1, length - 1)
    signs = screen.signs
    return (signs.full * filled, TONES[share.tone]), (signs.empty * (length - filled), DIM)
