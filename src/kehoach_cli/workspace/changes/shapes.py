"""One difference between two workspaces, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from kehoach_cli.diagnostics import Place
from kehoach_cli.frozen import frozen

Kind = Literal["added", "removed", "changed"]

Thing = Literal[
    "plan",
    "section",
    "annex",
    "task",
    "extension",
    "amendment",
    "commitment",
    "report",
    "task-report",
    "commitment-report",
    "difficulty",
    "proposal",
    "receipt",
    "proposal-decision",
    "difficulty-step",
    "closing",
    "letter",
    "session",
    "challenge",
    "partner",
    "agreement",
    "round",
    "agency",
    "settings",
    "issued-text",
]

Value = str | int | tuple[str, ...] | None
"""Words as typed or said; an amount in đồng; ids of actors."""

_AGREED = frozenset(
    {"title", "lead", "support", "others", "due", "product", "approver", "parts", "condition"}
    | {"recurrence", "counterpart", "province_does", "mode"}
)
_AGREED_GROUPS = ("split:", "money:")


@frozen
class Change:
    """What came, went or reads otherwise.

    ``id`` names the thing; of entries in a report it is the task or commitment, and ``within`` is
    the report («2027/so-yt»). ``aspect`` is a key of the thing, with what follows «:» where a key
    holds several («money:2027 …»); "" for a whole thing. ``called``, ``was`` and ``now`` are how
    it is named and where it stands on either side. ``by``: documents that came or went between
    the two and that speak of it. ``actors``: who has a part in it on either side.
    """

    thing: Thing
    id: str
    plan: str = ""
    within: str = ""
    aspect: str = ""
    old: Value = None
    new: Value = None
    called: tuple[str, str] = ("", "")
    was: Place | None = None
    now: Place | None = None
    by: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """Whether the thing itself came, went or stayed."""
        if self.was is None:
            return "added"
        return "removed" if self.now is None else "changed"

    @property
    def title(self) -> str:
        """How it is named now, else how it was."""
        return self.called[1] or self.called[0]

    @property
    def needs_word(self) -> bool:
        """Those who have a part in it have to agree: it changes what they do, with what, by when.

        A thing that came or went does, too.
        """
        is_agreed = not self.aspect or self.aspect in _AGREED
        return bool(self.actors) and (is_agreed or self.aspect.startswith(_AGREED_GROUPS))

    def reversed(self) -> Change:
        """The same difference, seen from the other side."""
        return replace(
            self,
            old=self.new,
            new=self.old,
            called=(self.called[1], self.called[0]),
            was=self.now,
            now=self.was,
        )


@frozen
class Changes:
    """All differences, by plan and kind of thing, in the order of the files."""

    items: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        """One after the other."""
        return iter(self.items)

    def __len__(self) -> int:
        """How many."""
        return len(self.items)

    @property
    def touched(self) -> Mapping[str, tuple[str, ...]]:
        """Actor → ids of the tasks and commitments of which it has to confirm a change."""
        found: dict[str, dict[str, None]] = {}
        for one in self.items:
            for actor in one.actors if one.needs_word else ():
                found.setdefault(actor, {})[one.id] = None
        return {actor: tuple(found[actor]) for actor in sorted(found)}
