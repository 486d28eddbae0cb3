"""Mốc trung gian muộn hơn thời hạn của nhiệm vụ.

Vì sao: nhiệm vụ phải xong khi mọi mốc của nó đã xong; mốc muộn hơn thời hạn là hai điều trái nhau
trên cùng một dòng của Phụ lục.

Cách sửa: sửa mốc hoặc thời hạn; nhiệm vụ đã được gia hạn thì ghi vào extensions.yaml.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý II/2027
        milestones:
          - {text: Trình phê duyệt, due: Tháng 9/2027}  # <- KH206

Suýt nhầm: mốc muộn hơn thời hạn cũ nhưng đã được gia hạn.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý II/2027
        milestones:
          - {text: Trình phê duyệt, due: Tháng 9/2027}
    # data/plans/mau/extensions.yaml
    - task: nv-1
      due: Quý IV/2027
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý IV/2027
        milestones:
          - {text: Trình phê duyệt, due: Tháng 9/2027}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.dues import Dated
from kehoach_cli.rules.naming import owner_called
from kehoach_cli.vn.dates import format_day

CODE = "KH206"
NAME = "milestone-after-due"
SEVERITY = Severity.WARNING
MESSAGE = "mốc «{due}» ({day}) muộn hơn thời hạn «{task_due}» ({last}) của {name}"
HINT = "sửa mốc hoặc thời hạn; nếu đã được gia hạn thì ghi vào extensions.yaml"


def check(ctx: Context) -> Iterator[Found]:
    """Every milestone that ends after its task and after every extension granted to it."""
    extended = _extended(ctx) if ctx.ws.of(Extension) else {}
    own: Dated | None = None
    for dated in ctx.dues:
        of, path, due, _ = dated
        if len(path) == 1:
            own = dated
        elif own is not None and own.of is of:
            day, last = due.last_day, own.due.last_day
            if day and last and day > max(last, extended.get(_task_of(own), last)):
                yield _found(dated, own)


def _extended(ctx: Context) -> dict[str, date]:
    """Task → the latest last day that a document has granted; without a last day, the end."""
    found: dict[str, date] = {}
    for dated in ctx.dues:
        one = dated.of.value
        if isinstance(one, Extension) and one.granted is not None:
            last = dated.due.last_day or date.max
            found[one.task] = max(last, found.get(one.task, last))
    return found


def _task_of(own: Dated) -> str:
    return own.of.value.id if isinstance(own.of.value, Task) else ""


def _found(step: Dated, own: Dated) -> Found:
    day, last = step.due.last_day, own.due.last_day
    args = {
        "due": step.due.text,
        "day": format_day(day) if day else "",
        "task_due": own.due.text,
        "last": format_day(last) if last else "",
        "name": owner_called(own),
    }
    return Found(step.place, args, (Related(own.place, "thời hạn của nhiệm vụ ở đây"),))
