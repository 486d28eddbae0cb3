"""How many days a task has left, in figures and in words.

Days are counted by the calendar from the day of the figures to the last day, which is heeded as
the states heed it: the last day itself has 0 days left and is not late.
"""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.blocks import Cell
from kehoach_cli.model.status import State
from kehoach_cli.progress import Assignment, Item
from kehoach_cli.vn.text import thousands


def days_left(one: Item | Assignment, day: date) -> int | None:
    """Days until the last day, below 0 past it; None once it is over, or without a last day."""
    is_open = one.state.is_running or one.state.is_silent
    return (one.last_day - day).days if is_open and one.last_day else None


def remaining(one: Item | Assignment, day: date) -> str:
    """«còn 12 ngày», «quá 5 ngày»; of what is done late «muộn 8 ngày».

    Where nothing was reported and the plan's last day is over it reads «đã qua 5 ngày»: silence
    is never called overdue.
    """
    if left := _late(one):
        return f"{'quá' if one.state.is_running else 'muộn'} {thousands(left)} ngày"
    return _words(one.state, days_left(one, day))


def remaining_cell(one: Item | Assignment, day: date) -> Cell:
    """The words, with the days as the value that a workbook sorts by."""
    late = _late(one)
    return Cell(-late if late else days_left(one, day), remaining(one, day))


def _late(one: Item | Assignment) -> int:
    """Days late of what is in a late state; of an item the most of its assignments."""
    if not one.state.is_late:
        return 0
    if isinstance(one, Assignment):
        return one.days_late
    return max((each.days_late for each in one.assignments), default=0)


def _words(state: State, left: int | None) -> str:
    match left:
        case None:
            return ""
        case 0:
            return "hạn trong ngày"
        case _ if left > 0:
            return f"còn {thousands(left)} ngày"
        case _:
            return f"{'đã qua' if state.is_silent else 'quá'} {thousands(-left)} ngày"
