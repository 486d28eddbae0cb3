"""A workspace in memory: entities with the place where each stands, found by id and by owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Generic, Literal, TypeVar

from kehoach_cli.diagnostics import DataPath, Fault, Place
from kehoach_cli.frozen import frozen
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Agreement, Commitment, Partner, PartnerUnit
from kehoach_cli.model.plan import Annex, Extension, Plan, Task
from kehoach_cli.model.records import (
    Closing,
    DifficultyStep,
    Letter,
    ProposalDecision,
    ReceiptRecord,
)
from kehoach_cli.model.register import Agency, Challenge, Settings
from kehoach_cli.model.report import Difficulty, Proposal, Report
from kehoach_cli.model.session import Session
from kehoach_cli.source.read import SourceFile

IN_PLAN = re.compile(r"data/plans/(?P<owner>[^/]+)/")
"""Matches the start of every path inside a plan's folder."""

_ANNEX = "annex"

T_co = TypeVar("T_co", bound=Entity, covariant=True)
E = TypeVar("E", bound=Entity)


@frozen
class Located(Generic[T_co]):
    """An entity and where it stands; ``owner`` is the id of its plan's folder or its partner."""

    value: T_co
    file: str
    path: DataPath = ()
    owner: str = ""

    def at(self, *parts: str | int, on: Literal["key", "value"] = "value") -> Place:
        """The place of a field below this entity."""
        return Place(self.file, (*self.path, *parts), on=on)


_REF_KINDS: dict[type[Entity], str] = {
    Agency: "actor",
    Partner: "actor",
    PartnerUnit: "actor",
    Agreement: "agreement",
    Amendment: "amendment",
    Challenge: "challenge",
    Commitment: "commitment",
    Difficulty: "difficulty",
    Letter: "letter",
    Plan: "plan",
    Proposal: "proposal",
    Session: "session",
    Task: "task",
}
PLAN_KINDS = ("amendment", "difficulty", "letter", "plan", "proposal", "session", "task")
"""Kinds of ids that are declared in the folders of plans; the others in what plans share."""


@frozen
class PlanFolder:
    """Everything under ``data/plans/<id>/``; ``plan`` is None when its file cannot be used."""

    id: str
    plan: Located[Plan] | None
    annex: Located[Annex] | None
    tasks: tuple[Located[Task], ...]
    extensions: tuple[Located[Extension], ...]
    sessions: tuple[Located[Session], ...]
    reports: tuple[Located[Report], ...]
    bad_reports: tuple[tuple[str, str], ...]
    """(period, sender) of progress files that cannot be used, from their paths."""
    issued: SourceFile | None
    receipts: tuple[Located[ReceiptRecord], ...] = ()
    proposal_decisions: tuple[Located[ProposalDecision], ...] = ()
    difficulty_steps: tuple[Located[DifficultyStep], ...] = ()
    closings: tuple[Located[Closing], ...] = ()
    letters: tuple[Located[Letter], ...] = ()
    amendments: tuple[Located[Amendment], ...] = ()


