"""``kehoach show``: what one id names, where it stands, how it is doing and who speaks of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Place
from kehoach_cli.document.blocks import Block, Column
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
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.shape import Slot, references, slots
from kehoach_cli.progress import Assignment, Progress
from kehoach_cli.source.fold import Data
from kehoach_cli.source.spans import Locator
from kehoach_cli.workspace import Located, Workspace
from kehoach_cli.workspace.schemas import meaning, value_meaning

KINDS = {
    "actor": "Cơ quan, đơn vị",
    "agreement": "Văn bản hợp tác",
    "amendment": "Sửa đổi, đính chính",
    "challenge": "Bài toán lớn",
    "commitment": "Cam kết",
    "difficulty": "Khó khăn, vướng mắc",
    "letter": "Công văn đi",
    "plan": "Kế hoạch",
    "proposal": "Đề xuất",
    "session": "Chương trình làm việc",
    "task": "Nhiệm vụ",
}
"""Kinds of ids, in words."""

_SHOWN = 20
"""Mentions that the screen shows; the data hold all."""


@frozen
class Field:
    """A key that holds something: what it means, and what stands there in one line."""

    key: str
    meaning: str
    value: str


@frozen
class Mention:
    """A line that names the id."""

    file: str
    line: int
    text: str


@frozen
class Given:
    """To whom it was given, and how that stands."""

    agency: Named
    role: str
    state: str
    last_day: date | None
    days_late: int


@frozen
class Shown:
    """One thing that the id names; ``states`` are empty but for tasks and commitments."""

    kind: str
    id: str
    file: str
    line: int
    fields: tuple[Field, ...]
    states: tuple[ItemFacts, ...]
    assignments: tuple[Given, ...]
    mentions: tuple[Mention, ...]


def known_ids(ws: Workspace) -> tuple[str, ...]:
    """All ids that something has."""
    return tuple(dict.fromkeys(own for kind in KINDS for own in ws.index.get(kind, {})))


def show_view(ws: Workspace, progress: Progress, own: str) -> View:
    """Everything with that id: a plan and a task may share one."""
    locator = _locator(ws)
    found = [
        _shown(ws, progress, locator, kind, ws.index[kind][own])
        for kind in KINDS
        if own in ws.index.get(kind, {})
    ]
    blocks = [block for one in found for block in _blocks(one)]
    return view_of(progress, blocks, {"id": own, "found": found, "gone": ()})


def _shown(
    ws: Workspace, progress: Progress, locator: Locator, kind: str, item: Located[Entity]
) -> Shown:
    own = str(getattr(item.value, "id", ""))
    items = [one for one in progress.items if one.id == own and kind in {"task", "commitment"}]
    place = item.at()
    return Shown(
        kind=kind,
        id=own,
        file=item.file,
        line=locator.span(place).line,
        fields=tuple(_fields(ws, item)),
        states=tuple(facts_of(one) for one in items),
        assignments=tuple(_given(ws, one) for item in items for one in item.assignments),
        mentions=_mentions(ws, locator, kind, own),
    )


def _given(ws: Workspace, one: Assignment) -> Given:
    return Given(named(ws, one.agency), one.role, one.state.label, one.last_day, one.days_late)


def _fields(ws: Workspace, item: Located[Entity]) -> Iterator[Field]:
    data = _at(ws, item)
    for slot in slots(type(item.value)):
        if slot.key in data and data[slot.key] not in (None, [], {}):
            value = data[slot.key]
            said = value_meaning(type(item.value), slot.key, value)
            words = f"{said} ({value})" if said else _value(ws, slot, value)
            yield Field(slot.key, meaning(type(item.value), slot.key), words)


def _at(ws: Workspace, item: Located[Entity]) -> dict[str, Data]:
    """The data of the entity as typed."""
    data: Data = ws.sources[item.file].data
    for step in item.path:
        match data:
            case dict() if isinstance(step, str):
                data = data[step]
            case list() if isinstance(step, int):
                data = data[step]
    return data if isinstance(data, dict) else {}


def _value(ws: Workspace, slot: Slot, value: Data) -> str:
    """In one line; actors with their names."""
    match value:
        case list():
            return "; ".join(_value(ws, slot, one) for one in value)
        case dict():
            return ", ".join(f"{key}: {_value(ws, slot, one)}" for key, one in value.items())
        case bool():
            return "có" if value else "không"
        case str() if slot.ref == "actor" and value in ws.actors:
            return f"{short_name_of(ws, value)} ({value})"
        case _:
            return " ".join(str(value or "").split())


def mentions_of(ws: Workspace, kind: str, own: str) -> tuple[Mention, ...]:
    """Every line that names the id, whether or not anything bears it."""
    return _mentions(ws, _locator(ws), kind, own)


def _locator(ws: Workspace) -> Locator:
    return Locator(lambda file: ws.sources[file].text if file in ws.sources else "")


def _mentions(ws: Workspace, locator: Locator, kind: str, own: str) -> tuple[Mention, ...]:
    return tuple(
        _mention(locator, item.at(*one.path))
        for item in ws.located
        for one in references(item.value)
        if (one.kind, one.id) == (kind, own)
    )


def _mention(locator: Locator, place: Place) -> Mention:
    span = locator.span(place)
    return Mention(span.file, span.line, locator.line(span.file, span.line).strip())


def _blocks(one: Shown) -> Iterator[Block]:
    yield heading(f"{KINDS[one.kind]} {one.id} · {one.file}:{one.line}")
    yield listing("khoa", _FIELDS, one.fields)
    for state in one.states:
        yield line(f"Trạng thái: {state.progress}.")
    if one.assignments:
        yield listing("luot-giao", _GIVEN, one.assignments, caption="Lượt giao")
    yield listing(
        "nhac-toi",
        MENTIONS,
        one.mentions[:_SHOWN],
        caption="Được nhắc tới ở",
        empty="(Chưa nơi nào nhắc tới)",
    )
    if len(one.mentions) > _SHOWN:
        yield line(f"Còn {len(one.mentions) - _SHOWN} chỗ nữa: thêm --format json để xem hết.")


_FIELDS: tuple[Show[Field], ...] = (
    (Column("key", "Khóa", 26), lambda row: row.key),
    (Column("value", "Giá trị", 90), lambda row: row.value),
    (Column("meaning", "Nghĩa", 70), lambda row: row.meaning),
)
_GIVEN: tuple[Show[Given], ...] = (
    (Column("agency", "Đơn vị", 50), lambda row: row.agency.name),
    (Column("role", "Vai trò", 24), lambda row: row.role),
    (Column("state", "Trạng thái", 50), lambda row: row.state),
    (Column("last_day", "Ngày cuối", 24), lambda row: row.last_day),
    (Column("days_late", "Quá hạn (ngày)", 20), lambda row: row.days_late or ""),
)
MENTIONS: tuple[Show[Mention], ...] = (
    (Column("place", "Chỗ", 70), lambda row: f"{row.file}:{row.line}"),
    (Column("text", "Dòng", 100), lambda row: row.text),
)
