"""Who is asked for reports when a round is opened, plan by plan, for the register of letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Agency
from kehoach_cli.progress.evaluation import Progress
from kehoach_cli.progress.groups import Roster

_COMMUNE = "commune"


@frozen
class Request:
    """To whom the letter goes on account of one plan; ``answer_due``: the last day of them all.

    None where any of them has no day to send by: nobody is late before the day is set.
    """

    plan_id: str
    to: tuple[str, ...]
    answer_due: date | None


def requests_of(progress: Progress, writer: str | None) -> tuple[Request, ...]:
    """What the letter asks for, by plan; plans without anybody to ask but ``writer`` left out.

    All communes are one entry where the register has a group of just them.
    """
    found = []
    for plan in progress.plans:
        asked = [
            one
            for one in progress.senders
            if one.plan_id == plan.id and one.must_report and one.id != writer
        ]
        days = [one.send_by for one in asked]
        set_days = [day for day in days if day]
        if asked:
            to = _addressed(progress, [one.id for one in asked])
            last = max(set_days) if len(set_days) == len(days) else None
            found.append(Request(plan.id, to, last))
    return tuple(found)


def _addressed(progress: Progress, asked: Sequence[str]) -> tuple[str, ...]:
    communes = {one for one in asked if _is_commune(progress, one)}
    group = _group_of(progress, communes) if len(communes) > 1 else None
    if group is None:
        return tuple(asked)
    return tuple(dict.fromkeys(group if one in communes else one for one in asked))


def _is_commune(progress: Progress, actor: str) -> bool:
    known = progress.workspace.actors.get(actor)
    return isinstance(known, Agency) and known.kind == _COMMUNE


def _group_of(progress: Progress, communes: set[str]) -> str | None:
    """The group of all communes, where these are all of them."""
    roster = Roster(progress.workspace, progress.day)
    for actor, known in progress.workspace.actors.items():
        derived = known.members_from if isinstance(known, Agency) else None
        is_of_communes = derived is not None and derived.kind == _COMMUNE
        if is_of_communes and communes == {one.actor for one in roster.expand(actor).holders}:
            return actor
    return None
