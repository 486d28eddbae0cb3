"""What both sides say of the commitments, the latest word of each in each period.

Belongs to no rule.
"""

from __future__ import annotations

from typing import NamedTuple

from kehoach_cli.diagnostics import Place
from kehoach_cli.model.report import CommitmentReport, Report
from kehoach_cli.progress.confirmations import is_agency
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
        is_theirs = is_agency(ctx.ws, report.value.sender)
        for number, entry in enumerate(report.value.commitments):
            key = (report.value.period, entry.commitment)
            said = Said(report, number, entry)
            words = found.get(key, Words())
            found[key] = words._replace(agency=said) if is_theirs else words._replace(partner=said)
    return found
