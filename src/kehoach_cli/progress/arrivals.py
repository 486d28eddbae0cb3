"""The register of what senders handed in: when it came, in what form, whether it went back.

A line of ``receipts.yaml`` is an arrival; a progress file without one counts as having come on the
day of its report. Nothing here says what the reports say of tasks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.records import ReceiptRecord
from kehoach_cli.model.register import Agency, Round, SendBy
from kehoach_cli.model.report import Report
from kehoach_cli.progress.periods import calendar_of
from kehoach_cli.progress.received import Key, Received, is_inside, read_period
from kehoach_cli.vn.period import Period
from kehoach_cli.workspace import Located, PlanFolder, Workspace

_COMMUNE = "commune"


@frozen
class RegisterState:
    """Where a sender stands in the register; every sender is in exactly one.

    ``has_come``: something lies with the focal agency and was not sent back.
    """

    code: str
    label: str
    has_come: bool = False


NOT_SENT = RegisterState("not-sent", "chưa gửi")
SOFT_COPY = RegisterState("soft-copy", "mới có bản mềm", has_come=True)
SIGNED = RegisterState("signed", "đã có bản ký", has_come=True)
SENT_LATE = RegisterState("sent-late", "gửi muộn", has_come=True)
SENT_BACK = RegisterState("sent-back", "đã trả lại")

REGISTER_STATES: tuple[RegisterState, ...] = (NOT_SENT, SOFT_COPY, SIGNED, SENT_LATE, SENT_BACK)
"""All states of the register, in the order in which they are shown."""


@frozen
class Arrival:
    """Something that came from a sender; ``send_by`` is the last day that its period sets.

    ``record`` is None where only a progress file tells of it. ``sent_back``: the day on which it
    was returned, as far as known on the day of the figures.
    """

    period: Period
    received: date
    is_signed: bool
    send_by: date | None
    number: str | None = None
    says_nothing: bool = False
    sent_back: date | None = None
    record: Located[ReceiptRecord] | None = None

    @property
    def days_late(self) -> int:
        """Calendar days after the day to send by; 0 where none is set."""
        return max(0, (self.received - self.send_by).days) if self.send_by else 0


@frozen
class Register:
    """All arrivals by (plan, sender), and the last day to send by actor."""

    arrivals: Mapping[Key, tuple[Arrival, ...]]
    last_days: Mapping[str, date | None]

    def of(self, plan_id: str, senders: Sequence[str]) -> tuple[Arrival, ...]:
        """What any of the senders handed in on the plan, the earliest first."""
        found = [one for sender in senders for one in self.arrivals.get((plan_id, sender), ())]
        return tuple(sorted(found, key=_by_day))


def register_state(arrivals: Sequence[Arrival]) -> RegisterState:
    """The state that follows from what came: late by the first that stayed, signed by any."""
    kept = [one for one in arrivals if one.sent_back is None]
    if not kept:
        return SENT_BACK if arrivals else NOT_SENT
    if kept[0].days_late:
        return SENT_LATE
    return SIGNED if any(one.is_signed for one in kept) else SOFT_COPY


def registered(
    ws: Workspace, folders: Iterable[PlanFolder], period: Period, received: Received, as_of: date
) -> Register:
    """What had come by ``as_of`` for the period and those inside it.

    A report that counts is an arrival of its own, unless a record tells of it.
    """
    calendar = calendar_of(ws)
    nominal = read_period(period.id, calendar) or period
    rounds = {one.value.id: one.value.send_by for one in reversed(ws.of(Round))}
    found: dict[Key, list[Arrival]] = {}
    for folder in folders:
        for record in folder.receipts:
            own = read_period(record.value.period, calendar)
            if own and is_inside(own, nominal) and record.value.received <= as_of:
                day = day_to_send_by(ws, rounds.get(own.id), record.value.sender)
                arrival = _of_record(record, own, day, as_of)
                found.setdefault((folder.id, record.value.sender), []).append(arrival)
    for report in received.counted:
        own = read_period(report.value.period, calendar) or nominal
        known = found.setdefault((report.owner, report.value.sender), [])
        if not any(_tells_of(one, own, report.value) for one in known):
            day = day_to_send_by(ws, rounds.get(own.id), report.value.sender)
            known.append(_of_report(report.value, own, day))
    last_days = {actor: day_to_send_by(ws, rounds.get(period.id), actor) for actor in ws.actors}
    return Register({key: tuple(some) for key, some in found.items()}, last_days)


def day_to_send_by(ws: Workspace, days: SendBy | None, sender: str) -> date | None:
    """The last day to send a report, by what the sender is; None while nobody has set one."""
    if days is None:
        return None
    known = ws.actors.get(sender)
    if isinstance(known, Partner | PartnerUnit):
        return days.partners
    is_commune = isinstance(known, Agency) and known.kind == _COMMUNE
    return days.communes if is_commune else days.agencies


def _of_record(
    record: Located[ReceiptRecord], period: Period, day: date | None, as_of: date
) -> Arrival:
    one = record.value
    is_returned = one.sent_back is not None and one.sent_back.date <= as_of
    return Arrival(
        period=period,
        received=one.received,
        is_signed=one.is_signed,
        send_by=day,
        number=one.number,
        says_nothing=one.says_nothing,
        sent_back=one.sent_back.date if one.sent_back and is_returned else None,
        record=record,
    )


def _of_report(report: Report, period: Period, day: date | None) -> Arrival:
    """A progress file alone: signed when it names the document that it was typed from."""
    number = report.document.number if report.document else None
    return Arrival(
        period=period,
        received=report.reported,
        is_signed=number is not None,
        send_by=day,
        number=number,
        says_nothing=report.nothing_to_report,
    )


def _tells_of(arrival: Arrival, period: Period, report: Report) -> bool:
    """The record is of this report, unless it was sent back before the report was made."""
    if arrival.record is None or arrival.period.id != period.id:
        return False
    return arrival.sent_back is None or report.reported <= arrival.sent_back


def _by_day(arrival: Arrival) -> tuple[date, str]:
    return arrival.received, arrival.period.id
