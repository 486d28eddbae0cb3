"""Whether an amendment that came with the change says it: which place, and which words.

It is held against what ``kehoach amend`` would write of the change, so a record that it drafted is
always enough; a row typed by hand may name the place by id, title or number instead, and an agency
by its full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach_cli.drafting.amendment_draft import place_words, said_words
from kehoach_cli.drafting.issued_text import issued_lines
from kehoach_cli.drafting.wording import name_of, promise, short_name_of
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.amendment import Change as Row
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Task
from kehoach_cli.workspace import Located, PlanFolder, Workspace
from kehoach_cli.workspace.changes import Change

Sides = tuple[Workspace, Workspace]
"""Before and after."""

_WORD = re.compile(r"\w+")
_TELLING = frozenset({"title", "text", "heading", "intro", "closing", "parts", "condition"})
"""Aspects whose wording says by itself which place is meant."""


def is_amended(sides: Sides, one: Change) -> bool:
    """An amendment that is new with its number and day has a row about the change."""
    rows = [row for record in _fresh(sides, one.plan) for row in record.changes]
    if one.thing == "issued-text" and _is_followed(sides, one):
        return True
    if one.aspect in _TELLING and _is_rewritten(rows, _flat(one.old), _flat(one.new)):
        return True
    return any(_has_words(sides, one, row) and _has_place(sides, one, row) for row in rows)


def _fresh(sides: Sides, plan: str) -> list[Amendment]:
    before, after = (ws.folder(plan) for ws in sides)
    known = {one.value.id for one in _issued(before)}
    return [one.value for one in _issued(after) if one.value.id not in known]


def _issued(folder: PlanFolder | None) -> list[Located[Amendment]]:
    found = folder.amendments if folder else ()
    return [one for one in found if one.value.number and one.value.date]


def _is_followed(sides: Sides, one: Change) -> bool:
    """A line of ``issued.md`` that was printed and is no more, or the other way round.

    What the data print is judged by itself; the signed text only follows it.
    """
    before, after = (_printed(ws, one.plan) for ws in sides)
    gone, come = (_flat(value).strip() for value in (one.old, one.new))
    return (not gone or gone in before - after) and (not come or come in after - before)


def _is_rewritten(rows: Iterable[Row], old: str, new: str) -> bool:
    """The rows, which may give a few words of a paragraph only, make the one of the other."""
    for row in rows:
        if row.old is None:
            new = new.replace(_flat(row.new), " ")
        else:
            old = old.replace(_flat(row.old), _flat(row.new) if row.new else " ")
    return old == new and bool(old.strip())


def _printed(ws: Workspace, plan: str) -> set[str]:
    folder = ws.folder(plan)
    lines = issued_lines(ws, folder) if folder else ()
    return {_flat(line).strip() for line in lines}


def _has_words(sides: Sides, one: Change, row: Row) -> bool:
    """Its new wording holds that of the change; of what went its old one alone does."""
    if isinstance(one.old, tuple) or isinstance(one.new, tuple):
        return _has_names(sides, one, row)
    lost, gained = (_words(sides, one, is_old=is_old) for is_old in (True, False))
    if gained and one.now:
        return _flat(gained) in _flat(row.new)
    return _flat(lost) in _flat(row.old) and _flat(lost) not in _flat(row.new)


def _words(sides: Sides, one: Change, *, is_old: bool) -> str:
    """What was or is said; a whole task by its title, a whole commitment by its promises."""
    if one.aspect or one.thing == "section":
        return said_words(sides, one, is_old=is_old)
    item = sides[0 if is_old else 1].index.get(one.thing, {}).get(one.id)
    if item is not None and isinstance(item.value, Commitment):
        return promise(item.value)
    return one.called[0 if is_old else 1] or said_words(sides, one, is_old=is_old)


def _has_names(sides: Sides, one: Change, row: Row) -> bool:
    """Who came stands in the new wording, who went in the old one; where all stayed, all do."""
    before, after = (value if isinstance(value, tuple) else () for value in (one.old, one.new))
    come, gone = set(after) - set(before), set(before) - set(after)
    if not come and not gone:
        come = set(after)
    return all(_is_named(sides, who, row.new) for who in come) and all(
        _is_named(sides, who, row.old) for who in gone
    )


def _is_named(sides: Sides, actor: str, words: str | None) -> bool:
    ws = next((one for one in reversed(sides) if actor in one.actors), sides[1])
    names = (actor, name_of(ws, actor), short_name_of(ws, actor))
    return any(_flat(name) in _flat(words) for name in names)


def _has_place(sides: Sides, one: Change, row: Row) -> bool:
    """Some way to say which thing it is, and for a plan which part, stands in the row."""
    if one.aspect in _TELLING or (not one.aspect and one.thing != "section"):
        return True
    said = _flat(" ".join(filter(None, (row.clause, row.old, row.new))))
    return any(all(_flat(part) in said for part in way) for way in _ways(sides, one))


def _ways(sides: Sides, one: Change) -> Iterator[tuple[str, ...]]:
    """Each way to name the place: all its parts have to be there."""
    yield (place_words(sides, one),)
    if one.thing == "section":
        yield from ((name.partition(" ")[2],) for name in one.called if name)
    if one.thing not in {"task", "commitment"}:
        return
    yield (one.id,)
    yield from ((title,) for title in one.called if title)
    for ws in sides:
        item = ws.index[one.thing].get(one.id)
        if item is not None:
            yield from _numbered(ws, item, one)


def _numbered(ws: Workspace, item: Located[Entity], one: Change) -> Iterator[tuple[str, ...]]:
    match item.value:
        case Task(kind="annex"):
            number = str(_annex_ids(ws, one.plan).index(one.id) + 1)
            yield from ((f"{word} {number}",) for word in ("nhiệm vụ", "TT", "STT"))
        case Commitment(letter=str() as letter):
            yield (f"điểm {letter}", name_of(ws, item.owner))
            yield (f"điểm {letter}", short_name_of(ws, item.owner))


def _annex_ids(ws: Workspace, plan: str) -> list[str]:
    folder = ws.folder(plan)
    tasks: Iterable[Located[Task]] = folder.tasks if folder else ()
    return [one.value.id for one in tasks if one.value.kind == "annex"]


def _flat(value: object) -> str:
    return f" {' '.join(_WORD.findall(str(value or '').lower()))} "
