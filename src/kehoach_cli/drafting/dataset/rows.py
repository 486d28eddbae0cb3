"""The rows of the data set: what is counted, beside the workspace that gives it names."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.drafting.wording import name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Task
from kehoach_cli.model.records import DifficultyStep
from kehoach_cli.model.report import Difficulty, Report, TaskReport
from kehoach_cli.progress import Assignment, Item, MoneyEntry, PlanProgress, Progress, money_entries
from kehoach_cli.progress.raised import Raised
from kehoach_cli.workspace import Located, Workspace


@frozen
class TaskRow:
    """A task, or one round of a recurring one."""

    item: Item
    task: Task
    plan: PlanProgress

    @property
    def title_of_plan(self) -> str | None:
        """None where the plan's file cannot be used."""
        return self.plan.plan.value.title if self.plan.plan else None


@frozen
class StateRow:
    """A task given to one actor (lượt giao)."""

    ws: Workspace
    item: Item
    one: Assignment

    @property
    def said(self) -> TaskReport | None:
        """What the actor's report says of the task."""
        return self.one.entry if isinstance(self.one.entry, TaskReport) else None


@frozen
class CommitmentRow:
    """A commitment and its partner."""

    ws: Workspace
    item: Item
    promise: Commitment
    partner: str


@frozen
class ReportRow:
    """A report that counts for the period."""

    ws: Workspace
    report: Report
    plan: str


@frozen
class DifficultyRow:
    """A difficulty as it stands on the day of the data set."""

    ws: Workspace
    raised: Raised[Difficulty, DifficultyStep]


def task_rows(_: Workspace, progress: Progress) -> Iterator[TaskRow]:
    """All tasks of the period, in the order of the figures."""
    plans = {plan.id: plan for plan in progress.plans}
    for item in progress.tasks:
        if item.task is not None:
            yield TaskRow(item, item.task.value, plans[item.plan_id])


def state_rows(ws: Workspace, progress: Progress) -> Iterator[StateRow]:
    """All assignments of those tasks."""
    return (StateRow(ws, item, one) for item in progress.tasks for one in item.assignments)


def commitment_rows(ws: Workspace, progress: Progress) -> Iterator[CommitmentRow]:
    """All commitments of the period's plans."""
    for item in progress.commitments:
        if item.commitment is not None:
            yield CommitmentRow(ws, item, item.commitment.value, item.commitment.owner)


def money_rows(_: Workspace, progress: Progress) -> tuple[MoneyEntry, ...]:
    """The money of the period's plans, of all years that the data have."""
    return money_entries(progress)


def report_rows(ws: Workspace, progress: Progress) -> Iterator[ReportRow]:
    """All reports that count."""
    return (_report(ws, one) for one in progress.reports)


def difficulty_rows(ws: Workspace, progress: Progress) -> Iterator[DifficultyRow]:
    """Those of the period, then earlier ones that are still open."""
    return (DifficultyRow(ws, one) for one in progress.difficulties)


def named(ws: Workspace, actor: str | None) -> str | None:
    """The full name of an actor, where there is one."""
    return name_of(ws, actor) if actor else None


def _report(ws: Workspace, one: Located[Report]) -> ReportRow:
    return ReportRow(ws, one.value, one.owner)
