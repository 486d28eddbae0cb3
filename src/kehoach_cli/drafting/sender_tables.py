"""The forms of a reporting round that each sender fills in."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.item_words import due_of, plan_heading, title_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.sender_view import SenderView, own_items
from kehoach_cli.drafting.wording import capitalised

_GIVEN = "nhiệm vụ, trách nhiệm được giao"
_NUMBER = Column("number", "TT", 11, "center")


def own_tasks_table(scene: Scene) -> Table:
    """The sender's own tasks and duties; how each stands is left for it to fill in.

    A partner is asked for its part, so it is told of no task given to it.
    """
    what = "nội dung đề nghị phối hợp" if SenderView(scene).is_partner else _GIVEN
    return Table(
        name="viec-cua-don-vi",
        columns=(
            _NUMBER,
            Column("title", capitalised(what), 74),
            Column("due", "Thời hạn", 30),
            Column("status", "Tình trạng thực hiện", 32),
            Column("result", "Kết quả đạt được", 44),
            Column("product", "Sản phẩm (số, ngày văn bản)", 36),
            Column("reason", "Nguyên nhân (nếu chậm)", 32),
        ),
        rows=tuple(_own_rows(scene, is_task=True)),
        caption=f"Kết quả thực hiện {what}",
        empty=f"(Trong kỳ không có {what} nào)",
    )


def own_commitments_table(scene: Scene) -> Table:
    """The partner's own commitments; what became of each is left for it to fill in."""
    return Table(
        name="cam-ket-cua-don-vi",
        columns=(
            Column("letter", "Điểm", 14, "center"),
            Column("title", "Nội dung cam kết", 100),
            Column("kept", "Kết quả (đã, một phần, chưa thực hiện)", 44),
            Column("product", "Minh chứng", 44),
            Column("difficulty", "Khó khăn, kiến nghị", 50),
        ),
        rows=tuple(_own_rows(scene, is_task=False)),
        caption="Kết quả thực hiện cam kết",
        empty="(Trong kỳ không có cam kết nào)",
    )


def _own_rows(scene: Scene, *, is_task: bool) -> Iterator[Row]:
    own = [item for item in own_items(scene) if item.is_task == is_task]
    plans = [plan for plan in scene.progress.plans if any(i.plan_id == plan.id for i in own)]
    number = 0
    for plan in plans:
        yield Row((Cell(plan_heading(plan), bold=True),), group=True)
        for item in (one for one in own if one.plan_id == plan.id):
            number += 1
            first = Cell(number) if is_task else Cell(f"{item.clause})" if item.clause else None)
            due = (Cell(due_of(item)),) if is_task else ()
            yield Row((first, Cell(title_of(item)), *due))
