"""The small things that a report's template reads: counts with their names, plans, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kehoach_cli.drafting.item_words import KIND_LABELS, due_of, holders_of, title_of
from kehoach_cli.drafting.report_documents import cited_plan
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import uncapitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    TASK_KINDS,
    Item,
    PlanProgress,
    Progress,
    Totals,
    totals,
)


@frozen
class StateCount:
    """How many are in a state; only states that have any are listed."""

    label: str
    count: int


@frozen
class KindView:
    """One kind of item: what it is called, how many there are, and in which states.

    ``silent_past``: how many of those that nobody has reported on are past their last day.
    """

    kind: str
    label: str
    total: int
    states: tuple[StateCount, ...]
    silent_past: int


@frozen
class NextView:
    """What falls due next."""

    title: str
    holders: str
    due: str
    last_day: date


@frozen
class PlanView:
    """A plan of the period; ``title`` goes on from «Kế hoạch», ``cited`` has number and day."""

    id: str
    title: str
    cited: str
    is_issued: bool
    kinds: tuple[KindView, ...]
    commitments: KindView


def states(counted: Totals) -> tuple[StateCount, ...]:
    """The states that anything is in, in the order of the table."""
    return tuple(StateCount(state.label, count) for state, count in counted.states.items() if count)


def kind_view(kind: str, counted: Totals) -> KindView:
    """A kind with its figures."""
    return KindView(kind, KIND_LABELS[kind], counted.total, states(counted), counted.silent_past)


def plan_view(scene: Scene, plan: PlanProgress) -> PlanView:
    """A plan as the report speaks of it."""
    by_kind = {kind: [one for one in plan.items if one.kind == kind] for kind in TASK_KINDS}
    promised = [one for one in scene.progress.commitments if one.plan_id == plan.id]
    value = plan.plan.value if plan.plan else None
    return PlanView(
        id=plan.id,
        title=uncapitalised(value.title) if value else plan.id,
        cited=cited_plan(scene, value) if value else f"Kế hoạch {plan.id}",
        is_issued=plan.is_issued,
        kinds=tuple(kind_view(kind, totals(items)) for kind, items in by_kind.items() if items),
        commitments=kind_view("commitment", totals(promised, COMMITMENT_STATES)),
    )


def is_closed(item: Item) -> bool:
    """Nothing more is to be done about it."""
    return not (item.state.is_running or item.state.is_silent)


def open_dated(progress: Progress) -> tuple[Item, ...]:
    """Tasks still to be done whose last day is yet to come, the nearest first."""
    day = progress.day
    found = [
        item
        for item in progress.tasks
        if item.last_day and item.last_day >= day and not is_closed(item)
    ]
    return tuple(sorted(found, key=lambda item: (item.last_day or day, item.key)))


def next_views(scene: Scene, items: Sequence[Item]) -> tuple[NextView, ...]:
    """Items with a last day as the report lists them."""
    return tuple(
        NextView(title_of(item).rstrip("."), holders_of(scene.ws, item), due_of(item), last)
        for item in items
        if (last := item.last_day)
    )
