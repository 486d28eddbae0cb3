"""Nhiệm vụ chưa đủ các «rõ».

Vì sao: nhiệm vụ thiếu người, thời gian, sản phẩm hoặc thẩm quyền thì không ai biết phải làm xong
lúc nào, giao nộp cái gì và ai duyệt; đến kỳ báo cáo không đánh giá được.

Cách sửa: điền các khóa mà gợi ý nêu, theo đúng văn bản giao việc. Kế hoạch theo một bộ «rõ» khác
thì ghi ở khóa clarity của plan.yaml. Trách nhiệm chung (kind: duty) không xét theo bộ này; «rõ kiểm
tra» do chế độ báo cáo của cả kế hoạch bảo đảm nên không đòi hỏi ở từng nhiệm vụ.

Căn cứ: docs/data-model.md; phương châm 6 rõ nêu tại Mục I Kế hoạch triển khai các nội dung hợp tác
giữa UBND tỉnh và Tổng công ty Viễn thông MobiFone giai đoạn 2026 - 2030.

Sai: thiếu người thực hiện và cấp phê duyệt; thời hạn chưa xác định.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1  # <- KH301
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        product: Kho dữ liệu được đưa vào sử dụng
        due: Chưa xác định

Suýt nhầm: nhiệm vụ thường xuyên vẫn rõ thời gian; trách nhiệm chung không xét 6 rõ.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Vận hành kho dữ liệu dùng chung
        lead: so-khcn
        person: Phòng Chuyển đổi số
        product: Kho dữ liệu hoạt động ổn định
        approver: ubnd-tinh
        due: Thường xuyên
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        person: Phòng Chuyển đổi số
        product: Kho dữ liệu được đưa vào sử dụng
        approver: ubnd-tinh
        due: Quý IV/2027
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.model.register import SIX_CLARITIES, ClarityPoint
from kehoach_cli.progress.dues import window_of
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.vn.due import DueShape, Window, read_due
from kehoach_cli.vn.text import join_vi
from kehoach_cli.workspace import PlanFolder

CODE = "KH301"
NAME = "clarity-missing"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} chưa {missing}"
HINT = "điền {keys}"

_MEASURED = frozenset({"annex", "conclusion", "proposal"})


@frozen
class _Point:
    """One «rõ»: its name, the key to fill in, and when a task is clear on it."""

    label: str
    key: str
    is_clear: Callable[[Task, Window | None], bool]


_NO_TIME = frozenset({DueShape.UNDETERMINED, DueShape.NOT_A_DEADLINE})


def _has_time(task: Task, window: Window | None) -> bool:
    """Read in the plan's window as by all rules about dates, so that it is read only once."""
    return task.due is not None and read_due(task.due, window=window).shape not in _NO_TIME


_POINTS: Mapping[ClarityPoint, _Point] = {
    "person": _Point("rõ người", "person", lambda task, _: task.person is not None),
    "work": _Point("rõ việc", "title", lambda task, _: bool(task.title)),
    "time": _Point("rõ thời gian", "due", _has_time),
    "responsibility": _Point(
        "rõ trách nhiệm", "lead", lambda task, _: bool(task.leads or task.others)
    ),
    "product": _Point("rõ sản phẩm", "product", lambda task, _: task.product is not None),
    "approver": _Point("rõ thẩm quyền", "approver", lambda task, _: task.approver is not None),
    "resources": _Point("rõ nguồn lực", "money", lambda task, _: bool(task.money)),
}


def check(ctx: Context) -> Iterator[Found]:
    """One finding for each measured task that lacks some of its plan's points of clarity."""
    for folder in ctx.ws.folders:
        points = [_POINTS[point] for point in _clarity(ctx, folder) if point in _POINTS]
        window = window_of(folder)
        for task in folder.tasks:
            if task.value.kind not in _MEASURED:
                continue
            missing = [point for point in points if not point.is_clear(task.value, window)]
            if missing:
                args = {
                    "task": named(task.value.id, task.value.title),
                    "missing": join_vi([point.label for point in missing]),
                    "keys": join_vi([f"khóa {point.key}" for point in missing]),
                }
                yield Found(task.at("id"), args)


def _clarity(ctx: Context, folder: PlanFolder) -> tuple[ClarityPoint, ...]:
    """The plan's own set, else the workspace's, else the six."""
    if folder.plan is not None and folder.plan.value.clarity is not None:
        return folder.plan.value.clarity
    return ctx.ws.settings.value.clarity if ctx.ws.settings else SIX_CLARITIES
