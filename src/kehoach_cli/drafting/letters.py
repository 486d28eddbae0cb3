"""What a công văn says of itself: to whom, in which words, after which earlier letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from kehoach_cli.drafting.addressing import (
    PARTNERS,
    addressee_names,
    round_of,
    send_by,
    sort_of,
    sorted_out,
)
from kehoach_cli.drafting.demands import Reminded, reminded
from kehoach_cli.drafting.early import steps_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.records import ASKS_FOR_REPORT
from kehoach_cli.model.register import Agency, Document
from kehoach_cli.progress import LetterRow, letter_rows

_VERBS = {"focal": "đề nghị", "issuer": "yêu cầu", "office": "đôn đốc"}
"""How each issuer speaks to agencies and communes; partners are always asked: «đề nghị»."""


@frozen
class SendDay:
    """Until when a sort of senders has to report; no day where nobody has set one."""

    who: str
    day: date | None


@frozen
class Asked:
    """How many are asked, how many of them owe a report, how many something past its last day.

    ``silent`` have not sent one of their reports, ``invalid`` sent one that cannot be used; who
    did the one for a plan and the other for another is among both.
    """

    count: int
    without_report: int
    silent: int
    invalid: int
    with_task: int


def _asked(found: Iterable[Reminded]) -> Asked:
    counted = tuple(found)
    return Asked(
        count=len(counted),
        without_report=sum(one.owes_report for one in counted),
        silent=sum(one.has_sent_nothing for one in counted),
        invalid=sum(one.has_sent_invalid for one in counted),
        with_task=sum(one.owes_task for one in counted),
    )


@frozen
class LetterView:
    """What a template reads as ``letter``; ``issuers`` are those of the template."""

    scene: Scene
    issuers: tuple[str, ...]

    @property
    def verb(self) -> str:
        """«đề nghị», «yêu cầu» or «đôn đốc», by who writes to agencies and communes."""
        return _VERBS.get(self._by, "đề nghị")

    @property
    def is_by_focal(self) -> bool:
        """The focal agency writes it, not the organ above it."""
        return self._by == "focal"

    @property
    def _by(self) -> str:
        return self.scene.written_by or self.issuers[0]

    @cached_property
    def senders(self) -> tuple[str, ...]:
        """All who must report, each once, without whoever writes."""
        return receivers(self.scene, self._by)

    @property
    def to_senders(self) -> tuple[str, ...]:
        """Kính gửi: all who must report, who are listed in the second annex."""
        return addressee_names(self.scene.ws, self.senders, "Phụ lục II")

    @property
    def to(self) -> tuple[str, ...]:
        """Kính gửi: those whom the letter was made for, who are listed in its only annex."""
        return addressee_names(self.scene.ws, self.scene.to, "Phụ lục")

    @property
    def only(self) -> str:
        """The name of the only one that it is written to; "" where there are several."""
        return self.to[0] if len(self.scene.to) == 1 else ""

    @cached_property
    def agencies(self) -> Asked:
        """What the agencies and communes among them owe."""
        return _asked(one for one in self._reminded if not self._is_partner(one))

    @cached_property
    def partners(self) -> Asked:
        """What the partners among them owe."""
        return _asked(one for one in self._reminded if self._is_partner(one))

    @cached_property
    def all(self) -> Asked:
        """What all of them owe."""
        return _asked(self._reminded)

    def _is_partner(self, one: Reminded) -> bool:
        return sort_of(self.scene.ws, one.actor) is PARTNERS

    @cached_property
    def _reminded(self) -> tuple[Reminded, ...]:
        found = reminded(self.scene, self.scene.about or "all")
        return tuple(one for one in found if one.actor in self.scene.to)

    @cached_property
    def send_days(self) -> tuple[SendDay, ...]:
        """Until when each sort has to report, in the order of the sorts."""
        sorts = sorted_out(self.scene.ws, self.senders)
        return tuple(SendDay(sort.label, send_by(self.scene, sort)) for sort in sorts)

    @property
    def has_send_days(self) -> bool:
        """A day was set for one of them at least."""
        return any(one.day for one in self.send_days)

    @property
    def days_ahead(self) -> int:
        """How many working days ahead an early warning looks; 0 where none is wanted."""
        return max(steps_of(self.scene), default=0)

    @property
    def earlier(self) -> str:
        """The letter that this one goes on from: the last of the register, else the round's own."""
        return self._last_registered or self._opening

    @property
    def _last_registered(self) -> str:
        """The last letter that asked all of them for a report for the period, not this one itself.

        Of the register of letters, with a number, dated ``as_of`` at the latest; of the same day
        the one that stands last. One that is in the registers of several plans went to all whom
        any of them names.
        """
        asked: dict[tuple[str, date], set[str]] = {}
        for number, row in self._requests:
            asked.setdefault((number, row.sent), set()).update(row.answered, row.waiting)
        found = [one for one, actors in asked.items() if {*self.scene.to} <= actors]
        if not found:
            return ""
        number, day = max(reversed(found), key=lambda one: one[1])
        return self._cited(Document.model_construct(type="Công văn", number=number, date=day))

    @property
    def _requests(self) -> Iterator[tuple[str, LetterRow]]:
        """The numbered letters that ask for reports for the period, without this one itself."""
        progress = self.scene.progress
        plans = {plan.id for plan in progress.plans}
        own_number = _figure_of(self.scene.params.get("so", ""))
        for row in letter_rows(self.scene.ws, self.scene.as_of):
            one = row.letter.value
            is_ours = row.plan_id in plans and one.period == progress.period.id
            if not (is_ours and one.kind in ASKS_FOR_REPORT and one.number):
                continue
            if _figure_of(one.number) != own_number:
                yield one.number, row

    @property
    def guide(self) -> str:
        """The letter that opens the round, where its number is known."""
        opened = round_of(self.scene)
        guide = opened.guide if opened else None
        return self._cited(guide) if guide and guide.number else ""

    def _cited(self, letter: Document) -> str:
        """The letter, in one that another writes with the name of the focal agency if it is its."""
        focal = self.scene.party("focal")
        symbol = focal.symbol if isinstance(focal, Agency) else None
        of_letter = (letter.number or "").partition("/")[2]
        is_theirs = bool(symbol) and of_letter.partition("-")[0] == symbol
        if self.is_by_focal or letter.issuer or focal is None or not is_theirs:
            return reference(letter)
        return reference(letter.model_copy(update={"issuer": focal.name}))

    @property
    def _opening(self) -> str:
        """The same, where it was out by the day."""
        opened = round_of(self.scene)
        day = opened.guide.date if opened and opened.guide else None
        return self.guide if day is None or day <= self.scene.as_of else ""


def _figure_of(number: str) -> str:
    """«450» of «450/SKHCN-CĐS»."""
    return number.partition("/")[0].strip()


def receivers(scene: Scene, written_by: str) -> tuple[str, ...]:
    """All who must report, each once and without whoever writes, in the order of the figures."""
    writer = scene.party(written_by)
    must = (one.id for one in scene.progress.senders if one.must_report)
    return tuple(one for one in dict.fromkeys(must) if writer is None or one != writer.id)
