"""Operations written into a text, as many at one go as do not get into each other's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.source.habits import style_of
from kehoach_cli.source.layout import Layout
from kehoach_cli.source.operations import Append, Insert, Operation, Paths, Remove, Set
from kehoach_cli.source.splice import Scene, Splice, exchange, follow, grow, shrink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.diagnostics import DataPath
    from kehoach_cli.source.fold import Data


def write(text: str, pending: Iterable[Operation]) -> tuple[str, list[Operation]]:
    """The text after those operations that fit into one round, and the others.

    ``text`` is one that ``fold`` accepts, without a byte order mark. The first operation always
    fits.
    """
    one = _Round(text)
    for operation in pending:
        one.take(operation)
    return splice(text, one.splices()), one.deferred


def splice(text: str, splices: Iterable[Splice]) -> str:
    """The text with the stretches replaced; of two that overlap the later one is left out."""
    parts, done = [], 0
    for start, end, new in sorted(splices, key=lambda one: one[:2]):
        if start >= done:
            parts += [text[done:start], new]
            done = end
    return "".join([*parts, text[done:]])


class _Round:
    """Operations that can be written at one go: none changes the place of another.

    Those that lie within each other wait for the next round, when the first are in the text.
    """

    def __init__(self, text: str) -> None:
        self._layout = Layout(text)
        self._style = style_of(self._layout)
        self._groups: dict[DataPath, list[Operation]] = {}
        self._taken = Paths()
        self._waiting = Paths()
        self.deferred: list[Operation] = []

    def take(self, operation: Operation) -> None:
        """Write it in this round, or put it off."""
        place = self._place(operation)
        group = self._groups.get(place)
        if self._waiting.touch(place) or (
            not _join(group, operation, place) if group else self._taken.touch(place)
        ):
            self._waiting.add(place)
            self.deferred.append(operation)
            return
        self._taken.add(place)
        self._groups.setdefault(place, []).append(operation)

    def splices(self) -> list[Splice]:
        """What this round does to the text."""
        return [
            splice for place, group in self._groups.items() for splice in self._write(place, group)
        ]

    def _place(self, operation: Operation) -> DataPath:
        """The value that is rewritten or grows or shrinks."""
        path = operation.path
        if isinstance(operation, Insert | Remove) or len(self._layout.chain(path)) <= len(path):
            return path[:-1]
        return path

    def _write(self, place: DataPath, group: list[Operation]) -> list[Splice]:
        first = group[0]
        scene = Scene(self._layout, self._style, self._layout.chain(place))
        if isinstance(first, Remove):
            return shrink(scene._replace(chain=self._layout.chain(first.path)))
        if isinstance(first, Insert):
            return [made for one in group for made in _follow(scene, one)]
        if isinstance(first, Set) and first.path == place:
            return exchange(scene, first.value)
        if first.path == place:
            return grow(scene, [one.value for one in group if isinstance(one, Append)])
        return grow(scene, dict(_new_key(one) for one in group))


def _join(group: list[Operation], operation: Operation, place: DataPath) -> bool:
    """Whether a collection may grow by one more in the same round."""
    if any(isinstance(one, Remove) for one in (*group, operation)):
        return False
    if isinstance(operation, Insert):
        return True
    if group[0].path == place:
        return all(isinstance(one, Append) and one.path == place for one in (*group, operation))
    return operation.path != place and all(one.path != operation.path for one in group)


def _follow(scene: Scene, operation: Operation) -> list[Splice]:
    match operation:
        case Insert(path=(*_, int() as step), values=values):
            return follow(scene, step, values)
        case _:
            return []


def _new_key(operation: Operation) -> tuple[str, Data]:
    """A key that its map does not have yet, and what it gets."""
    key = str(operation.path[-1])
    if isinstance(operation, Append):
        return key, [operation.value]
    return key, operation.value if isinstance(operation, Set) else None
