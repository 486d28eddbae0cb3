"""Một cơ quan được ghi hai lần ở chủ trì, phối hợp của một nhiệm vụ.

Vì sao: không ai tự phối hợp với mình; cột «cơ quan phối hợp» in tên ấy lần thứ hai, còn số liệu chỉ
tính một lượt giao, nên thường là ghi nhầm mã và nơi phải phối hợp thật thì không được giao.

Cách sửa: bỏ một chỗ, hoặc sửa thành mã của cơ quan định ghi.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - {id: nv-1, kind: duty, source: {clause: II.1}, title: Làm đầu mối, lead: so-khcn}
      - id: nv-2
        kind: duty
        source: {clause: II.2}
        title: Tổng hợp kết quả
        lead: so-khcn
        support: [so-tc, so-khcn]  # <- KH118
      - id: nv-3
        kind: duty
        source: {clause: II.2}
        title: Báo cáo kết quả
        lead: so-khcn
        co_leads: [so-tc]
        support: [so-tc]  # <- KH118

Suýt nhầm: nhóm ở phối hợp có cả cơ quan chủ trì.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - {id: nv-1, kind: duty, source: {clause: II.1}, title: Làm đầu mối, lead: so-khcn}
      - {id: nv-2, kind: duty, source: {clause: II.2}, title: Họp, lead: xa-mot, support: [cac-xa]}

Đúng:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - {id: nv-1, kind: duty, source: {clause: II.1}, title: Làm đầu mối, lead: so-khcn}
      - {id: nv-2, kind: duty, source: {clause: II.2}, title: Họp, lead: cac-xa, support: [so-tc]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import DataPath, Found, Related, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.plan import Task
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.workspace import Located

CODE = "KH118"
NAME = "agency-twice-in-task"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} ghi {agency} hai lần ở chủ trì, phối hợp"
HINT = "bỏ một chỗ, hoặc sửa thành mã của cơ quan định ghi"


def check(ctx: Context) -> Iterator[Found]:
    """Second and later places of one agency among those who lead and support a task."""
    for task in ctx.ws.of(Task):
        actors = (*task.value.leads, *task.value.support)
        if len(set(actors)) < len(actors):
            yield from _again(ctx, task)


def _again(ctx: Context, task: Located[Task]) -> Iterator[Found]:
    first: dict[str, DataPath] = {}
    for actor, path in _places(task.value):
        if actor in first:
            what = named(task.value.id, task.value.title)
            args = {"task": what, "agency": short_name_of(ctx.ws, actor)}
            here = Related(task.at(*first[actor]), "ghi lần đầu ở đây")
            yield Found(task.at(*path), args, (here,))
        first.setdefault(actor, path)


def _places(task: Task) -> Iterator[tuple[str, DataPath]]:
    """Who leads and supports, and at which keys."""
    if task.lead is not None:
        yield task.lead, ("lead",)
    for key, actors in (("co_leads", task.co_leads), ("support", task.support)):
        for number, actor in enumerate(actors):
            yield actor, (key, number)
