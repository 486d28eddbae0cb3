r"""Data written as YAML text in the house style: one line after another, no parser's dump.

Whether a text may stand without quotes is not guessed from a list of signs: the text is folded,
and stands as it is when the same text comes back.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import field, replace
from typing import NamedTuple

from kehoach_cli.frozen import frozen
from kehoach_cli.source.characters import clean
from kehoach_cli.source.fold import Data, fold

WIDTH = 100
"""Columns within which short maps and lists stay on one line, and folded texts are wrapped."""

_ITEM_STEP = 2
_LITERALS = {None: "null", True: "true", False: "false"}
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x00": "\\0",
}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPED = re.compile(rf'["\\]|{_CONTROL.pattern}')


class Where(NamedTuple):
    """What a collection is to its parent: the nearest key above it, and whether it is an item."""

    name: str
    is_item: bool


class Habit(NamedTuple):
    """The collections that are written alike: those of one kind at one place."""

    where: Where
    is_map: bool


@frozen
class Style:
    """How a file is typed.

    ``map_step`` and ``list_step`` are the columns by which a map or a list stands in from its key;
    ``flow`` says which short collections stand between brackets; ``blocks`` allows | and > texts.
    """

    map_step: int = 2
    list_step: int = 2
    flow: Mapping[Habit, bool] = field(default_factory=dict)
    blocks: bool = True

    def is_flow(self, habit: Habit) -> bool:
        """What its likes do; where there are none, what collections of its kind do."""
        general = habit._replace(where=Where("", habit.where.is_item))
        return self.flow.get(habit, self.flow.get(general, False))

    def without_blocks(self) -> Style:
        """The same for a place where a comment would become part of a | text."""
        return replace(self, blocks=False)


class Slot(NamedTuple):
    """What stands behind a colon or dash, and the whole lines that follow."""

    head: str
    tail: list[str]


HOUSE = Style()
"""A file without neighbours: everything in block form."""

ROOT = Where("", is_item=False)
"""What the whole file is."""


def root_lines(value: Data, style: Style) -> list[str]:
    """The lines of a value that is the whole file."""
    if isinstance(value, dict | list) and value:
        return block_lines(value, 0, ROOT, style)
    return [root_text(value)]


def root_text(value: Data) -> str:
    """A value that is the whole file, on one line; no text that opens a document or directive."""
    text = flow_text(value)
    return text if not isinstance(value, str) or _reads(text) == value else _double(value)


def block_lines(
    value: dict[str, Data] | list[Data], column: int, where: Where, style: Style
) -> list[str]:
    """The lines of a collection whose keys or dashes stand in ``column`` (from 0)."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in key_lines(key, item, column, style)]
    inner = Where(where.name, is_item=True)
    return [line for item in value for line in item_lines(item, column, inner, style)]


def key_lines(key: str, value: Data, column: int, style: Style) -> list[str]:
    """A key and its value in block form."""
    head, tail = fill(value, column, Where(key, is_item=False), style)
    return [f"{' ' * column}{key_text(key)}:{' ' * bool(head)}{head}", *tail]


def item_lines(value: Data, column: int, where: Where, style: Style) -> list[str]:
    """A dash and its value in block form."""
    head, tail = fill(value, column, where, style)
    return [f"{' ' * column}- {head}", *tail]


def fill(value: Data, column: int, where: Where, style: Style, like: str = "") -> Slot:
    """What to put behind the colon or dash of an entry in ``column``.

    ``like`` is the style of the text that stood there before; it is kept where it can hold the
    new one.
    """
    step = _ITEM_STEP if where.is_item else style.map_step
    if isinstance(value, str):
        return _text(value, column + step, style, like)
    if not isinstance(value, dict | list) or not value or _is_flow(value, column, where, style):
        return Slot(flow_text(value), [])
    if isinstance(value, list) and not where.is_item:
        step = style.list_step
    lines = block_lines(value, column + step, where, style)
    return Slot(lines[0][column + step :], lines[1:]) if where.is_item else Slot("", lines)


def flow_text(value: Data, like: str = "") -> str:
    """Any value on one line, as it may stand between brackets."""
    if isinstance(value, dict):
        inner = (f"{key_text(key, in_flow=True)}: {flow_text(item)}" for key, item in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow_text, value))}]"
    return _quoted(value, like, in_flow=True) if isinstance(value, str) else _LITERALS[value]


def key_text(key: str, *, in_flow: bool = False) -> str:
    """A key, in double quotes where it would not read back as itself."""
    frame = "{{{}: x}}" if in_flow else "{}: x\n"
    return key if _is_visible(key) and _reads(frame.format(key)) == {key: "x"} else _double(key)


def is_short(value: Data) -> bool:
    """Whether a collection holds nothing but single-line texts and literals, at least one."""
    if not isinstance(value, dict | list):
        return False
    items = value.values() if isinstance(value, dict) else value
    return bool(value) and not any(
        isinstance(item, dict | list) or (isinstance(item, str) and "\n" in item) for item in items
    )


def _is_flow(value: dict[str, Data] | list[Data], column: int, where: Where, style: Style) -> bool:
    if not is_short(value) or not style.is_flow(Habit(where, isinstance(value, dict))):
        return False
    return column + len(where.name) + len(flow_text(value)) < WIDTH


def _text(value: str, indent: int, style: Style, like: str) -> Slot:
    if style.blocks:
        folded = _folded(value, indent) if like == ">" else None
        literal = _literal(value, indent) if "\n" in value or like == "|" else None
        if slot := folded or literal:
            return slot
    return Slot(_quoted(value, like, in_flow=False), [])


def _literal(value: str, indent: int) -> Slot | None:
    """The text below a |; None where blanks at the end of a line would be invisible."""
    content = value.removesuffix("\n")
    lines = content.split("\n")
    if not content or any(line != line.rstrip() for line in lines) or lines[0][:1].isspace():
        return None
    return _block("|" if value.endswith("\n") else "|-", lines, indent, value)


def _folded(value: str, indent: int) -> Slot | None:
    content = value.removesuffix("\n")
    if not content:
        return None
    lines = textwrap.wrap(
        content, max(WIDTH - indent, _ITEM_STEP), break_long_words=False, break_on_hyphens=False
    )
    return _block(">" if value.endswith("\n") else ">-", lines, indent, value)


def _block(head: str, lines: list[str], indent: int, value: str) -> Slot | None:
    tail = [" " * indent + line if line else "" for line in lines]
    sample = "".join(f"{line}\n" for line in (f"{' ' * (indent - 1)}- {head}", *tail))
    return Slot(head, tail) if _reads(sample) == [value] else None


def _quoted(value: str, like: str, *, in_flow: bool) -> str:
    """A single-line text: as its forerunner was quoted, else plain, else in double quotes."""
    single = "'" + value.replace("'", "''") + "'"
    if like == "'" and _is_visible(value) and _reads(single) == value:
        return single
    sample = f"[{value}]" if in_flow else f"- {value}\n"
    is_plain = like != '"' and _is_visible(value) and _reads(sample) == [value]
    return value if is_plain else _double(value)


def _is_visible(value: str) -> bool:
    """Whether a reader sees where the text begins and ends, and every sign between."""
    return value == value.strip() and not _CONTROL.search(value)


def _double(value: str) -> str:
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _reads(sample: str) -> Data:
    """What a text says; None when it is not read at all."""
    return fold(sample, "").data if clean(sample) == sample else None
