"""Difficulties and proposals that reports bring, what became of each, and who must answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.records import DifficultyStep, Outcome, ProposalDecision, Step
from kehoach_cli.model.report import Difficulty, Proposal, Report
from kehoach_cli.workspace import Located, Workspace

T = TypeVar("T", bound=Entity)
R = TypeVar("R", bound=Entity)


@frozen
class Answering:
    """How a difficulty or a proposal stands; ``is_open``: somebody must still answer."""

    code: str
    label: str
    is_open: bool = False


UNANSWERED = Answering("unanswered", "chưa được trả lời", is_open=True)
ANSWERED = Answering("answered", "đã trả lời")
ESCALATED = Answering("escalated", "đã báo cáo UBND tỉnh", is_open=True)
RESOLVED = Answering("resolved", "đã giải quyết")

DIFFICULTY_STATES: tuple[Answering, ...] = (UNANSWERED, ANSWERED, ESCALATED, RESOLVED)
"""All states of a difficulty, in the order in which it goes through them."""

UNDECIDED = Answering("undecided", "chưa có ý kiến", is_open=True)
ACCEPTED = Answering("accepted", "được chấp thuận")
DEFERRED = Answering("deferred", "để lại xem xét sau", is_open=True)
DECLINED = Answering("declined", "không được chấp thuận")

PROPOSAL_STATES: tuple[Answering, ...] = (UNDECIDED, ACCEPTED, DEFERRED, DECLINED)
"""All states of a proposal, in the order in which they are shown."""

_AFTER_STEP: dict[Step, Answering] = {
    "answered": ANSWERED,
    "reported": ESCALATED,
    "resolved": RESOLVED,
}
_AFTER_OUTCOME: dict[Outcome, Answering] = {
    "accepted": ACCEPTED,
    "declined": DECLINED,
    "deferred": DEFERRED,
}


@frozen
class Raised(Generic[T, R]):
    """A difficulty or a proposal, whose report brings it, and what was done about it.

    ``since``: the day of that report. ``days_open``: calendar days from then to ``as_of``, or to
    the day that closed it; None where the document that closed it has no day. ``answerer``: who
    must answer while it is open. ``history``: what was done by ``as_of``, the last counts.
    ``is_carried``: from an earlier period, and still open.
    """

    plan_id: str
    sender: str
    report: Located[Report]
    value: Located[T]
    state: Answering
    days_open: int | None
    answerer: str | None
    history: tuple[Located[R], ...] = ()
    is_carried: bool = False

    @property
    def since(self) -> date:
        """The day of the report that brings it."""
        return self.report.value.reported


@frozen
class Desk:
    """What was done by ``as_of`` about difficulties and proposals, found by their ids."""

    ws: Workspace
    as_of: date

    def difficulties(
        self, reports: Iterable[Located[Report]], *, is_carried: bool = False
    ) -> Iterator[Raised[Difficulty, DifficultyStep]]:
        """All difficulties of the reports in their order; of earlier ones only those still open."""
        for report in reports:
            for number, one in enumerate(report.value.difficulties):
                history = self._steps.get(one.id, ())
                last = history[-1].value if history else None
                state = _AFTER_STEP[last.state] if last else UNANSWERED
                if state.is_open or not is_carried:
                    yield Raised(
                        plan_id=report.owner,
                        sender=report.value.sender,
                        report=report,
                        value=_inside(report, "difficulties", number, one),
                        state=state,
                        days_open=self._days_open(report, state, last.date if last else None),
                        answerer=self._answerer(one, state),
                        history=history,
                        is_carried=is_carried,
                    )

    def proposals(
        self, reports: Iterable[Located[Report]], *, is_carried: bool = False
    ) -> Iterator[Raised[Proposal, ProposalDecision]]:
        """All proposals of the reports in their order; of earlier ones only those still open."""
        for report in reports:
            for number, one in enumerate(report.value.proposals):
                history = self._decisions.get(one.id, ())
                last = history[-1].value if history else None
                state = _AFTER_OUTCOME[last.outcome] if last else UNDECIDED
                if state.is_open or not is_carried:
                    closed = decided_on(last) if last else None
                    yield Raised(
                        plan_id=report.owner,
                        sender=report.value.sender,
                        report=report,
                        value=_inside(report, "proposals", number, one),
                        state=state,
                        days_open=self._days_open(report, state, closed),
                        answerer=self._focal if state.is_open else None,
                        history=history,
                        is_carried=is_carried,
                    )

    def _days_open(
        self, report: Located[Report], state: Answering, closed: date | None
    ) -> int | None:
        until = self.as_of if state.is_open else closed
        return max(0, (until - report.value.reported).days) if until else None

    def _answerer(self, one: Difficulty, state: Answering) -> str | None:
        """Whom the sender asks, else the focal agency; UBND once it has been told."""
        if not state.is_open:
            return None
        return self._issuer if state is ESCALATED else one.to or self._focal

    @cached_property
    def _steps(self) -> Mapping[str, tuple[Located[DifficultyStep], ...]]:
        known = [one for one in self.ws.of(DifficultyStep) if one.value.date <= self.as_of]
        known.sort(key=lambda one: one.value.date)
        return _by(known, lambda step: step.difficulty)

    @cached_property
    def _decisions(self) -> Mapping[str, tuple[Located[ProposalDecision], ...]]:
        """By proposal; one whose document has no day has always been known."""
        dated = [(decided_on(one.value) or date.min, one) for one in self.ws.of(ProposalDecision)]
        known = sorted((pair for pair in dated if pair[0] <= self.as_of), key=lambda pair: pair[0])
        return _by((one for _, one in known), lambda decision: decision.proposal)

    @property
    def _focal(self) -> str | None:
        return self.ws.settings.value.focal if self.ws.settings else None

    @property
    def _issuer(self) -> str | None:
        return self.ws.settings.value.issuer if self.ws.settings else None


def decided_on(decision: ProposalDecision) -> date | None:
    """The day of the document that says so."""
    return decision.document.date if decision.document else None


def _by(
    found: Iterable[Located[R]], about: Callable[[R], str]
) -> dict[str, tuple[Located[R], ...]]:
    grouped: dict[str, list[Located[R]]] = {}
    for one in found:
        grouped.setdefault(about(one.value), []).append(one)
    return {key: tuple(some) for key, some in grouped.items()}


def _inside(report: Located[Report], key: str, number: int, value: T) -> Located[T]:
    return Located(value, report.file, (*report.path, key, number), report.owner)
