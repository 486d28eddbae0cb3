"""Tạm dừng hoặc thôi thực hiện mà không có văn bản cho phép.

Vì sao: nhiệm vụ tạm dừng, thôi thực hiện không còn bị tính quá hạn; phải có văn bản của cấp có thẩm
quyền thì mới được đưa ra ngoài số phải thực hiện.

Cách sửa: thêm khóa document với số, ngày của văn bản cho phép; chưa có văn bản thì báo là đang thực
hiện.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: suspended  # <- KH305
        result: Chờ sắp xếp lại bộ máy

Suýt nhầm: nhiệm vụ chưa triển khai thì không cần văn bản.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: not-started

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: suspended
        document: {number: 210/UBND-KGVX, date: 2027-05-04}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import lacking

CODE = "KH305"
NAME = "stopped-without-document"
SEVERITY = Severity.ERROR
MESSAGE = "nhiệm vụ {task} báo «{status}» nhưng không nêu văn bản cho phép"
HINT = "thêm khóa document với số, ngày của văn bản ấy"


def check(ctx: Context) -> Iterator[Found]:
    """Entries whose status needs the document that allowed it and that name none."""
    yield from lacking(ctx.entries, "document")
