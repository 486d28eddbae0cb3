"""Who must report on a plan for the period, and what has come from each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.report import Report
from kehoach_cli.progress.arrivals import (
    SENT_BACK,
    Arrival,
    Register,
    RegisterState,
    register_state,
)
from kehoach_cli.progress.items import Item
from kehoach_cli.progress.received import Received, sent_by
from kehoach_cli.workspace import Located


@frozen
class Receipt:
    """What has come from a sender; one row for each case."""

    code: str
    label: str
    has_come: bool = False


REPORTED = Receipt("reported", "đã báo cáo", has_come=True)
NOTHING = Receipt("nothing-to-report", "báo cáo không phát sinh", has_come=True)
UNTYPED = Receipt("untyped", "đã nhận, chưa nhập số liệu", has_come=True)
INVALID = Receipt("invalid", "báo cáo chưa hợp lệ")
RETURNED = Receipt("returned", "báo cáo đã trả lại")
MISSING = Receipt("missing", "chưa có báo cáo")

RECEIPTS: tuple[Receipt, ...] = (REPORTED, NOTHING, UNTYPED, INVALID, RETURNED, MISSING)
"""All cases, in the order in which they are shown."""


@frozen
class Sender:
    """One actor and one plan; ``reports`` are those that count, the latest last.

    ``must_report``: it has an assignment or a commitment there; others may report as well.
    ``is_invalid``: a file of it cannot be used, which outweighs what could be.
    ``arrivals``: what it handed in, the earliest first. ``send_by``: the last day to send, None
    while nobody has set one.
    """

    plan_id: str
    id: str
    must_report: bool
    is_invalid: bool
    reports: tuple[Located[Report], ...]
    arrivals: tuple[Arrival, ...] = ()
    send_by: date | None = None

    @property
    def register(self) -> RegisterState:
        """Where it stands in the register of what was handed in, which of ``REGISTER_STATES``."""
        return register_state(self.arrivals)

    @property
    def receipt(self) -> Receipt:
        """Which of ``RECEIPTS`` it is."""
        if self.is_invalid:
            return INVALID
        if self.register is SENT_BACK:
            return RETURNED
        if not self.reports:
            return UNTYPED if self.arrivals else MISSING
        is_empty = all(report.value.nothing_to_report for report in self.reports)
        return NOTHING if is_empty else REPORTED

    @property
    def reported(self) -> date | None:
        """The day of the latest report, or of the latest arrival that nobody has typed in."""
        if self.reports:
            return self.reports[-1].value.reported
        return self.arrivals[-1].received if self.arrivals else None

    @property
    def number(self) -> str | None:
        """The number of the latest report, where it or the register has one."""
        document = self.reports[-1].value.document if self.reports else None
        if document and document.number:
            return document.number
        return next((one.number for one in reversed(self.arrivals) if one.number), None)


def senders_of(
    items: Iterable[Item],
    received: Received,
    register: Register,
    plans: Sequence[str],
    order: dict[str, int],
) -> tuple[Sender, ...]:
    """By plan, then by the order of the register: those who must report, then those who did."""
    expected = {
        (item.plan_id, one.agency): one.senders for item in items for one in item.assignments
    }
    covered = {(plan, sender) for (plan, _), ids in expected.items() for sender in ids}
    others = {*received.reports, *received.bad, *register.arrivals} - covered
    rows = [
        _sender(key, ids, received, register, must_report=True) for key, ids in expected.items()
    ]
    rows += [_sender(key, (key[1],), received, register, must_report=False) for key in others]
    ranks = {plan: rank for rank, plan in enumerate(plans)}
    rows.sort(key=lambda row: (ranks[row.plan_id], not row.must_report, *rank(row.id, order)))
    return tuple(rows)


def _sender(
    key: tuple[str, str],
    ids: tuple[str, ...],
    received: Received,
    register: Register,
    *,
    must_report: bool,
) -> Sender:
    plan_id, actor = key
    return Sender(
        plan_id=plan_id,
        id=actor,
        must_report=must_report,
        is_invalid=any((plan_id, one) in received.bad for one in ids),
        reports=sent_by(received, plan_id, ids),
        arrivals=register.of(plan_id, ids),
        send_by=register.last_days.get(actor),
    )


def rank(actor: str, order: dict[str, int]) -> tuple[int, str]:
    """Sorts by the register; ids that it does not know come last, by their letters."""
    return order.get(actor, len(order)), actor
