"""``kehoach status --waiting-on``: what lies on whose inquiry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kehoach_cli.document.blocks import Column, Table
from kehoach_cli.drafting.questions.circle import Circle, circle_of, partner_ids
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
from kehoach_cli.drafting.wording import capitalised, name_of, reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.model.report import TaskReport
from kehoach_cli.progress import Assignment, Item, Progress
from kehoach_cli.progress.sharing import partners_in
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace

PARTNER = "partner"
ISSUER = "ubnd"


@frozen
class Submitted:
    """A product that waits for its approver; ``days`` from the day of the submission."""

    item: ItemFacts
    agency: Named
    approver: Named
    document: str
    submitted_on: date | None
    days: int | None


@frozen
class Asked:
    """An open difficulty and who should answer it; ``days`` from the day of the report."""

    id: str
    plan: str
    text: str
    proposal: str | None
    sender: Named
    to: Named | None
    state: str
    since: date
    days: int


@frozen
class HeldUp:
    """A task that is still to be done and whose holder names somebody else as the reason."""

    item: ItemFacts
    agency: Named
    reason: str


@frozen
class Waiting:
    """All that some actors are waited for."""

    submitted: tuple[Submitted, ...]
    difficulties: tuple[Asked, ...]
    held_up: tuple[HeldUp, ...]


def _supporters(_: Workspace, task: Task) -> Sequence[str]:
    return (*task.support, *(one.agency for one in task.others))


def _approver(_: Workspace, task: Task) -> Sequence[str]:
    return (task.approver,) if task.approver else ()


_NAMED_BY: dict[str, Callable[[Workspace, Task], Sequence[str]]] = {
    "cho-phoi-hop": _supporters,
    "cho-phe-duyet": _approver,
    "doi-tac-cham": partners_in,
}
"""Reason for being late → whom the task then waits for."""


def waiting_view(ws: Workspace, progress: Progress, who: str) -> View:
    """What ``who`` is waited for: an agency or partner by id, «partner» any, «ubnd» the issuer."""
    found = waiting_on(ws, progress, members_of(ws, progress, who))
    parts = {
        "waiting_on": who,
        "submitted": found.submitted,
        "difficulties": found.difficulties,
        "held_up": found.held_up,
    }
    day = format_day(progress.day)
    head = heading(f"Đang chờ {_words(ws, who)} (số liệu đến ngày {day})")
    return view_of(progress, (head, *_tables(found), line(_sum(found))), parts)


def members_of(ws: Workspace, progress: Progress, who: str) -> tuple[str, ...]:
    """The ids that the word of ``--waiting-on`` stands for."""
    if who == PARTNER:
        return partner_ids(progress)
    if who == ISSUER:
        return (ws.settings.value.issuer,) if ws.settings else ()
    return (who,)


def _words(ws: Workspace, who: str) -> str:
    if who == PARTNER:
        return "đối tác"
    issuer = ws.settings.value.issuer if ws.settings else ""
    return name_of(ws, issuer if who == ISSUER else who)


def waiting_on(ws: Workspace, progress: Progress, members: Sequence[str]) -> Waiting:
    """Products submitted to them, difficulties put to them, tasks that name them as the reason."""
    circle = circle_of(progress, members)
    submitted = sorted(_submitted(ws, progress, circle), key=_since)
    return Waiting(
        submitted=tuple(submitted),
        difficulties=tuple(difficulties_of(ws, progress, circle)),
        held_up=tuple(_held_up(ws, progress, circle)),
    )


def _since(row: Submitted) -> tuple[date, str]:
    return row.submitted_on or date.max, row.item.id


def _given(progress: Progress) -> Iterator[tuple[Item, Assignment, TaskReport]]:
    for item in progress.tasks:
        for one in item.assignments:
            if isinstance(one.entry, TaskReport):
                yield item, one, one.entry


def _submitted(ws: Workspace, progress: Progress, circle: Circle) -> Iterator[Submitted]:
    for item, one, entry in _given(progress):
        if one.waits_for and circle.has(one.waits_for):
            on = entry.submitted.date if entry.submitted else None
            yield Submitted(
                item=facts_of(item),
                agency=named(ws, one.agency),
                approver=named(ws, one.waits_for),
                document=reference(entry.submitted) if entry.submitted else "",
                submitted_on=on,
                days=(progress.day - on).days if on else None,
            )


def difficulties_of(
    ws: Workspace, progress: Progress, circle: Circle | None = None
) -> Iterator[Asked]:
    """The difficulties that are open, all or those that somebody of the circle must answer."""
    for raised in progress.difficulties:
        one, answerer = raised.value.value, raised.answerer
        if raised.state.is_open and (circle is None or circle.has(answerer)):
            yield Asked(
                id=one.id,
                plan=raised.plan_id,
                text=one.text,
                proposal=one.proposal,
                sender=named(ws, raised.sender),
                to=named(ws, answerer) if answerer else None,
                state=raised.state.label,
                since=raised.since,
                days=raised.days_open or 0,
            )


def _held_up(ws: Workspace, progress: Progress, circle: Circle) -> Iterator[HeldUp]:
    """A product that was submitted stands among the submitted ones only."""
    for item, one, entry in _given(progress):
        blames = _NAMED_BY.get(entry.late_reason or "")
        if item.task is None or blames is None or not one.state.is_running or one.waits_for:
            continue
        if any(circle.has(actor) for actor in blames(ws, item.task.value)):
            reason = capitalised(one.late_reason or "")
            yield HeldUp(facts_of(item), named(ws, one.agency), reason)


_SUBMITTED: tuple[Show[Submitted], ...] = (
    (Column("id", "Mã", 22), lambda row: row.item.id),
    (Column("title", "Nhiệm vụ", 70), lambda row: row.item.title),
    (Column("agency", "Cơ quan trình", 34, yields=1), lambda row: row.agency.name),
    (Column("document", "Văn bản trình", 44, yields=2), lambda row: row.document),
    (Column("days", "Số ngày chờ", 16, "center"), lambda row: row.days),
    (Column("progress", "Tình trạng", 38), lambda row: row.item.progress),
)
_ASKED: tuple[Show[Asked], ...] = (
    (Column("id", "Mã", 22), lambda row: row.id),
    (Column("text", "Khó khăn, vướng mắc", 64), lambda row: row.text),
    (Column("proposal", "Đề xuất", 56, yields=2), lambda row: row.proposal),
    (Column("sender", "Đơn vị nêu", 34, yields=1), lambda row: row.sender.name),
    (Column("state", "Tình trạng", 34), lambda row: capitalised(row.state)),
    (Column("since", "Từ ngày", 20, yields=3), lambda row: row.since),
    (Column("days", "Số ngày", 16, "center"), lambda row: row.days),
)
_HELD_UP: tuple[Show[HeldUp], ...] = (
    (Column("id", "Mã", 22), lambda row: row.item.id),
    (Column("title", "Nhiệm vụ", 70), lambda row: row.item.title),
    (Column("agency", "Cơ quan thực hiện", 34, yields=1), lambda row: row.agency.name),
    (Column("reason", "Lý do nêu trong báo cáo", 60), lambda row: row.reason),
    (Column("progress", "Tình trạng", 38), lambda row: row.item.progress),
)


def _tables(found: Waiting) -> tuple[Table, ...]:
    every = (
        listing("cho-duyet", _SUBMITTED, found.submitted, caption="Đã trình, chờ phê duyệt"),
        listing("cho-tra-loi", _ASKED, found.difficulties, caption="Khó khăn chờ trả lời"),
        listing("cho-viec", _HELD_UP, found.held_up, caption="Nhiệm vụ nêu lý do phải chờ"),
    )
    return tuple(table for table in every if table.rows)


def _sum(found: Waiting) -> str:
    return (
        f"{len(found.submitted)} sản phẩm chờ duyệt; "
        f"{len(found.difficulties)} khó khăn, vướng mắc chờ trả lời; "
        f"{len(found.held_up)} nhiệm vụ nêu lý do phải chờ."
    )
