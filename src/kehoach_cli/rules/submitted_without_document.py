"""Báo đã trình mà không có văn bản trình.

Vì sao: từ khi trình, thời gian chờ thuộc cấp phê duyệt; phải biết trình bằng văn bản nào, ngày nào
thì mới nói được nhiệm vụ đang vướng ở đâu.

Cách sửa: thêm khóa submitted với số, ngày tờ trình; chưa trình thì báo là đang thực hiện.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: submitted  # <- KH314

Suýt nhầm: nhiệm vụ đang thực hiện thì chưa cần tờ trình.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        result: Đang hoàn thiện tờ trình

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: submitted
        submitted: {number: 45/TTr-SKHCN, date: 2027-06-15}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import lacking

CODE = "KH314"
NAME = "submitted-without-document"
SEVERITY = Severity.ERROR
MESSAGE = "nhiệm vụ {task} báo «{status}» nhưng không nêu văn bản trình"
HINT = "thêm khóa submitted với số, ngày của tờ trình"


def check(ctx: Context) -> Iterator[Found]:
    """Entries whose status needs the document of submission and that name none."""
    yield from lacking(ctx.entries, "submitted")
