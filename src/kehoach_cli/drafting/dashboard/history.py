"""What became of a task: assigned, asked to be put off, put off, reported on; by the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from kehoach_cli.drafting.wording import reference, sentence, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Extension
from kehoach_cli.model.report import LATE_REASON_LABELS, CommitmentReport, Report, TaskReport
from kehoach_cli.progress import Item
from kehoach_cli.progress.commitments import said_of
from kehoach_cli.workspace import PlanFolder, Workspace

_About = tuple[str, str]
"""(plan, id of the task or commitment)."""


@frozen
class Happening:
    """Something that happened on a day; ``day`` is None where no document has one.

    ``late_reason`` stands apart, since the public may not be told it.
    """

    day: date | None
    text: str
    late_reason: str | None = None


@frozen
class Histories:
    """All that had happened by ``as_of``, found by item; each file is read once."""

    ws: Workspace
    as_of: date

    def of(self, item: Item) -> tuple[Happening, ...]:
        """The history of an item, the latest first; its rounds share one."""
        return self._found.get((item.plan_id, item.id), ())

    @cached_property
    def _found(self) -> dict[_About, tuple[Happening, ...]]:
        found: dict[_About, list[Happening]] = {}
        for folder in self.ws.folders:
            for own, happening in self._in(folder):
                if happening.day is None or happening.day <= self.as_of:
                    found.setdefault((folder.id, own), []).append(happening)
        return {
            key: tuple(sorted(some, key=lambda one: one.day or date.min, reverse=True))
            for key, some in found.items()
        }

    def _in(self, folder: PlanFolder) -> Iterator[tuple[str, Happening]]:
        for task in folder.tasks:
            if task.value.assigned:
                yield task.value.id, Happening(task.value.assigned, "Giao nhiệm vụ.")
        for extension in folder.extensions:
            for happening in _put_off(extension.value):
                yield extension.value.task, happening
        for report in folder.reports:
            yield from self._reported(report.value)

    def _reported(self, report: Report) -> Iterator[tuple[str, Happening]]:
        who = f"{short_name_of(self.ws, report.sender)} (kỳ {report.period})"
        for task in report.tasks:
            said = " ".join(_said(task))
            yield task.task, Happening(report.reported, f"{who}: {said}", _why_late(task))
        for promise in report.commitments:
            said = " ".join(_kept(promise))
            yield promise.commitment, Happening(report.reported, f"{who}: {said}")


def _put_off(one: Extension) -> Iterator[Happening]:
    if one.requested:
        text = f"Đề nghị gia hạn đến {one.due} tại {reference(one.requested)}: {one.reason}"
        yield Happening(one.requested.date, sentence(text))
    if one.granted:
        text = f"Được gia hạn đến {one.due} theo {reference(one.granted)}"
        yield Happening(one.granted.date, sentence(text))


def _said(task: TaskReport) -> Iterator[str]:
    percent = f", {task.percent}%" if task.percent is not None else ""
    yield f"{task.status.label}{percent}."
    if task.result:
        yield sentence(task.result)
    if task.submitted:
        yield sentence(f"Đã trình tại {reference(task.submitted)}")


def _why_late(task: TaskReport) -> str | None:
    reason = LATE_REASON_LABELS.get(task.late_reason or "", "")
    return ": ".join(text for text in (reason, task.late_note) if text) or None


def _kept(promise: CommitmentReport) -> Iterator[str]:
    yield f"{said_of(promise).label}."
    if promise.text:
        yield sentence(promise.text)
