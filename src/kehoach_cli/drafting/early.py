"""What falls due soon and from whom: the early warning, in which nobody is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.addressing import SORTS, Sort, names_in_cell, sort_of
from kehoach_cli.drafting.item_words import due_of, title_of
from kehoach_cli.drafting.questions.upcoming import due_within
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import STOPPED
from kehoach_cli.progress import Assignment, Item
from kehoach_cli.vn.workdays import add_working_days


@frozen
class Upcoming:
    """A task that is to be done within ``step`` working days, by all ``actors`` of one sort."""

    item: Item
    step: int
    sort: Sort
    actors: tuple[str, ...]


def steps_of(scene: Scene) -> tuple[int, ...]:
    """How many working days ahead are warned of (``remind_before``), the shortest first."""
    return tuple(sorted(set(scene.settings.remind_before))) if scene.settings else ()


def upcoming(scene: Scene) -> tuple[Upcoming, ...]:
    """What falls due from ``as_of`` on within the longest step, the nearest first.

    Each stands under the shortest step that reaches its last day. Who has done or stopped his
    part, or waits for the approver, is not asked for it.
    """
    limits = {step: add_working_days(scene.as_of, step) for step in steps_of(scene)}
    if not limits:
        return ()
    days = (max(limits.values()) - scene.progress.day).days
    return tuple(
        Upcoming(item, step, sort, actors)
        for item in due_within(scene.progress, days)
        if item.last_day and item.last_day >= scene.as_of
        for step in _step(item.last_day, limits)
        for sort, actors in _holders(scene, item)
    )


def _step(last_day: date, limits: dict[int, date]) -> tuple[int, ...]:
    """The shortest step that reaches the day, if one does."""
    return tuple(step for step, limit in limits.items() if last_day <= limit)[:1]


def _holders(scene: Scene, item: Item) -> Iterator[tuple[Sort, tuple[str, ...]]]:
    """Who still has to do it, sort by sort."""
    open_ones = dict.fromkeys(one.agency for one in item.assignments if is_to_do(one))
    for sort in SORTS:
        if actors := tuple(one for one in open_ones if sort_of(scene.ws, one) is sort):
            yield sort, actors


def is_to_do(one: Assignment) -> bool:
    """Its holder is still to be asked for it: not done, not stopped, not with the approver."""
    return not one.state.is_done and one.state is not STOPPED and one.waits_for is None


def upcoming_table(scene: Scene) -> Table:
    """What falls due soon from those that the letter goes to, step by step."""
    return Table(
        name="sap-den-han",
        columns=(
            Column("number", "TT", 11, "center"),
            Column("title", "Nội dung", 110),
            Column("actor", "Cơ quan, đơn vị", 62),
            Column("due", "Thời hạn", 56),
        ),
        rows=tuple(_rows(scene)),
        caption="Nội dung sắp đến hạn",
        empty="(Không có nội dung nào)",
    )


def _rows(scene: Scene) -> Iterator[Row]:
    step = 0
    number = 0
    for one in upcoming(scene):
        actors = [actor for actor in one.actors if actor in scene.to]
        if not actors:
            continue
        if one.step != step:
            step = one.step
            yield Row((Cell(f"Đến hạn trong {step:02d} ngày làm việc tới", bold=True),), group=True)
        number += 1
        names = names_in_cell(scene.ws, actors)
        yield Row((Cell(number), Cell(title_of(one.item)), Cell(names), Cell(due_of(one.item))))
