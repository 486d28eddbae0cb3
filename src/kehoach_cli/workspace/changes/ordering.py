"""In which order a Phụ lục gives its tasks: the numbers by which other documents cite them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_cli.model.plan import Task
from kehoach_cli.workspace.changes.shapes import Change
from kehoach_cli.workspace.entities import Located, PlanFolder, Workspace

Tasks = Sequence[Located[Task]]


def order_changes(old: Workspace, new: Workspace) -> Iterator[Change]:
    """One change for each plan whose annex tasks stand in another order.

    It tells the stretch that differs. Tasks that only one side has do not count: what came or went
    moves the numbers of all that follow, and is told by itself.
    """
    for before in old.folders:
        after = new.folder(before.id)
        if after is not None:
            mine, theirs = _stretch(_common(before, after), _common(after, before))
            if mine:
                yield _change(before.id, mine, theirs)


def _common(own: PlanFolder, other: PlanFolder) -> list[Located[Task]]:
    known = {one.value.id for one in _listed(other)}
    return [one for one in _listed(own) if one.value.id in known]


def _listed(folder: PlanFolder) -> Iterator[Located[Task]]:
    """Annex tasks, each id once."""
    there = {one.value.id: one for one in reversed(folder.tasks) if one.value.kind == "annex"}
    return (one for one in folder.tasks if there.get(one.value.id) is one)


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


def _change(plan: str, mine: Tasks, theirs: Tasks) -> Change:
    return Change(
        "annex",
        plan,
        plan,
        aspect="order",
        old=_titles(mine),
        new=_titles(theirs),
        was=mine[0].at(),
        now=theirs[0].at(),
    )


def _titles(tasks: Tasks) -> str:
    return "; ".join(" ".join(one.value.title.split()) for one in tasks)
