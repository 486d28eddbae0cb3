"""Đề xuất được chấp thuận và nhiệm vụ của nó không chỉ về nhau.

Vì sao: đề xuất đã được chấp thuận mà không thành nhiệm vụ thì không ai làm; nhiệm vụ ghi là từ đề
xuất mà không có quyết định chấp thuận thì không rõ ai cho làm.

Cách sửa: thêm nhiệm vụ vào tasks.yaml với source.proposal là mã đề xuất, và ghi mã nhiệm vụ ở khóa
task của quyết định trong decisions.yaml.

Căn cứ: docs/data-model.md (tệp decisions.yaml).

Sai: chấp thuận rồi mà chưa có nhiệm vụ.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/decisions.yaml
    proposals:
      - {proposal: dx-1, outcome: accepted}  # <- KH317

Sai: nhiệm vụ từ một đề xuất chưa được quyết định.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: dx-nv-1
        kind: proposal
        source: {proposal: dx-1}  # <- KH317
        title: Hồ sơ sức khỏe điện tử
        lead: so-yt

Suýt nhầm: đề xuất còn để lại xem xét thì chưa cần nhiệm vụ.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/decisions.yaml
    proposals:
      - {proposal: dx-1, outcome: deferred}

Đúng:

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/decisions.yaml
    proposals:
      - {proposal: dx-1, outcome: accepted, task: dx-nv-1}
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: dx-nv-1
        kind: proposal
        source: {proposal: dx-1}
        title: Hồ sơ sức khỏe điện tử
        lead: so-yt
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import Task
from kehoach_cli.model.records import ProposalDecision
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.workspace import Located

CODE = "KH317"
NAME = "accepted-without-task"
SEVERITY = Severity.WARNING
MESSAGE = {
    "no-task": "đề xuất {proposal} được chấp thuận nhưng chưa có nhiệm vụ nào từ đề xuất này",
    "other-task": "đề xuất {proposal} ghi thành nhiệm vụ {task}, nhưng nhiệm vụ ấy có nguồn khác",
    "no-decision": "nhiệm vụ {task} từ đề xuất {proposal}, nhưng đề xuất này chưa được chấp thuận",
}
HINT = {
    "no-task": "thêm nhiệm vụ với «source: {{proposal: {proposal}}}» và ghi mã của nó ở khóa task",
    "other-task": "sửa khóa task của quyết định, hoặc source.proposal của nhiệm vụ",
    "no-decision": "ghi quyết định chấp thuận trong decisions.yaml, hoặc sửa nguồn của nhiệm vụ",
}


def check(ctx: Context) -> Iterator[Found]:
    """Accepted proposals without their task, and tasks of proposals that were not accepted."""
    made = {item.value.source.proposal: item for item in reversed(ctx.ws.of(Task))}
    decided = {item.value.proposal: item for item in ctx.ws.of(ProposalDecision)}
    for decision in decided.values():
        if decision.value.outcome == "accepted":
            yield from _without_task(ctx, decision, made.get(decision.value.proposal))
    for task in ctx.ws.of(Task):
        proposal = task.value.source.proposal
        if proposal and proposal not in ctx.ws.broken_ids:
            yield from _without_decision(task, proposal, decided.get(proposal))


def _without_task(
    ctx: Context, decision: Located[ProposalDecision], made: Located[Task] | None
) -> Iterator[Found]:
    one = decision.value
    if one.task is None:
        if made is None:
            yield Found(decision.at("outcome"), {"reason": "no-task", "proposal": one.proposal})
        return
    task = ctx.ws.index["task"].get(one.task)
    if task and isinstance(task.value, Task) and task.value.source.proposal != one.proposal:
        args = {
            "reason": "other-task",
            "proposal": one.proposal,
            "task": named(one.task, task.value.title),
        }
        yield Found(decision.at("task"), args, (Related(task.at("source"), "nhiệm vụ ở đây"),))


def _without_decision(
    task: Located[Task], proposal: str, decision: Located[ProposalDecision] | None
) -> Iterator[Found]:
    if decision and decision.value.outcome == "accepted":
        return
    args = {
        "reason": "no-decision",
        "proposal": proposal,
        "task": named(task.value.id, task.value.title),
    }
    related = (Related(decision.at("outcome"), "ý kiến về đề xuất ở đây"),) if decision else ()
    yield Found(task.at("source"), args, related)
