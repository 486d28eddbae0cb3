"""Setting two workspaces side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kehoach_cli.diagnostics import Place, Span
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Extension, Plan, Task
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace.changes.ordering import order_changes
from kehoach_cli.workspace.changes.saying import (
    aspects,
    is_listed,
    say_document,
    told,
    untold,
)
from kehoach_cli.workspace.changes.sections import section_changes
from kehoach_cli.workspace.changes.shapes import Change, Changes, Value
from kehoach_cli.workspace.changes.things import ORDER, Key, Thinglet, actors_of, things
from kehoach_cli.workspace.changes.wording import differing_lines
from kehoach_cli.workspace.entities import IN_PLAN, PlanFolder, Workspace

_PRINTED = {"plan", "section", "annex", "task", "commitment", "issued-text"}
"""Things that a Kế hoạch sửa đổi or a công văn đính chính speaks of."""


def compare(old: Workspace, new: Workspace) -> Changes:
    """Everything that differs, told by id.

    ``compare(a, a)`` is empty and ``compare(b, a)`` is ``compare(a, b)`` seen from the other side.
    What one side has in a file that cannot be read, or under an id whose entity is broken, is not
    known to have come or gone, and is left out.
    """
    before, after = things(old), things(new)
    numbers = _amending(old, new)
    told = (*_paired(old, new, before, after), *order_changes(old, new), *_issued_texts(old, new))
    found = [
        replace(one, by=(*one.by, *numbers.get(one.plan, ()))) if one.thing in _PRINTED else one
        for one in told
    ]
    return Changes(tuple(sorted(found, key=lambda one: (one.plan, ORDER[one.thing]))))


def _paired(
    old: Workspace, new: Workspace, before: Mapping[Key, Thinglet], after: Mapping[Key, Thinglet]
) -> Iterator[Change]:
    for key, one in after.items():
        twin = before.get(key)
        if twin is not None:
            yield from _within(twin, one)
        elif not _is_unknown(old, one):
            yield _whole(None, one)
    for key, one in before.items():
        if key not in after and not _is_unknown(new, one):
            yield _whole(one, None)


def _is_unknown(ws: Workspace, one: Thinglet) -> bool:
    """Whether that side may hold it, in a way that could not be read."""
    source = ws.sources.get(one.item.file)
    own = getattr(one.item.value, "id", None)
    return own in ws.broken_ids or bool(source and source.is_broken)


def _whole(old: Thinglet | None, new: Thinglet | None) -> Change:
    before, after = (_said(old), _said(new))
    return replace(_named(old, new), old=before, new=after)


def _said(one: Thinglet | None) -> str | None:
    """What an entity that came or went is about."""
    if one is None:
        return None
    if isinstance(one.item.value, Extension):
        return str(one.item.value.due)
    return told(one.item.value) or one.title or one.id


def _named(old: Thinglet | None, new: Thinglet | None) -> Change:
    there = [one for one in (old, new) if one is not None]
    first = there[0]
    return Change(
        thing=first.sort.thing,
        id=first.id,
        plan=first.plan,
        within=first.within,
        called=(old.title if old else "", new.title if new else ""),
        was=old.item.at() if old else None,
        now=new.item.at() if new else None,
        by=_documents(old, new),
        actors=tuple(dict.fromkeys(sorted(who for one in there for who in actors_of(one.item)))),
    )


def _within(old: Thinglet, new: Thinglet) -> Iterator[Change]:
    """What reads otherwise in something that both sides have."""
    if old.item.value == new.item.value:
        return
    whole = _named(old, new)
    for aspect, mine, theirs in _differing(old.item.value, new.item.value):
        key = aspect.partition(":")[0]
        yield replace(
            whole,
            aspect=aspect,
            old=mine,
            new=theirs,
            was=old.item.at(key),
            now=new.item.at(key),
            by=whole.by if aspect == "due" else (),
        )
    if isinstance(old.item.value, Plan) and isinstance(new.item.value, Plan):
        yield from section_changes(old.item, new.item)  # type: ignore[arg-type]


def _differing(old: Entity, new: Entity) -> Iterator[tuple[str, Value, Value]]:
    """Aspects that are said otherwise; lists line by line."""
    mine, theirs = aspects(old), aspects(new)
    found = [one for one in dict.fromkeys((*mine, *theirs)) if mine.get(one) != theirs.get(one)]
    for aspect in found:
        before, after = mine.get(aspect), theirs.get(aspect)
        if is_listed(type(old), aspect):
            for line, other in differing_lines(str(before or ""), str(after or "")):
                yield aspect, line, other
        else:
            yield aspect, before, after
    known = {aspect.partition(":")[0] for aspect in found}
    for key in untold(old, new, known | {"lead"}):  # told with those who lead beside it
        yield key, mine.get(key), theirs.get(key)


def _documents(old: Thinglet | None, new: Thinglet | None) -> tuple[str, ...]:
    """What fixed or moved the due, as far as the two sides differ in it."""
    found = [_moved_by(old), _moved_by(new)]
    return tuple(one for one in sorted(set(found)) if one and found.count(one) == 1)


def _moved_by(one: Thinglet | None) -> str:
    match one.item.value if one else None:
        case Task(due_set_by=document) | Extension(granted=document) if document:
            return say_document(document)
    return ""


def _amending(old: Workspace, new: Workspace) -> Mapping[str, tuple[str, ...]]:
    """Plan → the issued amendments that only one side has."""
    found: dict[str, set[str]] = {}
    for ws in (old, new):
        for folder in ws.folders:
            found[folder.id] = found.get(folder.id, set()) ^ _numbers(folder)
    return {plan: tuple(sorted(numbers)) for plan, numbers in found.items()}


def _numbers(folder: PlanFolder) -> set[str]:
    return {
        f"Văn bản số {one.value.number} ngày {format_day(one.value.date)}"
        for one in folder.amendments
        if one.value.number and one.value.date
    }


def _issued_texts(old: Workspace, new: Workspace) -> Iterator[Change]:
    """Lines of ``issued.md``, each with its place where it has one."""
    files = {path for ws in (old, new) for path in ws.sources if path.endswith("/issued.md")}
    for file in sorted(files):
        match = IN_PLAN.match(file)
        plan = match["owner"] if match else ""
        before, after = old.sources.get(file), new.sources.get(file)
        for mine, theirs in differing_lines(
            before.text if before else "", after.text if after else ""
        ):
            yield Change(
                "issued-text",
                plan,
                plan,
                aspect="text",
                old=mine,
                new=theirs,
                was=Place(file, span=_line(before.text, mine, file)) if before else None,
                now=Place(file, span=_line(after.text, theirs, file)) if after else None,
            )


def _line(text: str, wanted: str | None, file: str) -> Span:
    """The first line that reads so; the top where none does."""
    for number, line in enumerate(text.splitlines(), 1):
        if wanted is not None and " ".join(line.split()) == wanted:
            return Span(file, number, 1, number, len(line) + 1)
    return Span(file)
