"""A working session as its documents tell it: who comes, what is on, who prepares, what follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from kehoach_cli.drafting.issuing import full_name
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Actor
from kehoach_cli.model.plan import Task
from kehoach_cli.model.session import Conclusions, Invitation, Session

SIDES = {
    "leader": "Lãnh đạo",
    "province": "Cơ quan, đơn vị, địa phương của tỉnh",
    "partner": "Đối tác",
    "press": "Cơ quan báo chí",
}
"""Whom a giấy mời goes to, in the order in which it names them."""

_MOST_NAMED = 6
"""More guests than these stand in a list of their own."""

_TYPE = "chương trình "


@frozen
class Prepares:
    """What one agency prepares, each with its last day as typed, "" where none is set."""

    name: str
    works: tuple[tuple[str, str], ...]


@frozen
class Assigned:
    """Work that the conclusions give to somebody; ``task`` is "" while it has no task."""

    name: str
    text: str
    support: str
    due: str
    task: str


@frozen
class SessionView:
    """What a template reads as ``session``."""

    scene: Scene
    value: Session

    @property
    def title(self) -> str:
        """Its title as typed."""
        return self.value.title

    @property
    def about(self) -> str:
        """The title without the words «Chương trình», for a document of that type."""
        title = self.value.title
        return capitalised(title[len(_TYPE) :]) if title.lower().startswith(_TYPE) else title

    @property
    def time(self) -> str:
        """When, as typed."""
        return self.value.time

    @property
    def day(self) -> date | None:
        """The day, once it is fixed."""
        return self.value.day

    @property
    def place(self) -> str:
        """Where."""
        return self.value.place

    @property
    def chair(self) -> str:
        """Who presides; "" while nobody has said."""
        return self.value.chair or ""

    @property
    def reply_by(self) -> str:
        """Until when guests answer and send materials; "" where nobody has set a day."""
        return self.value.reply_by or ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What guests are asked to heed."""
        return self.value.notes

    @property
    def agenda(self) -> tuple[str, ...]:
        """What is on, in its order."""
        return tuple(item.text for item in self.value.agenda)

    @property
    def has_programme(self) -> bool:
        """An item of the agenda has its time or its speaker."""
        return any(item.at or item.by for item in self.value.agenda)

    @cached_property
    def guests(self) -> tuple[str, ...]:
        """All who are invited, by side."""
        return tuple(name for _, names in self.sides for name in names)

    @property
    def partners(self) -> tuple[str, ...]:
        """The partners who are invited, by name."""
        return next((names for side, names in self.sides if side == SIDES["partner"]), ())

    @cached_property
    def sides(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The guests' names under the name of their side; a side without guests is left out."""
        found = ((label, self._names(side)) for side, label in SIDES.items())
        return tuple((label, names) for label, names in found if names)

    def _names(self, side: str) -> tuple[str, ...]:
        names = (self._name(one) for one in self.value.invited if one.side == side)
        return tuple(name for name in names if name)

    def _name(self, one: Invitation) -> str:
        return one.text or self._full(one.agency)

    def _full(self, actor: Actor | None) -> str:
        party = self.scene.ws.actors.get(actor or "")
        return full_name(party) if party else actor or ""

    @property
    def only(self) -> str:
        """The only guest that a giấy mời is written to; "" where it is written to all."""
        return self._name(self.scene.guest) if self.scene.guest else ""

    @property
    def is_listed(self) -> bool:
        """The guests are too many for the text and stand in a list."""
        return not self.only and len(self.guests) > _MOST_NAMED

    @property
    def sent_number(self) -> str:
        """The number of the giấy mời, where all guests have the same one of this issuer's."""
        return self._sent[0]

    @property
    def sent_day(self) -> date | None:
        """The day of that giấy mời."""
        return self._sent[1]

    @property
    def _sent(self) -> tuple[str, date | None]:
        asked = (self.scene.guest,) if self.scene.guest else self.value.invited
        sent = {(one.invited.number or "", one.invited.date) for one in asked if one.invited}
        found = next(iter(sent)) if len(sent) == 1 else ("", None)
        return found if self._is_own(found[0]) else ("", None)

    def _is_own(self, number: str) -> bool:
        """The number is of the series of whose document this is, as far as its letters tell."""
        party = self.scene.party(self.scene.written_by or "issuer")
        symbol = getattr(party, "symbol", None)
        return not (number and symbol) or symbol in number.partition("/")[2].split("-")

    @property
    def came(self) -> tuple[str, ...]:
        """Who said to come; nobody while no answer is there."""
        return tuple(self._name(one) for one in self.value.invited if one.reply == "coming")

    @cached_property
    def preparation(self) -> tuple[Prepares, ...]:
        """What each agency prepares, in the order of the file."""
        found: dict[Actor, list[tuple[str, str]]] = {}
        for work in self.value.preparation:
            task = self._task(work.task)
            due = work.due or (task.due if task else None) or ""
            found.setdefault(work.agency, []).append((work.text, due))
        return tuple(Prepares(self._full(actor), tuple(works)) for actor, works in found.items())

    @property
    def _conclusions(self) -> Conclusions:
        return self.value.conclusions or Conclusions()

    @property
    def concluded_number(self) -> str:
        """The number of the thông báo kết luận; "" until it is issued."""
        return self._conclusions.number or ""

    @property
    def concluded_day(self) -> date | None:
        """The day of the thông báo kết luận."""
        return self._conclusions.date

    @property
    def points(self) -> tuple[str, ...]:
        """What was found and agreed."""
        return self._conclusions.points

    @cached_property
    def assignments(self) -> tuple[Assigned, ...]:
        """What the conclusions give to whom, then the tasks that no assignment names."""
        written = self._conclusions.assignments
        named = {one.task for one in written}
        tasks = [self._task(one) for one in self._conclusions.tasks if one not in named]
        return (
            *(
                Assigned(
                    self._full(one.agency),
                    one.text,
                    self._named(one.support),
                    one.due or "",
                    one.task or "",
                )
                for one in written
            ),
            *(self._assigned(one) for one in tasks if one),
        )

    def _assigned(self, task: Task) -> Assigned:
        holders = self._named(actor for actor, _ in task.holders)
        return Assigned(holders, task.title, self._named(task.support), task.due or "", task.id)

    def _named(self, actors: Iterable[Actor]) -> str:
        return "; ".join(self._full(one) for one in actors)

    def _task(self, task: str | None) -> Task | None:
        found = self.scene.ws.index["task"].get(task or "")
        return found.value if found and isinstance(found.value, Task) else None
