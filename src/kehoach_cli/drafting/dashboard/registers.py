"""What the dashboard tells beside tasks: plans, agreements, proposals, money, senders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.drafting.cooperation import STANDING, agreements, last_review
from kehoach_cli.drafting.item_words import plan_heading
from kehoach_cli.drafting.money_words import UNSAID
from kehoach_cli.drafting.raised_tables import PROPOSAL_KINDS, proposed, standing_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Agreement
from kehoach_cli.progress import PlanProgress, Progress, money_by, money_entries, sum_of
from kehoach_cli.vn.dates import Month, format_day
from kehoach_cli.workspace import Located, Workspace


@frozen
class PlanRow:
    """A plan of the period; ``issued``: its number and day, "" while it is a draft."""

    id: str
    title: str
    issued: str
    is_issued: bool
    first_year: int | None
    last_year: int | None


@frozen
class AgreementRow:
    """An agreement, and what its latest review says."""

    id: str
    title: str
    partner: str
    signed: date | None
    status: str
    reviewed: date | None
    results: tuple[str, ...]
    difficulties: tuple[str, ...]
    solutions: tuple[str, ...]


@frozen
class ProposalRow:
    """A proposal and what became of it."""

    id: str
    plan: str
    kind: str
    title: str
    sender: str
    challenge: str | None
    since: date
    standing: str


@frozen
class MoneyRow:
    """The sums of one year and source, or of the whole year where it names none, in đồng."""

    year: int
    source: str | None
    needed: int
    allocated: int
    spent: int


@frozen
class SenderRow:
    """Who reports on a plan and what has come; ``number`` of the report where it has one."""

    plan: str
    agency: str
    must_report: bool
    receipt: str
    has_come: bool
    reported: date | None
    number: str | None
    send_by: date | None


def plans(progress: Progress) -> tuple[PlanRow, ...]:
    """The plans of the period."""
    return tuple(_plan(one) for one in progress.plans)


def _plan(one: PlanProgress) -> PlanRow:
    plan = one.plan.value if one.plan else None
    return PlanRow(
        id=one.id,
        title=plan_heading(one),
        issued=_issued(plan.number, plan.date) if plan and plan.is_issued else "",
        is_issued=one.is_issued,
        first_year=plan.period.first_year if plan else None,
        last_year=plan.period.last_year if plan else None,
    )


def _issued(number: str | None, day: date | Month | None) -> str:
    said = f"số {number}" if number else ""
    when = f"ngày {format_day(day)}" if isinstance(day, date) else ""
    return " ".join(text for text in (said, when) if text)


def agreement_rows(ws: Workspace, progress: Progress) -> tuple[AgreementRow, ...]:
    """The agreements that were there on the day."""
    scene = Scene(ws, progress.as_of, given=progress)
    return tuple(_agreement(one) for one in agreements(scene))


def _agreement(one: Located[Agreement]) -> AgreementRow:
    last = last_review(one.value)
    return AgreementRow(
        id=one.value.id,
        title=one.value.title,
        partner=one.owner,
        signed=one.value.signed,
        status=STANDING[one.value.status],
        reviewed=last.date if last else None,
        results=last.results if last else (),
        difficulties=last.difficulties if last else (),
        solutions=last.solutions if last else (),
    )


def proposal_rows(progress: Progress, *, tells_money: bool) -> tuple[ProposalRow, ...]:
    """Those of the period and those still open from before it.

    ``tells_money``: whether the resources that they ask for, mostly sums, are said too.
    """
    kept_back = {} if tells_money else {"resources": None}
    return tuple(
        ProposalRow(
            id=one.value.value.id,
            plan=one.plan_id,
            kind=PROPOSAL_KINDS[one.value.value.kind],
            title=proposed(one.value.value.model_copy(update=kept_back)),
            sender=one.sender,
            challenge=one.value.value.challenge,
            since=one.since,
            standing=standing_of(one),
        )
        for one in progress.proposals
    )


def money_rows(progress: Progress) -> Iterator[MoneyRow]:
    """All years that the plans have money lines of, each by source."""
    entries = money_entries(progress)
    for year in sorted({one.year for one in entries}):
        ours = [one for one in entries if one.year == year]
        for source, sums in money_by(ours, "source").items():
            name = capitalised(str(source or UNSAID))
            yield MoneyRow(year, name, sums.needed, sums.allocated, sums.spent)


def money_years(progress: Progress) -> Iterator[MoneyRow]:
    """The same years, each as a whole."""
    entries = money_entries(progress)
    for year in sorted({one.year for one in entries}):
        sums = sum_of(one for one in entries if one.year == year)
        yield MoneyRow(year, None, sums.needed, sums.allocated, sums.spent)


def sender_rows(progress: Progress) -> tuple[SenderRow, ...]:
    """Everybody who must report or did, by plan."""
    return tuple(
        SenderRow(
            plan=one.plan_id,
            agency=one.id,
            must_report=one.must_report,
            receipt=one.receipt.label,
            has_come=one.receipt.has_come,
            reported=one.reported,
            number=one.number,
            send_by=one.send_by,
        )
        for one in progress.senders
    )
