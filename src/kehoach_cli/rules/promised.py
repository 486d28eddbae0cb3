"""What both sides say of the commitments, the latest word of each in each period.

Belongs to no rule.
"""

from __future__ import annotations

from typing import NamedTuple

from kehoach_cli.diagnostics import Place
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.report import CommitmentReport, Report
from kehoach_cli.progress.confirmations import confirmers, is_agency
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located


class Said(NamedTuple):
    """What one report says of one commitment."""

    report: Located[Report]
    number: int
    entry: CommitmentReport

    def at(self, *parts: str) -> Place:
        """The place of a field of the entry."""
        return self.report.at("commitments", self.number, *parts)


class Words(NamedTuple):
    """The latest word of either side; None where it has not said anything."""

    partner: Said | None = None
    agency: Said | None = None


def latest(ctx: Context) -> dict[tuple[str, str], Words]:
    """(period, commitment) → the words in reports made by the day, by the order of the files."""
    found: dict[tuple[str, str], Words] = {}
    reports = [one for one in ctx.ws.of(Report) if one.value.reported <= ctx.as_of]
    for report in sorted(reports, key=lambda one: one.value.reported):
        for number, entry in enumerate(report.value.commitments):
            key = (report.value.period, entry.commitment)
            side = _side(ctx, report, entry.commitment)
            if side:
                said = Said(report, number, entry)
                found[key] = found.get(key, Words())._replace(**{side: said})
    return found


def _side(ctx: Context, report: Located[Report], commitment: str) -> str | None:
    """For which side it speaks; what is said by others, or on another plan, is not heard."""
    known = ctx.ws.index["commitment"].get(commitment)
    if known is None or not isinstance(known.value, Commitment):
        return None
    if report.owner != known.value.plan:
        return None
    if not is_agency(ctx.ws, report.value.sender):
        return "partner"
    return "agency" if report.value.sender in confirmers(ctx.ws, known.value) else None
