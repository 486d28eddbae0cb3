"""All that one agency has to do, taken out of every plan: the table of a phiếu trích nhiệm vụ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.item_words import due_of, plan_heading
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, short_name_of
from kehoach_cli.model.plan import SUPPORT, Task
from kehoach_cli.progress import Item
from kehoach_cli.progress.groups import Roster


def extract_table(scene: Scene) -> Table:
    """The sender's tasks and duties with its own part in each, plan by plan."""
    return Table(
        name="trich-nhiem-vu",
        columns=(
            Column("number", "TT", 10, "center"),
            Column("title", "Nhiệm vụ, trách nhiệm", 80),
            Column("role", "Vai trò", 24),
            Column("others", "Cơ quan cùng thực hiện", 48),
            Column("product", "Sản phẩm", 42),
            Column("due", "Thời hạn", 34),
        ),
        rows=tuple(_rows(scene)),
        caption="Nhiệm vụ, trách nhiệm được giao",
        empty="(Không có nhiệm vụ, trách nhiệm nào)",
    )


def _rows(scene: Scene) -> Iterator[Row]:
    found = [(item, role) for item in scene.progress.tasks if (role := _role(scene, item))]
    number = 0
    for plan in scene.progress.plans:
        own = [(item, role) for item, role in found if item.plan_id == plan.id]
        if own:
            yield Row((Cell(plan_heading(plan), bold=True),), group=True)
        for item, role in own:
            number += 1
            yield Row(_cells(scene, number, item, role))


def _cells(scene: Scene, number: int, item: Item, role: str) -> tuple[Cell, ...]:
    task = item.task.value if item.task else None
    return (
        Cell(number),
        Cell(item.title),
        Cell(capitalised(role)),
        Cell(_others(scene, task) if task else None),
        Cell(task.product if task else None),
        Cell(due_of(item) or None),
    )


def _role(scene: Scene, item: Item) -> str:
    """The sender's part: as it holds the item, else «phối hợp» where it supports; "" without.

    A group has the part that the task gives to it by its own name.
    """
    held = (one.role for one in item.assignments if scene.sender in {one.agency, *one.senders})
    task = item.task.value if item.task else None
    named = (role for actor, role in task.holders if actor == scene.sender) if task else iter(())
    role = next(held, None) or next(named, None)
    if role or task is None:
        return role or ""
    roster = Roster(scene.ws, scene.as_of)
    helpers = {each.actor for one in task.support for each in roster.expand(one).holders}
    return SUPPORT if scene.sender in {*helpers, *task.support} else ""


def _others(scene: Scene, task: Task) -> str:
    """Everybody else who has a part in it, those who lead first, named by their part."""
    roster = Roster(scene.ws, scene.as_of)

    def names(actors: Iterable[str]) -> str:
        held = ((one, {each.actor for each in roster.expand(one).holders}) for one in actors)
        others = (one for one, to in held if scene.sender not in {one, *to})
        return ", ".join(short_name_of(scene.ws, one) for one in others)

    leads, support = names(one for one, _ in task.holders), names(task.support)
    parts = (("Chủ trì", leads), ("Phối hợp", support))
    return "; ".join(f"{part}: {who}" for part, who in parts if who)
