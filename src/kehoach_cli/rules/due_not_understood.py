"""Thời hạn không hiểu được.

Vì sao: không biết ngày cuối cùng thì không biết nhiệm vụ đã quá hạn hay chưa; nhiệm vụ vẫn nằm
trong tổng số nhưng không bao giờ được nhắc.

Cách sửa: viết thời hạn theo một trong các dạng mà gợi ý liệt kê; nếu chưa có thời hạn thì bỏ khóa
due.

Căn cứ: cách viết thời hạn trong các phụ lục nhiệm vụ đã ban hành (Nghị quyết 03/NQ-CP năm 2025,
Kế hoạch 277/KH-UBND năm 2026 của thành phố Hà Nội).

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý 5/2027  # <- KH201

Sai: ngày không có năm trong một kế hoạch nhiều năm.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: 30/6  # <- KH201
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Suýt nhầm: thời hạn thường xuyên không có ngày cuối nhưng vẫn hiểu được.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Thường xuyên

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý IV/2027
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called
from kehoach_cli.vn.due import ACCEPTED_FORMS, DueProblem

CODE = "KH201"
NAME = "due-not-understood"
SEVERITY = Severity.ERROR
MESSAGE = {
    "unknown-words": "không hiểu thời hạn «{due}» của {name}",
    "impossible-date": ("thời hạn «{due}» của {name} nêu ngày, tháng, quý hoặc năm không có thật"),
    "missing-year": "thời hạn «{due}» của {name} thiếu năm",
    "reversed-range": "thời hạn «{due}» của {name} kết thúc trước khi bắt đầu",
    "missing-date": "thời hạn «{due}» của {name} chỉ có thứ trong tuần, không rõ tuần nào",
}
_FORMS = "các dạng được nhận: " + "; ".join(ACCEPTED_FORMS)
HINT = {
    "unknown-words": _FORMS,
    "impossible-date": _FORMS,
    "missing-year": (
        "ghi thêm năm; chỉ khi thời gian thực hiện kế hoạch có đúng một năm khớp mới bỏ được năm"
    ),
    "reversed-range": "đổi chỗ hai mốc, hoặc sửa năm",
    "missing-date": "ghi thêm ngày («thứ Sáu, ngày 20/11/2026»), hoặc ghi «hằng tuần»",
}


def check(ctx: Context) -> Iterator[Found]:
    """Every due of a task, milestone or extension whose words say nothing that can be read."""
    for dated in ctx.dues:
        problem = dated.due.problem
        if problem is not None and problem is not DueProblem.NOT_A_DEADLINE:
            args = {"reason": problem.value, "due": dated.due.text, "name": owner_called(dated)}
            yield Found(dated.place, args)
