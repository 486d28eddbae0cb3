"""Who an actor stands for: itself, its successor, or the members of a group, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.register import Agency, MembersFrom
from kehoach_cli.workspace import Workspace

GROUP = "group"
_ANNEX = "annex"


@frozen
class Holder:
    """One that answers for itself; a report from any of ``senders`` is its report.

    ``senders``: itself, the units of a partner, and the agencies whose work it has taken over.
    """

    actor: str
    senders: tuple[str, ...]


@frozen
class Expansion:
    """The holders behind an actor, nobody twice, and the open groups that nobody can list."""

    holders: tuple[Holder, ...] = ()
    open_to: tuple[str, ...] = ()


@frozen
class Roster:
    """Expands actors as the register stands on ``day``; each actor is expanded once.

    A closed group gives one holder for each member, groups in groups included; a group that leads
    back to itself is passed over. An id that names nothing stands for itself: a rule reports it.
    """

    ws: Workspace
    day: date
    _known: dict[str, Expansion] = field(default_factory=dict)

    def expand(self, actor: str) -> Expansion:
        """The holders behind an actor, in the order in which its groups name them."""
        if actor not in self._known:
            self._known[actor] = self._expand(actor)
        return self._known[actor]

    def _expand(self, actor: str) -> Expansion:
        holders: dict[str, tuple[str, ...]] = {}
        open_to: dict[str, None] = {}
        for leaf, senders, is_open in self._leaves(actor, ()):
            if is_open:
                open_to[leaf] = None
            else:
                holders[leaf] = tuple(dict.fromkeys((*holders.get(leaf, ()), *senders)))
        return Expansion(
            holders=tuple(Holder(leaf, senders) for leaf, senders in holders.items()),
            open_to=tuple(open_to),
        )

    def _leaves(
        self, actor: str, above: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """Ends of the way down: id, who may send for it, whether it is an open group."""
        known = self.ws.actors.get(actor)
        if isinstance(known, Agency | Partner) and known.kind == GROUP:
            yield from self._members(known, above)
            return
        heir = self._heir(known) if isinstance(known, Agency) else actor
        if heir != actor and heir not in above:
            for leaf, senders, is_open in self._leaves(heir, (*above, actor)):
                yield leaf, (*senders, actor), is_open
        else:
            yield actor, (actor, *_units(known)), False

    def _members(
        self, group: Agency | Partner, above: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        derived = group.members_from if isinstance(group, Agency) else None
        members = [*group.members, *(self._derived(derived) if derived else ())]
        if group.open and not members:
            yield group.id, (), True
        among = self._among(derived, (*above, group.id)) if derived else None
        for member in members:
            if member != group.id and member not in above:
                for leaf in self._leaves(member, (*above, group.id)):
                    if among is None or leaf[0] in among:
                        yield leaf

    def _among(self, rule: MembersFrom, above: tuple[str, ...]) -> frozenset[str] | None:
        """The only ones that may be members; None when the rule names no group."""
        if rule.among is None or rule.among in above:
            return None
        return frozenset(leaf for leaf, _, _ in self._leaves(rule.among, above))

    def _derived(self, rule: MembersFrom) -> Iterator[str]:
        if rule.kind is not None and rule.kind != GROUP:
            agencies = (item.value for item in self.ws.of(Agency))
            yield from (one.id for one in agencies if one.kind == rule.kind and self._is_alive(one))
        if rule.leads_of == _ANNEX:
            yield from self.ws.annex_leads(rule.plan)

    def _is_alive(self, agency: Agency) -> bool:
        has_begun = agency.since is None or agency.since <= self.day
        return has_begun and (agency.to is None or agency.to >= self.day)

    def _heir(self, agency: Agency) -> str:
        """Who has taken over an agency abolished before the day; itself while it lives."""
        is_gone = agency.to is not None and agency.to < self.day
        return agency.successor if is_gone and agency.successor else agency.id


def _units(known: Agency | Partner | PartnerUnit | None) -> tuple[str, ...]:
    return tuple(unit.id for unit in known.units) if isinstance(known, Partner) else ()
