"""Whether a partner takes part in a plan, by itself or through a group."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kehoach_cli.model.plan import Plan
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located

TakesPart = Callable[[Located[Plan], str], bool]


def participation(ctx: Context) -> TakesPart:
    """Tells whether a partner is among a plan's partners: itself, its group, its members.

    A plan that names an open group takes anybody.
    """

    @cache
    def senders(actor: str) -> frozenset[str]:
        expansion = ctx.roster.expand(actor)
        return frozenset((actor, *(one for held in expansion.holders for one in held.senders)))

    def takes_part(plan: Located[Plan], partner: str) -> bool:
        return any(
            ctx.roster.expand(named).open_to or senders(named) & senders(partner)
            for named in plan.value.partners
        )

    return takes_part
