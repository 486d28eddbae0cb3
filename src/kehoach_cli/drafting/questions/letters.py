"""The letters that somebody has not answered, for ``kehoach handover``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kehoach_cli.document.blocks import Column, Table
from kehoach_cli.drafting.questions.view import Named, Show, all_named, listing, names
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.model.records import LETTER_LABELS, LetterKind
from kehoach_cli.progress import LetterRow, letter_rows
from kehoach_cli.workspace import Workspace

_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter that somebody has not answered; ``days_left`` until the day to answer by."""

    id: str
    plan: str
    kind: LetterKind
    number: str | None
    sent: date
    answer_due: date | None
    days_left: int | None
    waiting: tuple[Named, ...]


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
    )


def _waiting(row: OpenLetter) -> str:
    shown = names(row.waiting[:_MOST_NAMES])
    rest = len(row.waiting) - _MOST_NAMES
    return f"{shown} và {rest} đơn vị" if rest > 0 else shown


_LETTERS: tuple[Show[OpenLetter], ...] = (
    (Column("number", "Số", 34), lambda row: row.number or row.id),
    (Column("date", "Ngày", 20), lambda row: row.sent),
    (
        Column("kind", "Về việc", 34),
        lambda row: capitalised(
            next(said for key, said in LETTER_LABELS.items() if key == row.kind)
        ),
    ),
    (Column("answer_due", "Hạn trả lời", 22), lambda row: row.answer_due),
    (Column("waiting", "Chưa trả lời", 70), _waiting),
)
