"""Which tasks count in a period, and each of them as items with their assignments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.model.status import Status
from kehoach_cli.progress.dues import Ending, endings, issued_on, window_of
from kehoach_cli.progress.groups import Roster
from kehoach_cli.progress.items import Item
from kehoach_cli.progress.received import Received
from kehoach_cli.progress.states import Given, closed_before, judge, roll_up
from kehoach_cli.vn.period import Period
from kehoach_cli.workspace import Located, PlanFolder


@frozen
class _Parties:
    """All to whom a task is given, and the open groups that nobody can list."""

    givens: tuple[Given, ...]
    open_to: tuple[str, ...]


@frozen
class Scope:
    """What every item of one evaluation is judged by; ``day`` is the day of the figures."""

    period: Period
    day: date
    roster: Roster
    received: Received
    _parties: dict[tuple[tuple[str, str], ...], _Parties] = field(default_factory=dict)

    def given_to(self, holders: tuple[tuple[str, str], ...]) -> _Parties:
        """Everybody behind the (actor, role) pairs, each once and in the first role."""
        if holders not in self._parties:
            self._parties[holders] = _parties(holders, self.roster)
        return self._parties[holders]


def _parties(holders: tuple[tuple[str, str], ...], roster: Roster) -> _Parties:
    found: dict[str, Given] = {}
    open_to: dict[str, None] = {}
    for actor, role in holders:
        expansion = roster.expand(actor)
        open_to |= dict.fromkeys(expansion.open_to)
        for holder in expansion.holders:
            via = None if actor in holder.senders else actor
            found.setdefault(holder.actor, Given(holder, role, via))
    return _Parties(tuple(found.values()), tuple(open_to))


def plan_start(folder: PlanFolder) -> date:
    """The day from which a plan counts: its date once it is issued, else its first year.

    Of a plan dated by a month it is the first of the month. A plan whose file cannot be used has
    always counted: its tasks stay in the totals.
    """
    if folder.plan is None:
        return date.min
    plan = folder.plan.value
    return plan.issued_from or plan.period.first


def is_in_period(folder: PlanFolder, period: Period) -> bool:
    """The plan has begun by the end of the period and its last year is not over.

    Years are compared with the year of the period: a plan for 2026 - 2030 is last reported on for
    2030, although the period 2031 begins in December 2030 by most calendars.
    """
    if folder.plan is None:
        return True
    last_year = folder.plan.value.period.last_year
    return period.year <= last_year and plan_start(folder) <= period.last


def items_of(
    folder: PlanFolder, extensions: Mapping[str, Located[Extension]], scope: Scope
) -> Iterator[Item]:
    """The plan's tasks that are open at the period's start or assigned in it, as items."""
    start, window, issued = plan_start(folder), window_of(folder), issued_on(folder)
    for task in folder.tasks:
        assigned = task.value.assigned or start
        if assigned <= scope.period.last:
            first = max(scope.period.first, assigned)
            stretch = (first, scope.period.last)
            extension = extensions.get(task.value.id)
            found = endings(task.value, window, extension, stretch, issued=issued)
            yield from _items(task, found, scope)


def _items(task: Located[Task], found: tuple[Ending, ...], scope: Scope) -> Iterator[Item]:
    given = scope.given_to(task.value.holders)
    for ending in found:
        closed: list[Status] = []
        still: list[Given] = []
        for one in given.givens:
            status = closed_before(task, one, ending, scope.received, scope.period.first)
            if status is None:
                still.append(one)
            else:
                closed.append(status)
        if still or not closed:
            done_earlier = sum(status.is_done for status in closed)
            yield _item(
                task, ending, still, scope, open_to=given.open_to, done_earlier=done_earlier
            )


def _item(
    task: Located[Task],
    ending: Ending,
    given: Sequence[Given],
    scope: Scope,
    *,
    open_to: tuple[str, ...],
    done_earlier: int,
) -> Item:
    one = task.value
    assignments = tuple(judge(task, each, ending, scope.received, scope.day) for each in given)
    is_past = ending.is_past(scope.day)
    has_last_day = ending.last_day is not None
    state = roll_up(
        [each.state for each in assignments], has_last_day=has_last_day, is_past=is_past
    )
    return Item(
        key=f"{one.id}@{ending.occurrence}" if ending.occurrence else one.id,
        id=one.id,
        kind=one.kind,
        plan_id=task.owner,
        clause=one.source.clause,
        title=one.title,
        mode=one.mode,
        state=state,
        assignments=assignments,
        task=task,
        group=one.group,
        due=ending.due,
        last_day=ending.last_day,
        original_last_day=ending.original_last_day,
        extension=ending.extension,
        occurrence=ending.occurrence,
        is_past_by_plan=state.is_silent and is_past,
        open_to=open_to,
        done_earlier=done_earlier,
    )
