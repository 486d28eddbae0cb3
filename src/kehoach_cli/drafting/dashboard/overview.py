"""The first page of the dashboard: what is late and whose, what comes, who is silent, who asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kehoach_cli.drafting.dashboard.audience import Audience
from kehoach_cli.drafting.days_left import remaining
from kehoach_cli.drafting.item_words import holders_of
from kehoach_cli.drafting.questions.brief import DAYS_AHEAD, LateHolder, has_asked, late_holders
from kehoach_cli.drafting.questions.upcoming import due_within
from kehoach_cli.drafting.questions.view import ItemFacts, Named, all_named, facts_of, named
from kehoach_cli.drafting.wording import reference, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.records import DifficultyStep
from kehoach_cli.model.report import Difficulty
from kehoach_cli.progress import Progress, Raised
from kehoach_cli.workspace import Workspace


@frozen
class SoonRow:
    """A task that falls due in the days ahead; ``key`` of its row, None in another period."""

    key: str | None
    item: ItemFacts
    holders: str
    remaining: str


@frozen
class DifficultyRow:
    """A difficulty, how it stands, and who must answer it while it is open."""

    id: str
    plan: str
    text: str
    proposal: str | None
    sender: Named
    to: Named | None
    state: str
    is_open: bool
    since: date
    days_open: int | None
    steps: tuple[str, ...]


@frozen
class AnswererRow:
    """How many open difficulties one has to answer, and for how many days the oldest waits."""

    to: Named | None
    count: int
    days: int


@frozen
class Overview:
    """What the first page says beside the totals; internal parts are empty for the public.

    ``silent``: who has not reported, of ``expected`` who must; None where that is internal.
    ``has_asked``: the report may be expected by now.
    """

    days_ahead: int
    late: tuple[LateHolder, ...]
    soon: tuple[SoonRow, ...]
    has_asked: bool
    expected: int | None
    silent: tuple[Named, ...]
    answerers: tuple[AnswererRow, ...]


def overview(
    ws: Workspace,
    progress: Progress,
    audience: Audience,
    difficulties: Iterable[DifficultyRow],
) -> Overview:
    """The first page of the period."""
    sees_senders = audience.sees("senders") and progress.has_begun
    must = {one.id for one in progress.senders if one.must_report}
    silent = all_named(ws, (one.id for one in progress.missing)) if sees_senders else ()
    keys = {(one.plan_id, one.id, one.last_day): one.key for one in progress.items}
    return Overview(
        days_ahead=DAYS_AHEAD,
        late=late_holders(ws, progress),
        soon=tuple(
            SoonRow(
                key=keys.get((item.plan_id, item.id, item.last_day)),
                item=facts_of(item),
                holders=holders_of(ws, item),
                remaining=remaining(item, progress.day),
            )
            for item in due_within(progress, DAYS_AHEAD)
        ),
        has_asked=has_asked(progress),
        expected=len(must) if sees_senders else None,
        silent=silent,
        answerers=_answerers(difficulties),
    )


def difficulties(ws: Workspace, progress: Progress) -> tuple[DifficultyRow, ...]:
    """Those of the period and those still open from before it."""
    return tuple(_difficulty(ws, one) for one in progress.difficulties)


def _difficulty(ws: Workspace, one: Raised[Difficulty, DifficultyStep]) -> DifficultyRow:
    return DifficultyRow(
        id=one.value.value.id,
        plan=one.plan_id,
        text=one.value.value.text,
        proposal=one.value.value.proposal,
        sender=named(ws, one.sender),
        to=named(ws, one.answerer) if one.answerer else None,
        state=one.state.label,
        is_open=one.state.is_open,
        since=one.since,
        days_open=one.days_open,
        steps=tuple(_step(ws, step.value) for step in one.history),
    )


def _step(ws: Workspace, step: DifficultyStep) -> str:
    who = short_name_of(ws, step.by) if step.by else ""
    said = (who, step.text, reference(step.document) if step.document else "")
    return "; ".join(text for text in said if text)


def _answerers(rows: Iterable[DifficultyRow]) -> tuple[AnswererRow, ...]:
    """By who must answer, the longest waiting first."""
    found: dict[Named | None, list[int]] = {}
    for row in rows:
        if row.is_open:
            found.setdefault(row.to, []).append(row.days_open or 0)
    answerers = [AnswererRow(to, len(days), max(days)) for to, days in found.items()]
    return tuple(sorted(answerers, key=lambda row: (-row.days, -row.count)))
