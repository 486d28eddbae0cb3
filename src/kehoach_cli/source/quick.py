"""The plain ways of typing YAML, read line by line in a tenth of the parser's time.

Nearly all lines of a workspace are ``key: value``, ``- key: value``, ``- value``, a list or map in
brackets on one line, or a text below ``>-`` or ``|``. A file of nothing but these is read here, to
the very values that ``fold`` gives. At the first thing that could be anything else the whole file
is left to ``fold``, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from kehoach_cli.source.lines import (
    BLANK,
    BLOCK,
    DEEPEST,
    FLAT,
    KNOWN,
    NESTED,
    NOTHING,
    OPEN,
    ROWS,
    SCALAR,
    OtherwiseTyped,
    in_brackets,
)

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data

_BLOCKS = frozenset({">", ">-", "|", "|-"})
_MOST_LINES = 100_000
"""All lines are held at once; a file of that many is no ordinary one."""
_OUTSIDE, _NOWHERE = -1, -2
"""Margins that no line has: that of all, and one of nothing."""
_LINE_ENDS = re.compile("\\n+")

_Frame: TypeAlias = "tuple[int, dict[str, Data] | None, list[Data]]"
"""The margin of an open map or list; the map, or None; the list, where it is one."""


def read_quickly(text: str) -> tuple[Data] | None:
    """The data of a text; None where the parser has to read it, or it has to be cleaned first.

    A text that is read here is as ``is_usual`` has it.
    """
    lines = text.split("\n")
    if len(lines) > _MOST_LINES + 1:
        return None
    try:
        return (_Reading(lines).data(),)
    except OtherwiseTyped:
        return None


class _Reading:
    """What is open while the lines of a text are read."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._root: list[Data] = []
        self._stack: list[_Frame] = [(_OUTSIDE, None, self._root)]

    def data(self) -> Data:  # noqa: C901, PLR0912 - one loop, for speed
        """The inner loop: no call for a key with a plain value."""
        rows, stack = enumerate(self._lines, 1), self._stack
        waiting = ""  # the key of the open map that has no value yet
        goes_on = _NOWHERE  # the margin of one more key of the map that is open
        margin, mapping, items = stack[0]
        for number, line in rows:
            here, dash, key, value, kind = KNOWN[line]
            if here != goes_on or dash:
                if kind == BLANK:
                    continue
                while here < margin:
                    stack.pop()
                    margin, mapping, items = stack[-1]
                    waiting = ""
                if here != margin or waiting or (mapping is None) is not (dash > 0):
                    margin, mapping, items = self._turn(here, waiting, is_item=dash > 0)
                    waiting = ""
                if dash and key:
                    items.append(mapping := {})
                    margin, mapping, items = self._push(here + dash, mapping, items)
                goes_on = _NOWHERE if mapping is None else margin
            if kind != SCALAR:
                if kind == FLAT:
                    value = value.copy()  # type: ignore[union-attr]
                elif kind == OPEN:
                    waiting, goes_on = key, _NOWHERE
                elif kind == NESTED:
                    value = in_brackets(str(value))
                elif kind == BLOCK:
                    value, end = self._block(str(value), margin, number)
                    for _ in range(end - number):
                        next(rows)
            if mapping is None:
                items.append(value)
            elif key in mapping:
                raise OtherwiseTyped
            else:
                mapping[key] = value
        if not self._root:
            raise OtherwiseTyped
        return self._root[0]

    def _turn(self, here: int, waiting: str, *, is_item: bool) -> _Frame:
        """What is open for a line with that margin, when all that ends before it is closed.

        ``waiting``: the key of the open map that has no value yet; a list may begin in its column.
        """
        margin, mapping, items = self._stack[-1]
        if here > margin or (waiting and is_item):
            fresh: tuple[dict[str, Data] | None, list[Data]] = (None, []) if is_item else ({}, [])
            child: Data = fresh[1] if fresh[0] is None else fresh[0]
            if waiting and mapping is not None:
                mapping[waiting] = child
            elif here or items or margin != _OUTSIDE:
                raise OtherwiseTyped  # the value of the line before goes on
            else:
                items.append(child)
            return self._push(here, *fresh)
        if mapping is None and not is_item:
            self._stack.pop()  # a list in the column of its key
            margin, mapping, items = self._stack[-1]
        if margin != here or (mapping is None) is not is_item:
            raise OtherwiseTyped
        return margin, mapping, items

    def _push(self, margin: int, mapping: dict[str, Data] | None, items: list[Data]) -> _Frame:
        if len(self._stack) > DEEPEST:
            raise OtherwiseTyped
        frame = margin, mapping, items
        self._stack.append(frame)
        return frame

    def _block(self, header: str, least: int, number: int) -> tuple[str, int]:
        """The text in the lines below line ``number`` that are indented by more than ``least``."""
        lines, end = self._lines, number
        width, row = ROWS[lines[end]] if end < len(lines) else (_NOWHERE, "")
        if header not in _BLOCKS or width <= least:
            raise OtherwiseTyped
        rows: list[str] = []
        margin = width
        while margin >= width or margin == NOTHING:
            if margin > width:
                if header[0] == ">":
                    raise OtherwiseTyped
                row = lines[end][width:]
            rows.append(row)
            end += 1
            margin, row = ROWS[lines[end]] if end < len(lines) else (_NOWHERE, "")
        if end == len(lines) and lines[-1]:
            raise OtherwiseTyped  # the last line has no end
        while not rows[-1]:
            rows.pop()
        text = "\n".join(rows) if header[0] == "|" else _folded(rows)
        return text if header[-1] == "-" else f"{text}\n", end


def _folded(rows: list[str]) -> str:
    """Lines joined by spaces; where blank lines stand between them, by as many line ends."""
    if "" not in rows:
        return " ".join(rows)
    return _LINE_ENDS.sub(lambda found: found[0][1:] or " ", "\n".join(rows))
