"""Deadlines that the words of a signed duty name otherwise than the draft did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach_cli.exchange.intake.comparing import Change
from kehoach_cli.exchange.intake.duty_words import due_in
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.vn.due import Due, read_due
from kehoach_cli.workspace import Located, PlanFolder


@frozen
class MovedDue:
    """A task whose ``due`` says what its words said before; ``theirs`` is "" where they name none.

    ``where`` is the paragraph in the signed file.
    """

    task: Located[Task]
    ours: str
    theirs: str
    where: str


def moved_dues(folder: PlanFolder, changes: Iterable[Change]) -> Iterator[MovedDue]:
    """Duties whose words were changed in their deadline, while ``due`` repeats the old one.

    A ``due`` that never came from the words stays as it is.
    """
    tasks = {(one.file, one.path): one for one in folder.tasks}
    for change in changes:
        place = change.ours.place if change.ours else None
        if change.ours is None or change.theirs is None or place is None:
            continue
        task = tasks.get((place.file, place.path[:-1])) if place.path[-1:] == ("title",) else None
        before, after = due_in(change.ours.text), due_in(change.theirs.text)
        due = task.value.due if task else None
        if task and due and before and _same(due, before) and not _same(before, after):
            yield MovedDue(task, due, after, change.theirs.where)


def _same(one: str, other: str) -> bool:
    return _without_words(read_due(one)) == _without_words(read_due(other))


def _without_words(due: Due) -> Due:
    return replace(due, text="")
