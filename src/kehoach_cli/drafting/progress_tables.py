"""The tables of a report: items and how they stand, and what is late."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.item_words import (
    agencies_in_words,
    confirmation_of,
    due_of,
    holders_of,
    milestones_of,
    plan_heading,
    progress_of,
    results_of,
    title_of,
    under_names,
    waiting_of,
)
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import OVERDUE
from kehoach_cli.progress import Assignment, Item, ItemKind, PlanProgress

_NUMBER = Column("number", "TT", 11, "center")
_STANDING = (
    Column("progress", "Tiến độ", 32),
    Column("result", "Kết quả hiện nay", 88),
)


TASKS: tuple[ItemKind, ...] = ("annex", "conclusion", "proposal")
DUTIES: tuple[ItemKind, ...] = ("duty",)
"""The kinds of the two tables."""


@frozen
class ItemLine:
    """An item with what stands before it: its number in the table, or the clause of a duty."""

    plan: PlanProgress
    item: Item
    first: int | str | None


def item_lines(scene: Scene, kinds: tuple[ItemKind, ...]) -> tuple[ItemLine, ...]:
    """The items of a table in its order; tasks are numbered through all plans."""
    found = [(plan, item) for plan in scene.progress.plans for item in plan.items]
    chosen = [(plan, item) for plan, item in found if item.kind in kinds]
    return tuple(
        ItemLine(plan, item, item.clause if kinds == DUTIES else number)
        for number, (plan, item) in enumerate(chosen, start=1)
    )


def tasks_table(scene: Scene) -> Table:
    """Tasks of the annexes, of conclusions and of accepted proposals, and how each stands."""
    columns = (
        _NUMBER,
        Column("title", "Nhiệm vụ", 64),
        Column("lead", "Cơ quan thực hiện", 34),
        Column("due", "Thời hạn", 30),
    )
    caption = "Tình hình thực hiện các nhiệm vụ"
    return _items_table(scene, "nhiem-vu", caption, columns, TASKS)


def duties_table(scene: Scene) -> Table:
    """Duties by the plan's own clauses, and how each stands."""
    columns = (
        Column("clause", "Điểm", 15, "center"),
        Column("title", "Trách nhiệm", 66),
        Column("lead", "Cơ quan thực hiện", 34),
        Column("due", "Thời hạn", 24),
    )
    caption = "Tình hình thực hiện các trách nhiệm được giao"
    return _items_table(scene, "trach-nhiem", caption, columns, DUTIES)


def _items_table(
    scene: Scene, name: str, caption: str, columns: tuple[Column, ...], kinds: tuple[ItemKind, ...]
) -> Table:
    """Before the period begins there is nothing to say of progress: two columns fewer."""
    has_begun = scene.progress.has_begun
    return Table(
        name=name,
        columns=(*columns, *_STANDING) if has_begun else columns,
        rows=tuple(_item_rows(scene, kinds)),
        caption=caption,
        empty="(Không có nội dung nào trong kỳ)",
    )


def _item_rows(scene: Scene, kinds: tuple[ItemKind, ...]) -> Iterator[Row]:
    plan: PlanProgress | None = None
    group: str | None = None
    for line in item_lines(scene, kinds):
        if line.plan is not plan:
            plan, group = line.plan, None
            if len(scene.progress.plans) > 1:
                yield Row((Cell(plan_heading(plan), bold=True),), group=True)
        if line.item.group and line.item.group != group:
            yield Row((Cell(line.item.group, bold=True),), group=True)
        group = line.item.group
        yield Row(_item_cells(scene, line.item, line.first))


def _item_cells(scene: Scene, item: Item, first: int | str | None) -> tuple[Cell, ...]:
    ws = scene.ws
    due = ". ".join(filter(None, (due_of(item), milestones_of(item))))
    cells = (Cell(first), Cell(title_of(item)), Cell(holders_of(ws, item)), Cell(due))
    if not scene.progress.has_begun:
        return cells
    return (*cells, Cell(progress_of(item)), Cell(results_of(ws, item)))


