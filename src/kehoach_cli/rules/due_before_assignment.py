"""Thời hạn kết thúc trước ngày giao việc.

Vì sao: việc vừa giao đã quá hạn; phần lớn là gõ nhầm năm.

Cách sửa: sửa thời hạn, hoặc ghi đúng ngày giao ở khóa assigned. Không có khóa assigned thì ngày
giao là ngày ban hành kế hoạch.

Căn cứ: docs/data-model.md (khóa due, assigned).

Sai: kế hoạch ban hành ngày 10/4/2026.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý I/2026  # <- KH207

Suýt nhầm: thời hạn trong quý mà kế hoạch ban hành.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý II/2026

Đúng:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý I/2026
        assigned: 05/01/2026
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import Task
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called
from kehoach_cli.vn.dates import format_day

CODE = "KH207"
NAME = "due-before-assignment"
SEVERITY = Severity.WARNING
MESSAGE = "thời hạn «{due}» của {name} kết thúc ngày {day}, trước ngày giao {assigned}"
HINT = "kiểm tra năm của thời hạn, hoặc ghi ngày giao ở khóa assigned"


def check(ctx: Context) -> Iterator[Found]:
    """Every task whose due ends before it was assigned or before its plan was issued."""
    for dated in ctx.dues:
        of, path, due, scope = dated
        task, day = of.value, due.last_day
        if day is None or len(path) > 1 or not isinstance(task, Task):
            continue
        given = task.assigned or (scope.issued_from if scope else None)
        if given is None or given <= day:
            continue
        args = {
            "due": dated.due.text,
            "name": owner_called(dated),
            "day": format_day(day),
            "assigned": format_day(given),
        }
        own = dated.of.at("assigned")
        place = scope.plan.at("date") if scope and not task.assigned else own
        yield Found(dated.place, args, (Related(place, "ngày giao ở đây"),))
