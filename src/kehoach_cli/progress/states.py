"""The state of each assignment, and the state of an item that has many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.model.report import TaskReport
from kehoach_cli.model.status import (
    DONE_LATE,
    ON_TIME,
    OPEN_ENDED,
    OVERDUE,
    RUNNING,
    SILENT,
    STATUSES,
    STOPPED,
    State,
    Status,
    state_of,
)
from kehoach_cli.progress.dues import Ending, is_recurring
from kehoach_cli.progress.groups import Holder
from kehoach_cli.progress.items import Assignment
from kehoach_cli.progress.received import (
    Received,
    Statement,
    done_on,
    says_nothing_arose,
    sent_by,
    statements,
)
from kehoach_cli.workspace import Located

_NOT_BEGUN = next(status for status in STATUSES.values() if not status.has_begun)


@frozen
class Given:
    """To whom a task is given, in what role and through which group."""

    holder: Holder
    role: str
    via: str | None


@frozen
class Finished:
    """Whether it was done by the day of the figures, and the day to hold against the last one."""

    is_done: bool
    day: date | None = None


_UNFINISHED = Finished(is_done=False)


def judge(
    task: Located[Task], given: Given, ending: Ending, received: Received, day: date
) -> Assignment:
    """The assignment as it stands on ``day``, the day of the period's figures.

    A sender that reports on the plan but leaves the task out has said nothing of it; one that
    writes «không phát sinh» has: it is still to be done.
    """
    spoken = _spoken(task, given, ending, received)
    if spoken is None:
        return _left_out(task, given, ending, received, day)
    status = spoken.entry.status
    finished = finish(spoken, ending, day)
    state = _state(status, finished, ending, day)
    return Assignment(
        agency=given.holder.actor,
        role=given.role,
        state=state,
        last_day=ending.last_day,
        days_late=_days_late(state, finished, ending, day),
        reported=True,
        status=status,
        waits_for=task.value.approver if status.waits_for_approver else None,
        report=spoken.report,
        entry=spoken.entry,
        via=given.via,
        senders=given.holder.senders,
    )


def _left_out(
    task: Located[Task], given: Given, ending: Ending, received: Received, day: date
) -> Assignment:
    """Nothing was said of the task: silence, unless the latest report says that nothing arose."""
    senders = given.holder.senders
    reports = sent_by(received, task.owner, senders)
    is_silent = not says_nothing_arose(reports)
    state = SILENT if is_silent else _state(_NOT_BEGUN, _UNFINISHED, ending, day)
    is_bad = any((task.owner, sender) in received.bad for sender in senders)
    return Assignment(
        agency=given.holder.actor,
        role=given.role,
        state=state,
        last_day=ending.last_day,
        days_late=_days_late(state, _UNFINISHED, ending, day),
        reported=bool(reports),
        is_past_by_plan=is_silent and ending.is_past(day),
        report=None if is_silent else reports[-1],
        invalid_report=is_silent and is_bad,
        via=given.via,
        senders=senders,
    )


def _spoken(
    task: Located[Task], given: Given, ending: Ending, received: Received
) -> Statement[TaskReport] | None:
    """What counts of all that was said of the task.

    Of a round of a recurring task the report speaks whose period holds the round's last day and
    is the shortest; of those the latest.
    """
    said = statements(received.said, task.owner, given.holder.senders, task.value.id)
    if ending.occurrence is None or not said:
        return said[-1] if said else None
    about = [one for one in said if one.period.contains(ending.occurrence)]
    about.sort(key=lambda one: one.period.first - one.period.last)
    return about[-1] if about else None


def finish(spoken: Statement[TaskReport], ending: Ending, day: date) -> Finished:
    """Whether what was said means done by ``day``.

    A day after that is not yet there: the task was still running when the figures were closed.
    For a recurring task the report may cover several rounds: the one in whose stretch the day
    falls and all before it are done, and only that one is measured by the day.
    """
    done = done_on(spoken)
    if done is None or done > day:
        return _UNFINISHED
    if ending.occurrence is None:
        return Finished(is_done=True, day=done)
    covered = [one for one in ending.rounds if one <= spoken.period.last]
    if done > ending.occurrence and covered[-1] > ending.occurrence:
        return Finished(is_done=True)
    before = max((one for one in covered if one < ending.occurrence), default=date.min)
    return Finished(is_done=True, day=done) if done > before else _UNFINISHED


def _state(status: Status, finished: Finished, ending: Ending, day: date) -> State:
    is_believed = finished.is_done or not status.is_done
    return state_of(
        status if is_believed else replace(status, is_done=False),
        has_last_day=ending.last_day is not None,
        is_past=ending.is_past(day),
        is_done_late=finished.day is not None and ending.is_past(finished.day),
    )


def _days_late(state: State, finished: Finished, ending: Ending, day: date) -> int:
    """Calendar days past the last day; 0 on the day itself and before."""
    if not state.is_late or ending.last_day is None:
        return 0
    return ((finished.day or day) - ending.last_day).days


def closed_before(
    task: Located[Task], given: Given, ending: Ending, received: Received, first: date
) -> Status | None:
    """The status with which it was closed before the period began, or ``None`` while it is open.

    Closed: the last report for an earlier period says that it was stopped, or that it was done
    before ``first``; a recurring task is not closed by being done. A report of this period that
    speaks of it as open opens it again.
    """
    senders = given.holder.senders
    before = statements(received.before, task.owner, senders, task.value.id)
    if not before:
        return None
    status, done = before[-1].entry.status, done_on(before[-1])
    is_over = done is not None and done < first and not is_recurring(ending.due)
    if not (status.is_stopped or is_over):
        return None
    now = statements(received.said, task.owner, senders, task.value.id)
    return None if now and now[-1].entry.status.is_open else status


def roll_up(states: Sequence[State], *, has_last_day: bool, is_past: bool) -> State:
    """The item's own state from those of its assignments; no assignment says nothing.

    Stopped ones do not hold the others back. Done when all others are, late if one was. Otherwise
    overdue if one is; «chưa có báo cáo» if all are silent, or if some are when the last day is
    over (it cannot be called in time, nor overdue); else running.
    """
    if len(states) == 1:
        return states[0]
    active = [state for state in states if state is not STOPPED]
    if not active:
        return STOPPED if states else SILENT
    if all(state.is_done for state in active):
        return DONE_LATE if any(state.is_late for state in active) else ON_TIME
    if any(state is OVERDUE for state in active):
        return OVERDUE
    silent = sum(state.is_silent for state in active)
    if silent == len(active) or (silent and is_past):
        return SILENT
    return RUNNING if has_last_day else OPEN_ENDED
