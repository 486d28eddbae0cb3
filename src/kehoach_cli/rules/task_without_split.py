"""Nhiệm vụ làm cùng đối tác mà chưa rõ phần việc của mỗi bên.

Vì sao: với từng nhiệm vụ phải xác định đối tác hỗ trợ nội dung gì và tỉnh phải bố trí kinh phí,
nhân lực cho việc gì; chưa rõ thì không lập được dự toán.

Cách sửa: thêm khóa split với partner_does và province_does sau khi hai bên đã thống nhất.

Căn cứ: Kế hoạch triển khai các nội dung hợp tác giữa UBND tỉnh và Tổng công ty Viễn thông MobiFone
giai đoạn 2026 - 2030, điểm 2 Mục IV; docs/data-model.md.

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1  # <- KH406
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        support: [doi-tac]

Suýt nhầm: nhiệm vụ không có đối tác tham gia thì không phải phân chia.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Ban hành quy chế khai thác kho dữ liệu
        lead: so-khcn
        support: [so-tc]

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        support: [doi-tac]
        split: {partner_does: Cung cấp hạ tầng, province_does: Cung cấp dữ liệu}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.plan import Task
from kehoach_cli.progress.sharing import needs_split
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named

CODE = "KH406"
NAME = "task-without-split"
SEVERITY = Severity.WARNING
MESSAGE = {
    "both": "nhiệm vụ {task} làm cùng đối tác nhưng chưa rõ phần việc của mỗi bên",
    "partner": "nhiệm vụ {task} chưa rõ phần việc của đối tác",
    "province": "nhiệm vụ {task} chưa rõ phần việc của tỉnh",
}
HINT = "thêm khóa split với partner_does và province_does khi hai bên đã thống nhất"


def check(ctx: Context) -> Iterator[Found]:
    """Annex tasks with a partner that do not say what each side does."""
    for task in ctx.ws.of(Task):
        reason = _missing(task.value)
        if reason is not None and needs_split(ctx.ws, task.value):
            args = {"reason": reason, "task": named(task.value.id, task.value.title)}
            yield Found(task.at("split" if task.value.split else "id"), args)


def _missing(task: Task) -> str | None:
    split = task.split
    if split is None or not (split.partner_does or split.province_does):
        return "both"
    if not split.partner_does:
        return "partner"
    return None if split.province_does else "province"
