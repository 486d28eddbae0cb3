"""The table of a plan's Phụ lục, under «6 rõ»."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Annex, Task
from kehoach_cli.workspace import Workspace

NOTHING_IN_SOURCE = "(Danh mục chưa có trong dữ liệu nguồn)"


@frozen
class _Column:
    """A column of the Phụ lục: its heading, its share of the width, what it prints."""

    title: str
    width_mm: float
    text: Callable[[Workspace, Task], str]


def _lead(ws: Workspace, task: Task) -> str:
    """The leads; where nobody leads, those who have another part, with the part."""
    if task.leads:
        return "; ".join(short_name_of(ws, one) for one in task.leads)
    return "; ".join(f"{short_name_of(ws, one.agency)} ({one.role})" for one in task.others)


def _support(ws: Workspace, task: Task) -> str:
    named = [short_name_of(ws, one) for one in task.support]
    if task.leads:
        named += [f"{short_name_of(ws, one.agency)} ({one.role})" for one in task.others]
    return "; ".join(named)


_COLUMNS: dict[str, _Column] = {
    "title": _Column("Nhiệm vụ", 80, lambda _, task: task.title),
    "lead": _Column("Chủ trì", 35, _lead),
    "support": _Column("Phối hợp", 40, _support),
    "product": _Column("Sản phẩm", 45, lambda _, task: task.product or ""),
    "due": _Column("Thời hạn", 28, lambda _, task: task.due or ""),
    "approver": _Column(
        "Cấp phê duyệt", 30, lambda ws, task: short_name_of(ws, task.approver or "")
    ),
    "person": _Column("Người, bộ phận phụ trách", 32, lambda _, task: task.person or ""),
    "note": _Column("Ghi chú", 28, lambda _, task: task.note or ""),
}


def annex_table(scene: Scene) -> Table:
    """The tasks of the plan's annex in its own columns; a group of tasks has a row before it."""
    annex = scene.folder.annex if scene.folder else None
    columns = annex.value.columns if annex else Annex.model_fields["columns"].default
    return Table(
        name="nhiem-vu-phu-luc",
        columns=(
            Column("number", "TT", 10, "center"),
            *(Column(key, _COLUMNS[key].title, _COLUMNS[key].width_mm) for key in columns),
        ),
        rows=tuple(_rows(scene, columns)),
        caption=annex.value.title if annex else "",
        empty=NOTHING_IN_SOURCE,
    )


def _rows(scene: Scene, columns: tuple[str, ...]) -> Iterator[Row]:
    group: str | None = None
    tasks = [one.value for one in scene.folder.tasks] if scene.folder else []
    for number, task in enumerate((one for one in tasks if one.kind == "annex"), start=1):
        if task.group and task.group != group:
            yield Row((Cell(task.group, bold=True),), group=True)
        group = task.group
        cells = (Cell(_COLUMNS[key].text(scene.ws, task)) for key in columns)
        yield Row((Cell(number), *cells))
