"""Who must report on a plan for the period, and what has come from each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kehoach_cli.model.fields import Entity
from kehoach_cli.model.report import Difficulty, Proposal, Report
from kehoach_cli.progress.items import Item
from kehoach_cli.progress.received import Received, sent_by
from kehoach_cli.workspace import Located

T = TypeVar("T", bound=Entity)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What has come from a sender; one row for each case."""

    code: str
    label: str
    has_come: bool = False


REPORTED = Receipt("reported", "đã báo cáo", has_come=True)
NOTHING = Receipt("nothing-to-report", "báo cáo không phát sinh", has_come=True)
INVALID = Receipt("invalid", "báo cáo chưa hợp lệ")
MISSING = Receipt("missing", "chưa có báo cáo")

RECEIPTS: tuple[Receipt, ...] = (REPORTED, NOTHING, INVALID, MISSING)
"""All cases, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Sender:
    """One actor and one plan; ``reports`` are those that count, the latest last.

    ``must_report``: it has an assignment or a commitment there; others may report as well.
    ``is_invalid``: a file of it cannot be used, which outweighs what could be.
    """

    plan_id: str
    id: str
    must_report: bool
    is_invalid: bool
    reports: tuple[Located[Report], ...]

    @property
    def receipt(self) -> Receipt:
        """Which of ``RECEIPTS`` it is."""
        if self.is_invalid:
            return INVALID
        if not self.reports:
            return MISSING
        is_empty = all(report.value.nothing_to_report for report in self.reports)
        return NOTHING if is_empty else REPORTED

    @property
    def reported(self) -> date | None:
        """The day of the latest report."""
        return self.reports[-1].value.reported if self.reports else None

    @property
    def number(self) -> str | None:
        """The number of the latest report, where it carries one."""
        document = self.reports[-1].value.document if self.reports else None
        return document.number if document else None


@dataclass(frozen=True, slots=True)
class Raised(Generic[T]):
    """A difficulty or a proposal, and whose report brings it."""

    plan_id: str
    sender: str
    report: Located[Report]
    value: Located[T]


def senders_of(
    items: Iterable[Item], received: Received, plans: Sequence[str], order: dict[str, int]
) -> tuple[Sender, ...]:
    """By plan, then by the order of the register: those who must report, then those who did."""
    expected = {
        (item.plan_id, one.agency): one.senders for item in items for one in item.assignments
    }
    covered = {(plan, sender) for (plan, _), ids in expected.items() for sender in ids}
    others = {*received.reports, *received.bad} - covered
    rows = [_sender(key, ids, received, must_report=True) for key, ids in expected.items()]
    rows += [_sender(key, (key[1],), received, must_report=False) for key in others]
    ranks = {plan: rank for rank, plan in enumerate(plans)}
    rows.sort(key=lambda row: (ranks[row.plan_id], not row.must_report, *rank(row.id, order)))
    return tuple(rows)


def _sender(
    key: tuple[str, str], ids: tuple[str, ...], received: Received, *, must_report: bool
) -> Sender:
    plan_id, actor = key
    return Sender(
        plan_id=plan_id,
        id=actor,
        must_report=must_report,
        is_invalid=any((plan_id, one) in received.bad for one in ids),
        reports=sent_by(received, plan_id, ids),
    )


def rank(actor: str, order: dict[str, int]) -> tuple[int, str]:
    """Sorts by the register; ids that it does not know come last, by their letters."""
    return order.get(actor, len(order)), actor


def difficulties(reports: Iterable[Located[Report]]) -> tuple[Raised[Difficulty], ...]:
    """All difficulties of the reports that count, in the order of the reports."""
    return tuple(
        Raised(report.owner, report.value.sender, report, _inside(report, "difficulties", n, one))
        for report in reports
        for n, one in enumerate(report.value.difficulties)
    )


def proposals(reports: Iterable[Located[Report]]) -> tuple[Raised[Proposal], ...]:
    """All proposals of the reports that count, in the order of the reports."""
    return tuple(
        Raised(report.owner, report.value.sender, report, _inside(report, "proposals", n, one))
        for report in reports
        for n, one in enumerate(report.value.proposals)
    )


def _inside(report: Located[Report], key: str, number: int, value: T) -> Located[T]:
    return Located(value, report.file, (*report.path, key, number), report.owner)