@frozen
class Workspace:
    """All that was read, and what was wrong with it."""

    root: Path
    sources: Mapping[str, SourceFile]
    paths: frozenset[str]
    located: tuple[Located[Entity], ...]
    faults: tuple[Fault, ...]
    broken_ids: frozenset[str]
    unread: frozenset[str] = frozenset()
    """Files of which nothing could be read: what they declare is not known."""
    common: Workspace | None = None
    """Where a part of a workspace looks up registers, partners and rounds; its own they are not."""
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of a part: plan folder → who leads annex tasks there, as far as that is known of others."""
    asked: set[str | None] = field(default_factory=set, compare=False, repr=False)
    """Of a part: the plans (None: all) of which it had to be known who leads their annex tasks."""

    def of(self, model: type[E]) -> tuple[Located[E], ...]:
        """All entities of a model, in the order of files and lines."""
        own = self.own(model)
        return own if own or self.common is None else self.common.of(model)

    def own(self, model: type[E]) -> tuple[Located[E], ...]:
        """The same, without what a part looks up in ``common``."""
        return self._by_model.get(model, ())  # type: ignore[return-value]

    @cached_property
    def _by_model(self) -> dict[type[Entity], tuple[Located[Entity], ...]]:
        found: dict[type[Entity], list[Located[Entity]]] = {}
        for item in self.located:
            found.setdefault(type(item.value), []).append(item)
        return {model: tuple(items) for model, items in found.items()}

    @cached_property
    def settings(self) -> Located[Settings] | None:
        """``kehoach.yaml``, or None when it cannot be used."""
        return next(iter(self.of(Settings)), None)

    @cached_property
    def named(self) -> tuple[tuple[str, Located[Entity]], ...]:
        """Every entity that has an id others can refer to, with the kind of its id."""
        return tuple(
            (_REF_KINDS[type(one.value)], one)
            for item in self.located
            for one in _with_inner(item)
            if type(one.value) in _REF_KINDS
        )

    @cached_property
    def index(self) -> Mapping[str, Mapping[str, Located[Entity]]]:
        """Kind of id → id → what it names; of two equal ids the first."""
        if self.common is not None:
            return {**self.common.index, **_by_id(self.named, PLAN_KINDS)}
        return _by_id(self.named, tuple(_REF_KINDS.values()))

    @cached_property
    def actors(self) -> Mapping[str, Agency | Partner | PartnerUnit]:
        """Agencies, communes, partners and their units by id."""
        if self.common is not None:
            return self.common.actors
        return {
            key: item.value
            for key, item in self.index["actor"].items()
            if isinstance(item.value, Agency | Partner | PartnerUnit)
        }

    def annex_leads(self, plan: str | None) -> Iterator[str]:
        """Who leads annex tasks of that plan (None: of any), in the order of files and lines."""
        self.asked.add(plan)
        leads = {**self.leads, **self.own_leads}
        for owner in sorted(leads, key=_folder_of):
            if plan in {None, owner}:
                yield from leads[owner]

    @cached_property
    def has_derived_groups(self) -> bool:
        """Whether some group of the register follows from who leads annex tasks."""
        if self.common is not None:
            return self.common.has_derived_groups
        rules = (item.value.members_from for item in self.of(Agency))
        return any(rule is not None and rule.leads_of is not None for rule in rules)

    @cached_property
    def own_leads(self) -> Mapping[str, tuple[str, ...]]:
        """Plan folder → who leads annex tasks there, nobody twice; of the folders read here."""
        found: dict[str, dict[str, None]] = {}
        for item in self.of(Task):
            if item.value.kind == _ANNEX:
                found.setdefault(item.owner, {}).update(dict.fromkeys(item.value.leads))
        return {owner: tuple(leads) for owner, leads in found.items()}

    @cached_property
    def commitments(self) -> Mapping[tuple[str, str], tuple[Located[Commitment], ...]]:
        """Partner and plan → what that partner has committed to in it, in the order of its file."""
        if self.common is not None:
            return self.common.commitments
        found: dict[tuple[str, str], list[Located[Commitment]]] = {}
        for item in self.of(Commitment):
            found.setdefault((item.owner, item.value.plan), []).append(item)
        return {key: tuple(items) for key, items in found.items()}

    def promised(self, plan_id: str) -> Mapping[str, tuple[Located[Commitment], ...]]:
        """Partner → what it has committed to in that plan."""
        return self._by_plan.get(plan_id, {})

    @cached_property
    def _by_plan(self) -> Mapping[str, Mapping[str, tuple[Located[Commitment], ...]]]:
        if self.common is not None:
            return self.common._by_plan  # noqa: SLF001 - its own kind
        found: dict[str, dict[str, tuple[Located[Commitment], ...]]] = {}
        for (owner, plan_id), items in self.commitments.items():
            found.setdefault(plan_id, {})[owner] = items
        return found

    @cached_property
    def folders(self) -> tuple[PlanFolder, ...]:
        """The plans' folders, by name."""
        names = sorted({match["owner"] for path in self.paths if (match := IN_PLAN.match(path))})
        return tuple(self._folder(name) for name in names)

    def folder(self, plan_id: str) -> PlanFolder | None:
        """The folder of that plan."""
        return next((one for one in self.folders if one.id == plan_id), None)

    def _folder(self, name: str) -> PlanFolder:
        return PlanFolder(
            id=name,
            plan=next(iter(self._owned(Plan, name)), None),
            annex=next(iter(self._owned(Annex, name)), None),
            tasks=self._owned(Task, name),
            extensions=self._owned(Extension, name),
            sessions=self._owned(Session, name),
            reports=self._owned(Report, name),
            bad_reports=self._bad_reports(name),
            issued=self.sources.get(f"data/plans/{name}/issued.md"),
            receipts=self._owned(ReceiptRecord, name),
            proposal_decisions=self._owned(ProposalDecision, name),
            difficulty_steps=self._owned(DifficultyStep, name),
            closings=self._owned(Closing, name),
            letters=self._owned(Letter, name),
            amendments=self._owned(Amendment, name),
        )

    def _owned(self, model: type[E], owner: str) -> tuple[Located[E], ...]:
        return self._by_owner.get((model, owner), ())  # type: ignore[return-value]

    @cached_property
    def _by_owner(self) -> dict[tuple[type[Entity], str], tuple[Located[Entity], ...]]:
        found: dict[tuple[type[Entity], str], list[Located[Entity]]] = {}
        for item in self.located:
            if item.owner:
                found.setdefault((type(item.value), item.owner), []).append(item)
        return {key: tuple(items) for key, items in found.items()}

    def _bad_reports(self, name: str) -> tuple[tuple[str, str], ...]:
        good = {report.file for report in self._owned(Report, name)}
        prefix = f"data/plans/{name}/progress/"
        bad = sorted(path for path in self.sources if path.startswith(prefix) and path not in good)
        return tuple((PurePosixPath(path).parent.name, PurePosixPath(path).stem) for path in bad)


def _by_id(
    named: tuple[tuple[str, Located[Entity]], ...], kinds: tuple[str, ...]
) -> dict[str, dict[str, Located[Entity]]]:
    found: dict[str, dict[str, Located[Entity]]] = {kind: {} for kind in kinds}
    for kind, item in named:
        found[kind].setdefault(item.value.id, item)  # type: ignore[attr-defined]
    return found


def _folder_of(owner: str) -> str:
    """What sorts plan folders as their files are sorted."""
    return f"{owner}/"


def _with_inner(item: Located[Entity]) -> Iterator[Located[Entity]]:
    """An entity and those inside it that have ids of their own."""
    yield item
    inner: tuple[tuple[str, tuple[Entity, ...]], ...] = ()
    match item.value:
        case Partner(units=units):
            inner = (("units", units),)
        case Report(difficulties=difficulties, proposals=proposals):
            inner = (("difficulties", difficulties), ("proposals", proposals))
    for key, entities in inner:
        for number, entity in enumerate(entities):
            yield Located(entity, item.file, (*item.path, key, number), item.owner)
