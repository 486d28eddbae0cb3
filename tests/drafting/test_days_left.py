"""Days left, past and late: the figures are those of the states; silence is not lateness."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kehoach_cli.document.blocks import Cell
from kehoach_cli.drafting.days_left import days_left, remaining, remaining_cell
from kehoach_cli.drafting.state_tones import tone_of
from kehoach_cli.model.status import (
    DONE_LATE,
    ON_TIME,
    OPEN_ENDED,
    OVERDUE,
    RUNNING,
    SILENT,
    STATES,
    STOPPED,
    State,
)
from kehoach_cli.progress import COMMITMENT_STATES, Assignment

DAY = date(2027, 6, 30)


def assignment(state: State, days: int | None, late: int = 0) -> Assignment:
    last = None if days is None else DAY + timedelta(days)
    return Assignment("so-yt", "chủ trì", state, last_day=last, days_late=late)


@pytest.mark.parametrize(
    ("one", "figure", "words"),
    [
        (assignment(RUNNING, 1200), 1200, "còn 1.200 ngày"),
        (assignment(RUNNING, 0), 0, "hạn trong ngày"),
        (assignment(OVERDUE, -5, 5), -5, "quá 5 ngày"),
        (assignment(SILENT, 12), 12, "còn 12 ngày"),
        (assignment(SILENT, -75), -75, "đã qua 75 ngày"),
        (assignment(SILENT, None), None, ""),
        (assignment(DONE_LATE, -80, 8), None, "muộn 8 ngày"),
        (assignment(ON_TIME, 4), None, ""),
        (assignment(OPEN_ENDED, None), None, ""),
        (assignment(STOPPED, 4), None, ""),
    ],
    ids=lambda one: one.state.code if isinstance(one, Assignment) else None,
)
def test_days_are_told_of_what_has_a_last_day(
    one: Assignment, figure: int | None, words: str
) -> None:
    assert (days_left(one, DAY), remaining(one, DAY)) == (figure, words)


def test_a_workbook_sorts_by_the_days() -> None:
    assert remaining_cell(assignment(RUNNING, 3), DAY) == Cell(3, "còn 3 ngày")
    assert remaining_cell(assignment(DONE_LATE, -80, 8), DAY) == Cell(-8, "muộn 8 ngày")


def test_states_that_mean_something_else_look_different() -> None:
    assert len({tone_of(state) for state in STATES}) == len(STATES)
    assert tone_of(COMMITMENT_STATES[0]) == "finished"
