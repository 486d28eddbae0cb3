"""Trách nhiệm chưa có thời hạn.

Vì sao: trách nhiệm chung trong mục tổ chức thực hiện thường không ghi thời hạn; những việc ấy không
bao giờ được nhắc và không vào các tỷ lệ tính trên số có thời hạn. Mỗi kế hoạch chỉ được nhắc một
dòng để biết còn bao nhiêu việc như vậy.

Cách sửa: không bắt buộc; khi có văn bản ấn định thì ghi thời hạn vào khóa due và văn bản ấy vào
khóa due_set_by, việc làm thường xuyên thì ghi Thường xuyên. Không tự đặt ra thời hạn.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/tasks.yaml
    tasks:  # <- KH312
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi việc thực hiện Kế hoạch
        lead: so-khcn

Suýt nhầm: việc thường xuyên không có ngày cuối nhưng đã rõ thời gian.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi việc thực hiện Kế hoạch
        lead: so-khcn
        due: Thường xuyên

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Ban hành quy chế phối hợp
        lead: so-khcn
        due: Quý II/2027
        due_set_by: {number: 120/UBND-KGVX, date: 2026-06-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Severity
from kehoach_cli.rules.base import Context

CODE = "KH312"
NAME = "duties-without-date"
SEVERITY = Severity.INFO
MESSAGE = "{dateless}/{duties} trách nhiệm của kế hoạch {plan} chưa có thời hạn"
HINT = "khi có văn bản ấn định thì ghi vào due và due_set_by"


def check(ctx: Context) -> Iterator[Found]:
    """One remark for each plan that has duties without a due."""
    for folder in ctx.ws.folders:
        duties = [task for task in folder.tasks if task.value.kind == "duty"]
        dateless = sum(task.value.due is None for task in duties)
        if dateless:
            args = {"dateless": dateless, "duties": len(duties), "plan": folder.id}
            yield Found(Place(duties[0].file, ("tasks",), on="key"), args)
