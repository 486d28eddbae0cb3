"""Trách nhiệm ghi ở một điểm mà văn bản không in, hoặc in dưới tên cơ quan khác.

Vì sao: trách nhiệm in dưới mục mang đúng số ở source.clause; số ấy không có thì trách nhiệm không
in ra, in dưới tên cơ quan khác thì giao nhầm việc.

Cách sửa: sửa clause theo số in ra của mục (ví dụ IV.2), hoặc thêm cơ quan vào duties của plan.yaml.

Căn cứ: docs/data-model.md (source, duties).

Sai: không có mục II.5.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.5}  # <- KH511
        title: Làm đầu mối theo dõi
        lead: so-khcn

Sai: mục II.1 là của cơ quan khác.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}  # <- KH511
        title: Bố trí kinh phí
        lead: so-tc

Suýt nhầm: nhiệm vụ ở Phụ lục không in dưới mục nào.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu
        lead: so-tc

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        others: [{agency: so-khcn, role: tham mưu}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.drafting.plan_body import Clause
from kehoach_cli.drafting.wording import name_of
from kehoach_cli.model.plan import Task
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located

CODE = "KH511"
NAME = "clause-not-printed"
SEVERITY = Severity.ERROR
MESSAGE = {
    "unknown": "văn bản không in mục «{clause}» nên trách nhiệm «{id}» ({title}) không in ra",
    "none": "trách nhiệm «{id}» ({title}) không ghi mục nào của văn bản nên không in ra",
    "foreign": "mục «{clause}» là của {agency}, không phải nơi thực hiện trách nhiệm «{id}»",
}
HINT = {
    "unknown": "các mục giao việc của văn bản: {known}",
    "none": "ghi source.clause; các mục giao việc của văn bản: {known}",
    "foreign": "sửa clause, hoặc sửa lead, others theo văn bản",
}

_DUTY = "duty"


def check(ctx: Context) -> Iterator[Found]:
    """Duties that the plan does not print, and those printed under somebody else's heading."""
    for folder in ctx.ws.folders:
        duties = [task for task in folder.tasks if task.value.kind == _DUTY]
        if folder.plan is None or not duties:
            continue
        printed = ctx.clauses[folder.id]
        for task in duties:
            block = printed.get(task.value.source.clause or "")
            if block is None or not _is_held_by(ctx, task.value, block.duty.agency):
                yield from _misplaced(ctx, task, printed)


def _misplaced(ctx: Context, task: Located[Task], printed: Mapping[str, Clause]) -> Iterator[Found]:
    source = task.value.source
    args = {"id": task.value.id, "title": task.value.title, "known": ", ".join(printed)}
    if source.clause is not None and source.clause in printed:
        block = printed[source.clause]
        args |= {"clause": source.clause, "agency": name_of(ctx.ws, block.duty.agency)}
        related = Related(block.place, f"mục {source.clause} khai báo ở đây")
        yield Found(task.at("source", "clause"), {**args, "reason": "foreign"}, (related,))
    elif source.clause is not None:
        args |= {"clause": source.clause, "reason": "unknown"}
        yield Found(task.at("source", "clause"), args)
    elif source.document is None and source.proposal is None:
        yield Found(task.at("source"), {**args, "reason": "none"})


def _is_held_by(ctx: Context, task: Task, agency: str) -> bool:
    """Whether the agency, the group that it is or one that it is in, answers for the task.

    An id that nobody has declared is another rule's to tell.
    """
    holders = [holder for holder, _ in task.holders if holder in ctx.ws.actors]
    if agency in holders or not holders:
        return True
    printed = ctx.roster.expand(agency)
    members = {one.actor for one in printed.holders}
    return bool(printed.open_to) or all(
        {one.actor for one in ctx.roster.expand(holder).holders} & members for holder in holders
    )
