"""How models hang together: which keys hold ids of other things, which hold further models.

Read once from the models' own annotations, so that a new reference or key needs no second place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, get_args, get_origin

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity, Ref


@frozen
class Slot:
    """One key of a model: where it leads."""

    name: str
    key: str
    many: bool
    ref: str | None
    child: type[Entity] | None


@frozen
class Reference:
    """An id that stands in an entity, the kind of thing it names and the way to it."""

    kind: str
    id: str
    path: DataPath


@cache
def slots(model: type[Entity]) -> tuple[Slot, ...]:
    """All keys of a model, in order."""
    return tuple(
        _slot(name, field.alias or name, (field.annotation, *field.metadata))
        for name, field in model.model_fields.items()
    )


def keys_at(model: type[Entity], path: DataPath) -> tuple[str, ...]:
    """The keys that the map at ``path`` below ``model`` may hold; () where there is no map."""
    found: type[Entity] | None = model
    for part in path:
        if found is None or isinstance(part, int):
            continue
        found = next((slot.child for slot in slots(found) if slot.key == part), None)
    return () if found is None else tuple(slot.key for slot in slots(found))


def references(entity: Entity, path: DataPath = ()) -> Iterator[Reference]:
    """Every id in ``entity`` that names something else, nested models included."""
    for slot in _telling(type(entity)):
        value = getattr(entity, slot.name)
        if not value:
            continue
        items = enumerate(value) if slot.many else ((None, value),)
        for index, item in items:
            here = (*path, slot.key) if index is None else (*path, slot.key, index)
            if slot.ref:
                yield Reference(slot.ref, item, here)
            else:
                yield from references(item, here)


def gather_ids(entities: Iterable[Entity], found: dict[str, set[str]]) -> None:
    """Add every id that ``references`` would give to the set of its kind, in a tenth of the time.

    Entities of one model are read key by key, not one by one.
    """
    rows: dict[type[Entity], list[dict[str, Any]]] = {}
    for entity in entities:
        rows.setdefault(type(entity), []).append(entity.__dict__)
    for model, values in rows.items():
        for name, ref, many in _told_by(model):
            column = filter(None, map(itemgetter(name), values))
            below = chain.from_iterable(column) if many else column
            if ref is None:
                gather_ids(below, found)
            elif ids := set(below):
                found.setdefault(ref, set()).update(ids)


@cache
def _told_by(model: type[Entity]) -> tuple[tuple[str, str | None, bool], ...]:
    return tuple((slot.name, slot.ref, slot.many) for slot in _telling(model))


@cache
def _telling(model: type[Entity]) -> tuple[Slot, ...]:
    """The slots below which some reference can stand."""
    return tuple(slot for slot in slots(model) if slot.ref or _leads_to_ref(slot.child, model))


def _leads_to_ref(child: type[Entity] | None, *seen: type[Entity]) -> bool:
    if child is None:
        return False
    if child in seen:
        return any(slot.ref for slot in slots(child))
    return any(slot.ref or _leads_to_ref(slot.child, child, *seen) for slot in slots(child))


def _slot(name: str, key: str, annotation: tuple[Any, ...]) -> Slot:
    parts = [part for one in annotation for part in _parts(one)]
    refs = [part.kind for part in parts if isinstance(part, Ref)]
    models = [part for part in parts if isinstance(part, type) and issubclass(part, Entity)]
    return Slot(
        name=name,
        key=key,
        many=tuple in parts,
        ref=refs[0] if refs else None,
        child=models[0] if models else None,
    )


@cache  # hundreds of keys have one of a few dozen
def _parts(annotation: Any) -> tuple[Any, ...]:
    """An annotation, its origin and everything inside it."""
    within = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    inner = [part for one in within for part in _parts(one)]
    return (get_origin(annotation) or annotation, *inner)
