"""Được bố trí nhiều hơn nhu cầu.

Vì sao: hiếm khi dự toán giao nhiều hơn số đề nghị; thường là gõ nhầm đơn vị, hoặc nhu cầu chưa được
cập nhật.

Cách sửa: kiểm tra hai số; phần bố trí thêm ngoài nhu cầu thì ghi thành dòng riêng có
supplementary: true.

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
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.200 triệu đồng
            allocated: 12 tỷ đồng  # <- KH603

Suýt nhầm: dòng bổ sung dự toán không có nhu cầu từ đầu năm.

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
            needed: 0
            allocated: 200 triệu đồng
            supplementary: true

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
            allocated: 1.200 triệu đồng
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import MoneyLine, Task
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.vn.money import with_unit

CODE = "KH603"
NAME = "allocated-over-needed"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} năm {year} được bố trí {allocated}, nhiều hơn nhu cầu {needed}"
HINT = "kiểm tra đơn vị tiền; phần bố trí thêm thì ghi dòng riêng có supplementary: true"


def check(ctx: Context) -> Iterator[Found]:
    """Money lines that give more than was asked for and are no supplement."""
    for task in ctx.ws.of(Task):
        for number, line in enumerate(task.value.money):
            if _gives_more(line):
                args = {
                    "task": named(task.value.id, task.value.title),
                    "year": line.year,
                    "allocated": with_unit(line.allocated or 0),
                    "needed": with_unit(line.needed or 0),
                }
                related = Related(task.at("money", number, "needed"), "nhu cầu ở đây")
                yield Found(task.at("money", number, "allocated"), args, (related,))


def _gives_more(line: MoneyLine) -> bool:
    if line.supplementary or line.needed is None or line.allocated is None:
        return False
    return line.allocated > line.needed
