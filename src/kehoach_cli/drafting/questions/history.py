"""``kehoach history``: what became of one id, in words, from what was recorded when by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kehoach_cli.document.blocks import Block
from kehoach_cli.drafting.change_words import change_words, value_words
from kehoach_cli.drafting.questions.changes import ChangeRow, change_row
from kehoach_cli.drafting.questions.view import SCHEMA, View, as_data, heading, line
from kehoach_cli.drafting.wording import capitalised, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.changes import Change

_SHOWN = 20
"""Changes of one commit that the screen shows; the data hold all."""

_OPEN = "Chưa ghi vào git"
_CUT = "Kho này chỉ tải về một phần lịch sử: những gì trước đó không có ở đây."


@frozen
class Moment:
    """What was recorded at once; without a day it is not recorded yet.

    ``is_cut``: nothing older is known here, so what is new in it may be older.
    """

    day: date | None
    author: str
    subject: str
    revision: str
    is_cut: bool
    changes: tuple[Change, ...]


@frozen
class MomentRow:
    """A moment, its changes in words and as data."""

    day: date | None
    author: str
    subject: str
    revision: str
    is_cut: bool
    words: tuple[str, ...]
    changes: tuple[ChangeRow, ...]


def history_view(ws: Workspace, own: str, moments: Iterable[Moment]) -> View:
    """The moments in their order; names are those of the workspace today."""
    rows = tuple(_row(ws, one) for one in moments)
    data = {"schema": SCHEMA, "id": own, "history": as_data(rows)}
    return View(tuple(_blocks(own, rows)), data)


def _row(ws: Workspace, one: Moment) -> MomentRow:
    return MomentRow(
        one.day,
        one.author,
        one.subject,
        one.revision,
        one.is_cut,
        tuple(_words(ws, change) for change in one.changes),
        tuple(change_row(ws, ws, change) for change in one.changes),
    )


def _words(ws: Workspace, one: Change) -> str:
    """«Đổi thời hạn: «Quý I/2027» → «Quý II/2027», theo …»; «Sở Y tế báo cáo kỳ 2027: «…»»."""
    old, new = (value_words(ws, ws, value) for value in (one.old, one.new))
    by = f", theo {'; '.join(one.by)}" if one.by else ""
    said = _reported(ws, one) if one.within else capitalised(change_words(one))
    return f"{said}: {_both(old, new)}{by}"


def _reported(ws: Workspace, one: Change) -> str:
    """Who said it for which period."""
    period, _, sender = one.within.rpartition("/")
    who = short_name_of(ws, sender)
    match one.kind:
        case "added":
            return f"{who} báo cáo kỳ {period}"
        case "removed":
            return f"Bỏ báo cáo kỳ {period} của {who}"
    return f"{who} báo cáo lại kỳ {period}, {change_words(one)}"


def _both(old: str, new: str) -> str:
    return " → ".join(f"«{text}»" for text in (old, new) if text)


def _blocks(own: str, rows: tuple[MomentRow, ...]) -> Iterator[Block]:
    titles = [row.title for moment in rows for row in moment.changes if row.title]
    yield heading(f"Lịch sử của {own}" + (f": {titles[-1]}" if titles else ""))
    if not rows:
        yield line("Git chưa ghi thay đổi nào mang mã này.")
    for row in rows:
        yield line(_when(row))
        yield from (line(f"   {text}") for text in row.words[:_SHOWN])
        if len(row.words) > _SHOWN:
            yield line(f"   … và {len(row.words) - _SHOWN} thay đổi nữa (xem hết: --format json)")
        if row.is_cut:
            yield line(f"   {_CUT}")


def _when(row: MomentRow) -> str:
    if row.day is None:
        return _OPEN
    return f"{format_day(row.day)} · {row.author} · {row.subject} ({row.revision[:7]})"
