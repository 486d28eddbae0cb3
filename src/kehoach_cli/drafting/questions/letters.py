"""The letters that somebody has not answered, for ``kehoach handover``."""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.blocks import Column, Table
from kehoach_cli.drafting.questions.view import Named, Show, all_named, listing, names
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.records import LETTER_LABELS, Letter, LetterKind
from kehoach_cli.progress import LetterRow, letter_rows
from kehoach_cli.workspace import Workspace

_MOST_NAMES = 8


@frozen
class OpenLetter:
    """A letter that somebody has not answered; ``days_left`` until the day to answer by.

    ``state``: a code of ``progress.LETTER_STATES``; ``follows``: the letter that it goes on from.
    """

    id: str
    plan: str
    kind: LetterKind
    number: str | None
    sent: date
    answer_due: date | None
    days_left: int | None
    waiting: tuple[Named, ...]
    state: str
    label: str
    follows: str | None


def open_letters(ws: Workspace, as_of: date) -> tuple[OpenLetter, ...]:
    """The letters sent by the day that somebody is still waited for."""
    return tuple(_letter(ws, one) for one in letter_rows(ws, as_of) if one.waiting)


def letters_table(letters: tuple[OpenLetter, ...]) -> Table:
    """One row for each letter; of many who have not answered the first are named."""
    return listing("cong-van", _LETTERS, letters, caption="Công văn chờ trả lời")


def _letter(ws: Workspace, row: LetterRow) -> OpenLetter:
    one = row.letter.value
    return OpenLetter(
        id=one.id,
        plan=row.plan_id,
        kind=one.kind,
        number=one.number,
        sent=row.sent,
        answer_due=one.answer_due,
        days_left=row.days_left,
        waiting=all_named(ws, row.waiting),
        state=row.state.code,
        label=row.state.label,
        follows=_followed(ws, one),
    )


def _followed(ws: Workspace, one: Letter) -> str | None:
    """The number of the letter before it, or its id while it has none."""
    before = (each.value for each in ws.of(Letter) if each.value.id == one.follows)
    return next((each.number or each.id for each in before), None)


def _kind(row: OpenLetter) -> str:
    said = capitalised(LETTER_LABELS[row.kind])
    return f"{said} (tiếp theo {row.follows})" if row.follows else said


def _waiting(row: OpenLetter) -> str:
    shown = names(row.waiting[:_MOST_NAMES])
    rest = len(row.waiting) - _MOST_NAMES
    return f"{shown} và {rest} đơn vị" if rest > 0 else shown


_LETTERS: tuple[Show[OpenLetter], ...] = (
    (Column("number", "Số", 34), lambda row: row.number or row.id),
    (Column("date", "Ngày", 20, yields=2), lambda row: row.sent),
    (Column("kind", "Về việc", 34, yields=1), _kind),
    (Column("answer_due", "Hạn trả lời", 22), lambda row: row.answer_due),
    (Column("state", "Tình trạng", 26), lambda row: capitalised(row.label)),
    (Column("waiting", "Chưa trả lời", 60), _waiting),
)
