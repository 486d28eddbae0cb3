"""How the people who keep a file type it: how far things stand in, what stands in brackets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.source.style import HOUSE, ROOT, Habit, Style, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.source.layout import Entry, Layout, Node


def style_of(layout: Layout) -> Style:
    """The commonest ways of the file; the house's where it shows none."""
    steps: Counter[tuple[str, int]] = Counter()
    flow: Counter[Habit] = Counter()
    for entry, where, parent in _collections(layout):
        node = entry.value
        if parent is None:
            continue
        if not node.is_flow and not where.is_item:
            steps[node.kind, layout.column(node.start) - layout.column(entry.start)] += 1
        if _is_short(layout, node) and not parent.is_flow:
            weight = 1 if node.is_flow else -1
            flow[Habit(where, node.kind == "map")] += weight
            flow[Habit(Where("", where.is_item), node.kind == "map")] += weight
    return Style(
        _commonest(steps, "map", HOUSE.map_step),
        _commonest(steps, "list", HOUSE.list_step),
        {habit: balance > 0 for habit, balance in flow.items()},
    )


def _commonest(steps: Counter[tuple[str, int]], kind: str, default: int) -> int:
    """Steps to the left or in the same column (of a map) are accidents of odd layouts."""
    least = 0 if kind == "list" else 1
    found = [
        (number, -step) for (of, step), number in steps.items() if of == kind and step >= least
    ]
    return -max(found)[1] if found else default


def _collections(layout: Layout) -> Iterator[tuple[Entry, Where, Node | None]]:
    """Every list and map that holds something, with what it is to its parent."""
    waiting: list[tuple[Entry, Where, Node | None]] = [(layout.root, ROOT, None)]
    while waiting:
        entry, where, parent = waiting.pop()
        node = entry.value
        if not node.entries:
            continue
        yield entry, where, parent
        waiting += [
            (child, Where(where.name if child.key is None else child.key, child.key is None), node)
            for child in node.entries
        ]


def _is_short(layout: Layout, node: Node) -> bool:
    """Whether it could be written either way: single-line texts only."""
    return all(
        child.value.kind == "text"
        and layout.line(child.value.start) == layout.line(child.value.end)
        for child in node.entries
    )
