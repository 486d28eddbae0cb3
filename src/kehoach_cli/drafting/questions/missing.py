"""``kehoach status --missing``: the tasks that do not say something yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from kehoach_cli.document.blocks import Column
from kehoach_cli.drafting.item_words import holders_of
from kehoach_cli.drafting.questions.circle import circle_of
from kehoach_cli.drafting.questions.view import (
    ItemFacts,
    Show,
    View,
    facts_of,
    heading,
    line,
    listing,
    plan_headings,
    view_of,
)
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.progress import Item, Progress
from kehoach_cli.progress.sharing import is_split, needs_split
from kehoach_cli.vn.text import join_vi
from kehoach_cli.workspace import Workspace


@frozen
class _Want:
    """What a task should say: its name, and whether a task fails to."""

    label: str
    is_missing: Callable[[Workspace, Task], bool]


_WANTS: dict[str, _Want] = {
    "due": _Want("thời hạn", lambda _, task: task.due is None),
    "product": _Want("sản phẩm", lambda _, task: task.product is None),
    "lead": _Want("cơ quan chủ trì", lambda _, task: task.lead is None),
    "person": _Want("người phụ trách", lambda _, task: task.person is None),
    "approver": _Want("cấp phê duyệt", lambda _, task: task.approver is None),
    "split": _Want(
        "phân chia nội dung", lambda ws, task: needs_split(ws, task) and not is_split(task)
    ),
}

CHOICES = tuple(_WANTS)
"""What ``--missing`` may name; ``split`` counts for tasks of the annex that a partner shares."""


@frozen
class Lacking:
    """A task with the keys that it lacks, of those asked for; ``holders`` in words."""

    item: ItemFacts
    holders: str
    missing: tuple[str, ...]


def missing_view(
    ws: Workspace, progress: Progress, keys: Collection[str], *, agency: str | None = None
) -> View:
    """The tasks of the period that lack at least one of ``keys``, each task once."""
    rows = tuple(_lacking(ws, progress, keys, agency))
    wanted = join_vi([_WANTS[key].label for key in keys])
    counts = {key: sum(key in row.missing for row in rows) for key in keys}
    plans = plan_headings(progress)
    blocks = (
        heading(f"Nhiệm vụ chưa có {wanted}"),
        listing(
            "con-thieu",
            _SHOWS,
            rows,
            empty="(Không có nhiệm vụ nào còn thiếu)",
            group=lambda row: plans[row.item.plan],
        ),
        line(_sum(len(rows), counts)),
    )
    parts = {"missing": tuple(keys), "counts": counts, "items": rows}
    return view_of(progress, blocks, parts)


_SHOWS: tuple[Show[Lacking], ...] = (
    (Column("id", "Mã", 22), lambda row: row.item.id),
    (Column("clause", "Điểm", 16, yields=2), lambda row: row.item.clause),
    (Column("title", "Nội dung", 80), lambda row: row.item.title),
    (Column("agency", "Cơ quan thực hiện", 40, yields=1), lambda row: row.holders),
    (
        Column("missing", "Còn thiếu", 50),
        lambda row: "; ".join(_WANTS[key].label for key in row.missing),
    ),
)


def _lacking(
    ws: Workspace, progress: Progress, keys: Collection[str], agency: str | None
) -> Iterator[Lacking]:
    for item in _tasks(progress, agency):
        task = item.task
        if task is None:
            continue
        missing = tuple(key for key in keys if _WANTS[key].is_missing(ws, task.value))
        if missing:
            yield Lacking(facts_of(item), holders_of(ws, item), missing)


def _tasks(progress: Progress, agency: str | None) -> Iterator[Item]:
    """Each task of the period once, however many rounds it has."""
    circle = circle_of(progress, (agency,)) if agency else None
    seen: set[str] = set()
    for item in progress.tasks:
        is_theirs = circle is None or any(circle.holds(one) for one in item.assignments)
        if is_theirs and item.id not in seen:
            seen.add(item.id)
            yield item


def _sum(count: int, counts: dict[str, int]) -> str:
    parts = "; ".join(f"{many} chưa có {_WANTS[key].label}" for key, many in counts.items())
    return f"{count} nhiệm vụ: {parts}."
