"""What has been received for a period: which reports count, and which speaks of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Document
from kehoach_cli.model.report import CommitmentReport, Report, TaskReport
from kehoach_cli.vn.period import Calendar, Period, parse_period
from kehoach_cli.workspace import Located, PlanFolder

E = TypeVar("E", TaskReport, CommitmentReport)
T = TypeVar("T")
K = TypeVar("K")
Key = tuple[str, str]
"""(plan, sender)."""
About = tuple[str, str, str]
"""(plan, sender, id of the task or commitment); what a report on another plan says is not heard."""


@frozen
class Statement(Generic[E]):
    """What one report says of one task or commitment; ``period`` is the report's own."""

    report: Located[Report]
    period: Period
    entry: E


@frozen
class Received:
    """The reports that count for a period, found by sender; of several the latest stands last.

    ``said``: of tasks, by plan, sender and task; ``before``: the same in reports for earlier
    periods; ``kept``: of commitments, likewise; ``reports`` and ``bad`` by plan and sender.
    ``earlier``: all reports for periods that were over before this one began.
    """

    counted: tuple[Located[Report], ...]
    earlier: tuple[Located[Report], ...]
    said: Mapping[About, tuple[Statement[TaskReport], ...]]
    before: Mapping[About, tuple[Statement[TaskReport], ...]]
    kept: Mapping[About, tuple[Statement[CommitmentReport], ...]]
    reports: Mapping[Key, tuple[Located[Report], ...]]
    bad: frozenset[Key]


def statements(
    found: Mapping[About, tuple[Statement[E], ...]],
    plan_id: str,
    senders: tuple[str, ...],
    about: str,
) -> tuple[Statement[E], ...]:
    """All that any of the senders has said about it on its plan, the one that counts last."""
    if len(senders) == 1:
        return found.get((plan_id, senders[0], about), ())
    said = [one for sender in senders for one in found.get((plan_id, sender, about), ())]
    return tuple(sorted(said, key=lambda one: weight(one.report, one.period)))


def sent_by(
    received: Received, plan_id: str, senders: tuple[str, ...]
) -> tuple[Located[Report], ...]:
    """All reports on the plan from any of the senders, the latest last."""
    if len(senders) == 1:
        return received.reports.get((plan_id, senders[0]), ())
    sent = [one for sender in senders for one in received.reports.get((plan_id, sender), ())]
    return tuple(sorted(sent, key=lambda report: (report.value.reported, report.file)))


def says_nothing_arose(reports: tuple[Located[Report], ...]) -> bool:
    """The latest of these reports is «không phát sinh»."""
    return bool(reports) and reports[-1].value.nothing_to_report


def done_on(statement: Statement[TaskReport]) -> date | None:
    """The day it was done, if it is said to be; the day of the report when none is given."""
    if not statement.entry.status.is_done:
        return None
    return statement.entry.done_on or statement.report.value.reported


def weight(report: Located[Report], period: Period) -> tuple[date, int, str]:
    """Later reports count more; of the same day the one for the longer period."""
    return report.value.reported, (period.last - period.first).days, report.file


def receive(
    folders: tuple[PlanFolder, ...], period: Period, calendar: Calendar, as_of: date
) -> Received:
    """Sort the reports that had been made by ``as_of``.

    A report counts for the period when its own period is the same or lies wholly inside it; then
    the latest wins, and of the same day the one for the longer period. A report for a period that
    was over before this one begins tells what was closed before; where it says that something
    was done on a day of this period, it counts for this one too. A receipt of «không phát sinh»
    is a report by itself.
    """
    nominal = read_period(period.id, calendar) or period
    made = sorted(_made(folders, calendar, as_of), key=lambda one: weight(*one))
    inside = [(report, own) for report, own in made if is_inside(own, nominal)]
    own_days = [(report, period if own == nominal else own) for report, own in inside]
    over = [(report, own) for report, own in made if own.last < nominal.first]
    earlier = list(_of_tasks(over))
    news = [one for one in earlier if (done := done_on(one[1])) and done >= period.first]
    return Received(
        counted=tuple(report for report, _ in inside),
        earlier=tuple(report for report, _ in over),
        said=_by_key([*news, *_of_tasks(own_days)]),
        before=_by_key(earlier),
        kept=_by_key(_of_commitments(own_days)),
        reports=_by_key(((report.owner, report.value.sender), report) for report, _ in inside),
        bad=frozenset(_bad(folders, calendar, nominal)),
    )


_Made = tuple[Located[Report], Period]


@lru_cache(maxsize=256)
def read_period(period_id: str, calendar: Calendar) -> Period | None:
    """The period of that id without the days that a round has set; None when there is none."""
    return parse_period(period_id, calendar)


def _made(folders: tuple[PlanFolder, ...], calendar: Calendar, as_of: date) -> Iterator[_Made]:
    for folder in folders:
        for report in (*folder.reports, *_nothing_arose(folder, as_of)):
            period = read_period(report.value.period, calendar)
            if period is not None and report.value.reported <= as_of:
                yield report, period


def _nothing_arose(folder: PlanFolder, as_of: date) -> Iterator[Located[Report]]:
    """Records of «không phát sinh» as the reports that nobody needs to type for them."""
    typed = {(one.value.sender, one.value.period) for one in folder.reports}
    for record in folder.receipts:
        one = record.value
        is_returned = one.sent_back is not None and one.sent_back.date <= as_of
        if one.says_nothing and not is_returned and (one.sender, one.period) not in typed:
            report = Report.model_construct(
                sender=one.sender,
                period=one.period,
                reported=one.received,
                document=Document(number=one.number) if one.number else None,
                nothing_to_report=True,
            )
            yield Located(report, record.file, record.path, record.owner)


def is_inside(inner: Period, outer: Period) -> bool:
    """The same period, or one that lies wholly inside."""
    return outer.first <= inner.first and inner.last <= outer.last


def _of_tasks(made: Iterable[_Made]) -> Iterator[tuple[About, Statement[TaskReport]]]:
    for report, period in made:
        for entry in report.value.tasks:
            key = (report.owner, report.value.sender, entry.task)
            yield key, Statement(report, period, entry)


def _of_commitments(made: Iterable[_Made]) -> Iterator[tuple[About, Statement[CommitmentReport]]]:
    for report, period in made:
        for entry in report.value.commitments:
            key = (report.owner, report.value.sender, entry.commitment)
            yield key, Statement(report, period, entry)


def _by_key(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _bad(folders: tuple[PlanFolder, ...], calendar: Calendar, nominal: Period) -> Iterator[Key]:
    """(plan, sender) of files of the period that cannot be used, by their paths."""
    for folder in folders:
        for period_id, sender in folder.bad_reports:
            period = read_period(period_id, calendar)
            if period is not None and is_inside(period, nominal):
                yield folder.id, sender
