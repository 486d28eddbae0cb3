"""Số đã chi trong báo cáo trái với dòng kinh phí của nhiệm vụ.

Vì sao: một cơ quan báo đã chi nhiều hơn tổng số đã chi, hoặc nhiều hơn tổng số được bố trí trong
năm, thì một trong hai con số sai.

Cách sửa: đối chiếu với chứng từ rồi sửa số trong báo cáo hoặc trong tasks.yaml. Số trong báo cáo
nhỏ hơn thì không sao: kỳ báo cáo chốt trước khi hết năm ngân sách, và nhiều cơ quan có thể cùng
chi.

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
            spent: 500 triệu đồng
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        spent: 700 triệu đồng  # <- KH605

Suýt nhầm: báo cáo gửi trước khi hết năm nên số còn nhỏ hơn.

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
            spent: 500 triệu đồng
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        spent: 300 triệu đồng

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
            spent: 700 triệu đồng
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        spent: 700 triệu đồng
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import Task
from kehoach_cli.progress.periods import period_of
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import Entry
from kehoach_cli.vn.money import with_unit
from kehoach_cli.workspace import Located

CODE = "KH605"
NAME = "spent-contradiction"
SEVERITY = Severity.WARNING
MESSAGE = {
    "spent": "nhiệm vụ {task}: báo cáo ghi đã chi {said}, dòng kinh phí năm {year} ghi {known}",
    "allocated": "nhiệm vụ {task}: báo cáo ghi đã chi {said}, năm {year} chỉ được bố trí {known}",
}
HINT = "đối chiếu với chứng từ rồi sửa số trong báo cáo hoặc trong dòng kinh phí"


def check(ctx: Context) -> Iterator[Found]:
    """Entries that spent more in a year than the task's money lines spent or were given."""
    year_of = cache(lambda period_id: _year(ctx, period_id))
    for entry in ctx.entries:
        if entry.said.spent and entry.task is not None and entry.task.value.money:
            year = year_of(entry.report.value.period)
            if year is not None:
                yield from _more(entry, entry.task, year)


def _year(ctx: Context, period_id: str) -> int | None:
    period = period_of(ctx.ws, period_id)
    return period.year if period else None


def _more(entry: Entry, task: Located[Task], year: int) -> Iterator[Found]:
    """What was spent counts before what was given; silent where a line leaves the figure out."""
    lines = [(number, line) for number, line in enumerate(task.value.money) if line.year == year]
    for reason in ("spent", "allocated"):
        sums: list[int | None] = [getattr(line, reason) for _, line in lines]
        known = sum(one or 0 for one in sums)
        if not sums or None in sums:
            continue
        if (entry.said.spent or 0) > known:
            args = {
                "reason": reason,
                "task": entry.called,
                "said": with_unit(entry.said.spent or 0),
                "year": year,
                "known": with_unit(known),
            }
            related = Related(task.at("money", lines[0][0], reason), "dòng kinh phí ở đây")
            yield Found(entry.at("spent"), args, (related,))
        return
