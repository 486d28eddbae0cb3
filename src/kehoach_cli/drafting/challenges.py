"""The big challenges (bài toán lớn) as a template speaks of them, and what answers each."""

from __future__ import annotations

from functools import cached_property

from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Challenge
from kehoach_cli.progress import Item
from kehoach_cli.progress.challenges import RaisedProposal, proposals_for, tasks_for

_NEED = "need"


@frozen
class ChallengesView:
    """What a template reads as ``challenges``; figures are those of the period."""

    scene: Scene

    @property
    def total(self) -> int:
        """How many there are."""
        return len(challenges(self.scene))

    @property
    def prepared(self) -> int:
        """How many have an agency that prepares their content."""
        return sum(one.prepared_by is not None for one in challenges(self.scene))

    @property
    def unprepared(self) -> tuple[str, ...]:
        """Those that no agency prepares."""
        return tuple(
            capitalised(one.title) for one in challenges(self.scene) if one.prepared_by is None
        )

    @property
    def unled(self) -> int:
        """How many have no agency that leads their solution."""
        return sum(one.lead is None for one in challenges(self.scene))

    @cached_property
    def answered(self) -> int:
        """How many have a task or a proposal."""
        return sum(
            bool(
                tasks_for(self.scene.progress, one.id)
                or proposals_for(self.scene.progress.proposals, one.id)
            )
            for one in challenges(self.scene)
        )

    @property
    def needs(self) -> int:
        """How many needs were raised, for a challenge or for none."""
        return len(needs(self.scene))

    @property
    def proposals(self) -> int:
        """How many proposals of the other kinds were."""
        return len(solutions(self.scene))

    @property
    def tasks(self) -> int:
        """How many tasks name a challenge."""
        return len(answering_tasks(self.scene))

    @property
    def undecided(self) -> int:
        """How many needs and proposals still wait for a decision."""
        return sum(one.state.is_open for one in self.scene.progress.proposals)


def challenges(scene: Scene) -> tuple[Challenge, ...]:
    """All of them in the order of the register."""
    return tuple(one.value for one in scene.ws.of(Challenge))


def needs(scene: Scene) -> tuple[RaisedProposal, ...]:
    """The needs (nhu cầu) among what was proposed."""
    return tuple(one for one in scene.progress.proposals if one.value.value.kind == _NEED)


def solutions(scene: Scene) -> tuple[RaisedProposal, ...]:
    """The proposals of other kinds: tasks, solutions, projects."""
    return tuple(one for one in scene.progress.proposals if one.value.value.kind != _NEED)


def answering_tasks(scene: Scene) -> tuple[Item, ...]:
    """The tasks that name a challenge, by challenge."""
    return tuple(item for one in challenges(scene) for item in tasks_for(scene.progress, one.id))
