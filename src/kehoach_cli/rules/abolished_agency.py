"""Cơ quan đã kết thúc hoạt động vào ngày được nhắc đến.

Vì sao: việc giao cho cơ quan không còn tồn tại thì không ai thực hiện, không ai báo cáo.

Cách sửa: ghi cơ quan kế thừa. Kế hoạch đã ban hành được xét theo ngày ban hành, nhiệm vụ theo ngày
giao, báo cáo theo ngày báo cáo, còn lại theo ngày kiểm tra; cơ quan còn hoạt động vào ngày ấy thì
cứ để nguyên.

Căn cứ: docs/data-model.md (khóa to, successor của danh bạ cơ quan).

Sai: kế hoạch ban hành ngày 10/4/2026, cơ quan kết thúc ngày 28/02/2025.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-cu  # <- KH103

Suýt nhầm: nhiệm vụ giao từ khi cơ quan còn hoạt động.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-cu
        assigned: 15/01/2025

Đúng:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Plan, Task
from kehoach_cli.model.records import (
    Closing,
    DifficultyStep,
    Letter,
    ProposalDecision,
    ReceiptRecord,
)
from kehoach_cli.model.register import Agency, Challenge, ChallengeSource, Document
from kehoach_cli.model.report import Report
from kehoach_cli.model.session import Session
from kehoach_cli.model.shape import Reference
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located

CODE = "KH103"
NAME = "abolished-agency"
SEVERITY = Severity.ERROR
MESSAGE = "«{name}» ({id}) đã kết thúc hoạt động ngày {to}, trước ngày {day}"
HINT = {
    "heir": "ghi cơ quan kế thừa: {heir} («{heir_name}»)",
    "no-heir": "ghi cơ quan đang đảm nhiệm việc này; thêm khóa successor vào danh bạ",
}


def check(ctx: Context) -> Iterator[Found]:
    """Every reference to an agency whose last day is before the day that the reference is of."""
    gone = {item.value.id: item for item in ctx.ws.of(Agency) if item.value.to is not None}
    if not ctx.used_ids.get("actor", set()) & gone.keys():
        return
    for item, reference in ctx.references_to("actor", gone):
        agency = gone[reference.id]
        day = _day(ctx, item, reference)
        if day is not None and agency.value.to is not None and agency.value.to < day:
            yield Found(
                item.at(*reference.path),
                _args(ctx, agency.value, agency.value.to, day),
                (Related(agency.at("to"), "kết thúc hoạt động theo danh bạ ở đây"),),
            )


def _day(ctx: Context, item: Located[Entity], reference: Reference) -> date | None:
    """The day that a reference is of; None where the past may be named freely."""
    match item.value:
        case Agency():
            return ctx.as_of if reference.path[0] == "members" else None
        case Task() | Session() | Plan():
            return _own_day(item.value) or _plan_day(ctx, item.owner)
        case Commitment(plan=plan) | Challenge(source=ChallengeSource(plan=plan)):
            return _plan_day(ctx, plan)
        case _:
            return _own_day(item.value) or ctx.as_of


def _own_day(entity: Entity) -> date | None:
    """The day that an entity itself gives, for those that have one."""
    match entity:
        case (
            Report(reported=day)
            | Session(day=date() as day)
            | Task(assigned=date() as day)
            | ReceiptRecord(received=day)
            | Letter(date=day)
            | DifficultyStep(date=day)
            | ProposalDecision(document=Document(date=date() as day))
            | Closing(closed=day)
        ):
            return day
        case _:
            return None


def _plan_day(ctx: Context, plan_id: str) -> date:
    """The day of an issued plan; of one that is not issued yet the day of the check."""
    return ctx.facts.issued.get(plan_id, ctx.as_of)


def _args(ctx: Context, agency: Agency, to: date, day: date) -> dict[str, object]:
    heir = _heir(ctx, agency, day)
    return {
        "reason": "heir" if heir else "no-heir",
        "id": agency.id,
        "name": agency.name,
        "to": format_day(to),
        "day": format_day(day),
        "heir": heir.id if heir else "",
        "heir_name": heir.name if heir else "",
    }


def _heir(ctx: Context, agency: Agency, day: date) -> Agency | None:
    """The successor that still works on that day, over several steps if need be."""
    seen: set[str] = set()
    while agency.to is not None and agency.to < day:
        seen.add(agency.id)
        following = ctx.ws.actors.get(agency.successor or "")
        if not isinstance(following, Agency) or following.id in seen:
            return None
        agency = following
    return agency
