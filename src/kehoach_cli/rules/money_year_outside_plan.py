"""Kinh phí của năm ngoài thời gian thực hiện kế hoạch.

Vì sao: bảng nhu cầu kinh phí được lập cho từng năm của kế hoạch; dòng ghi năm khác không được cộng
vào đâu, thường là gõ nhầm năm.

Cách sửa: sửa năm, hoặc sửa thời gian thực hiện của kế hoạch.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2072  # <- KH604
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.200 triệu đồng

Suýt nhầm: năm cuối của kế hoạch.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2030
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.200 triệu đồng

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.200 triệu đồng
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named

CODE = "KH604"
NAME = "money-year-outside-plan"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} ghi kinh phí năm {year}, ngoài thời gian {period} của kế hoạch"
HINT = "sửa năm, hoặc sửa khóa period của kế hoạch"


def check(ctx: Context) -> Iterator[Found]:
    """Money lines of a year that the task's plan does not cover."""
    for folder in ctx.ws.folders:
        if folder.plan is None:
            continue
        period = folder.plan.value.period
        related = (Related(folder.plan.at("period"), "thời gian thực hiện kế hoạch"),)
        for task in folder.tasks:
            for number, line in enumerate(task.value.money):
                if not period.first_year <= line.year <= period.last_year:
                    args = {
                        "task": named(task.value.id, task.value.title),
                        "year": line.year,
                        "period": period,
                    }
                    yield Found(task.at("money", number, "year"), args, related)
