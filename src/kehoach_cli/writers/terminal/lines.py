"""Lines of a screen: what stands in them, what they look like, and how text is folded into them.

Widths are cells: a combining mark takes none, a Chinese character two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len

from kehoach_cli.frozen import frozen

Piece = tuple[str, str]
"""Text and its style, "" for none; styles are rich's words."""
Line = tuple[Piece, ...]

BLANK: Line = ()
DIM = "dim"

_WORD = re.compile(r"[^ \n]+")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What would move the cursor or turn the direction of the line."""


@frozen
class Signs:
    """The signs that are drawn: a bar's filled and empty part, the line under a heading."""

    full: str
    empty: str
    rule: str


BLOCKS = Signs("█", "░", "─")
ASCII = Signs("#", ".", "-")


@frozen
class Screen:
    """How wide it is, in cells, and whether figures are drawn; words say them everywhere."""

    width: int
    draws: bool
    signs: Signs


def seen(text: str) -> str:
    """The text with a space for each sign that is no letter but an order to the terminal."""
    return _UNSEEN.sub(" ", text)


def folded(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells; nothing is left out but blanks at the folds."""
    return [text[start:end] for start, end in folds(text, width)]


def folds(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line begins and ends in the text; no text is one empty line.

    A word wider than the line goes on in the next; a character wider than it stands alone.
    """
    if "\n" not in text and cell_len(text) <= width:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        spans = _fold(paragraph, width)
        found += [(start + first, start + last) for first, last in spans] or [(start, start)]
        start += len(paragraph) + 1
    return found


def _fold(text: str, width: int) -> list[tuple[int, int]]:
    """The folds of a text without line breaks."""
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        if found and cell_len(text[found[-1][0] : word.end()]) <= width:
            found[-1] = (found[-1][0], word.end())
        else:
            found += _chopped(text, word.span(), width)
    return found


def _chopped(text: str, word: tuple[int, int], width: int) -> Iterator[tuple[int, int]]:
    """The word in pieces that fit; a combining mark stays with its letter."""
    start, end = word
    cuts = [start]
    for at in range(start + 1, end):
        if cell_len(text[cuts[-1] : at + 1]) > width and cell_len(text[at]):
            cuts.append(at)
    return pairwise([*cuts, end])


def padded(text: str, width: int, align: str) -> str:
    """The text in a field of ``width`` cells."""
    room = max(0, width - cell_len(text))
    left = {"right": room, "center": room // 2}.get(align, 0)
    return f"{' ' * left}{text}{' ' * (room - left)}"


def stripped(pieces: Sequence[Piece]) -> Line:
    """The line without the blanks at its end."""
    kept = list(pieces)
    while kept and not kept[-1][0].rstrip():
        kept.pop()
    return (*kept[:-1], (kept[-1][0].rstrip(), kept[-1][1])) if kept else BLANK
