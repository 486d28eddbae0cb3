"""A YAML text as it was typed: every value with the stretch of text that it takes.

``spans`` says where to point at; this says what to cut. Offsets count code points in the text
without its byte order mark, line ends as typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, TypeAlias

from yaml import CollectionEndEvent, CollectionStartEvent, Event, MappingStartEvent, ScalarEvent

from kehoach_cli.source.characters import BOM, clean
from kehoach_cli.source.events import open_events, position
from kehoach_cli.source.pausing import collector_paused

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import DataPath

Kind: TypeAlias = Literal["text", "list", "map"]

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_COLON = re.compile(r"\s*:")
_BLOCK_STYLES = frozenset("|>")


@dataclass(slots=True, eq=False)
class Node:
    """A value in the half-open stretch ``start`` to ``end``; a value left out has no width.

    ``style`` is the opening quote, | or > of a text, the opening bracket of a collection; empty
    for plain texts and for collections without brackets. ``in_flow``: brackets lie around it.
    """

    kind: Kind
    start: int
    end: int
    style: str = ""
    in_flow: bool = False
    entries: list[Entry] = field(default_factory=list)

    @property
    def is_flow(self) -> bool:
        """Whether its entries are set apart by commas."""
        return self.kind != "text" and (self.in_flow or bool(self.style))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed at all."""
        return self.kind == "text" and self.start == self.end


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or an item of a list.

    ``start`` is where the key or the dash stands, ``slot`` the offset behind the colon or dash;
    None for the whole file, for items between brackets and for keys without a colon.
    """

    key: str | None
    start: int
    slot: int | None
    value: Node


class Layout:
    """The lines of a text and the tree of what stands in them."""

    def __init__(self, text: str) -> None:
        """Read a text that ``fold`` accepts, without its byte order mark."""
        parts = _LINE_END.split(text)
        self._ends = [*parts[1::2], ""]
        cleaned = clean(BOM + text)
        self._texts = cleaned.split("\n")
        shown = [line + end for line, end in zip(self._texts, self._ends, strict=True)]
        self.view = "".join(shown)
        self._starts = [0, *accumulate(map(len, shown[:-1]))]
        self.line_end = max(("\n", "\r\n", "\r"), key=self._ends.count)
        root = _Builder(self).build(cleaned)
        self.root = Entry(None, 0, None, root or Node("text", len(self.view), len(self.view)))

    @property
    def last_line(self) -> int:
        """Number, from 0, of the last line; empty after a final line end."""
        return len(self._starts) - 1

    def line(self, offset: int) -> int:
        """Number, from 0, of the line that holds ``offset``."""
        return bisect_right(self._starts, offset) - 1

    def column(self, offset: int) -> int:
        """Code points between the line's start and ``offset``."""
        return offset - self._starts[self.line(offset)]

    def start(self, line: int) -> int:
        """Offset of the line's first character."""
        return self._starts[line]

    def text(self, line: int) -> str:
        """The line as the parser gets it, without its end."""
        return self._texts[line]

    def after(self, line: int) -> int:
        """Offset behind the line's end."""
        return self._starts[line] + len(self._texts[line]) + len(self._ends[line])

    def is_ended(self, line: int) -> bool:
        """Whether more may be put behind the line as it is."""
        return bool(self._ends[line]) or not self._texts[line]

    def opens_line(self, offset: int) -> bool:
        """Whether only blanks stand before ``offset`` on its line."""
        line = self.line(offset)
        return not self._texts[line][: offset - self._starts[line]].strip()

    def chain(self, path: DataPath) -> list[Entry]:
        """The entries from the whole file down to ``path``; shorter where the path ends early."""
        found = [self.root]
        for step in path:
            entry = _child(found[-1].value, step)
            if entry is None:
                break
            found.append(entry)
        return found


def _child(node: Node, step: str | int) -> Entry | None:
    """Of doubled keys the first, as in ``fold``."""
    if isinstance(step, int):
        return node.entries[step] if node.kind == "list" and step < len(node.entries) else None
    return next((entry for entry in node.entries if node.kind == "map" and entry.key == step), None)


class _Builder:
    """Takes events in their order and hangs nodes into each other."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._open: list[Node] = []
        self._key: tuple[str, int, int] | None = None
        self._root: Node | None = None

    def build(self, cleaned: str) -> Node | None:
        with collector_paused():
            source = open_events(cleaned)
            while (event := source.get_event()) is not None:
                self._take(event)
        return self._root

    def _take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            start, end = self._offset(event.start_mark), self._offset(event.end_mark)
            if self._open and self._open[-1].kind == "map" and self._key is None:
                self._key = (event.value, start, end)
            else:
                style = event.style or ""
                end = self._block_end(event) if style in _BLOCK_STYLES else end
                self._attach(Node("text", start, end, style))
        elif isinstance(event, CollectionStartEvent):
            start = self._offset(event.start_mark)
            kind: Kind = "map" if isinstance(event, MappingStartEvent) else "list"
            bracket = self._layout.view[start]
            node = Node(kind, start, start, bracket if bracket in {"[", "{"} else "")
            self._attach(node)
            self._open.append(node)
        elif isinstance(event, CollectionEndEvent):
            node = self._open.pop()
            last = node.entries[-1] if node.entries else None
            node.end = self._offset(event.end_mark) if node.style or last is None else _end(last)

    def _attach(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        node.in_flow = parent.is_flow
        if parent.kind == "map" and self._key is not None:
            entry = self._keyed(node, self._key)
            self._key = None
        elif parent.is_flow:
            entry = Entry(None, node.start, None, node)
        else:
            dash = self._dash(parent)
            entry = Entry(None, dash, dash + 1, node)
        if node.is_empty and entry.slot is not None:
            node.start = node.end = entry.slot
        parent.entries.append(entry)

    def _keyed(self, node: Node, key: tuple[str, int, int]) -> Entry:
        text, start, end = key
        colon = _COLON.match(self._layout.view, end)
        if colon is None and node.is_empty:
            node.start = node.end = end
        return Entry(text, start, colon.end() if colon else None, node)

    def _dash(self, parent: Node) -> int:
        """The next dash in the column of the first one."""
        if not parent.entries:
            return parent.start
        layout, column = self._layout, self._layout.column(parent.start)
        line = layout.line(_end(parent.entries[-1])) + 1
        while layout.text(line)[: column + 1].lstrip() != "-":
            line += 1
        return layout.start(line) + column

    def _block_end(self, event: ScalarEvent) -> int:
        """The end of the last line of a | or > text; blank lines belong to it only after a +."""
        layout = self._layout
        start, (line, column) = self._offset(event.start_mark), position(event.end_mark)
        first, last = layout.line(start), line - 1 if column > 1 else line - 2
        header = layout.text(first)[layout.column(start) :].split("#")[0]
        while last > first and "+" not in header and not layout.text(last).strip():
            last -= 1
        return layout.start(last) + len(layout.text(last))

    def _offset(self, mark: object) -> int:
        line, column = position(mark)
        layout = self._layout
        return min(layout.start(min(line - 1, layout.last_line)) + column - 1, len(layout.view))


def _end(entry: Entry) -> int:
    return entry.value.end
