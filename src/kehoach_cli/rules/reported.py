"""What progress reports say of tasks, entry by entry, read once for all rules about reports.

Belongs to no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kehoach_cli.diagnostics import Found, Place
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Task
from kehoach_cli.model.report import Report, TaskReport
from kehoach_cli.rules.naming import named
from kehoach_cli.workspace import Located, Workspace


class Entry(NamedTuple):
    """What one report says of one task; ``task`` is None when there is no usable task."""

    report: Located[Report]
    number: int
    said: TaskReport
    task: Located[Task] | None

    @property
    def sender(self) -> str:
        """Who reports."""
        return self.report.value.sender

    @property
    def reported(self) -> date:
        """The day of the report."""
        return self.report.value.reported

    @property
    def called(self) -> str:
        """The task's id and title; only its id where nothing else is known."""
        return named(self.said.task, self.task.value.title) if self.task else self.said.task

    def at(self, *parts: str | int) -> Place:
        """The place of a field of the entry."""
        return self.report.at("tasks", self.number, *parts)


def read_entries(ws: Workspace) -> tuple[Entry, ...]:
    """All entries about tasks, in the order of files and lines; of two equal task ids the first."""
    tasks: dict[str, Located[Task]] = {}
    for task in ws.of(Task):
        tasks.setdefault(task.value.id, task)
    return tuple(
        Entry(report, number, said, tasks.get(said.task))
        for report in ws.of(Report)
        for number, said in enumerate(report.value.tasks)
    )


def lacking(entries: Iterable[Entry], need: str) -> Iterator[Found]:
    """Entries whose status is believed only with the field ``need``, and that say nothing there."""
    for entry in entries:
        if need in entry.said.status.needs and not says_something(getattr(entry.said, need)):
            args = {"task": entry.called, "status": entry.said.status.label}
            yield Found(entry.at("status"), args)


def says_something(value: object) -> bool:
    """Whether a field holds anything: an empty list, and a map without values, say nothing."""
    match value:
        case None:
            return False
        case tuple():
            return any(says_something(one) for one in value)
        case Entity():
            return any(says_something(one) for _, one in value)
        case _:
            return True
