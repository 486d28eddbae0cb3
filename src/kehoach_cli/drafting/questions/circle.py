"""Some actors that are asked about together, and whether an actor of the data is one of them."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.progress import Assignment, Progress
from kehoach_cli.progress.groups import Roster


@frozen
class Circle:
    """The ids asked about; groups are opened and successors followed as on the roster's day."""

    members: frozenset[str]
    roster: Roster

    def has(self, actor: str | None) -> bool:
        """The actor is one of them, or a group, partner or successor that stands for one."""
        if actor is None:
            return False
        holders = self.roster.expand(actor).holders
        reached = {actor, *(one for held in holders for one in (held.actor, *held.senders))}
        return not self.members.isdisjoint(reached)

    def holds(self, one: Assignment) -> bool:
        """The assignment is one of theirs, or was given through a group that is."""
        return not self.members.isdisjoint({one.agency, one.via, *one.senders})


def circle_of(progress: Progress, members: Iterable[str]) -> Circle:
    """The actors of these ids on the day of the figures."""
    return Circle(frozenset(members), Roster(progress.workspace, progress.day))


def partner_ids(progress: Progress) -> tuple[str, ...]:
    """All partners and their units."""
    actors = progress.workspace.actors.items()
    return tuple(actor for actor, one in actors if isinstance(one, Partner | PartnerUnit))
