"""``kehoach status --by challenge``: the big challenges, who prepares them, what answers them."""

from __future__ import annotations

from kehoach_cli.document.blocks import Column
from kehoach_cli.drafting.questions.view import (
    ItemFacts,
    Named,
    Show,
    View,
    facts_of,
    heading,
    line,
    listing,
    named,
    view_of,
)
from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Challenge
from kehoach_cli.progress import Progress
from kehoach_cli.progress.challenges import proposals_for, tasks_for
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace


@frozen
class MeantFor:
    """A proposal that is meant for a challenge."""

    id: str
    title: str
    sender: Named


@frozen
class ChallengeRow:
    """A challenge, the agencies named for it, and the tasks and proposals that name it."""

    id: str
    title: str
    prepared_by: Named | None
    compiled_by: Named | None
    lead: Named | None
    tasks: tuple[ItemFacts, ...]
    proposals: tuple[MeantFor, ...]


def challenge_view(ws: Workspace, progress: Progress) -> View:
    """All challenges in the order of the register, those that nothing answers too."""
    rows = tuple(_row(ws, progress, one.value) for one in ws.of(Challenge))
    bare = sum(not (row.tasks or row.proposals) for row in rows)
    summary = (
        f"{len(rows)} bài toán; {sum(row.prepared_by is None for row in rows)} chưa có cơ quan "
        f"chuẩn bị; {bare} chưa có nhiệm vụ, đề xuất nào."
    )
    blocks = (
        heading(f"Các bài toán lớn (số liệu đến ngày {format_day(progress.day)})"),
        listing("bai-toan", _SHOWS, rows, empty="(Chưa có bài toán nào trong dữ liệu)"),
        line(summary),
    )
    return view_of(progress, blocks, {"challenges": rows, "unanswered": bare})


def _row(ws: Workspace, progress: Progress, one: Challenge) -> ChallengeRow:
    def name(actor: str | None) -> Named | None:
        return named(ws, actor) if actor else None

    return ChallengeRow(
        id=one.id,
        title=one.title,
        prepared_by=name(one.prepared_by),
        compiled_by=name(one.compiled_by),
        lead=name(one.lead),
        tasks=tuple(facts_of(item) for item in tasks_for(progress, one.id)),
        proposals=tuple(
            MeantFor(
                raised.value.value.id,
                raised.value.value.title,
                named(ws, raised.sender),
            )
            for raised in proposals_for(progress.proposals, one.id)
        ),
    )


def _whose(actor: Named | None) -> str:
    return actor.name if actor else "Chưa giao"


def _answers(row: ChallengeRow) -> str:
    tasks = (f"{one.id}: {one.title} ({one.progress.lower()})" for one in row.tasks)
    return "\n".join(tasks) or "Chưa có"


def _proposals(row: ChallengeRow) -> str:
    return "\n".join(f"{one.id}: {one.title} ({one.sender.name})" for one in row.proposals)


_SHOWS: tuple[Show[ChallengeRow], ...] = (
    (Column("id", "Mã", 12), lambda row: row.id),
    (Column("title", "Bài toán", 60), lambda row: row.title),
    (Column("prepared", "Chuẩn bị nội dung", 28, yields=2), lambda row: _whose(row.prepared_by)),
    (Column("compiled", "Tổng hợp", 24, yields=3), lambda row: _whose(row.compiled_by)),
    (Column("lead", "Chủ trì giải quyết", 24), lambda row: _whose(row.lead)),
    (Column("tasks", "Nhiệm vụ", 60), _answers),
    (Column("proposals", "Đề xuất", 40, yields=1), _proposals),
)
