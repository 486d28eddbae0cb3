"""``kehoach mine``: everything in which one agency, commune, partner or group has a part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kehoach_cli.document.blocks import Cell, Column
from kehoach_cli.drafting.days_left import days_left, remaining
from kehoach_cli.drafting.item_words import progress_of
from kehoach_cli.drafting.questions.circle import Circle, circle_of
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
    plan_headings,
    view_of,
)
from kehoach_cli.drafting.state_tones import tone_of
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import SUPPORT, Task
from kehoach_cli.model.status import STATES
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    Assignment,
    Item,
    Progress,
    assignments_of,
)
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace


@frozen
class Part:
    """A task or commitment, the role in it, and the group or successor through which it comes.

    ``is_own``: it is an assignment (or a commitment) and counts; else it is a part in what others
    hold, and ``item`` tells how the whole task stands. ``remaining`` says ``days_left`` in words,
    and of what is late by how much.
    """

    item: ItemFacts
    role: str
    via: Named | None
    is_own: bool
    days_left: int | None
    remaining: str


def mine_view(ws: Workspace, progress: Progress, actor: str) -> View:
    """By plan: what the actor was given or has promised, then what it supports."""
    circle = circle_of(progress, (actor,))
    rows = tuple(row for item in progress.items for row in _parts(ws, progress, item, circle))
    ranks = {plan.id: rank for rank, plan in enumerate(progress.plans)}
    rows = tuple(sorted(rows, key=lambda row: (ranks[row.item.plan], not row.is_own)))
    own = [one for one in assignments_of(progress.items) if circle.holds(one)]
    late = sum(one.state.is_late and one.state.is_running for one in own)
    plans = plan_headings(progress)
    day = format_day(progress.day)
    blocks = (
        heading(f"{name_of(ws, actor)}: việc trong {progress.period.label} (đến ngày {day})"),
        listing(
            "viec-cua",
            _SHOWS,
            rows,
            empty="(Không có việc nào trong kỳ)",
            group=lambda row: plans[row.item.plan],
        ),
        line(_sum(rows, late)),
    )
    parts = {"sender": named(ws, actor), "late": late, "items": rows}
    return view_of(progress, blocks, parts)


def _parts(ws: Workspace, progress: Progress, item: Item, circle: Circle) -> Iterator[Part]:
    own = tuple(one for one in item.assignments if circle.holds(one))
    if own:
        yield _own(ws, item, own, circle, progress.day)
    elif item.task is not None:
        yield from _others(ws, item, item.task.value, circle, progress.day)


def _own(ws: Workspace, item: Item, own: tuple[Assignment, ...], circle: Circle, day: date) -> Part:
    """One row however many members of a group hold it; the state is that of their part."""
    first = own[0]
    facts, told = _facts(item), first if len(own) == 1 else item
    if len(own) == 1:
        state = first.state
        facts = replace(facts, state=state.code, progress=capitalised(state.label))
    via = named(ws, first.via) if first.via and first.via not in circle.members else None
    return Part(
        item=facts,
        role=first.role,
        via=via,
        is_own=True,
        days_left=days_left(told, day),
        remaining=remaining(told, day),
    )


def _facts(item: Item) -> ItemFacts:
    """The days stand in a column of their own."""
    return replace(facts_of(item), progress=progress_of(item, says_days=False))


def _others(ws: Workspace, item: Item, task: Task, circle: Circle, day: date) -> Iterator[Part]:
    """The first part in which the actor stands, by itself or in a group."""
    roles = [(one, SUPPORT) for one in task.support]
    others = ((one.agency, one.role) for one in task.others)
    roles += [one for one in others if one not in task.holders]
    for actor, role in roles:
        if circle.has(actor):
            via = named(ws, actor) if actor not in circle.members else None
            yield Part(
                item=_facts(item),
                role=role,
                via=via,
                is_own=False,
                days_left=days_left(item, day),
                remaining=remaining(item, day),
            )
            return


def _role(row: Part) -> str:
    role = capitalised(row.role)
    return f"{role} ({row.via.name})" if row.via else role


def _state(row: Part) -> Cell:
    return Cell(row.item.progress, tone=_TONES[row.item.state])


def _days_left(row: Part) -> Cell:
    return Cell(row.days_left, row.remaining, tone=_TONES[row.item.state])


_TONES = {one.code: tone_of(one) for one in (*STATES, *COMMITMENT_STATES)}

_SHOWS: tuple[Show[Part], ...] = (
    (Column("id", "Mã", 22), lambda row: row.item.id),
    (Column("clause", "Điểm", 16, yields=3), lambda row: row.item.clause),
    (Column("title", "Nội dung", 80), lambda row: row.item.title),
    (Column("role", "Vai trò", 36, yields=2), _role),
    (Column("due", "Thời hạn", 28, yields=1), lambda row: row.item.due),
    (Column("state", "Tình trạng", 40), _state),
    (Column("days_left", "Số ngày còn lại", 26), _days_left),
)


def _sum(rows: tuple[Part, ...], late: int) -> str:
    own = sum(row.is_own for row in rows)
    tail = f", {late} lượt đang quá hạn" if late else ""
    return f"{own} việc được giao hoặc đã cam kết{tail}; {len(rows) - own} việc phối hợp, tham gia."
