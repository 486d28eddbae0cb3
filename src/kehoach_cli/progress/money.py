"""Money of the tasks, in đồng: needed, allocated, spent, estimated, by year and all that divides.

One entry for each money line, and one for what senders report as spent where no line of the task
says so for that year; so every table that is made of the entries adds up to the same sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Literal

from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import MoneyLine, Task, TaskKind
from kehoach_cli.model.register import MoneyKind, MoneyLevel
from kehoach_cli.model.report import TaskReport
from kehoach_cli.progress.evaluation import Progress, evaluate
from kehoach_cli.progress.items import Item
from kehoach_cli.workspace import Located

_MAY_NEED: tuple[TaskKind, ...] = ("annex", "conclusion", "proposal")
"""Duties are general by nature, so nobody is asked what each of them costs."""


@frozen
class Amounts:
    """Sums in đồng; 0 where the data have none.

    ``estimated``: what the whole year should come to (ước thực hiện), as somebody typed it; None
    where nobody did, for it is never guessed from what is allocated or spent.
    """

    needed: int = 0
    allocated: int = 0
    spent: int = 0
    estimated: int | None = None

    def __add__(self, other: Amounts) -> Amounts:
        """Both together; an estimate that is not known adds nothing to one that is."""
        known = [one for one in (self.estimated, other.estimated) if one is not None]
        return Amounts(
            self.needed + other.needed,
            self.allocated + other.allocated,
            self.spent + other.spent,
            sum(known) if known else None,
        )


@frozen
class Purpose:
    """What money is for; lines that agree in all of this are one row of a table."""

    agency: str
    plan_id: str
    task: str
    level: MoneyLevel | None
    kind: MoneyKind | None
    source: str | None


@frozen
class MoneyEntry:
    """Money for one task in one year.

    ``agency``: the first of those who lead the task, or who else holds it, as the plan names them
    (a group stays a group); "" where nobody is named. Of what a sender reports it is that sender.
    ``level``, ``kind`` and ``source`` are None where a report only says how much was spent.
    ``supplementary``: given in addition during the year (bổ sung trong năm).
    """

    plan_id: str
    task: str
    agency: str
    year: int
    amounts: Amounts
    level: MoneyLevel | None = None
    kind: MoneyKind | None = None
    source: str | None = None
    supplementary: bool = False

    @property
    def purpose(self) -> Purpose:
        """What it is for, whatever the year and whenever it was given."""
        return Purpose(self.agency, self.plan_id, self.task, self.level, self.kind, self.source)


MoneyKey = Literal["plan", "agency", "task", "level", "kind", "source", "year", "supplementary"]

_KEYS: dict[MoneyKey, Callable[[MoneyEntry], object]] = {
    "plan": lambda entry: entry.plan_id,
    "agency": lambda entry: entry.agency,
    "task": lambda entry: entry.task,
    "level": lambda entry: entry.level,
    "kind": lambda entry: entry.kind,
    "source": lambda entry: entry.source,
    "year": lambda entry: entry.year,
    "supplementary": lambda entry: entry.supplementary,
}


def money_entries(progress: Progress, *, year: int | None = None) -> tuple[MoneyEntry, ...]:
    """The money of all tasks of the period's plans, in the order of the files.

    ``year``: only that calendar year; by default every year that the data have. What senders
    report as spent belongs to the year of the period.
    """
    return tuple(entry for entry in _entries(progress) if year in {None, entry.year})


def money_before(progress: Progress, *, plan: str | None = None) -> tuple[MoneyEntry, ...]:
    """The money of the year before that of the period, as that year's own period gives it.

    ``plan``: only the plan of that id.
    """
    year = progress.period.year - 1
    before = evaluate(progress.workspace, progress.as_of, period=str(year), plan=plan)
    return money_entries(before, year=year)


Told = tuple[MoneyEntry, int | None]
"""An entry of a year with what the year before is estimated to come to for the same, in đồng."""


def with_estimates(entries: Iterable[MoneyEntry], before: Iterable[MoneyEntry]) -> tuple[Told, ...]:
    """Each entry of a year with the estimate of the year before, None where nobody gave one.

    An estimate stands beside the first entry for the same purpose; one whose purpose has no entry
    in the year gets an entry without amounts, so none is lost and none is told twice.
    """
    open_ones: dict[Purpose, tuple[MoneyEntry, int]] = {}
    for one in before:
        if (vnd := one.amounts.estimated) is not None:
            _, known = open_ones.get(one.purpose, (one, 0))
            open_ones[one.purpose] = (one, known + vnd)
    found: list[Told] = []
    for one in entries:
        _, estimate = open_ones.pop(one.purpose, (one, None))
        found.append((one, estimate))
    return (
        *found,
        *(
            (replace(one, amounts=Amounts(), supplementary=False), vnd)
            for one, vnd in open_ones.values()
        ),
    )


def sum_of(entries: Iterable[MoneyEntry]) -> Amounts:
    """All of them together."""
    return sum((entry.amounts for entry in entries), Amounts())


def money_by(entries: Iterable[MoneyEntry], key: MoneyKey) -> dict[object, Amounts]:
    """The sums by one thing that divides them, in the order in which it is first met."""
    found: dict[object, Amounts] = {}
    for entry in entries:
        of = _KEYS[key](entry)
        found[of] = found.get(of, Amounts()) + entry.amounts
    return found


def money_of(progress: Progress) -> Amounts:
    """Needed, allocated and spent in the year of the period."""
    return sum_of(money_entries(progress, year=progress.period.year))


def _entries(progress: Progress) -> Iterator[MoneyEntry]:
    year = progress.period.year
    reported = _reported(progress.tasks)
    for task in _tasks(progress):
        lines = task.value.money
        for line in lines:
            yield _of_line(task, line)
        ours = [line for line in lines if line.year == year]
        if all(line.spent is None for line in ours):
            only = ours[0] if len(ours) == 1 else None
            for agency, spent in reported.get((task.owner, task.value.id), ()):
                yield _of_report(task, only, year, agency, spent)


def _tasks(progress: Progress) -> Iterator[Located[Task]]:
    for plan in progress.plans:
        folder = progress.workspace.folder(plan.id)
        yield from folder.tasks if folder else ()


def _of_line(task: Located[Task], line: MoneyLine) -> MoneyEntry:
    return MoneyEntry(
        plan_id=task.owner,
        task=task.value.id,
        agency=_agency(task.value),
        year=line.year,
        amounts=Amounts(line.needed or 0, line.allocated or 0, line.spent or 0, line.estimated),
        level=line.level,
        kind=line.kind,
        source=line.source,
        supplementary=line.supplementary,
    )


def _of_report(
    task: Located[Task], only: MoneyLine | None, year: int, agency: str, spent: int
) -> MoneyEntry:
    """What a sender spent; it is of the task's only line of the year, where there is just one."""
    return MoneyEntry(
        plan_id=task.owner,
        task=task.value.id,
        agency=agency,
        year=year,
        amounts=Amounts(spent=spent),
        level=only.level if only else None,
        kind=only.kind if only else None,
        source=only.source if only else None,
        supplementary=only.supplementary if only else False,
    )


