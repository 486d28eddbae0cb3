"""Every due text of a workspace, read once for all rules about dates.

Belongs to no rule. A due stands in a task, in its milestones, in an extension, in what is to be
prepared for a session and in what its conclusions give to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from kehoach_cli.diagnostics import DataPath, Place
from kehoach_cli.model.plan import Extension, Plan, Task
from kehoach_cli.model.session import Session
from kehoach_cli.progress.dues import event_day, issued_on, settled_due
from kehoach_cli.vn.due import Due, Window
from kehoach_cli.workspace import Located, PlanFolder, Workspace

_OWN: DataPath = ("due",)


class Scope(NamedTuple):
    """What a plan says about the days of its tasks.

    ``window``: the plan's period; ``issued_from``: its day once it is issued.
    """

    plan: Located[Plan]
    window: Window
    issued_from: date | None


class Dated(NamedTuple):
    """A due text: in which entity, where below it, what it means, within which plan."""

    of: Located[Task] | Located[Extension] | Located[Session]
    path: DataPath
    due: Due
    scope: Scope | None

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return self.of.at(*self.path)


def read_dues(ws: Workspace) -> tuple[Dated, ...]:
    """All due texts, plan by plan; a task's own comes right before those of its milestones."""
    return tuple(chain.from_iterable(map(_in_folder, ws.folders)))


def _scope(folder: PlanFolder) -> Scope | None:
    if folder.plan is None:
        return None
    plan = folder.plan.value
    return Scope(folder.plan, (plan.period.first, plan.period.last), plan.issued_from)


def _in_folder(folder: PlanFolder) -> Iterator[Dated]:
    scope = _scope(folder)
    window, issued = scope.window if scope else None, issued_on(folder)
    read = cache(partial(settled_due, window=window, issued=issued))  # the same few texts fill it
    for item in folder.tasks:
        task = item.value
        if task.due:
            day = event_day(task) if task.due_event else None
            due = read(task.due, happened=day) if day else read(task.due)
            yield Dated(item, _OWN, due, scope)
        for number, step in enumerate(task.milestones):
            yield Dated(item, ("milestones", number, "due"), read(step.due), scope)
    for extension in folder.extensions:
        yield Dated(extension, ("due",), read(extension.value.due), scope)
    for session in folder.sessions:
        for at, text in _of_session(session.value):
            yield Dated(session, at, read(text), scope)


def _of_session(session: Session) -> Iterator[tuple[DataPath, str]]:
    """What is to be prepared for a session, then what its conclusions give to somebody."""
    for number, work in enumerate(session.preparation):
        if work.due:
            yield ("preparation", number, "due"), work.due
    for number, given in enumerate(session.conclusions.assignments if session.conclusions else ()):
        if given.due:
            yield ("conclusions", "assignments", number, "due"), given.due
