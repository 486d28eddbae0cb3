"""The door of this room: a workspace and a day become the progress of one reporting period."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from functools import cached_property

from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.records import DifficultyStep, ProposalDecision
from kehoach_cli.model.report import Difficulty, Proposal, Report
from kehoach_cli.progress.arrivals import REGISTER_STATES, RegisterState, registered
from kehoach_cli.progress.commitments import COMMITMENT_STATES, commitment_items
from kehoach_cli.progress.dues import extensions_in_force
from kehoach_cli.progress.extensions import with_asked_extensions
from kehoach_cli.progress.figures import AgencyRow, Totals, assignments_of, totals
from kehoach_cli.progress.groups import Roster
from kehoach_cli.progress.items import Assignment, Item, ItemKind
from kehoach_cli.progress.periods import calendar_of, period_of, year_holding
from kehoach_cli.progress.population import Scope, is_in_period, items_of, plan_start
from kehoach_cli.progress.raised import Desk, Raised
from kehoach_cli.progress.received import receive
from kehoach_cli.progress.senders import Sender, rank, senders_of
from kehoach_cli.vn.period import Period
from kehoach_cli.workspace import Located, PlanFolder, Workspace

TASK_KINDS: tuple[ItemKind, ...] = ("annex", "duty", "conclusion", "proposal")
"""What the figures of tasks are split by, in the order in which it is shown."""


@frozen
class PlanProgress:
    """A plan in the period; ``first`` is the later of the period's first day and the plan's own.

    ``plan`` is None when its file cannot be used.
    """

    id: str
    plan: Located[Plan] | None
    first: date
    items: tuple[Item, ...]

    @property
    def is_issued(self) -> bool:
        """It has left the house; draft plans count too, and documents say that they are drafts."""
        return self.plan is not None and self.plan.value.is_issued


@frozen
class KindTotals:
    """The figures of one kind: of its tasks (nhiệm vụ) and of their assignments (lượt giao)."""

    kind: ItemKind
    tasks: Totals
    assignments: Totals


@frozen
class Progress:
    """Everything that is counted, told or printed of one period; figures are computed once.

    ``day``: the day of the figures, ``as_of`` or the period's last day, whichever comes first.
    ``items``: tasks by plan in the order of the files, then commitments. ``senders``: see
    ``senders.senders_of``. ``reports``: those that count; ``earlier``: those for periods over
    before this one began.
    """

    workspace: Workspace = field(repr=False, compare=False)
    as_of: date
    day: date
    period: Period
    plans: tuple[PlanProgress, ...]
    items: tuple[Item, ...]
    senders: tuple[Sender, ...]
    reports: tuple[Located[Report], ...]
    earlier: tuple[Located[Report], ...] = ()

    @property
    def has_begun(self) -> bool:
        """The period has begun; before that nothing can have been received."""
        return self.period.first <= self.as_of

    @cached_property
    def tasks(self) -> tuple[Item, ...]:
        """The items that count as nhiệm vụ."""
        return tuple(item for item in self.items if item.is_task)

    @cached_property
    def commitments(self) -> tuple[Item, ...]:
        """The partners' commitments."""
        return tuple(item for item in self.items if not item.is_task)

    @cached_property
    def task_totals(self) -> Totals:
        """Of tasks (nhiệm vụ)."""
        return totals(self.tasks)

    @cached_property
    def assignment_totals(self) -> Totals:
        """Of assignments (lượt giao) of tasks."""
        return totals(assignments_of(self.tasks))

    @cached_property
    def commitment_totals(self) -> Totals:
        """Of commitments, by ``COMMITMENT_STATES``."""
        return totals(self.commitments, COMMITMENT_STATES)

    @cached_property
    def by_kind(self) -> tuple[KindTotals, ...]:
        """The figures of each kind of task, those without any left out."""
        return tuple(
            KindTotals(kind, totals(items), totals(assignments_of(items)))
            for kind in TASK_KINDS
            if (items := [item for item in self.tasks if item.kind == kind])
        )

    @cached_property
    def by_agency(self) -> tuple[AgencyRow, ...]:
        """Assignments of tasks by actor, in the order of the register."""
        found: dict[str, list[Assignment]] = {}
        for item in self.tasks:
            for one in item.assignments:
                found.setdefault(one.agency, []).append(one)
        order = _order(self.workspace)
        return tuple(
            AgencyRow(actor, totals(found[actor]))
            for actor in sorted(found, key=lambda actor: rank(actor, order))
        )

    @cached_property
    def difficulties(self) -> tuple[Raised[Difficulty, DifficultyStep], ...]:
        """Those of the reports that count, then those of earlier periods that are still open."""
        desk = Desk(self.workspace, self.as_of)
        return (
            *desk.difficulties(self.reports),
            *desk.difficulties(self.earlier, is_carried=True),
        )

    @cached_property
    def proposals(self) -> tuple[Raised[Proposal, ProposalDecision], ...]:
        """Those of the reports that count, then those of earlier periods that are still open."""
        desk = Desk(self.workspace, self.as_of)
        return (*desk.proposals(self.reports), *desk.proposals(self.earlier, is_carried=True))

    @cached_property
    def register(self) -> dict[RegisterState, int]:
        """How many of those who must report are in each state of the register; zeros included."""
        found = [one.register for one in self.senders if one.must_report]
        return {state: found.count(state) for state in REGISTER_STATES}

    @cached_property
    def missing(self) -> tuple[Sender, ...]:
        """Who must report and has not, or not in a way that can be used."""
        return tuple(one for one in self.senders if one.must_report and not one.receipt.has_come)


def evaluate(
    ws: Workspace, as_of: date, *, period: str | None = None, plan: str | None = None
) -> Progress:
    """The progress of a period as it was known on ``as_of``.

    ``period``: an id such as 2027 or 2027-q3; by default the year period that holds ``as_of``.
    ``plan``: only the plan of that id. ``ValueError`` for a period that does not exist, and for
    days outside 1900–2199; a plan that does not exist gives a progress without items.
    """
    found = year_holding(ws, as_of) if period is None else period_of(ws, period)
    if found is None:
        raise ValueError(f"no period {period!r}")
    folders = tuple(
        folder for folder in ws.folders if plan in {None, folder.id} and is_in_period(folder, found)
    )
    received = receive(folders, found, calendar_of(ws), as_of)
    register = registered(ws, folders, found, received, as_of)
    day = min(as_of, found.last)
    scope = Scope(found, day, Roster(ws, day), received)
    plans = tuple(_plan(folder, scope) for folder in folders)
    ids = [one.id for one in plans]
    items = (*(item for one in plans for item in one.items), *commitment_items(ws, ids, scope))
    return Progress(
        workspace=ws,
        as_of=as_of,
        day=day,
        period=found,
        plans=plans,
        items=items,
        senders=senders_of(items, received, register, ids, _order(ws)),
        reports=received.counted,
        earlier=received.earlier,
    )


def _plan(folder: PlanFolder, scope: Scope) -> PlanProgress:
    items = items_of(folder, extensions_in_force(folder, scope.day), scope)
    return PlanProgress(
        id=folder.id,
        plan=folder.plan,
        first=max(scope.period.first, plan_start(folder)),
        items=tuple(with_asked_extensions(items, folder, scope.day)),
    )


def _order(ws: Workspace) -> dict[str, int]:
    """Where each actor stands in the register."""
    return {actor: number for number, actor in enumerate(ws.actors)}