def _agency(task: Task) -> str:
    return task.holders[0][0] if task.holders else ""


def _reported(items: Iterable[Item]) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """(plan, task) → who says how much was spent; an entry behind several rounds counts once."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    seen: set[int] = set()
    for item in items:
        for one in item.assignments:
            if isinstance(one.entry, TaskReport) and one.entry.spent and id(one.entry) not in seen:
                seen.add(id(one.entry))
                found.setdefault((item.plan_id, item.id), []).append((one.agency, one.entry.spent))
    return found


GapReason = Literal["no-amount", "province-money", "unsaid"]


@frozen
class MoneyGap:
    """A holder of a task of which nobody has said how much money it needs in the year.

    ``no-amount``: a money line of the year has no figure. ``province-money``: the split says that
    the province pays, but no line of the year does. ``unsaid``: nothing says whether it needs any;
    a line of 0 đồng would say that it needs none.
    """

    agency: str
    item: Item
    reason: GapReason


def money_gaps(progress: Progress) -> tuple[MoneyGap, ...]:
    """Who must still say what the tasks of the period need in its year, by task.

    Tasks of the annexes, of conclusions and accepted proposals that are not done or stopped; what
    partners are asked to do is not for the budget.
    """
    return tuple(
        MoneyGap(actor, item, reason)
        for item in _still_to_do(progress)
        if item.task and (reason := _gap(item.task.value, progress.period.year))
        for actor in _asked(item.task.value)
    )


def _still_to_do(progress: Progress) -> Iterator[Item]:
    seen: set[str] = set()
    for item in progress.tasks:
        is_open = item.state.is_running or item.state.is_silent
        if item.kind in _MAY_NEED and item.mode == "assigned" and is_open and item.id not in seen:
            seen.add(item.id)
            yield item


def _asked(task: Task) -> tuple[str, ...]:
    return tuple(actor for actor, _ in task.holders) or ("",)


def _gap(task: Task, year: int) -> GapReason | None:
    lines = [line for line in task.money if line.year == year]
    if any(line.needed is None and line.allocated is None for line in lines):
        return "no-amount"
    if lines:
        return None
    return "province-money" if task.split and task.split.province_money else "unsaid"
