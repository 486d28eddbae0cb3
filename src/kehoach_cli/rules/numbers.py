"""The numbers that the province's own documents carry.

Belongs to no rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Place
from kehoach_cli.workspace import Workspace


def numbered(ws: Workspace) -> Iterator[tuple[str, int, Place]]:
    """Number, year and place of plans, amendments and notices of conclusions that have both."""
    for folder in ws.folders:
        plan = folder.plan
        if plan and plan.value.number and plan.value.date:
            yield plan.value.number, plan.value.date.year, plan.at("number")
        for amendment in folder.amendments:
            one = amendment.value
            if one.number and one.date:
                yield one.number, one.date.year, amendment.at("number")
        for session in folder.sessions:
            end = session.value.conclusions
            if end and end.number and end.date:
                yield end.number, end.date.year, session.at("conclusions", "number")


def number_key(number: str, year: int) -> tuple[str, int]:
    """What two documents must not have in common; zeros before a number say nothing."""
    return number.lstrip("0"), year
