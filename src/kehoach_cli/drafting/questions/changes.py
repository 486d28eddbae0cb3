"""``kehoach diff``: what two readings of the workspace differ in, and who must confirm it."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.change_words import THING_LABELS, change_words, value_words
from kehoach_cli.drafting.questions.view import (
    SCHEMA,
    Named,
    Show,
    View,
    as_data,
    heading,
    line,
    listing,
)
from kehoach_cli.drafting.wording import short_name_of, uncapitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.changes import Change, Changes

SHARED = "Dữ liệu dùng chung"
_LONGEST = 400


@frozen
class ChangeRow:
    """A difference; ``what`` is it in words, ``old`` and ``new`` too; ``actors`` are ids."""

    kind: str
    thing: str
    id: str
    plan: str
    within: str
    title: str
    aspect: str
    what: str
    old: str
    new: str
    by: tuple[str, ...]
    actors: tuple[str, ...]
    file: str


@frozen
class Asked:
    """Who must confirm changes of which tasks and commitments."""

    agency: Named
    items: tuple[str, ...]


def changes_view(old: Workspace, new: Workspace, changes: Changes, names: tuple[str, str]) -> View:
    """All differences; ``names`` are what the two sides are called."""
    rows = tuple(change_row(old, new, one) for one in changes)
    asked = tuple(
        Asked(Named(actor, _name(old, new, actor)), items)
        for actor, items in changes.touched.items()
    )
    data = {
        "schema": SCHEMA,
        "base": names[0],
        "head": names[1],
        "changes": as_data(rows),
        "confirm": as_data(asked),
    }
    return View(tuple(_blocks(new, old, rows, asked, names)), data)


def change_row(old: Workspace, new: Workspace, one: Change) -> ChangeRow:
    """A difference in words."""
    place = one.now or one.was
    return ChangeRow(
        kind=one.kind,
        thing=one.thing,
        id=one.id,
        plan=one.plan,
        within=one.within,
        title=one.title,
        aspect=one.aspect,
        what=change_words(one),
        old=value_words(old, new, one.old, one.aspect),
        new=value_words(old, new, one.new, one.aspect),
        by=one.by,
        actors=one.actors if one.needs_word else (),
        file=place.file if place else "",
    )


def _name(old: Workspace, new: Workspace, actor: str) -> str:
    return short_name_of(new if actor in new.actors else old, actor)


def _blocks(
    new: Workspace,
    old: Workspace,
    rows: tuple[ChangeRow, ...],
    asked: tuple[Asked, ...],
    names: tuple[str, str],
) -> Iterator[Block]:
    yield heading(f"{len(rows)} thay đổi từ {names[0]} đến {names[1]}")
    for plan in dict.fromkeys(row.plan for row in rows):
        mine = [row for row in rows if row.plan == plan]
        yield listing("thay-doi", _SHOWS, mine, caption=_plan_name(new, old, plan))
    if asked:
        yield listing("xac-nhan", _ASKED, asked, caption="Nơi cần xác nhận")
    elif rows:
        yield line("Không có thay đổi nào cần cơ quan, đối tác xác nhận.")


def _plan_name(new: Workspace, old: Workspace, plan: str) -> str:
    for ws in (new, old):
        folder = ws.folder(plan)
        if folder and folder.plan:
            return f"Kế hoạch {uncapitalised(folder.plan.value.title)} ({plan})"
    return plan or SHARED


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _about(row: ChangeRow) -> str:
    """The id, the report that it stands in, the title."""
    own = f"{row.id} ({row.within})" if row.within else row.id
    if row.thing in {"section", "plan", "settings", "issued-text"}:
        return row.title or THING_LABELS[row.thing]
    said = row.title if row.title not in {row.old, row.new} else ""
    return f"{own} · {_short(said)}" if said else own


_SHOWS: tuple[Show[ChangeRow], ...] = (
    (Column("about", "Mã, tên", 60), _about),
    (Column("what", "Thay đổi", 36), lambda row: row.what),
    (Column("old", "Trước", 62), lambda row: _short(row.old)),
    (Column("new", "Sau", 62), lambda row: _short(row.new)),
    (Column("by", "Theo văn bản", 34, yields=1), lambda row: "; ".join(row.by)),
)
_ASKED: tuple[Show[Asked], ...] = (
    (Column("agency", "Đơn vị", 60), lambda row: row.agency.name),
    (Column("items", "Nhiệm vụ, cam kết", 120), lambda row: ", ".join(row.items)),
)
