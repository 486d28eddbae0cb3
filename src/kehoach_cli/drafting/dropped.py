"""Which records may go on naming what an amendment has dropped or given to somebody else.

What was reported for a closed period and what was granted stand as they are: they tell of what
was, and nobody may edit them any more.
"""

from __future__ import annotations

from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Extension
from kehoach_cli.model.report import Report
from kehoach_cli.progress.closings import closing_over
from kehoach_cli.workspace import Located, PlanFolder, Workspace

DROPPED = frozenset({"task", "commitment"})
"""Kinds of id whose things an amendment can take out of a plan."""


def tells_of_what_was(ws: Workspace, item: Located[Entity]) -> bool:
    """The record stands, and an amendment of its plan, signed or in draft, ends what was."""
    folder = ws.folder(item.owner)
    if folder is None or not any(_ends_something(one.value) for one in folder.amendments):
        return False
    return stands(ws, folder, item.value)


def _ends_something(one: Amendment) -> bool:
    return one.kind == "amend" and any(row.old is not None for row in one.changes)


def stands(ws: Workspace, folder: PlanFolder, record: Entity) -> bool:
    """A report of a closed period, an extension that was granted."""
    match record:
        case Report(period=period):
            return closing_over(ws, folder, period) is not None
        case Extension(granted=granted):
            return granted is not None
    return False
