"""One change of data as changes of text: what is cut at which offsets, and what is put there.

A comment in a line of its own belongs to the entry above it only where it stands further in than
that entry; any other keeps its place, at the end of a list too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.source.style import (
    Slot,
    Style,
    Where,
    block_lines,
    fill,
    flow_text,
    is_short,
    root_lines,
    root_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.source.fold import Data
    from kehoach_cli.source.layout import Entry, Layout, Node

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*,")
_BLOCK = frozenset("|>")
_TWO = 2


class Splice(NamedTuple):
    """``text`` in place of the stretch from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Scene(NamedTuple):
    """A text, how it is typed, and the way down to the entry that is changed."""

    layout: Layout
    style: Style
    chain: Sequence[Entry]

    @property
    def entry(self) -> Entry:
        """What is changed."""
        return self.chain[-1]

    @property
    def parent(self) -> Node | None:
        """What holds it; None for the whole file."""
        return self.chain[-2].value if len(self.chain) > 1 else None

    @property
    def where(self) -> Where:
        """What it is to its parent."""
        keys = [entry.key for entry in self.chain if entry.key is not None]
        return Where(keys[-1] if keys else "", len(self.chain) > 1 and self.entry.key is None)


def exchange(scene: Scene, value: Data) -> list[Splice]:
    """Another value in place of the old one, in its style where that can hold it."""
    node, parent = scene.entry.value, scene.parent
    if parent is None:
        return _exchange_root(scene, value)
    if parent.is_flow:
        before = "" if not node.is_empty else ": " if scene.entry.slot is None else " "
        return [Splice(node.start, node.end, before + flow_text(value, node.style))]
    if scene.entry.slot is None:
        return []
    if node.style in {"[", "{"} and is_short(value):
        return [Splice(node.start, node.end, flow_text(value))]
    return _exchange_in_block(scene, scene.entry.slot, value)


def grow(scene: Scene, additions: dict[str, Data] | list[Data]) -> list[Splice]:
    """More keys or items at the end of a collection; a value left out or null becomes one."""
    layout, style, _ = scene
    node = scene.entry.value
    if not node.entries:
        return exchange(scene, additions)
    if node.is_flow:
        return _grow_flow(layout, node, flow_text(additions)[1:-1])
    last = node.entries[-1]
    lines = block_lines(additions, layout.column(last.start), scene.where, style)
    return _put(layout, _last_line(layout, last), [""] * _is_spaced(layout, node) + lines)


def follow(scene: Scene, index: int, values: Sequence[Data]) -> list[Splice]:
    """More items of a list behind one of its items, or before the first."""
    layout, style, _ = scene
    node = scene.entry.value
    first, entry = node.entries[0], node.entries[max(index, 0)]
    if node.is_flow and index < 0:
        return [Splice(first.start, first.start, f"{flow_text(list(values))[1:-1]}, ")]
    if node.is_flow:
        return [Splice(entry.value.end, entry.value.end, f", {flow_text(list(values))[1:-1]}")]
    lines = block_lines(list(values), layout.column(entry.start), scene.where, style)
    blank = [""] * _is_spaced(layout, node)
    if index < 0:
        return _put(layout, layout.line(first.start) - 1, lines + blank)
    return _put(layout, _last_line(layout, entry), blank + lines)


def shrink(scene: Scene) -> list[Splice]:
    """Nothing in place of an entry of something; the last leaves an empty collection behind."""
    layout, entry, parent = scene.layout, scene.entry, scene.chain[-2].value
    if len(parent.entries) == 1:
        return _empty(scene, parent)
    if parent.is_flow:
        return _shrink_flow(layout, parent, entry)
    after = layout.after(_last_line(layout, entry))
    if layout.opens_line(entry.start):
        return [Splice(layout.start(layout.line(entry.start)), after, "")]
    return [Splice(entry.start, _next_sign(layout, after), "")]


def _empty(scene: Scene, parent: Node) -> list[Splice]:
    layout, entry = scene.layout, scene.entry
    outer = scene._replace(chain=scene.chain[:-1])
    swap = exchange(outer, {} if parent.kind == "map" else [])
    last = layout.line(entry.value.end)
    return (
        swap if parent.is_flow else swap + _put(layout, last, [], until=_last_line(layout, entry))
    )


def _exchange_root(scene: Scene, value: Data) -> list[Splice]:
    layout, style, (root, *_) = scene
    node = root.value
    if node.is_empty:
        return _put(layout, layout.last_line, root_lines(value, style))
    is_block = isinstance(value, dict | list) and bool(value) and layout.opens_line(node.start)
    if not is_block or (node.is_flow and is_short(value)):
        return [Splice(node.start, node.end, root_text(value))]
    first, last = layout.line(node.start), layout.line(node.end)
    lines = root_lines(value, style)
    if _is_inline(node) and _comment(layout, node):
        return [Splice(node.start, node.end, ""), *_put(layout, last, lines)]
    return _put(layout, first - 1, lines, until=last)


