"""Đã chi nhiều hơn được bố trí.

Vì sao: chi không vượt dự toán được giao; số lớn hơn thường là gõ nhầm đơn vị hoặc thiếu dòng bổ
sung dự toán, và làm sai bảng gửi Sở Tài chính.

Cách sửa: sửa số đã chi; nếu được bổ sung dự toán thì thêm một dòng có supplementary: true. Các dòng
cùng năm, cùng cấp, cùng loại kinh phí được cộng lại trước khi so.

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
            allocated: 800 triệu đồng
            spent: 8 tỷ đồng  # <- KH602

Suýt nhầm: phần vượt đã có dòng bổ sung dự toán.

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
            allocated: 800 triệu đồng
            spent: 950 triệu đồng
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
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
            allocated: 800 triệu đồng
            spent: 780 triệu đồng
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import MoneyLine, Task
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.vn.money import with_unit
from kehoach_cli.workspace import Located

CODE = "KH602"
NAME = "spent-over-allocated"
SEVERITY = Severity.ERROR
MESSAGE = "nhiệm vụ {task} năm {year} đã chi {spent}, nhiều hơn {allocated} được bố trí"
HINT = "kiểm tra đơn vị tiền; nếu được bổ sung dự toán thì thêm dòng có supplementary: true"

_Lines = list[tuple[int, MoneyLine]]


def check(ctx: Context) -> Iterator[Found]:
    """Tasks that spent more in a year than was allocated, lines of one sort added up."""
    for task in ctx.ws.of(Task):
        if any(line.spent for line in task.value.money):
            for lines in _by_sort(task.value):
                yield from _overspent(task, lines)


def _by_sort(task: Task) -> list[_Lines]:
    """Lines of one year, level and kind together."""
    found: dict[tuple[int, str, str], _Lines] = {}
    for number, line in enumerate(task.money):
        found.setdefault((line.year, line.level, line.kind), []).append((number, line))
    return list(found.values())


def _overspent(task: Located[Task], lines: _Lines) -> Iterator[Found]:
    """Silent where a line does not say what was allocated: then nobody knows the sum."""
    sums = [line.allocated for _, line in lines if line.allocated is not None]
    spent = sum(line.spent or 0 for _, line in lines)
    if len(sums) < len(lines) or spent <= sum(sums):
        return
    number = next(number for number, line in lines if line.spent)
    args = {
        "task": named(task.value.id, task.value.title),
        "year": lines[0][1].year,
        "spent": with_unit(spent),
        "allocated": with_unit(sum(sums)),
    }
    related = Related(task.at("money", lines[0][0], "allocated"), "số được bố trí ở đây")
    yield Found(task.at("money", number, "spent"), args, (related,))
