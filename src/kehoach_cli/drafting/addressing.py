"""Whom a letter goes to: the three sorts of those who report, and how Kính gửi names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kehoach_cli.drafting.issuing import full_name
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Agency, Round, SendBy
from kehoach_cli.workspace import Workspace


@frozen
class Sort:
    """A sort of those who report; ``key``: its day in ``send_by``, ``most``: how many are named."""

    key: str
    label: str
    many: str
    most: int


AGENCIES = Sort("agencies", "các cơ quan, đơn vị", "Các cơ quan, đơn vị", 12)
COMMUNES = Sort("communes", "Ủy ban nhân dân các xã, phường", "Ủy ban nhân dân các xã, phường", 6)
PARTNERS = Sort("partners", "các đối tác", "Các đối tác", 12)
SORTS = (AGENCIES, COMMUNES, PARTNERS)
"""In the order in which a letter names them."""


def sort_of(ws: Workspace, actor: str) -> Sort:
    """Which sort one is of."""
    found = ws.actors.get(actor)
    if not isinstance(found, Agency):
        return PARTNERS
    return COMMUNES if found.kind == "commune" else AGENCIES


def sorted_out(ws: Workspace, actors: Iterable[str]) -> dict[Sort, list[str]]:
    """The actors by sort, in the order of the sorts; sorts without any are left out."""
    found: dict[Sort, list[str]] = {sort: [] for sort in SORTS}
    for actor in actors:
        found[sort_of(ws, actor)].append(actor)
    return {sort: members for sort, members in found.items() if members}


def addressee_names(ws: Workspace, actors: Sequence[str], listed_in: str) -> tuple[str, ...]:
    """Lines of Kính gửi (NĐ 30/2020, PL I, Phần I, II.9.b).

    All of them by name; of a sort with many the sort's own name, with ``listed_in`` («Phụ lục»)
    where it is not the whole of it.
    """
    names: list[str] = []
    for sort, members in sorted_out(ws, actors).items():
        if len(members) <= sort.most:
            names += [_name(ws, one) for one in members]
        elif _is_whole(ws, sort, members):
            names.append(sort.many)
        else:
            names.append(f"{sort.many} có tên tại {listed_in}")
    return tuple(names)


def names_in_cell(ws: Workspace, actors: Sequence[str]) -> str:
    """Names in a table's cell; many communes by their own name when it is all of them."""
    if len(actors) > COMMUNES.most and _is_whole(ws, COMMUNES, actors):
        return f"{COMMUNES.many} ({len(actors)} đơn vị)"
    return "; ".join(name_of(ws, one) for one in actors)


def _is_whole(ws: Workspace, sort: Sort, actors: Sequence[str]) -> bool:
    """These are all the communes of the register; nobody can say so of the other sorts."""
    if sort is not COMMUNES:
        return False
    return {one for one in ws.actors if sort_of(ws, one) is COMMUNES} == set(actors)


def _name(ws: Workspace, actor: str) -> str:
    found = ws.actors.get(actor)
    return full_name(found) if found else actor


def round_of(scene: Scene) -> Round | None:
    """The reporting round of the period, once it has a file."""
    period = scene.progress.period.id
    return next((one.value for one in scene.ws.of(Round) if one.value.id == period), None)


def send_by(scene: Scene, sort: Sort) -> date | None:
    """The last day for a sort to send its report; ``None`` where nobody has set one."""
    days = opened.send_by if (opened := round_of(scene)) else SendBy()
    found: date | None = getattr(days, sort.key)
    return found
