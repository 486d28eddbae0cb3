"""Data as YAML in the way of a person: long texts folded, remarks above what they are about.

What is written is folded again: it says exactly what was given, or nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.errors import EditRefused
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.source.style import HOUSE, WIDTH, Where, fill, key_text

Comments = Mapping[DataPath, str]
"""What to say above a key or an item, by its path."""

_STEP = 2


def file_text(data: dict[str, Data], head: str, comments: Comments) -> str:
    """A whole file under the comment ``head``.

    Raises:
        EditRefused: the data cannot be written so that they read back the same.
    """
    lines = [*(f"# {line}".rstrip() for line in head.splitlines()), ""]
    lines += _map(data, 0, (), comments)
    text = "".join(f"{line}\n" for line in lines)
    if fold(text, "").data != data:
        raise EditRefused(
            "nội dung không ghi được thành YAML", "hãy gửi tệp này cho người làm kehoach"
        )
    return text


def _map(data: dict[str, Data], column: int, path: DataPath, comments: Comments) -> Iterator[str]:
    for key, value in data.items():
        here = (*path, key)
        yield from _comment(here, column, comments)
        head, *tail = _value(value, key, column, here, comments)
        yield f"{' ' * column}{key_text(key)}:{' ' * bool(head)}{head}"
        yield from tail


def _list(data: list[Data], column: int, path: DataPath, comments: Comments) -> Iterator[str]:
    for number, value in enumerate(data):
        here = (*path, number)
        if isinstance(value, dict) and number and len(value) > _STEP + 1:
            yield ""
        yield from _comment(here, column, comments)
        if isinstance(value, dict) and value:
            first, *rest = _map(value, column + _STEP, here, comments)
            while first.lstrip().startswith("#"):
                yield first.replace(" " * _STEP, "", 1)
                first, *rest = rest
            yield f"{' ' * column}- {first.lstrip()}"
            yield from rest
        else:
            head, *tail = _value(value, "", column, here, comments)
            yield f"{' ' * column}- {head}"
            yield from tail


def _value(value: Data, key: str, column: int, path: DataPath, comments: Comments) -> Iterator[str]:
    """What stands behind the colon, then the lines below it."""
    if isinstance(value, dict) and value:
        yield ""
        yield from _map(value, column + _STEP, path, comments)
    elif isinstance(value, list) and value:
        yield ""
        yield from _list(value, column + _STEP, path, comments)
    else:
        is_long = isinstance(value, str) and column + len(key) + len(value) + _STEP > WIDTH
        slot = fill(value, column, Where(key, is_item=False), HOUSE, ">" if is_long else "")
        yield slot.head
        yield from slot.tail


def _comment(path: DataPath, column: int, comments: Comments) -> Iterator[str]:
    for line in comments.get(path, "").splitlines():
        yield f"{' ' * column}# {line}"
