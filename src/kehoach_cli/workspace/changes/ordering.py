"""In which order a plan gives its tasks: the numbers and letters by which others cite them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kehoach_cli.model.plan import Task
from kehoach_cli.workspace.changes.shapes import Change
from kehoach_cli.workspace.entities import Located, PlanFolder, Workspace

Tasks = Sequence[Located[Task]]


def order_changes(old: Workspace, new: Workspace) -> Iterator[Change]:
    """One change for each Phụ lục and each clause whose tasks or duties stand in another order.

    It tells the stretch that differs. Tasks that only one side has do not count: what came or went
    moves the numbers of all that follow, and is told by itself.
    """
    for before in old.folders:
        after = new.folder(before.id)
        if after is not None:
            was, now = _listed(before), _listed(after)
            for clause in was:
                mine, theirs = _common(was, now, clause), _common(now, was, clause)
                yield from _changed(before.id, clause, *_stretch(mine, theirs))


_Listed = Mapping[str, Tasks]
"""Tasks by the clause that prints them in their order; "" is the Phụ lục."""


def _common(own: _Listed, other: _Listed, clause: str) -> Tasks:
    known = {one.value.id for one in other.get(clause, ())}
    return [one for one in own.get(clause, ()) if one.value.id in known]


def _listed(folder: PlanFolder) -> _Listed:
    """Annex tasks and duties, each id once."""
    there = {one.value.id: one for one in reversed(folder.tasks)}
    found: dict[str, list[Located[Task]]] = {}
    for one in folder.tasks:
        clause = _clause(one.value)
        if clause is not None and there[one.value.id] is one:
            found.setdefault(clause, []).append(one)
    return found


def _clause(task: Task) -> str | None:
    """Where the plan prints it among others; None where it does not."""
    if task.kind == "annex":
        return ""
    return task.source.clause if task.kind == "duty" else None


def _stretch(mine: Tasks, theirs: Tasks) -> tuple[Tasks, Tasks]:
    """From the first to the last place where the two have other ids."""
    places = [
        place
        for place, (one, other) in enumerate(zip(mine, theirs, strict=True))
        if one.value.id != other.value.id
    ]
    if not places:
        return (), ()
    stretch = slice(places[0], places[-1] + 1)
    return mine[stretch], theirs[stretch]


def _changed(plan: str, clause: str, mine: Tasks, theirs: Tasks) -> Iterator[Change]:
    if mine:
        yield Change(
            "section" if clause else "annex",
            plan,
            plan,
            aspect="order",
            old=_titles(mine),
            new=_titles(theirs),
            called=(clause, clause),
            was=mine[0].at(),
            now=theirs[0].at(),
        )


def _titles(tasks: Tasks) -> str:
    return "; ".join(" ".join(one.value.title.split()) for one in tasks)
