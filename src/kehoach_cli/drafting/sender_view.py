"""One who must report, and what its report has to be about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kehoach_cli.drafting.addressing import PARTNERS, send_by, sort_of
from kehoach_cli.drafting.issuing import full_name
from kehoach_cli.drafting.report_parts import PlanView, plan_view
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import Item
from kehoach_cli.vn.dates import format_day


@frozen
class SenderView:
    """What a template reads as ``sender``."""

    scene: Scene

    @property
    def name(self) -> str:
        """Its name as it writes it itself."""
        party = self.scene.party("sender")
        return full_name(party) if party else ""

    @property
    def is_partner(self) -> bool:
        """A partner is asked for its part, not given tasks."""
        return sort_of(self.scene.ws, self.scene.sender or "") is PARTNERS

    @cached_property
    def plans(self) -> tuple[PlanView, ...]:
        """The plans that something of it stands in."""
        own = {item.plan_id for item in own_items(self.scene)}
        plans = (plan for plan in self.scene.progress.plans if plan.id in own)
        return tuple(plan_view(self.scene, plan) for plan in plans)

    @property
    def has_tasks(self) -> bool:
        """It has tasks or duties of its own in the period."""
        return any(item.is_task for item in own_items(self.scene))

    @property
    def has_commitments(self) -> bool:
        """It has committed itself to something."""
        return any(not item.is_task for item in own_items(self.scene))

    @property
    def send_by(self) -> str:
        """Until when it has to report; "" where nobody has set a day."""
        day = send_by(self.scene, sort_of(self.scene.ws, self.scene.sender or ""))
        return format_day(day) if day else ""


def own_items(scene: Scene) -> Iterator[Item]:
    """The items of the sender, each with its own assignment alone.

    What a unit of a partner reports counts for the partner, so both have the same items.
    """
    for item in scene.progress.items:
        own = tuple(one for one in item.assignments if scene.sender in {one.agency, *one.senders})
        if own:
            yield replace(item, assignments=own)
