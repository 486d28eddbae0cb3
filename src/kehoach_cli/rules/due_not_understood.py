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
from kehoach_cli.vn.due import ACCEPTED_FORMS

CODE = "KH201"
NAME = "due-not-understood"
SEVERITY = Severity.ERROR
MESSAGE = "không hiểu thời hạn «{due}»"
HINT = "các dạng được nhận: " + "; ".join(ACCEPTED_FORMS)


def check(ctx: Context) -> Iterator[Found]:
    """Every due of a task, milestone or extension whose words say nothing that can be read."""
    for dated in ctx.dues:
        if not dated.due.is_understood:
            yield Found(dated.place, {"due": dated.due.text})