def commitments_table(scene: Scene) -> Table:
    """What each partner has committed to, and what became of it."""
    columns = (
        Column("letter", "Điểm", 15, "center"),
        Column("title", "Nội dung cam kết", 60),
    )
    standing = (
        Column("state", "Đối tác cho biết", 23),
        Column("agency", "Cơ quan của tỉnh cho biết", 28),
        Column("result", "Diễn giải", 39),
    )
    has_answers = _has_answers(scene)
    return Table(
        name="cam-ket",
        columns=(*columns, *standing) if has_answers else columns,
        rows=tuple(_commitment_rows(scene, has_answers=has_answers)),
        caption="Cam kết của đối tác",
        empty="(Không có cam kết nào trong kỳ)",
    )


def _has_answers(scene: Scene) -> bool:
    """Somebody has said something of a commitment; else the columns for it would stand empty."""
    return any(
        not item.state.is_silent or any(one.word for one in item.assignments)
        for item in scene.progress.commitments
    )


def _commitment_rows(scene: Scene, *, has_answers: bool) -> Iterator[Row]:
    partner: str | None = None
    for item in scene.progress.commitments:
        owner = item.commitment.owner if item.commitment else ""
        if owner != partner:
            yield Row((Cell(name_of(scene.ws, owner), bold=True),), group=True)
        partner = owner
        yield Row(_commitment_cells(scene, item, has_answers=has_answers))


def _commitment_cells(scene: Scene, item: Item, *, has_answers: bool) -> tuple[Cell, ...]:
    cells = (Cell(f"{item.clause})" if item.clause else ""), Cell(title_of(item)))
    if not has_answers:
        return cells
    return (
        *cells,
        Cell(capitalised(item.state.label)),
        Cell(confirmation_of(scene.ws, item)),
        Cell(results_of(scene.ws, item)),
    )


def overdue_table(scene: Scene) -> Table:
    """What runs past its last day: whose it is, by how many days, and why."""
    return Table(
        name="qua-han",
        columns=(
            _NUMBER,
            Column("title", "Nhiệm vụ", 48),
            Column("agency", "Cơ quan thực hiện", 30),
            Column("due", "Thời hạn", 27),
            Column("days", "Số ngày quá hạn", 16, "center"),
            Column("reason", "Nguyên nhân", 33),
        ),
        rows=tuple(_overdue_rows(scene)),
        caption="Nhiệm vụ đang thực hiện quá hạn",
        empty="(Không có nhiệm vụ nào quá hạn)",
    )


def _overdue_rows(scene: Scene) -> Iterator[Row]:
    """Assigned tasks first; what partners were asked for is never called a task given to them."""
    late = [(item, overdue_of(item)) for item in scene.progress.tasks]
    late = [(item, assignments) for item, assignments in late if assignments]
    has_both = len({item.mode for item, _ in late}) > 1
    number = 0
    for mode, heading in (
        ("assigned", "Nhiệm vụ được giao"),
        ("requested", "Nội dung đề nghị phối hợp"),
    ):
        chosen = [one for one in late if one[0].mode == mode]
        if chosen and has_both:
            yield Row((Cell(heading, bold=True),), group=True)
        for item, assignments in sorted(chosen, key=_days, reverse=True):
            number += 1
            yield Row(_overdue_cells(scene, item, assignments, number))


def overdue_of(item: Item) -> tuple[Assignment, ...]:
    """The assignments of an item that run past their last day."""
    return tuple(one for one in item.assignments if one.state is OVERDUE)


def _days(late: tuple[Item, tuple[Assignment, ...]]) -> int:
    return max(one.days_late for one in late[1])


def _overdue_cells(
    scene: Scene, item: Item, assignments: tuple[Assignment, ...], number: int
) -> tuple[Cell, ...]:
    return (
        Cell(number),
        Cell(title_of(item)),
        Cell(agencies_in_words(scene.ws, assignments)),
        Cell(due_of(item)),
        Cell(_days((item, assignments))),
        Cell(_reasons(scene, assignments)),
    )


def _reasons(scene: Scene, assignments: tuple[Assignment, ...]) -> str:
    """The senders' own words, else whom it waits for; each under its name where several do."""
    said = [(one, one.late_reason or _submitted(scene, one)) for one in assignments]
    given = [(one, reason) for one, reason in said if reason]
    if not given:
        return "Chưa nêu"
    if len(assignments) == 1:
        return capitalised(given[0][1])
    return "; ".join(f"{names}: {reason}" for names, reason in under_names(scene.ws, given))


def _submitted(scene: Scene, one: Assignment) -> str:
    waits = waiting_of(scene.ws, one)
    return f"đã trình, {waits}" if waits else ""
