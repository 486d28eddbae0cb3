"""Báo cáo về nhiệm vụ không phải của mình.

Vì sao: lời báo của nơi không được giao nhiệm vụ không được tính vào số liệu; thường là gõ nhầm mã,
khi đó nhiệm vụ thật lại thành «chưa có báo cáo».

Cách sửa: sửa lại mã nhiệm vụ hoặc cam kết; báo cáo của kế hoạch khác thì chuyển sang thư mục
progress của kế hoạch ấy; nếu cơ quan thật sự có tham gia thì bổ sung vào support hoặc others của
nhiệm vụ.

Căn cứ: docs/data-model.md.

Sai: Sở Y tế không chủ trì, cũng không phối hợp nhiệm vụ pl-1.

    # data/plans/mau/progress/2027/so-yt.yaml
    sender: so-yt
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1  # <- KH308
        status: in-progress
    commitments:
      - commitment: doi-tac-a  # <- KH308
        kept: yes

Suýt nhầm: xã báo cáo việc giao chung cho các xã; đơn vị của đối tác báo cáo thay đối tác.

    # data/plans/mau/progress/2027/xa-mot.yaml
    sender: xa-mot
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: nv-2
        status: in-progress
    # data/plans/mau/progress/2027/doi-tac-tinh.yaml
    sender: doi-tac-tinh
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
    commitments:
      - commitment: doi-tac-a
        kept: yes

Đúng:

    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.drafting.dropped import tells_of_what_was
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Task
from kehoach_cli.model.report import Report
from kehoach_cli.progress.confirmations import confirmers
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import Entry
from kehoach_cli.workspace import Located

CODE = "KH308"
NAME = "foreign-task"
SEVERITY = Severity.ERROR
MESSAGE = {
    "no-part": "{sender} báo cáo nhiệm vụ {thing} nhưng không có phần việc nào ở đó",
    "other-plan": "nhiệm vụ {thing} thuộc kế hoạch khác («{plan}»)",
    "commitment": "{sender} báo cáo cam kết {thing} là cam kết của {owner}",
    "commitment-elsewhere": "cam kết {thing} thuộc kế hoạch khác («{plan}»)",
}
HINT = {
    "no-part": "kiểm tra mã nhiệm vụ; nếu có tham gia thì bổ sung vào support hoặc others",
    "other-plan": "chuyển sang báo cáo trong thư mục progress của kế hoạch ấy",
    "commitment-elsewhere": "chuyển sang báo cáo trong thư mục progress của kế hoạch ấy",
    "commitment": "kiểm tra mã cam kết",
}

_MayReport = Callable[[str, str], bool]


def check(ctx: Context) -> Iterator[Found]:
    """Entries on tasks and commitments in which the sender has no part."""
    may_report = _permission(ctx)
    for entry in ctx.entries:
        if entry.task is not None and not _is_leading(entry, entry.task):
            yield from _foreign_task(ctx, entry, entry.task, may_report)
    for report in ctx.ws.of(Report):
        if report.value.commitments and report.value.sender in ctx.ws.actors:
            yield from _foreign_commitments(ctx, report, may_report)


def _is_leading(entry: Entry, task: Located[Task]) -> bool:
    """The plain case, told apart quickly: the lead reports on its own task."""
    return entry.sender in task.value.leads and task.owner == entry.report.owner


def _foreign_task(
    ctx: Context, entry: Entry, task: Located[Task], may_report: _MayReport
) -> Iterator[Found]:
    args = {
        "sender": short_name_of(ctx.ws, entry.sender),
        "thing": entry.called,
        "plan": task.owner,
    }
    if entry.sender not in ctx.ws.actors:
        return
    related = (Related(task.at("id"), "nhiệm vụ ở đây"),)
    if task.owner != entry.report.owner:
        yield Found(entry.at("task"), {"reason": "other-plan", **args}, related)
    elif not any(
        may_report(actor, entry.sender) for actor in task.value.actors
    ) and not tells_of_what_was(ctx.ws, entry.report):
        yield Found(entry.at("task"), {"reason": "no-part", **args}, related)


def _foreign_commitments(
    ctx: Context, report: Located[Report], may_report: _MayReport
) -> Iterator[Found]:
    """Its own partner may report on a commitment, the agency it is agreed with, and the focal."""
    sender = report.value.sender
    for number, said in enumerate(report.value.commitments):
        found = ctx.ws.index["commitment"].get(said.commitment)
        if found is None or not isinstance(found.value, Commitment):
            continue
        is_elsewhere = found.value.plan != report.owner
        may = sender in confirmers(ctx.ws, found.value) or may_report(found.owner, sender)
        if (is_elsewhere or not may) and not tells_of_what_was(ctx.ws, report):
            args = {
                "reason": "commitment-elsewhere" if is_elsewhere else "commitment",
                "plan": found.value.plan,
                "sender": short_name_of(ctx.ws, sender),
                "thing": said.commitment,
                "owner": short_name_of(ctx.ws, found.owner),
            }
            related = Related(found.at("id"), "cam kết ở đây")
            yield Found(report.at("commitments", number, "commitment"), args, (related,))


def _permission(ctx: Context) -> _MayReport:
    """Whether a sender may speak for an actor: it is it, its unit, or one of the group."""

    @cache
    def senders(actor: str) -> frozenset[str] | None:
        """Who may; ``None`` for an open group, to which anybody may belong."""
        expansion = ctx.roster.expand(actor)
        if expansion.open_to:
            return None
        names = (sender for holder in expansion.holders for sender in holder.senders)
        return frozenset((actor, *names))

    def may_report(actor: str, sender: str) -> bool:
        allowed = senders(actor)
        return allowed is None or sender in allowed

    return may_report
