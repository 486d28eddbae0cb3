"""Gia hạn không muộn hơn thời hạn đang có.

Vì sao: gia hạn phải đưa thời hạn về sau; sớm hơn hoặc bằng thời hạn cũ thì phần lớn là gõ nhầm năm,
nhầm quý, và nhiệm vụ sẽ bị tính quá hạn oan.

Cách sửa: sửa thời hạn mới theo đúng văn bản cho gia hạn.

Căn cứ: docs/data-model.md (tệp extensions.yaml).

Sai: thời hạn cũ là Quý IV/2027.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2027  # <- KH205
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Sai: lần gia hạn sau sớm hơn lần trước.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý III/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
    - task: pl-1
      due: Quý II/2028  # <- KH205
      reason: chờ hướng dẫn
      granted: {number: 19/UBND-KGVX, date: 30/12/2027}

Suýt nhầm: cùng năm nhưng ngày cuối muộn hơn.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Đến hết năm 2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Place, Related, Severity
from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day

CODE = "KH205"
NAME = "extension-not-later"
SEVERITY = Severity.ERROR
MESSAGE = "gia hạn nhiệm vụ {task} đến «{due}» ({day}) không muộn hơn thời hạn đang có ({before})"
HINT = "ghi lại thời hạn mới theo văn bản cho gia hạn"


def check(ctx: Context) -> Iterator[Found]:
    """Every extension that ends no later than the task's due or the extension before it."""
    extended = {item.value.task for item in ctx.ws.of(Extension)}
    if not extended:
        return
    before: dict[str, tuple[date, Place]] = {}
    for dated in ctx.dues:
        one, day = dated.of.value, dated.due.last_day
        if day is None:
            continue
        if isinstance(one, Task) and one.id in extended and dated.path == ("due",):
            before[one.id] = (day, dated.place)
        elif isinstance(one, Extension):
            last, place = before.get(one.task, (None, dated.place))
            before[one.task] = (day, dated.place)
            if last is not None and day <= last:
                args = {
                    "task": one.task,
                    "due": one.due,
                    "day": format_day(day),
                    "before": format_day(last),
                }
                yield Found(dated.place, args, (Related(place, "thời hạn đang có ở đây"),))
