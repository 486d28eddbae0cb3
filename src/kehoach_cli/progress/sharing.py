"""Tasks done together with a partner, whose parts the two sides have to agree on (000, IV.2)."""

from __future__ import annotations

from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.plan import Task
from kehoach_cli.workspace import Workspace


def partners_in(ws: Workspace, task: Task) -> tuple[str, ...]:
    """The partners that have a part in the task; then who made the commitment it carries out."""
    found = [one for one in task.actors if isinstance(ws.actors.get(one), Partner | PartnerUnit)]
    promised = ws.index["commitment"].get(task.commitment or "")
    return tuple(dict.fromkeys((*found, *((promised.owner,) if promised else ()))))


def needs_split(ws: Workspace, task: Task) -> bool:
    """It stands in the annex and a partner takes part: each side's part must be said."""
    return task.kind == "annex" and bool(partners_in(ws, task))


def parties_of(ws: Workspace, partner: str | None) -> frozenset[str]:
    """The partner with its units and, of a group, its members; all partners for None."""
    partners = {one.value.id: one.value for one in ws.of(Partner)}
    wanted = [partner] if partner else [*partners]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        found.add(name)
        if known := partners.get(name):
            found |= {unit.id for unit in known.units}
            wanted += known.members
    return frozenset(found)


def is_split(task: Task) -> bool:
    """Both parts are said."""
    return bool(task.split and task.split.partner_does and task.split.province_does)
