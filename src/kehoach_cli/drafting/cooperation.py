"""What the province has signed with its partners, and what the reviews say came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from kehoach_cli.drafting.addressing import addressee_names
from kehoach_cli.drafting.questions.split import SplitRow, shared_tasks, split_rows
from kehoach_cli.drafting.report_parts import StateCount, states
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import name_of, sentence
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Agreement, Review
from kehoach_cli.progress import COMMITMENT_STATES, Item, totals
from kehoach_cli.progress.sharing import parties_of
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.text import join_vi
from kehoach_cli.workspace import Located

STANDING = {
    "in-preparation": "đang chuẩn bị ký",
    "in-force": "còn hiệu lực",
    "expired": "hết thời hạn",
    "ended": "đã chấm dứt",
}
"""How the status of an agreement reads."""


@frozen
class AgreementView:
    """An agreement with what its latest review says; without one the lists are empty."""

    title: str
    partner: str
    reviewed: str
    results: tuple[str, ...]
    difficulties: tuple[str, ...]
    solutions: tuple[str, ...]


@frozen
class CooperationView:
    """What a template reads as ``cooperation``: of one partner, or of all."""

    scene: Scene

    @property
    def partner(self) -> str:
        """The partner's name; "" for all of them."""
        return name_of(self.scene.ws, self.scene.partner) if self.scene.partner else ""

    @property
    def with_whom(self) -> str:
        """How the partner, or all of them, is called in running text."""
        return self.partner or "các đối tác"

    @property
    def partners(self) -> str:
        """All that an agreement was made with, in running text."""
        owners = dict.fromkeys(one.owner for one in agreements(self.scene))
        return join_vi([name_of(self.scene.ws, one) for one in owners])

    @property
    def to(self) -> tuple[str, ...]:
        """Kính gửi of a letter on their tasks: who leads these, then the partners in them."""
        scene, ids = self.scene, _parties(self.scene)
        tasks = [one.value for one in shared_tasks(scene.ws, scene.progress, scene.partner)]
        focal = scene.party("focal")
        leads = [actor for task in tasks for actor, _ in task.holders]
        theirs = [scene.partner] if scene.partner else [one.owner for one in agreements(scene)]
        partners = [one for task in tasks for one in task.actors if one in ids]
        named = dict.fromkeys((*leads, *(theirs if scene.partner else partners or theirs)))
        others = [one for one in named if focal is None or one != focal.id]
        first = () if leads else ("Các cơ quan chủ trì nội dung hợp tác",)
        return (*first, *addressee_names(scene.ws, others, "Phụ lục"))

    @cached_property
    def agreements(self) -> tuple[AgreementView, ...]:
        """Those in the register, in the order of its files."""
        return tuple(_view(self.scene, one) for one in agreements(self.scene))

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """Those that no review has been recorded of."""
        return tuple(one.title for one in self.agreements if not one.reviewed)

    @property
    def has_results(self) -> bool:
        """A review says what came of one."""
        return any(one.results for one in self.agreements)

    @property
    def has_solutions(self) -> bool:
        """A review proposes something."""
        return any(one.solutions for one in self.agreements)

    @cached_property
    def difficulties(self) -> tuple[str, ...]:
        """Those of the reviews, then those that the partners' reports of the period raise."""
        reviewed = (text for one in self.agreements for text in one.difficulties)
        raised = (
            sentence(f"{name_of(self.scene.ws, one.sender)}: {one.value.value.text}")
            for one in self.scene.progress.difficulties
            if one.sender in _parties(self.scene)
        )
        return (*reviewed, *raised)

    @property
    def commitments(self) -> int:
        """How many commitments were made."""
        return len(partner_commitments(self.scene))

    @property
    def commitment_states(self) -> tuple[StateCount, ...]:
        """How they stand."""
        return states(totals(partner_commitments(self.scene), COMMITMENT_STATES))

    @property
    def splits(self) -> int:
        """How many tasks say what each side does."""
        return sum(one.is_split for one in split_rows_of(self.scene))

    @property
    def unsplit(self) -> int:
        """How many tasks that a partner takes part in do not say so yet."""
        return sum(not one.is_split for one in split_rows_of(self.scene))


def _view(scene: Scene, one: Located[Agreement]) -> AgreementView:
    last = last_review(one.value)
    return AgreementView(
        title=one.value.title,
        partner=name_of(scene.ws, one.owner),
        reviewed=format_day(last.date) if last else "",
        results=tuple(map(sentence, last.results)) if last else (),
        difficulties=tuple(map(sentence, last.difficulties)) if last else (),
        solutions=tuple(map(sentence, last.solutions)) if last else (),
    )


def last_review(agreement: Agreement) -> Review | None:
    """The latest of its reviews."""
    return max(agreement.reviews, key=lambda one: one.date, default=None)


def agreements(scene: Scene) -> tuple[Located[Agreement], ...]:
    """The agreements with the partner, or all of them, without those dated after the day."""
    ids = _parties(scene)
    found = (one for one in scene.ws.of(Agreement) if one.owner in ids)
    return tuple(
        one for one in found if one.value.signed is None or one.value.signed <= scene.as_of
    )


def partner_commitments(scene: Scene) -> tuple[Item, ...]:
    """The commitments of the partner, or of all."""
    ids = _parties(scene)
    items = scene.progress.commitments
    return tuple(one for one in items if one.commitment and one.commitment.owner in ids)


def with_commitments(scene: Scene) -> Scene:
    """The same with the figures of the partner's commitments alone."""
    progress = replace(scene.progress, items=partner_commitments(scene))
    return replace(scene, given=progress)


def split_rows_of(scene: Scene) -> tuple[SplitRow, ...]:
    """The tasks that the partner, or any, shares: the rows of ``kehoach split``."""
    return split_rows(scene.ws, scene.progress, scene.partner)


def _parties(scene: Scene) -> frozenset[str]:
    return parties_of(scene.ws, scene.partner)