def _exchange_in_block(scene: Scene, slot: int, value: Data) -> list[Splice]:
    layout, entry = scene.layout, scene.entry
    node, line = entry.value, layout.line(slot)
    first, last = layout.line(node.start), layout.line(node.end)
    is_clear = first == line and _last_line(layout, entry) == last
    style = scene.style if is_clear else scene.style.without_blocks()
    like = node.style if node.kind == "text" else ""
    head, tail = fill(value, layout.column(entry.start), scene.where, style, like)
    space = " " if head else ""
    if node.is_empty:
        return [Splice(slot, slot, space + head), *_put(layout, last, tail)]
    if first > line:
        return _exchange_below(layout, entry, slot, Slot(head, tail))
    if header := _BLOCK_HEADER.match(layout.view, node.start):
        cut = Splice(slot, header.end(), space + head)
        return [cut, *_put(layout, first, tail, until=last)]
    # With more lines to come, the first one has to stand just where they do.
    cut = Splice(slot, node.end, space + head) if tail else Splice(node.start, node.end, head)
    return [cut, *_put(layout, last, tail)]


def _exchange_below(layout: Layout, entry: Entry, slot: int, new: Slot) -> list[Splice]:
    """A value that begins in a line below its key or dash."""
    node = entry.value
    first, last = layout.line(node.start), layout.line(node.end)
    is_inline = _is_inline(node)
    if is_inline and not new.tail:
        return [Splice(node.start, node.end, new.head)]
    head = [Splice(slot, slot, f" {new.head}")] if new.head else []
    if is_inline and _comment(layout, node):
        return [*head, Splice(node.start, node.end, ""), *_put(layout, last, new.tail)]
    return [*head, *_put(layout, first - 1, new.tail, until=last)]


def _grow_flow(layout: Layout, node: Node, inner: str) -> list[Splice]:
    last = node.entries[-1]
    end = last.value.end
    if not node.style:
        return [Splice(node.start, node.start, "{"), Splice(end, end, f", {inner}}}")]
    # Without a word «{a:, b: c}» would be no key «a» any more.
    null = " null" if last.value.is_empty and last.slot is not None else ""
    comma = _COMMA.match(layout.view, end)
    if comma:
        return [Splice(end, end, null), Splice(comma.end(), comma.end(), f" {inner}")]
    return [Splice(end, end, f"{null}, {inner}")]


def _shrink_flow(layout: Layout, parent: Node, entry: Entry) -> list[Splice]:
    view, end = layout.view, entry.value.end
    comma = _COMMA.match(view, end)
    stop = comma.end() if comma else end
    opens, line = layout.opens_line(entry.start), layout.line(stop)
    rest = view[stop : layout.after(line)].strip()
    if opens and (not rest or rest.startswith("#")):
        return [Splice(layout.start(layout.line(entry.start)), layout.after(line), "")]
    if comma or opens:
        return [Splice(entry.start, _next_in_line(layout, stop), "")]
    before = parent.entries[parent.entries.index(entry) - 1]
    comma = _COMMA.match(view, before.value.end)
    return [Splice(comma.end() - 1 if comma else entry.start, end, "")]


def _put(
    layout: Layout, line: int, lines: Sequence[str], *, until: int | None = None
) -> list[Splice]:
    """Whole lines behind ``line`` (-1: before the first), in place of those up to ``until``."""
    start = layout.after(line) if line >= 0 else 0
    end = start if until is None else layout.after(until)
    lead = layout.line_end if lines and line >= 0 and not layout.is_ended(line) else ""
    text = "".join(new + layout.line_end for new in lines)
    return [Splice(start, end, lead + text)]


def _last_line(layout: Layout, entry: Entry) -> int:
    """The last line of an entry, with the comments below that stand further in than it does."""
    column, last = layout.column(entry.start), layout.line(entry.value.end)
    for line in range(last + 1, layout.last_line + 1):
        content = layout.text(line).lstrip()
        if content and not content.startswith("#"):
            break
        if content and len(layout.text(line)) - len(content) > column:
            last = line
    return last


def _is_spaced(layout: Layout, node: Node) -> bool:
    """Whether a blank line stands before the last entry."""
    if len(node.entries) < _TWO:
        return False
    above = layout.line(node.entries[-2].value.end) + 1
    lines = range(above, layout.line(node.entries[-1].start))
    return any(not layout.text(line).strip() for line in lines)


def _is_inline(node: Node) -> bool:
    """Whether something else may stand behind it on its last line."""
    return node.is_flow or (node.kind == "text" and node.style not in _BLOCK)


def _comment(layout: Layout, node: Node) -> str:
    """What stands behind a value on its last line."""
    return layout.view[node.end : layout.after(layout.line(node.end))].strip()


def _next_sign(layout: Layout, offset: int) -> int:
    """The offset of the next character that is no blank and no line end."""
    rest = layout.view[offset:]
    return offset + len(rest) - len(rest.lstrip())


def _next_in_line(layout: Layout, offset: int) -> int:
    """The same, but no further than the end of the line's text."""
    line = layout.line(offset)
    end = layout.start(line) + len(layout.text(line))
    return min(_next_sign(layout, offset), end)
