"""What ``kehoach show`` says of an id that nothing bears any more: which amendment took it out.

An amendment tells in words what it takes out. The words of a task are known from git; without them
the closed reports and granted extensions that still name the id tell of which plan it was, and
every place that the plan's amendments took out is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.dropped import DROPPED, stands
from kehoach_cli.drafting.questions.show import KINDS, MENTIONS, Mention, mentions_of
from kehoach_cli.drafting.questions.view import Show, View, heading, line, listing, view_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.shape import references
from kehoach_cli.progress import Progress
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Workspace


@frozen
class Lost:
    """What bore the id: its kind, its plan, its name in words ("" where nobody knows)."""

    kind: str
    plan: str
    title: str = ""


@frozen
class Row:
    """A place that an amendment took out; ``number`` and ``date`` are None of a draft."""

    amendment: str
    number: str | None
    date: date | None
    clause: str
    old: str


@frozen
class Gone:
    """A thing that is no more, the rows that may tell of it, who still names it."""

    kind: str
    plan: str
    title: str
    by: tuple[Row, ...]
    mentions: tuple[Mention, ...]


def gone_of(ws: Workspace, own: str, lost: Iterable[Lost]) -> tuple[Gone, ...]:
    """What an amendment took out; () where none did. ``lost``: what git knows of the id."""
    known = {(one.kind, one.plan): one for one in _named(ws, own)}
    known.update({(one.kind, one.plan): one for one in lost})
    found = (
        Gone(one.kind, one.plan, one.title, _rows(ws, one), mentions_of(ws, one.kind, own))
        for one in known.values()
    )
    return tuple(one for one in found if one.by)


def gone_view(progress: Progress, own: str, gone: tuple[Gone, ...]) -> View:
    """The things, each with the amendment that took it out."""
    blocks = [block for one in gone for block in _blocks(own, one)]
    return view_of(progress, blocks, {"id": own, "found": (), "gone": gone})


def _named(ws: Workspace, own: str) -> Iterator[Lost]:
    """What records that stand name, of which nobody knows the words."""
    for item in ws.located:
        folder = ws.folder(item.owner)
        if folder is None or not stands(ws, folder, item.value):
            continue
        for one in references(item.value):
            if one.id == own and one.kind in DROPPED:
                yield Lost(one.kind, folder.id)


def _rows(ws: Workspace, lost: Lost) -> tuple[Row, ...]:
    """Rows that take out what has this name, or all that take out anything.

    A row with a new wording, from which the name is missing, counts where no other does.
    """
    folder = ws.folder(lost.plan)
    records = [one.value for one in folder.amendments] if folder else []
    found = [
        (row.new is None, Row(record.id, record.number, record.date, row.clause, row.old))
        for record in records
        if record.kind == "amend"
        for row in record.changes
        if row.old and _is_left_out(lost.title, row.old, row.new)
    ]
    whole = tuple(row for is_whole, row in found if is_whole)
    return whole or tuple(row for _, row in found)


def _is_left_out(title: str, old: str, new: str | None) -> bool:
    if not title:
        return new is None
    return fold(title) in fold(old) and fold(title) not in fold(new or "")


def _blocks(own: str, one: Gone) -> Iterator[Block]:
    title = f": {one.title}" if one.title else ""
    yield heading(f"{KINDS[one.kind]} {own} · đã bỏ khỏi kế hoạch «{one.plan}»{title}")
    if one.title:
        yield line(f"Bỏ theo {'; '.join(dict.fromkeys(map(_document, one.by)))}.")
    else:
        yield line("Không còn tên của nó ở đây; các chỗ mà kế hoạch đã bỏ:")
    yield listing("da-bo", _ROWS, one.by)
    yield listing(
        "nhac-toi",
        MENTIONS,
        one.mentions,
        caption="Còn được nhắc tới ở",
        empty="(Không nơi nào nhắc tới)",
    )


def _document(row: Row) -> str:
    """«sửa đổi sua-doi-2027 (số 12/KH-UBND ngày 03/4/2027)»."""
    day = f" ngày {format_day(row.date)}" if row.date else ""
    about = f"số {row.number}{day}" if row.number else "dự thảo, chưa có số"
    return f"sửa đổi {row.amendment} ({about})"


_ROWS: tuple[Show[Row], ...] = (
    (Column("by", "Văn bản sửa đổi", 60), _document),
    (Column("clause", "Chỗ", 60), lambda row: row.clause),
    (Column("old", "Nội dung đã bỏ", 90), lambda row: row.old),
)
