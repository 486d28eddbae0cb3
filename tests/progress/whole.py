"""What is computed as text for a golden file: each field and property of each thing in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any

from kehoach_cli.model.fields import Entity
from kehoach_cli.progress import Item, Ratio
from kehoach_cli.vn.due import Due
from kehoach_cli.vn.period import Period
from kehoach_cli.workspace import Located

_ELSEWHERE = {"items", "title", "workspace"}
"""Fields that say what other lines say too."""


def told(name: str, value: object) -> str:
    """``name`` and its value, a line for each thing that is more than a word."""
    return "".join(f"{line}\n" for line in _lines(name, list(_parts(value))))


def _lines(name: str, parts: list[tuple[str, object]]) -> Iterator[str]:
    words = [f"{key}={word}" for key, part in parts if (word := _word(part)) is not None]
    yield " ".join([f"{name}:", *words])
    for key, part in parts:
        if _word(part) is None:
            yield from (f"  {line}" for line in _lines(key, list(_parts(part))))


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """What it is made of, without what is left at its default or has been told elsewhere."""
    if isinstance(value, Mapping):
        yield from ((_word(key) or str(key), part) for key, part in value.items() if part != 0)
    elif isinstance(value, tuple):
        yield from ((str(number), part) for number, part in enumerate(value, 1))
    else:
        assert is_dataclass(value), value
        for one in fields(value):
            part = getattr(value, one.name)
            if one.name not in _ELSEWHERE and (type(part), part) != (
                type(one.default),
                one.default,
            ):
                yield one.name, part
        for name, one in vars(type(value)).items():
            if isinstance(one, property):
                yield name, getattr(value, name)


def _word(value: object) -> str | None:
    """What is said of it where it is only named; None for what is told in lines of its own."""
    if isinstance(value, tuple):
        return ",".join(value) if all(isinstance(one, str) for one in value) else None
    if value is None:
        return "–"
    for kind, word in _WORDS.items():
        if isinstance(value, kind):
            return word(value)
    return getattr(value, "code", None)


_WORDS: Mapping[type | UnionType, Callable[[Any], str]] = {
    str | int | date: str,
    Located: lambda one: "/".join(map(str, (one.file.removeprefix("data/"), *one.path))),
    Entity: lambda one: type(one).__name__,
    Item: lambda one: one.key,
    Due: lambda one: one.text,
    Period: lambda one: one.id,
    Ratio: lambda one: f"{one.numerator}/{one.denominator}={one.percent_text}",
}
