"""What a session concluded, for ``kehoach session``: work given, and the tasks that it became."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.item_words import progress_of
from kehoach_cli.drafting.questions.circle import circle_of
from kehoach_cli.drafting.questions.said_done import done_before, progress_words
from kehoach_cli.drafting.questions.view import (
    Named,
    Show,
    all_named,
    heading,
    line,
    listing,
    names,
)
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.model.session import Conclusions
from kehoach_cli.progress import Progress
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace

_NO_TASK = "Chưa có nhiệm vụ"
_NOT_IN_PERIOD = "Không theo dõi trong kỳ này"


@frozen
class Concluded:
    """Work that the conclusions give, and the task that it became; None while it has none."""

    agencies: tuple[Named, ...]
    text: str
    due: str | None
    task: str | None
    state: str | None
    progress: str


def concluded_work(ws: Workspace, progress: Progress, end: Conclusions) -> Iterator[Concluded]:
    """The work of the conclusions, then the tasks that no assignment names."""
    said = {one.task for one in end.assignments}
    for one in end.assignments:
        state = _state(progress, (one.agency,), one.task)
        yield Concluded(all_named(ws, (one.agency,)), one.text, one.due, one.task, *state)
    for task_id in end.tasks:
        found = ws.index["task"].get(task_id)
        if task_id not in said and found and isinstance(task := found.value, Task):
            holders = tuple(actor for actor, _ in task.holders)
            state = _state(progress, holders, task_id)
            yield Concluded(all_named(ws, holders), task.title, task.due, task_id, *state)


def _state(
    progress: Progress, agencies: tuple[str, ...], task: str | None
) -> tuple[str | None, str]:
    """The task's state in the period with its words; done before it, when that was reported."""
    if task is None:
        return None, _NO_TASK
    item = next((each for each in progress.tasks if each.id == task), None)
    if item is not None:
        return item.state.code, progress_of(item)
    before = done_before(progress, task, circle_of(progress, agencies), None)
    return None, progress_words(None, before) or _NOT_IN_PERIOD


def conclusion_blocks(
    end: Conclusions | None, concluded: tuple[Concluded, ...]
) -> tuple[Block, ...]:
    """The thông báo kết luận with what it gives to whom; nothing before there is any."""
    if end is None:
        return ()
    issued = (
        f"số {end.number} ngày {format_day(end.date)}" if end.number and end.date else "dự thảo"
    )
    return (
        heading(f"Thông báo kết luận ({issued})"),
        *(line(f"- {point}") for point in end.points),
        listing(
            "ket-luan",
            _CONCLUDED,
            concluded,
            caption="Việc giao trong kết luận",
            empty="(Chưa ghi việc giao)",
        ),
    )


_CONCLUDED: tuple[Show[Concluded], ...] = (
    (Column("agency", "Cơ quan", 34), lambda row: names(row.agencies)),
    (Column("text", "Việc được giao", 80), lambda row: row.text),
    (Column("due", "Thời hạn", 28), lambda row: row.due),
    (Column("task", "Nhiệm vụ", 22), lambda row: row.task),
    (Column("progress", "Tình trạng", 40), lambda row: row.progress),
)
