"""What one workspace adds to a sum over provinces: its figures without its entities.

The figures are those of ``kehoach status`` in that workspace; nothing here keeps the workspace
alive, so that hundreds of thousands of tasks of the next province find room.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Challenge
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    Item,
    PlanProgress,
    Progress,
    Totals,
    assignments_of,
    totals,
)
from kehoach_cli.progress.challenges import proposals_for, tasks_for
from kehoach_cli.workspace import Workspace


@frozen
class Sums:
    """Tasks (nhiệm vụ), their assignments (lượt giao) and commitments (cam kết), each by state."""

    tasks: Totals
    assignments: Totals
    commitments: Totals


@frozen
class PlanSums:
    """A plan of the period; ``is_issued`` is False of drafts, which count too."""

    id: str
    title: str
    is_issued: bool
    sums: Sums


@frozen
class ChallengeSums:
    """A big challenge (bài toán lớn), the tasks that name it, and how many proposals do."""

    id: str
    title: str
    tasks: Totals
    proposals: int


@frozen
class Province:
    """A workspace that was read.

    ``workspace`` as it was typed; ``errors``: how many places could not be read or understood, or
    name what is not there, so that figures may lack something; ``notice``: what every page with
    these data must say.
    """

    workspace: str
    name: str
    code: str
    period: str
    errors: int
    notice: str
    sums: Sums
    plans: tuple[PlanSums, ...]
    challenges: tuple[ChallengeSums, ...]


@frozen
class LeftOut:
    """A workspace that could not be read at all, and why."""

    workspace: str
    reason: str


def province_of(ws: Workspace, progress: Progress, workspace: str, errors: int) -> Province:
    """The figures of a workspace in the period of ``progress``."""
    settings = ws.settings.value if ws.settings else None
    return Province(
        workspace=workspace,
        name=settings.province.name if settings else ws.root.name,
        code=settings.province.code if settings else "",
        period=progress.period.id,
        errors=errors,
        notice=(settings.notice or "") if settings else "",
        sums=_sums(progress.items),
        plans=tuple(_plan(plan, progress) for plan in progress.plans),
        challenges=tuple(_challenge(one.value, progress) for one in ws.of(Challenge)),
    )


def _sums(items: Sequence[Item]) -> Sums:
    tasks = [item for item in items if item.is_task]
    promised = [item for item in items if not item.is_task]
    return Sums(totals(tasks), totals(assignments_of(tasks)), totals(promised, COMMITMENT_STATES))


def _plan(plan: PlanProgress, progress: Progress) -> PlanSums:
    promised = (item for item in progress.commitments if item.plan_id == plan.id)
    title = plan.plan.value.title if plan.plan else ""
    return PlanSums(plan.id, title, plan.is_issued, _sums((*plan.items, *promised)))


def _challenge(challenge: Challenge, progress: Progress) -> ChallengeSums:
    return ChallengeSums(
        challenge.id,
        challenge.title,
        totals(tasks_for(progress, challenge.id)),
        len(proposals_for(progress.proposals, challenge.id)),
    )
