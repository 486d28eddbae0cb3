"""Thời hạn nằm ngoài thời gian thực hiện của kế hoạch.

Vì sao: hết kế hoạch thì không còn kỳ báo cáo nào theo dõi nhiệm vụ; phần lớn là gõ nhầm năm.

Cách sửa: sửa thời hạn; nếu kế hoạch đã được kéo dài thì sửa khóa period của plan.yaml.

Căn cứ: docs/data-model.md.

Sai: kế hoạch giai đoạn 2026 - 2030.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý I/2031  # <- KH202

Suýt nhầm: ngày cuối cùng của kế hoạch vẫn ở trong kế hoạch.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Trước ngày 01/01/2031

Đúng:

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý I/2030
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called
from kehoach_cli.vn.dates import format_day

CODE = "KH202"
NAME = "due-outside-plan"
SEVERITY = Severity.WARNING
MESSAGE = "thời hạn «{due}» của {name} kết thúc ngày {day}, ngoài thời gian kế hoạch {period}"
HINT = "kiểm tra năm của thời hạn và khóa period của kế hoạch"


def check(ctx: Context) -> Iterator[Found]:
    """Every due whose last day is before the plan's first day or after its last."""
    for dated in ctx.dues:
        _, _, due, scope = dated
        day = due.last_day
        if day is None or scope is None or scope.window[0] <= day <= scope.window[1]:
            continue
        args = {
            "due": dated.due.text,
            "name": owner_called(dated),
            "day": format_day(day),
            "period": scope.plan.value.period,
        }
        here = Related(scope.plan.at("period"), "thời gian thực hiện của kế hoạch ở đây")
        yield Found(dated.place, args, (here,))
