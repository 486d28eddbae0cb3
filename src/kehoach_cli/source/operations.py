"""What can be asked of a file, and what its data have to be afterwards."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, TypeAlias, cast

from kehoach_cli.errors import EditRefused
from kehoach_cli.frozen import frozen
from kehoach_cli.source.fold import MAX_DEPTH, Data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.diagnostics import DataPath

_SURROGATE = re.compile("[\ud800-\udfff]")
_MEETING = "mỗi lần chỉ được nêu một thay đổi cho một chỗ"


@frozen
class Set:
    """Another value at ``path``, or one more key for the map above it."""

    path: DataPath
    value: Data


@frozen
class Append:
    """One more item for the list at ``path``, which may be missing, empty or null."""

    path: DataPath
    value: Data


@frozen
class Insert:
    """More items of a list, not empty, behind the one at ``path``; -1: before the first."""

    path: DataPath
    values: tuple[Data, ...]


@frozen
class Remove:
    """No more key or item at ``path``: its own lines go, with their comments."""

    path: DataPath


Operation: TypeAlias = "Set | Append | Insert | Remove"


class Paths:
    """Paths, and which other paths lie above or below one of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._paths: set[DataPath] = set()
        self._above: set[DataPath] = set()

    def add(self, path: DataPath) -> None:
        """Remember one more."""
        self._paths.add(path)
        self._above.update(path[:length] for length in range(len(path) + 1))

    def cover(self, path: DataPath) -> bool:
        """Whether ``path`` is one of them or lies below one."""
        return any(path[:length] in self._paths for length in range(len(path) + 1))

    def touch(self, path: DataPath) -> bool:
        """Whether ``path`` is one of them or lies below or above one."""
        return path in self._above or self.cover(path)


class Target:
    """The data as they have to be in the end."""

    def __init__(self, data: Data, file: str) -> None:
        """Begin with the data as they are; ``file`` is named in refusals."""
        self.data = deepcopy(data)
        self._file = file

    def change(self, operation: Set | Append) -> bool:
        """Take one operation; False when nothing changes."""
        refuse_unwritable(operation.value, self._file)
        path, value = operation.path, deepcopy(operation.value)
        old = self._at(path) if self._has(path) else None
        if isinstance(operation, Append):
            if old is not None and not isinstance(old, list):
                raise refusal(self._file, f"«{shown(path)}» không phải là danh sách")
            value = [*(old or []), value]
        elif self._has(path) and old == value:
            return False
        self._set(path, value)
        return True

    def remove(self, path: DataPath) -> None:
        """Take out a key or an item that is there."""
        if not path or not self._has(path):
            raise self._missing(path)
        del _steps(self._at(path[:-1]))[path[-1]]

    def insert(self, operation: Insert) -> None:
        """Put items behind one that is there."""
        *above, step = operation.path
        items = self._at(tuple(above))
        if not isinstance(items, list) or not items:
            raise self._missing(operation.path)
        if not isinstance(step, int) or not -1 <= step < len(items):
            raise self._missing(operation.path)
        for value in operation.values:
            refuse_unwritable(value, self._file)
        items[step + 1 : step + 1] = deepcopy(operation.values)

    def _set(self, path: DataPath, value: Data) -> None:
        if not path:
            self.data = value
            return
        parent, step = self._at(path[:-1]), path[-1]
        if parent is None and isinstance(step, str):
            self._set(path[:-1], {step: value})
        elif _holds(parent, step) or (isinstance(parent, dict) and isinstance(step, str)):
            _steps(parent)[step] = value
        else:
            raise self._missing(path)

    def _at(self, path: DataPath) -> Data:
        value = self.data
        for count, step in enumerate(path, 1):
            if not _holds(value, step):
                raise self._missing(path[:count])
            value = _steps(value)[step]
        return value

    def _has(self, path: DataPath) -> bool:
        return not path or _holds(self._at(path[:-1]), path[-1])

    def _missing(self, path: DataPath) -> EditRefused:
        return refusal(self._file, f"trong tệp không có «{shown(path)}»")


def _holds(value: Data, step: str | int) -> bool:
    if isinstance(step, str):
        return isinstance(value, dict) and step in value
    return isinstance(value, list) and 0 <= step < len(value)


def _steps(value: Data) -> dict[str | int, Data]:
    """A map or list, both as what they have in common: steps that lead to values."""
    return cast("dict[str | int, Data]", value)


def refusal(file: str, reason: str, hint: str = "") -> EditRefused:
    """The error for a file, whose name is empty for one that is not there yet."""
    return EditRefused(f"không sửa được «{file}»: {reason}" if file else reason, hint)


def refuse_meeting(
    growing: Iterable[Set | Append | Insert], removals: Iterable[Remove], file: str
) -> None:
    """Raise where a removal and another operation speak of the same thing."""
    removed = Paths()
    for removal in removals:
        if removed.touch(removal.path):
            raise refusal(file, f"hai thay đổi cùng nhắm vào «{shown(removal.path)}»", _MEETING)
        removed.add(removal.path)
    for one in growing:
        meets = removed.touch if isinstance(one, Set) else removed.cover
        if meets(one.path):
            raise refusal(file, f"hai thay đổi cùng nhắm vào «{shown(one.path)}»", _MEETING)


def refuse_unwritable(value: Data, file: str) -> None:
    """Raise for a value that no file can hold."""
    waiting: list[tuple[Data, int]] = [(value, 1)]
    while waiting:
        inner, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise refusal(file, "nội dung cần ghi lồng nhau quá sâu")
        if isinstance(inner, str) and _SURROGATE.search(inner):
            raise refusal(file, "nội dung cần ghi có ký tự hỏng (nửa cặp thay thế Unicode)")
        if isinstance(inner, dict):
            waiting += [(item, depth + 1) for pair in inner.items() for item in pair]
        elif isinstance(inner, list):
            waiting += [(item, depth + 1) for item in inner]


def shown(path: DataPath) -> str:
    """A path as people read it: ``tasks[0].title``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
