"""Which closing forbids that the reports of a period change."""

from __future__ import annotations

from kehoach_cli.model.records import Closing
from kehoach_cli.progress.periods import calendar_of
from kehoach_cli.progress.received import is_inside, read_period
from kehoach_cli.workspace import Located, PlanFolder, Workspace


def closing_over(ws: Workspace, folder: PlanFolder, period_id: str) -> Located[Closing] | None:
    """The closing of that period or of a longer one around it; None while both are open.

    Of several closings of a period the last counts; one that was reopened forbids nothing.
    """
    last = {one.value.period: one for one in folder.closings}
    for one in last.values():
        if one.value.reopened is None and covers(ws, one.value.period, period_id):
            return one
    return None


def covers(ws: Workspace, outer_id: str, inner_id: str) -> bool:
    """The same period, or one that lies wholly inside; False for ids that are no periods."""
    calendar = calendar_of(ws)
    inner, outer = read_period(inner_id, calendar), read_period(outer_id, calendar)
    return inner is not None and outer is not None and is_inside(inner, outer)


def own_closing(folder: PlanFolder, period_id: str) -> Located[Closing] | None:
    """The last closing of just that period, unless it was reopened."""
    found = [one for one in folder.closings if one.value.period == period_id]
    return found[-1] if found and found[-1].value.reopened is None else None
