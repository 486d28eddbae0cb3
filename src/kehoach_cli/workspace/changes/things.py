"""What can change: each kind of entity with what tells one from another, its name and its actors.

An extension is told from another by its task and new due, a receipt by who sent it when, a closing
by its period and day; all else has an id. Of two alike the second is «…#2».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kehoach_cli.frozen import frozen
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Agreement, Commitment, Partner
from kehoach_cli.model.plan import Annex, Extension, Plan, PlanSection, Task
from kehoach_cli.model.records import (
    Closing,
    DifficultyStep,
    Letter,
    ProposalDecision,
    ReceiptRecord,
)
from kehoach_cli.model.register import Agency, Challenge, Round, Settings
from kehoach_cli.model.report import CommitmentReport, Difficulty, Proposal, Report, TaskReport
from kehoach_cli.model.session import Session
from kehoach_cli.vn.text import roman
from kehoach_cli.workspace.changes.shapes import Thing
from kehoach_cli.workspace.entities import IN_PLAN, Located, Workspace

Names = Callable[[Any], tuple[str, ...]]
"""Of an entity: its id, then what else tells it from others."""


@frozen
class Sort:
    """How entities of a model are named; ``title`` is the field that says it in words."""

    thing: Thing
    names: Names
    title: str = ""
    inner: tuple[str, ...] = ()
    """Fields that hold entities compared by themselves."""


def _own(value: Any) -> tuple[str, ...]:
    return (str(value.id),)


SORTS: Mapping[type[Entity], Sort] = {
    Plan: Sort("plan", _own, "title", ("sections",)),
    Annex: Sort("annex", lambda _: ("",), "title"),
    Task: Sort("task", _own, "title"),
    Extension: Sort("extension", lambda one: (one.task, one.due)),
    Amendment: Sort("amendment", _own, "number"),
    Commitment: Sort("commitment", _own),
    Report: Sort(
        "report",
        lambda one: (one.sender, one.period),
        "period",
        ("tasks", "commitments", "difficulties", "proposals"),
    ),
    TaskReport: Sort("task-report", lambda one: (one.task,)),
    CommitmentReport: Sort("commitment-report", lambda one: (one.commitment,)),
    Difficulty: Sort("difficulty", _own, "text"),
    Proposal: Sort("proposal", _own, "title"),
    ReceiptRecord: Sort("receipt", lambda one: (one.sender, one.period, one.received), "period"),
    ProposalDecision: Sort("proposal-decision", lambda one: (one.proposal,)),
    DifficultyStep: Sort("difficulty-step", lambda one: (one.difficulty, one.date)),
    Closing: Sort("closing", lambda one: (one.period, one.closed)),
    Letter: Sort("letter", _own, "number"),
    Session: Sort("session", _own, "title"),
    Challenge: Sort("challenge", _own, "title"),
    Partner: Sort("partner", _own, "name"),
    Agreement: Sort("agreement", _own, "title"),
    Round: Sort("round", _own),
    Agency: Sort("agency", _own, "name"),
    Settings: Sort("settings", lambda _: ("kehoach.yaml",)),
}
"""Every model that stands by itself in a file or is told of by itself."""

ORDER: Mapping[str, int] = {
    thing: place
    for place, thing in enumerate(
        ["plan", "section", "issued-text", *(sort.thing for sort in list(SORTS.values())[1:])]
    )
}
"""In which order the changes of a plan are told."""

Key = tuple[str, ...]


@frozen
class Thinglet:
    """An entity to be compared: how it is named, in whose plan, in which report."""

    item: Located[Entity]
    sort: Sort
    plan: str
    within: str
    id: str

    @property
    def title(self) -> str:
        """Its name in words; "" where it has none."""
        value = getattr(self.item.value, self.sort.title, None) if self.sort.title else None
        return " ".join(str(value or "").split())


def things(ws: Workspace) -> dict[Key, Thinglet]:
    """All that can be compared, by what tells one from another."""
    found: dict[Key, Thinglet] = {}
    for one in _all(ws):
        names = tuple(map(str, one.sort.names(one.item.value)))
        key: Key = (one.sort.thing, one.plan, one.within, *names)
        count = 2
        while key in found:
            key, count = (one.sort.thing, one.plan, one.within, *names, f"#{count}"), count + 1
        found[key] = one
    return found


def _all(ws: Workspace) -> Iterator[Thinglet]:
    for item in ws.located:
        sort = SORTS.get(type(item.value))
        if sort is None:
            continue
        plan = item.owner if IN_PLAN.match(item.file) else str(getattr(item.value, "plan", ""))
        yield _thinglet(item, sort, plan, "")
        if isinstance(item.value, Report):
            yield from _inside(item, sort, plan, f"{item.value.period}/{item.value.sender}")


def _inside(item: Located[Entity], sort: Sort, plan: str, within: str) -> Iterator[Thinglet]:
    for key in sort.inner:
        for number, entity in enumerate(getattr(item.value, key)):
            inner = Located(entity, item.file, (*item.path, key, number), item.owner)
            yield _thinglet(inner, SORTS[type(entity)], plan, within)


def _thinglet(item: Located[Entity], sort: Sort, plan: str, within: str) -> Thinglet:
    return Thinglet(item, sort, plan, within, sort.names(item.value)[0] or plan)


def actors_of(item: Located[Entity]) -> tuple[str, ...]:
    """Who has a part in a task or a commitment; nobody in anything else."""
    match item.value:
        case Task() as task:
            return tuple(task.actors)
        case Commitment(counterpart=None):
            return (item.owner,)
        case Commitment(counterpart=str() as other):
            return (item.owner, other)
    return ()


def section_name(index: int, section: PlanSection) -> str:
    """«II. NỘI DUNG», as the document numbers it."""
    return f"{roman(index + 1)}. {' '.join(section.heading.split())}"
