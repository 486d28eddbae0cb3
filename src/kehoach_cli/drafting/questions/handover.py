"""``kehoach handover``: what is open on the focal agency's inquiry, for who takes over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kehoach_cli.document.blocks import Block, Column, Table
from kehoach_cli.drafting.agency_tables import silent_table
from kehoach_cli.drafting.item_words import holders_of
from kehoach_cli.drafting.questions.letters import letters_table, open_letters
from kehoach_cli.drafting.questions.upcoming import due_within
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
from kehoach_cli.drafting.questions.waiting import Asked, difficulties_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.records import Closing
from kehoach_cli.model.register import Round
from kehoach_cli.progress import Progress, evaluate, period_of
from kehoach_cli.progress.extensions import extensions_asked
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import PlanFolder, Workspace

DAYS_AHEAD = 14
_AHEAD = {"planned": "dự kiến", "invited": "đã mời"}
"""States of a session that is still to come."""


@frozen
class Silent:
    """Who must report on a plan and has not."""

    plan: str
    sender: Named


@frozen
class OpenPeriod:
    """A round that was opened and is not closed, and the current year; who must report counts once.

    ``is_opened``: it has its file in ``data/periods``. ``missing`` is empty before it begins.
    """

    id: str
    label: str
    is_opened: bool
    first: date
    last: date
    expected: int
    come: int
    missing: tuple[Silent, ...]


@frozen
class Due:
    """A task that falls due soon."""

    item: ItemFacts
    holders: str


@frozen
class AskedExtension:
    """A later due that was asked for and not granted by the day; the old one still counts."""

    task: str
    plan: str
    title: str
    due: str | None
    asked_due: str
    reason: str
    requested: str | None


@frozen
class ComingSession:
    """A working session still to come."""

    id: str
    plan: str
    title: str
    state: str
    time: str
    day: date | None


@frozen
class Draft:
    """A plan that has not left the house."""

    id: str
    title: str


def handover(ws: Workspace, progress: Progress) -> View:
    """Open rounds and who is silent, what falls due in 14 days, and all that waits for somebody."""
    rounds = _open_rounds(ws, progress)
    periods = tuple(_period(ws, one) for one in rounds)
    dues = tuple(
        Due(facts_of(item), holders_of(ws, item)) for item in due_within(progress, DAYS_AHEAD)
    )
    folders = [folder for plan in progress.plans if (folder := ws.folder(plan.id))]
    extensions = tuple(one for folder in folders for one in _extensions(folder, progress.day))
    sessions = tuple(one for folder in folders for one in _sessions(folder))
    difficulties = tuple(difficulties_of(ws, progress))
    letters = open_letters(ws, progress.as_of)
    drafts = tuple(
        Draft(plan.id, plan.plan.value.title if plan.plan else plan.id)
        for plan in progress.plans
        if not plan.is_issued
    )
    tables = (
        listing("ky", _PERIODS, periods, caption="Kỳ báo cáo đang mở"),
        *(_silent(one) for one in rounds if one.has_begun),
        listing("den-han", _DUES, dues, caption=f"Đến hạn trong {DAYS_AHEAD} ngày tới"),
        listing("xin-gia-han", _EXTENSIONS, extensions, caption="Xin gia hạn, chưa có văn bản"),
        listing("lam-viec", _SESSIONS, sessions, caption="Chương trình làm việc sắp tới"),
        listing("kho-khan", _DIFFICULTIES, difficulties, caption="Khó khăn, vướng mắc còn mở"),
        letters_table(letters),
        listing("du-thao", _DRAFTS, drafts, caption="Kế hoạch chưa ban hành"),
    )
    parts = {
        "periods": periods,
        "dues": dues,
        "extensions": extensions,
        "sessions": sessions,
        "difficulties": difficulties,
        "letters": letters,
        "drafts": drafts,
    }
    head = heading(f"Bàn giao công việc, đến ngày {format_day(progress.as_of)}")
    shown: tuple[Block, ...] = tuple(table for table in tables if table.rows)
    return view_of(progress, (head, *shown, line(_sum(parts))), parts)


def _open_rounds(ws: Workspace, progress: Progress) -> tuple[Progress, ...]:
    """The figures of each open round and of the current year, by their first days."""
    others = {one.value.id for one in ws.of(Round)} - {progress.period.id}
    known = [one for one in sorted(others) if period_of(ws, one) and not _is_closed(ws, one)]
    found = [progress, *(evaluate(ws, progress.as_of, period=one) for one in known)]
    return tuple(sorted(found, key=lambda one: (one.period.first, one.period.id)))


def _is_closed(ws: Workspace, period_id: str) -> bool:
    """Some plan's last entry for it closes it, and no plan's opens it again."""
    last = {one.owner: one.value for one in ws.of(Closing) if one.value.period == period_id}
    return bool(last) and all(one.reopened is None for one in last.values())


def _period(ws: Workspace, progress: Progress) -> OpenPeriod:
    expected = {one.id for one in progress.senders if one.must_report}
    silent = tuple(Silent(one.plan_id, named(ws, one.id)) for one in progress.missing)
    return OpenPeriod(
        id=progress.period.id,
        label=progress.period.label,
        is_opened=any(one.value.id == progress.period.id for one in ws.of(Round)),
        first=progress.period.first,
        last=progress.period.last,
        expected=len(expected),
        come=len(expected) - len({one.id for one in progress.missing}),
        missing=silent if progress.has_begun else (),
    )


def _silent(progress: Progress) -> Table:
    table = silent_table(Scene(progress.workspace, progress.as_of, given=progress))
    return replace(table, caption=f"Đơn vị chưa gửi báo cáo {progress.period.label}")


def _extensions(folder: PlanFolder, day: date) -> Iterator[AskedExtension]:
    tasks = {task.value.id: task.value for task in folder.tasks}
    for item in extensions_asked(folder, day).values():
        one, task = item.value, tasks.get(item.value.task)
        yield AskedExtension(
            task=one.task,
            plan=folder.id,
            title=task.title if task else one.task,
            due=task.due if task else None,
            asked_due=one.due,
            reason=one.reason,
            requested=reference(one.requested) if one.requested else None,
        )


def _sessions(folder: PlanFolder) -> Iterator[ComingSession]:
    for item in folder.sessions:
        one = item.value
        if one.state in _AHEAD:
            yield ComingSession(one.id, folder.id, one.title, one.state, one.time, one.day)


def _days(row: OpenPeriod) -> str:
    opened = "" if row.is_opened else "; chưa mở kỳ"
    return f"{format_day(row.first)} – {format_day(row.last)}{opened}"


_PERIODS: tuple[Show[OpenPeriod], ...] = (
    (Column("id", "Kỳ", 24), lambda row: capitalised(row.label)),
    (Column("days", "Thời gian", 40), _days),
    (Column("come", "Đã gửi/phải gửi", 24, "center"), lambda row: f"{row.come}/{row.expected}"),
)
_DUES: tuple[Show[Due], ...] = (
    (Column("id", "Mã", 22), lambda row: row.item.id),
    (Column("title", "Nội dung", 80), lambda row: row.item.title),
    (Column("agency", "Cơ quan thực hiện", 40, yields=1), lambda row: row.holders),
    (Column("last_day", "Ngày cuối", 22), lambda row: row.item.last_day),
    (Column("state", "Tình trạng", 40), lambda row: row.item.progress),
)
_EXTENSIONS: tuple[Show[AskedExtension], ...] = (
    (Column("task", "Mã", 22), lambda row: row.task),
    (Column("title", "Nội dung", 70), lambda row: row.title),
    (Column("due", "Thời hạn", 26, yields=1), lambda row: row.due),
    (Column("asked", "Xin đến", 26), lambda row: row.asked_due),
    (Column("reason", "Lý do", 50, yields=2), lambda row: row.reason),
    (Column("requested", "Văn bản xin", 40, yields=3), lambda row: row.requested),
)
_SESSIONS: tuple[Show[ComingSession], ...] = (
    (Column("id", "Mã", 28), lambda row: row.id),
    (Column("title", "Chương trình", 80), lambda row: row.title),
    (Column("state", "Tình trạng", 20), lambda row: capitalised(_AHEAD[row.state])),
    (Column("time", "Thời gian", 44), lambda row: row.time),
)
_DIFFICULTIES: tuple[Show[Asked], ...] = (
    (Column("id", "Mã", 22), lambda row: row.id),
    (Column("text", "Khó khăn, vướng mắc", 70), lambda row: row.text),
    (Column("sender", "Đơn vị nêu", 34, yields=1), lambda row: row.sender.name),
    (
        Column("to", "Cơ quan cần trả lời", 34),
        lambda row: row.to.name if row.to else "Chưa nêu",
    ),
    (Column("state", "Tình trạng", 34), lambda row: capitalised(row.state)),
    (Column("since", "Từ ngày", 20, yields=2), lambda row: row.since),
    (Column("days", "Số ngày", 16, "center"), lambda row: row.days),
)
_DRAFTS: tuple[Show[Draft], ...] = (
    (Column("id", "Mã", 34), lambda row: row.id),
    (Column("title", "Kế hoạch", 120), lambda row: row.title),
)

_COUNTED = {
    "periods": "kỳ đang mở",
    "dues": "việc sắp đến hạn",
    "extensions": "đề nghị gia hạn",
    "sessions": "chương trình làm việc",
    "difficulties": "khó khăn, vướng mắc",
    "letters": "công văn chờ trả lời",
    "drafts": "kế hoạch chưa ban hành",
}


def _sum(parts: dict[str, tuple[object, ...]]) -> str:
    return "; ".join(f"{len(parts[key])} {label}" for key, label in _COUNTED.items()) + "."
