"""``kehoach session``: how ready a working session with partners is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.questions.circle import circle_of
from kehoach_cli.drafting.questions.conclusions import concluded_work, conclusion_blocks
from kehoach_cli.drafting.questions.said_done import done_before, is_done_by, progress_words
from kehoach_cli.drafting.questions.view import (
    Named,
    Show,
    View,
    heading,
    line,
    listing,
    named,
    view_of,
)
from kehoach_cli.drafting.wording import capitalised, reference, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.session import Conclusions, Invitation, Preparation, Session
from kehoach_cli.progress import Progress
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located, Workspace

_STATES = {
    "planned": "dự kiến",
    "invited": "đã mời",
    "held": "đã họp",
    "concluded": "đã có thông báo kết luận",
    "cancelled": "đã hủy",
}
_SIDES = {
    "leader": "lãnh đạo",
    "province": "phía tỉnh",
    "partner": "phía đối tác",
    "press": "báo chí",
}
_REPLIES = {"coming": "dự", "not-coming": "không dự", "none": "chưa trả lời"}
_UNKNOWN = "none"


@frozen
class Guest:
    """Who is invited; ``agency`` is None where only words say who. ``materials`` are those in."""

    who: str
    agency: str | None
    side: str
    invited: str | None
    reply: str
    materials: tuple[str, ...]


@frozen
class Prepared:
    """What an agency prepares, and how the task stands that says so.

    ``state`` is that in the period, None where the period does not have the task (any more);
    ``is_done``: the agency has reported it done, in this period or before.
    """

    agency: Named
    text: str
    due: str | None
    task: str | None
    state: str | None
    progress: str
    is_done: bool


@frozen
class Readiness:
    """Counts of what is there, each with what it is out of; ``materials`` are asked of partners."""

    has_day: bool
    invited: int
    guests: int
    replied: int
    coming: int
    materials: int
    partners: int
    prepared: int
    preparations: int


def session_view(
    ws: Workspace, progress: Progress, found: Located[Session], *, readiness_only: bool
) -> View:
    """The session with its guests, its preparation and agenda, and in one line how ready it is."""
    one = found.value
    guests = tuple(_guest(ws, each) for each in one.invited)
    prepared = tuple(_prepared(ws, progress, each) for each in one.preparation)
    concluded = tuple(concluded_work(ws, progress, one.conclusions or Conclusions()))
    ready = _readiness(one.day, guests, prepared)
    short = line(_in_words(ready))
    whole = (*_blocks(one, guests, prepared), *conclusion_blocks(one.conclusions, concluded))
    blocks = (short,) if readiness_only else (*whole, short)
    parts = {
        "id": one.id,
        "plan": found.owner,
        "title": one.title,
        "state": one.state,
        "time": one.time,
        "day": one.day,
        "place": one.place,
        "chair": one.chair,
        "readiness": ready,
        "invited": guests,
        "preparation": prepared,
        "agenda": tuple(item.text for item in one.agenda),
        "conclusions": concluded,
    }
    return view_of(progress, blocks, parts)


def _guest(ws: Workspace, one: Invitation) -> Guest:
    return Guest(
        who=one.text or short_name_of(ws, one.agency or ""),
        agency=one.agency,
        side=one.side,
        invited=reference(one.invited) if one.invited else None,
        reply=one.reply or _UNKNOWN,
        materials=one.materials,
    )


def _prepared(ws: Workspace, progress: Progress, one: Preparation) -> Prepared:
    item = next((each for each in progress.tasks if each.id == one.task), None)
    circle = circle_of(progress, (one.agency,))
    is_done = item is not None and is_done_by(item, circle)
    before = None if is_done else done_before(progress, one.task, circle, item)
    return Prepared(
        agency=named(ws, one.agency),
        text=one.text,
        due=one.due or (item.task.value.due if item and item.task else None),
        task=one.task,
        state=item.state.code if item else None,
        progress=progress_words(item, before),
        is_done=is_done or before is not None,
    )


def _readiness(
    day: date | None, guests: Iterable[Guest], prepared: Iterable[Prepared]
) -> Readiness:
    guests, prepared = tuple(guests), tuple(prepared)
    partners = [one for one in guests if one.side == "partner"]
    return Readiness(
        has_day=day is not None,
        invited=sum(one.invited is not None for one in guests),
        guests=len(guests),
        replied=sum(one.reply != _UNKNOWN for one in guests),
        coming=sum(one.reply == "coming" for one in guests),
        materials=sum(bool(one.materials) for one in partners),
        partners=len(partners),
        prepared=sum(one.is_done for one in prepared),
        preparations=len(prepared),
    )


def _in_words(ready: Readiness) -> str:
    day = "đã ấn định ngày" if ready.has_day else "chưa ấn định ngày"
    return (
        f"Chuẩn bị: {day}; giấy mời {ready.invited}/{ready.guests}; "
        f"trả lời {ready.replied}/{ready.guests} ({ready.coming} dự); "
        f"tài liệu của đối tác {ready.materials}/{ready.partners}; "
        f"nội dung đã chuẩn bị {ready.prepared}/{ready.preparations}."
    )


def _when(one: Session) -> str:
    """The time as typed, and the day where the words do not name it."""
    day = one.day
    if day is None or re.search(rf"\b0?{day.day}/0?{day.month}/{day.year}\b", one.time):
        return one.time
    return f"{one.time} (ngày {format_day(day)})"


def _blocks(
    one: Session, guests: tuple[Guest, ...], prepared: tuple[Prepared, ...]
) -> tuple[Block, ...]:
    agenda = (line(f"{n}. {item.text}") for n, item in enumerate(one.agenda, start=1))
    return (
        heading(one.title),
        line(f"{capitalised(_STATES[one.state])}. Thời gian: {_when(one)}. Địa điểm: {one.place}."),
        line(f"Chủ trì: {one.chair or 'chưa ấn định'}."),
        listing(
            "thanh-phan",
            _GUESTS,
            guests,
            caption="Thành phần",
            empty="(Chưa có thành phần nào)",
            group=lambda row: capitalised(_SIDES[row.side]),
        ),
        listing(
            "chuan-bi",
            _PREPARED,
            prepared,
            caption="Chuẩn bị nội dung",
            empty="(Chưa phân công chuẩn bị)",
        ),
        *((heading("Nội dung"), *agenda) if one.agenda else ()),
    )


def _materials(row: Guest) -> str:
    missing = "Chưa có" if row.side == "partner" else ""
    return "; ".join(row.materials) or missing


_GUESTS: tuple[Show[Guest], ...] = (
    (Column("who", "Được mời", 70), lambda row: row.who),
    (Column("invited", "Giấy mời", 44), lambda row: row.invited or "Chưa gửi"),
    (Column("reply", "Trả lời", 22), lambda row: capitalised(_REPLIES[row.reply])),
    (Column("materials", "Tài liệu", 50), _materials),
)


_PREPARED: tuple[Show[Prepared], ...] = (
    (Column("agency", "Cơ quan", 34), lambda row: row.agency.name),
    (Column("text", "Nội dung", 80), lambda row: row.text),
    (Column("due", "Thời hạn", 28), lambda row: row.due),
    (Column("task", "Nhiệm vụ", 22), lambda row: row.task),
    (Column("progress", "Tình trạng", 40), lambda row: row.progress),
)
