"""What the keys of an entity say, each as one value that can be set beside another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import MoneyLine, Split, Task
from kehoach_cli.model.register import Document
from kehoach_cli.model.report import CommitmentReport, TaskReport
from kehoach_cli.model.shape import Slot, slots
from kehoach_cli.model.status import Status
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace.changes.shapes import Value
from kehoach_cli.workspace.changes.things import SORTS
from kehoach_cli.workspace.schemas import meaning, value_meaning

_ABOUT_MONEY = {"year", "level", "kind", "source", "supplementary"}
_AMOUNTS = tuple(slot.key for slot in slots(MoneyLine) if slot.key not in _ABOUT_MONEY)
_SPLIT_UP = {"money", "split", "co_leads"}
"""Keys of a task that are told part by part, or with another key."""


_PLAIN = frozenset(
    {"agency", "clause", "date", "document", "due", "heading", "items", "lines", "name", "note"}
    | {"number", "role", "style", "text", "title"}
)
"""Keys whose values are understood without them."""

_TOLD = ("status", "kept", "percent", "done_on", "result", "text", "late_reason", "late_note")
"""What an entry of a report says in the end, in the order in which it is told."""


def told(value: Entity) -> str:
    """An entry of a report in one line; "" for anything else."""
    said = aspects(value) if isinstance(value, TaskReport | CommitmentReport) else {}
    parts = [
        f"{said[key]}%" if key == "percent" else str(said[key]) for key in _TOLD if key in said
    ]
    return "; ".join(parts)


def aspects(value: Entity) -> dict[str, Value]:
    """Aspect → what it says; aspects that say nothing are left out."""
    found = dict(_own(value))
    if isinstance(value, Task):
        found["lead"] = tuple(value.leads)
        found |= dict(_money(value.money))
        found |= dict(_split(value.split))
    return {aspect: said for aspect, said in found.items() if said not in (None, (), "")}


def is_listed(model: type[Entity], aspect: str) -> bool:
    """Whether it is said line by line, so that only the lines that differ need to be told."""
    return any(slot.key == aspect and slot.many and slot.ref is None for slot in _slots(model))


def untold(old: Entity, new: Entity, told_keys: Collection[str]) -> Iterator[str]:
    """Keys whose values differ although they are said alike."""
    for slot in _slots(type(old)):
        mine, theirs = getattr(old, slot.name), getattr(new, slot.name)
        if mine != theirs and not isinstance(mine, str) and slot.key not in told_keys:
            yield slot.key


def _own(value: Entity) -> Iterator[tuple[str, Value]]:
    for slot in _slots(type(value)):
        held = getattr(value, slot.name)
        if slot.ref == "actor" and held:
            yield slot.key, tuple(held) if slot.many else (held,)
        elif slot.key in _AMOUNTS and isinstance(held, int):
            yield slot.key, held
        elif slot.many and held:
            said = (value_meaning(type(value), slot.key, one) or say(one) or "" for one in held)
            yield slot.key, "\n".join(said)
        else:
            yield slot.key, value_meaning(type(value), slot.key, held) or say(held)


@cache
def _slots(model: type[Entity]) -> tuple[Slot, ...]:
    inner = SORTS[model].inner if model in SORTS else ()
    left_out = {"id", *inner, *(_SPLIT_UP if model is Task else ())}
    return tuple(slot for slot in slots(model) if slot.name not in left_out)


def _money(lines: tuple[MoneyLine, ...]) -> Iterator[tuple[str, Value]]:
    """Each amount of each line; lines of the same year, kind and source are numbered."""
    seen: dict[str, int] = {}
    for line in lines:
        extra = ", bổ sung" if line.supplementary else ""
        name = f"{line.year}, {line.source}, {line.level}, {line.kind}{extra}"
        seen[name] = seen.get(name, 0) + 1
        name += f" ({seen[name]})" if seen[name] > 1 else ""
        amounts = [(key, amount) for key in _AMOUNTS if (amount := getattr(line, key)) is not None]
        yield from ((f"money:{key}, {name}", amount) for key, amount in amounts)
        if not amounts:
            yield f"money:{name}", "chưa ghi số tiền"


def _split(split: Split | None) -> Iterator[tuple[str, Value]]:
    for slot in slots(Split) if split else ():
        yield f"split:{slot.key}", say(getattr(split, slot.name))


def say(value: object) -> str | None:
    """A value in one line of words; None where nothing is held."""
    said: str | None = None
    match value:
        case None | () | False:
            pass
        case True:
            said = "có"
        case Status(label=label):
            said = label
        case Document():
            said = say_document(value)
        case Entity():
            parts = [(slot.key, _part(value, slot)) for slot in slots(type(value))]
            said = ", ".join(
                part if key in _PLAIN else f"{_called(type(value), key)}: {part}"
                for key, part in parts
                if part
            )
        case tuple():
            said = "; ".join(say(one) or "" for one in value)
        case date():
            said = format_day(value)
        case _:
            said = " ".join(str(value).split())
    return said


def _called(model: type[Entity], key: str) -> str:
    """The beginning of what a key means: «lời cũ», «phần việc của đối tác»."""
    words = re.split(r"[;,.:(]", meaning(model, key).removeprefix("true: "), maxsplit=1)[0].strip()
    return words[:1].lower() + words[1:]


def _part(value: Entity, slot: Slot) -> str | None:
    held = getattr(value, slot.name)
    return value_meaning(type(value), slot.key, held) or say(held)


def say_document(document: Document) -> str:
    """«Công văn số 300/UBND-TH ngày 04/5/2026»."""
    parts = (
        document.type,
        document.number and f"số {document.number}",
        document.date and f"ngày {format_day(document.date)}",
        document.issuer and f"của {document.issuer}",
        document.title,
    )
    return " ".join(part for part in parts if part)
