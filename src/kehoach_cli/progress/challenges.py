"""What answers a big challenge (bài toán lớn) of the province: tasks and proposals that name it."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_cli.model.records import ProposalDecision
from kehoach_cli.model.report import Proposal
from kehoach_cli.progress.evaluation import Progress
from kehoach_cli.progress.items import Item
from kehoach_cli.progress.raised import Raised

RaisedProposal = Raised[Proposal, ProposalDecision]


def tasks_for(progress: Progress, challenge: str) -> tuple[Item, ...]:
    """The tasks of the period that name the challenge."""
    return tuple(
        item for item in progress.tasks if item.task and item.task.value.challenge == challenge
    )


def proposals_for(
    proposals: Sequence[RaisedProposal], challenge: str | None
) -> tuple[RaisedProposal, ...]:
    """Those of the proposals that name the challenge; for None those that name none."""
    return tuple(one for one in proposals if one.value.value.challenge == challenge)
