"""What progress reports say of tasks, entry by entry, and which needed field an entry lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kehoach_cli.diagnostics import Found, Place
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Task
from kehoach_cli.model.report import Report, TaskReport
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import task_called, task_of
from kehoach_cli.workspace import Located


@dataclass(frozen=True, slots=True)
class Entry:
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
        """The task's id and title."""
        return task_called(self.said.task, self.task)

    def at(self, *parts: str | int) -> Place:
        """The place of a field of the entry."""
        return self.report.at("tasks", self.number, *parts)


def entries(ctx: Context) -> Iterator[Entry]:
    """All entries about tasks, in the order of files and lines."""
    for report in ctx.ws.of(Report):
        for number, said in enumerate(report.value.tasks):
            yield Entry(report, number, said, task_of(ctx, said.task))


def lacking(ctx: Context, need: str) -> Iterator[Found]:
    """Entries whose status is believed only with the field ``need``, and that say nothing there."""
    for entry in entries(ctx):
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
