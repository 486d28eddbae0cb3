"""What one line of YAML typed in the plain ways says; ``quick`` puts the lines together.

Lines come again and again (who leads, who approves, what kind, the same days), in one file and in
the next: what was said of a line is kept for as long as the process runs.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from kehoach_cli.source.characters import is_usual
from kehoach_cli.source.fold import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.source.fold import Data

SCALAR: Final = 0
"""The value is the value."""
FLAT: Final = 1
"""The value is a list or a map without others inside: the line's own, to be copied."""
NESTED: Final = 2
"""The value is the text of a list or map with others inside."""
BLOCK: Final = 3
"""The value is the head of a text in the lines below."""
OPEN: Final = 4
"""The value is in the lines below, or there is none."""
BLANK: Final = 5
"""Nothing or a comment stands here."""

NOTHING: Final = -1
"""The margin of a line without anything, or with a comment."""

Line: TypeAlias = "tuple[int, int, str, Data, int]"
"""The margin; the width of a dash, 0 without one; the key, empty without one; the value; and which
of the above it is."""

Row: TypeAlias = "tuple[int, str]"
"""The margin of a line of text, and what stands behind it."""

T = TypeVar("T")

_KEY = "[A-Za-z_][A-Za-z0-9_-]{0,199}"
"""The parser takes none of more than 1,024 letters."""
_LINE = re.compile(
    rf"""(\ *)(?:
        (-\ +)?({_KEY}):(?:\ +(?:\#.*|([^\ ].*))|\ *)
        |(-\ +)([^\ ].*)
        |(?:\#.*)?
    )""",
    re.VERBOSE,
)
"""Its margin; a dash, a key, a value; or a dash and an item."""
_HEAD = re.compile(rf"(\ *)(-\ +)?({_KEY})")
"""What stands before a colon: a margin, a dash, a key."""
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a plain value never begins with, and a few that it might."""
_OPENING = _INDICATORS | {" "}
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
_NO_TEXT = frozenset(PLAIN) - {""}
"""Keys that are no text."""
DEEPEST: Final = 30
"""Lists and maps within each other."""
_LONGEST = 200
_MOST_KNOWN = 20_000
"""Longer lines are not kept, nor more of them: some megabytes, whatever the files hold."""
_ONCE = re.compile("[ -]*id:")
"""Lines that do not come again."""


class OtherwiseTyped(Exception):  # noqa: N818 - no error
    """Something that only the parser should read."""


class _Known(dict[str, T]):
    """What was said of a text; one that is asked for is there, or raises ``OtherwiseTyped``."""

    def __init__(self, say: Callable[[str], T]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, text: str) -> T:
        said = self._say(text)
        if len(text) <= _LONGEST and not _ONCE.match(text):
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[text] = said
        return said


def in_brackets(text: str) -> Data:
    """The list or map with which the text begins; a comment may follow."""
    value, end = _in_brackets(text, 0, 0)
    if not _COMMENT.fullmatch(text, end):
        raise OtherwiseTyped
    return value


def _line(text: str) -> Line:
    """Most are a key and a plain value."""
    head, _, value = text.partition(": ")
    is_plain = value and value[0] not in _OPENING and value[-1] != " "
    if is_plain and ":" not in value and "#" not in value and is_usual(text):
        place = _HEADS[head]
        if place is not None:
            return *place, PLAIN.get(value, value), SCALAR
    return _unusual(text)


def _head(text: str) -> tuple[int, int, str] | None:
    found = _HEAD.fullmatch(text)
    if found is None:
        return None
    margin, dash, key = found.groups("")
    if key in _NO_TEXT:
        raise OtherwiseTyped
    return len(margin), len(dash), intern(key)


def _unusual(text: str) -> Line:
    found = _LINE.fullmatch(text)
    if found is None or text[-1:] == " " or not is_usual(text):
        raise OtherwiseTyped
    margin, dash, key, value, item_dash, item = found.groups("")
    if key in _NO_TEXT:
        raise OtherwiseTyped
    if not key and not item:
        return NOTHING, 0, "", None, BLANK
    return len(margin), len(dash or item_dash), intern(key), *_value(value or item)


def _value(text: str) -> tuple[Data, int]:
    """What stands behind a key or a dash, and of which kind it is."""
    if not text:
        return None, OPEN
    if text[0] in "|>":
        return text, BLOCK
    if text[0] in "\"'":
        found = _QUOTED.fullmatch(text)
        if found is None:
            raise OtherwiseTyped
        return found[1] if found[2] is None else found[2], SCALAR
    if text[0] in "[{":
        is_flat = "[" not in text[1:] and "{" not in text[1:]
        return (in_brackets(text), FLAT) if is_flat else (text, NESTED)
    value = text.partition(" #")[0].rstrip(" ")
    if text[0] in _INDICATORS or ": " in value or value[-1] == ":":
        raise OtherwiseTyped
    return PLAIN.get(value, value), SCALAR


def _in_brackets(text: str, at: int, depth: int) -> tuple[Data, int]:
    """The list or map whose bracket stands at ``at``, and where it ends."""
    table: dict[str, Data] = {}
    items: list[Data] = []
    whole, closing = (table, "}") if text[at] == "{" else (items, "]")
    empty = _EMPTY.match(text, at)
    mark, at = (empty[1], empty.end()) if empty else (",", at + 1)
    while mark == ",":
        found = _ENTRY.match(text, at)
        if found is None or depth > DEEPEST:
            raise OtherwiseTyped
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
        if (key is None) is (closing == "}") or key in table or key in _NO_TEXT:
            raise OtherwiseTyped
        if key is None:
            items.append(value)
        else:
            table[intern(key)] = value
    if mark != closing:
        raise OtherwiseTyped
    return whole, at


def _row(text: str) -> Row:
    if text[-1:] == " " or not is_usual(text):
        raise OtherwiseTyped
    row = text.lstrip(" ")
    return len(text) - len(row) if row else NOTHING, row


KNOWN: Final = _Known(_line)
"""Lines of data."""
ROWS: Final = _Known(_row)
"""Lines of text."""
_HEADS: Final = _Known(_head)
