"""Ô thời hạn ghi điều không phải là thời hạn.

Vì sao: đề xuất, ý kiến hay kết quả xử lý ghi vào ô thời hạn thì nhiệm vụ không có ngày cuối cùng,
không bao giờ được nhắc, mà nội dung ấy cũng không ai thấy ở chỗ của nó.

Cách sửa: chuyển nội dung sang khóa note, rồi ghi thời hạn hoặc bỏ khóa due.

Căn cứ: docs/figures.md (cách hiểu thời hạn).

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Đề xuất giao Sở Tài chính tham mưu  # <- KH210

Suýt nhầm: «Chưa đề xuất» nói rằng chưa có thời hạn.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Chưa đề xuất

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý IV/2027
        note: Đề xuất giao Sở Tài chính tham mưu
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called
from kehoach_cli.vn.due import DueProblem

CODE = "KH210"
NAME = "due-not-a-deadline"
SEVERITY = Severity.WARNING
MESSAGE = "«{due}» ở ô thời hạn của {name} không phải là thời hạn"
HINT = "chuyển nội dung này sang khóa note; chưa có thời hạn thì bỏ khóa due"


def check(ctx: Context) -> Iterator[Found]:
    """Every due that says what was asked or done instead of when."""
    for dated in ctx.dues:
        if dated.due.problem is DueProblem.NOT_A_DEADLINE:
            yield Found(dated.place, {"due": dated.due.text, "name": owner_called(dated)})
