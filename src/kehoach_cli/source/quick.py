"""The plain ways of typing YAML, read line by line in a third of the parser's time.

Nearly all lines of a workspace are ``key: value``, ``- key: value``, ``- value``, a list or map in
brackets on one line, or a text below ``>-`` or ``|``. A file of nothing but these is read here, to
the very values that ``fold`` gives. At the first thing that could be anything else the whole file
is left to ``fold``, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING, TypeAlias

from kehoach_cli.source.fold import PLAIN

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data

_KEY = "[A-Za-z_][A-Za-z0-9_-]*"
_LINE = re.compile(
    rf"""^(\ *)(?:
        (-\ +)?({_KEY}):(?:\ +(?:([^-?:,\[\]{{}}#&*!|>'"%@`\ \n][^:\#\n]*)|\#.*|([^\ \n].*))|\ *)
        |-\ +([^\ \n].*)
        |(?:\#.*)?
        |(.+)
    )$""",
    re.MULTILINE | re.VERBOSE,
)
"""Each line once: its margin; a dash, a key, a plain value, another value; an item; what else."""
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a plain value never begins with, and a few that it might."""
_QUOTED = re.compile(r"""(?:"([^"\\]*)"|'([^']*)') *(?: \#.*)?""")
_ENTRY = re.compile(
    rf"""\ *(?:({_KEY}):\ +)?(?:
        "([^"\\]*)"|'([^']*)'|([^\ ,\[\]{{}}#&*!|>'"%@`?:-][^,\[\]{{}}#?:"']*)|(?=[\[{{])
    )\ *([,\]}}])?""",
    re.VERBOSE,
)
"""Within brackets: a key, a value in quotes, a plain value, what stands behind."""
_EMPTY = re.compile(r"[\[{] *([\]}])")
_MARK = re.compile(r" *([,\]}])")
_COMMENT = re.compile(r" *(?: #.*)?")
_BLOCKS = frozenset({">", ">-", "|", "|-"})
_UNUSUAL = ("\t", " \n", "null:", "true:", "false:")
"""Tabs, spaces at the end of a line, keys that are no text."""
_DEEPEST = 30
_MOST_LINES = 100_000
"""All lines are held at once; a file of that many is no ordinary one."""

_Frame: TypeAlias = "tuple[str, dict[str, Data] | None, list[Data]]"
"""The margin of an open map or list; the map, or None; the list, where it is one."""


class _OtherwiseTyped(Exception):  # noqa: N818 - no error
    """Something that only the parser should read."""


def read_quickly(text: str) -> tuple[Data] | None:
    """The data of a text as ``clean`` gives it; None where the parser has to read it."""
    if text[-1:] == " " or any(one in text for one in _UNUSUAL):
        return None
    if text.count("\n") > _MOST_LINES:
        return None
    try:
        return (_Reading(text).data(),)
    except _OtherwiseTyped:
        return None


class _Reading:
    """What is open while the lines of a text are read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: list[Data] = []
        self._stack: list[_Frame] = []
        self._seen: dict[str, list[Data] | dict[str, Data]] = {}

    def data(self) -> Data:  # noqa: C901, PLR0912 - one loop, for speed
        """The inner loop: no call for a key with a plain value."""
        rows = enumerate(_LINE.findall(self._text), 1)
        waiting: str | None = None
        goes_on: str | None = None  # the margin of one more key of the map that is open
        margin, mapping, items = "none", None, self._root
        for number, (here, dash, key, plain, value, item, other) in rows:
            if here != goes_on or dash or not key:
                if not key and not item:
                    if other:
                        raise _OtherwiseTyped
                    continue
                if (
                    here != margin
                    or waiting is not None
                    or (mapping is None) is not bool(dash or item)
                ):
                    margin, mapping, items = self._turn(here, waiting, is_item=bool(dash or item))
                    waiting = goes_on = None
                if item:
                    read, end = self._value(item, margin, number)
                    items.append(read)
                    for _ in range(end - number):
                        next(rows)
                    continue
                if dash:
                    items.append(mapping := {})
                    margin, mapping, items = self._push(here + " " * len(dash), mapping)
                goes_on = margin
            if mapping is None or key in mapping:
                raise _OtherwiseTyped
            own = intern(key)
            if plain:
                mapping[own] = PLAIN.get(plain, plain)
            elif value:
                mapping[own], end = self._value(value, margin, number)
                for _ in range(end - number):
                    next(rows)
            else:
                mapping[own], waiting, goes_on = None, own, None
        if not self._root:
            raise _OtherwiseTyped
        return self._root[0]

    def _turn(self, here: str, waiting: str | None, *, is_item: bool) -> _Frame:
        """What is open for a line with that margin, after all that ends before it.

        ``waiting``: the key of the open map that has no value yet; a list may begin in its column.
        """
        stack = self._stack
        if not stack:
            if here or self._root:
                raise _OtherwiseTyped
            self._root.append([] if is_item else {})
            return self._push(here, self._root[0])
        margin, mapping, _ = stack[-1]
        if waiting is not None and mapping is not None:
            if len(here) > len(margin) or (here == margin and is_item):
                mapping[waiting] = [] if is_item else {}
                return self._push(here, mapping[waiting])
        elif len(here) > len(margin):
            raise _OtherwiseTyped  # the value of the line before goes on
        while stack and len(stack[-1][0]) > len(here):
            stack.pop()
        if not is_item and stack and stack[-1][0] == here and stack[-1][1] is None:
            stack.pop()  # a list in the column of its key
        if not stack or stack[-1][0] != here or (stack[-1][1] is None) is not is_item:
            raise _OtherwiseTyped
        return stack[-1]

    def _push(self, margin: str, child: Data) -> _Frame:
        if len(self._stack) > _DEEPEST:
            raise _OtherwiseTyped
        if isinstance(child, dict):
            self._stack.append((margin, child, []))
        elif isinstance(child, list):
            self._stack.append((margin, None, child))
        return self._stack[-1]

    def _value(self, text: str, margin: str, number: int) -> tuple[Data, int]:
        """What stands behind a key or a dash on line ``number``, and the line where it ends."""
        first = text[0]
        if first in "|>":
            return self._block(text.rstrip(" "), len(margin), number)
        if first in "\"'":
            found = _QUOTED.fullmatch(text)
            if found is None:
                raise _OtherwiseTyped
            return found[1] if found[2] is None else found[2], number
        if first in "[{":
            return self._brackets(text), number
        return _plain(text), number

    def _brackets(self, text: str) -> Data:
        """A list or map on one line; many come again and again."""
        known = self._seen.get(text)
        if known is not None:
            return known.copy()
        value, end = _in_brackets(text, 0, 0)
        if not _COMMENT.fullmatch(text, end):
            raise _OtherwiseTyped
        if isinstance(value, dict | list) and "[" not in text[1:] and "{" not in text[1:]:
            self._seen[text] = value.copy()
        return value

    def _block(self, header: str, least: int, number: int) -> tuple[str, int]:
        """The text in the lines below line ``number`` that are indented by more than ``least``."""
        lines = self._lines
        first = lines[number] if number < len(lines) else ""
        width = len(first) - len(first.lstrip(" "))
        if header not in _BLOCKS or width <= least or width == len(first):
            raise _OtherwiseTyped
        pad, end = first[:width], number
        while end < len(lines) and (not lines[end] or lines[end].startswith(pad)):
            end += 1
        if end == len(lines) and lines[-1]:
            raise _OtherwiseTyped  # the last line has no end
        rows = [line[width:] for line in lines[number:end]]
        while not rows[-1]:
            rows.pop()
        if any(row[:1] == " " and (header[0] == ">" or not row.strip(" ")) for row in rows):
            raise _OtherwiseTyped
        text = "\n".join(rows) if header[0] == "|" else _folded(rows)
        return text if header[-1] == "-" else f"{text}\n", end

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")


def _folded(rows: list[str]) -> str:
    """Lines joined by spaces; where blank lines stand between them, by as many line ends."""
    if "" not in rows:
        return " ".join(rows)
    pieces: list[str] = []
    blank = 0
    for row in rows:
        if row:
            pieces += ["\n" * blank or " ", row]
        blank = 0 if row else blank + 1
    return "".join(pieces[1:])


def _plain(text: str) -> Data:
    value = text.partition(" #")[0].rstrip(" ")
    if text[0] in _INDICATORS or ": " in value or value[-1] == ":":
        raise _OtherwiseTyped
    return PLAIN.get(value, value)


def _in_brackets(text: str, at: int, depth: int) -> tuple[Data, int]:
    """The list or map whose bracket stands at ``at``, and where it ends."""
    table: dict[str, Data] = {}
    items: list[Data] = []
    whole, closing = (table, "}") if text[at] == "{" else (items, "]")
    empty = _EMPTY.match(text, at)
    mark, at = (empty[1], empty.end()) if empty else (",", at + 1)
    while mark == ",":
        found = _ENTRY.match(text, at)
        if found is None or depth > _DEEPEST:
            raise _OtherwiseTyped
        key, double, single, plain, mark = found.groups()
        at = found.end()
        value: Data = double if plain is None else plain.rstrip(" ")
        if plain is not None and value in PLAIN:
            value = PLAIN[value]
        elif value is None:
            value = single
        if value is None and plain is None:
            value, at = _in_brackets(text, at, depth + 1)
            behind = _MARK.match(text, at)
            mark, at = (behind[1], behind.end()) if behind else ("", at)
        if (key is None) is (closing == "}") or key in table:
            raise _OtherwiseTyped
        if key is None:
            items.append(value)
        else:
            table[intern(key)] = value
    if mark != closing:
        raise _OtherwiseTyped
    return whole, at
