"""Tasks and commitments as the dashboard tells them: state, evidence, what was said and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from kehoach_cli.drafting.dashboard.history import Happening, Histories
from kehoach_cli.drafting.days_left import remaining
from kehoach_cli.drafting.item_words import (
    confirmation_of,
    due_of,
    holders_of,
    place_of,
    progress_of,
    title_of,
    waiting_of,
)
from kehoach_cli.drafting.wording import reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Split, Task
from kehoach_cli.model.report import CommitmentReport, Evidence, TaskReport
from kehoach_cli.progress import Assignment, Item, Progress
from kehoach_cli.progress.dues import issued_on, settled_due, window_of
from kehoach_cli.progress.population import plan_start
from kehoach_cli.workspace import PlanFolder, Workspace

_LINKS = ("https://", "http://")


@frozen
class Product:
    """A proof of what was done; ``href`` only of what can be opened on the web."""

    text: str
    href: str | None


@frozen
class AssignmentRow:
    """One item given to one actor; ``state`` is a code of the states of its table."""

    agency: str
    role: str
    via: str | None
    state: str
    last_day: date | None
    days_late: int
    reported: bool
    status: str | None
    percent: int | None
    done_on: date | None
    result: str | None
    products: tuple[Product, ...]
    submitted: str | None
    waits: str
    late_reason: str | None
    is_past_by_plan: bool
    invalid_report: bool


@frozen
class Step:
    """A milestone; ``day`` is None where its due names no day."""

    text: str
    due: str
    day: date | None


@frozen
class ItemRow:
    """A task, a round of one, or a commitment; ``key`` is unique, ``id`` shared by the rounds.

    ``place`` «điểm đ», «Mục IV.2»; ``due`` as every table says it, ``start`` from when it runs,
    ``remaining`` «còn 12 ngày».
    ``challenge`` and ``commitment`` are ids, so are ``support``, ``approver`` and all agencies.
    """

    key: str
    id: str
    kind: str
    plan: str
    clause: str | None
    place: str
    group: str | None
    title: str
    state: str
    progress: str
    holders: str
    due: str
    start: date | None
    last_day: date | None
    original_last_day: date | None
    days_late: int
    remaining: str
    challenge: str | None
    commitment: str | None
    person: str | None
    product: str | None
    approver: str | None
    support: tuple[str, ...]
    partner_does: str | None
    province_does: str | None
    note: str | None
    confirmation: str
    milestones: tuple[Step, ...]
    assignments: tuple[AssignmentRow, ...]
    history: tuple[Happening, ...]


@frozen
class Teller:
    """Tells items of one progress; histories are read from the files once."""

    ws: Workspace
    progress: Progress

    def rows(self) -> Iterator[ItemRow]:
        """All items, in the order of the figures."""
        return (self.row(item) for item in self.progress.items)

    def row(self, item: Item) -> ItemRow:
        """One item."""
        task = item.task.value if item.task else None
        promise = item.commitment.value if item.commitment else None
        split = task.split if task else None
        folder = self.ws.folder(item.plan_id)
        return ItemRow(
            key=item.key,
            id=item.id,
            kind=item.kind,
            plan=item.plan_id,
            clause=item.clause,
            place=place_of(item),
            group=item.group,
            title=title_of(item).rstrip("."),
            state=item.state.code,
            progress=progress_of(item),
            holders=holders_of(self.ws, item),
            due=due_of(item),
            start=start_of(task, folder),
            last_day=item.last_day,
            original_last_day=item.original_last_day,
            days_late=max((one.days_late for one in item.assignments), default=0),
            remaining=remaining(item, self.progress.day),
            challenge=task.challenge if task else None,
            commitment=task.commitment if task else None,
            person=task.person if task else None,
            product=task.product if task else None,
            approver=task.approver if task else None,
            support=_support(task) if task else (),
            partner_does=split.partner_does if split else None,
            province_does=_province_part(split, promise),
            note=task.note if task else None,
            confirmation=confirmation_of(self.ws, item) if promise else "",
            milestones=steps_of(task, folder) if task else (),
            assignments=tuple(self._assignment(one) for one in item.assignments),
            history=self._histories.of(item),
        )

    @cached_property
    def _histories(self) -> Histories:
        return Histories(self.ws, self.progress.as_of)

    def _assignment(self, one: Assignment) -> AssignmentRow:
        entry = one.entry
        task = entry if isinstance(entry, TaskReport) else None
        promise = entry if isinstance(entry, CommitmentReport) else None
        return AssignmentRow(
            agency=one.agency,
            role=one.role,
            via=one.via,
            state=one.state.code,
            last_day=one.last_day,
            days_late=one.days_late,
            reported=one.reported,
            status=one.status.label if one.status else None,
            percent=task.percent if task else None,
            done_on=task.done_on if task else None,
            result=task.result if task else (promise.text if promise else None),
            products=tuple(products_of(entry.product)) if entry else (),
            submitted=reference(task.submitted) if task and task.submitted else None,
            waits=waiting_of(self.ws, one),
            late_reason=one.late_reason,
            is_past_by_plan=one.is_past_by_plan,
            invalid_report=one.invalid_report,
        )


def products_of(found: Iterable[Evidence]) -> Iterator[Product]:
    """The proofs in the order of the report; a file by its name, a link only with its scheme."""
    for one in found:
        if one.document is not None:
            yield Product(reference(one.document), None)
        if one.file:
            yield Product(f"tệp {one.file.rpartition('/')[2]}", None)
        for address in (one.link, one.news):
            if address:
                is_link = address.lower().startswith(_LINKS)
                yield Product(address, address if is_link else None)


def _province_part(split: Split | None, promise: Commitment | None) -> str | None:
    """What the province does, of a task or beside a commitment."""
    if split is not None:
        return split.province_does
    return promise.province_does if promise else None


def _support(task: Task) -> tuple[str, ...]:
    """Who has a part in it without holding it."""
    held = {actor for actor, _ in task.holders}
    return tuple(actor for actor in task.actors if actor not in held)


def start_of(task: Task | None, folder: PlanFolder | None) -> date | None:
    """From when a task runs: the day it was assigned, else its plan's first."""
    if task is None or folder is None:
        return None
    start = task.assigned or plan_start(folder)
    return None if start == date.min else start


def steps_of(task: Task, folder: PlanFolder | None) -> tuple[Step, ...]:
    """The milestones, with the day that the due of each names."""
    if folder is None:
        return ()
    window, issued = window_of(folder), issued_on(folder)
    return tuple(
        Step(one.text, one.due, settled_due(one.due, window, issued).last_day)
        for one in task.milestones
    )
