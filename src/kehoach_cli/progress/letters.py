"""The register of outgoing letters: to whom each went, who has answered, who has not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.records import ASKS_FOR_REPORT, Letter
from kehoach_cli.progress.groups import Holder, Roster
from kehoach_cli.progress.periods import calendar_of
from kehoach_cli.progress.received import is_inside, read_period
from kehoach_cli.workspace import Located, PlanFolder, Workspace


@frozen
class LetterState:
    """How a letter stands on a day; ``is_open``: somebody has still to answer."""

    code: str
    label: str
    is_open: bool = False


NO_ANSWER_ASKED = LetterState("no-answer-asked", "không yêu cầu trả lời")
ALL_ANSWERED = LetterState("answered", "đã trả lời đủ")
AWAITED = LetterState("awaited", "đang chờ trả lời", is_open=True)
ANSWER_OVERDUE = LetterState("answer-overdue", "quá hạn trả lời", is_open=True)

LETTER_STATES: tuple[LetterState, ...] = (
    NO_ANSWER_ASKED,
    ALL_ANSWERED,
    AWAITED,
    ANSWER_OVERDUE,
)
"""All states of a letter."""


@frozen
class LetterRow:
    """A letter as it stands on a day; groups are listed member by member.

    ``sent``: its day. ``days_left``: calendar days until ``answer_due``, below 0 when it is over,
    None without one. ``expects``: it asks for an answer.
    """

    plan_id: str
    letter: Located[Letter]
    sent: date
    answered: tuple[str, ...]
    waiting: tuple[str, ...]
    days_left: int | None
    expects: bool = True

    @property
    def state(self) -> LetterState:
        """Which of ``LETTER_STATES`` it is in."""
        if not self.expects:
            return NO_ANSWER_ASKED
        if not self.waiting:
            return ALL_ANSWERED
        return ANSWER_OVERDUE if self.days_left is not None and self.days_left < 0 else AWAITED

    @property
    def is_past_due(self) -> bool:
        """Somebody has not answered although the day to answer by is over."""
        return self.state is ANSWER_OVERDUE


def letter_rows(ws: Workspace, as_of: date) -> tuple[LetterRow, ...]:
    """All letters sent by ``as_of``, by plan in the order of the files; drafts are not.

    A letter that asks for reports for a period is answered by a report or a receipt too, one for a
    period inside it included, from the day on which it came. Nobody is waited for
    where a letter has no ``answer_due`` and asks for no report.
    """
    roster = Roster(ws, as_of)
    return tuple(
        _row(ws, folder, letter, sent, roster)
        for folder in ws.folders
        for letter in folder.letters
        if (sent := letter.value.date) and sent <= as_of
    )


def _row(
    ws: Workspace, folder: PlanFolder, letter: Located[Letter], sent: date, roster: Roster
) -> LetterRow:
    one = letter.value
    answered: set[str] = {each.by for each in one.answered if each.date <= roster.day}
    answered.update(_reporters(ws, folder, one, roster.day))
    asked: dict[str, Holder] = {}
    for actor in one.to:
        for holder in roster.expand(actor).holders:
            asked.setdefault(holder.actor, holder)
    have = [actor for actor, holder in asked.items() if answered.intersection(holder.senders)]
    expects = one.answer_due is not None or one.kind in ASKS_FOR_REPORT
    return LetterRow(
        plan_id=folder.id,
        letter=letter,
        sent=sent,
        answered=tuple(have),
        waiting=tuple(actor for actor in asked if actor not in have) if expects else (),
        days_left=(one.answer_due - roster.day).days if one.answer_due else None,
        expects=expects,
    )


def _reporters(ws: Workspace, folder: PlanFolder, letter: Letter, day: date) -> Iterator[str]:
    """Who has handed in something for the period of a letter that asks for reports."""
    calendar = calendar_of(ws)
    outer = read_period(letter.period, calendar) if letter.period else None
    if outer is None or letter.kind not in ASKS_FOR_REPORT:
        return
    for report in folder.reports:
        inner = read_period(report.value.period, calendar)
        if inner and is_inside(inner, outer) and report.value.reported <= day:
            yield report.value.sender
    for receipt in folder.receipts:
        one = receipt.value
        inner = read_period(one.period, calendar)
        is_returned = one.sent_back is not None and one.sent_back.date <= day
        if inner and is_inside(inner, outer) and one.received <= day and not is_returned:
            yield one.sender
