"""Báo hoàn thành mà không có ngày hoàn thành.

Vì sao: không có ngày hoàn thành thì không biết xong đúng hạn hay quá hạn; tạm lấy ngày báo cáo thì
số liệu có thể sai.

Cách sửa: thêm khóa done_on với ngày hoàn thành (ngày ký sản phẩm, ngày nghiệm thu).

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done  # <- KH303
        product: [{link: "https://khodulieu.example.vn"}]

Suýt nhầm: nhiệm vụ đã trình, chờ phê duyệt thì chưa có ngày hoàn thành.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: submitted
        submitted: {number: 45/TTr-SKHCN, date: 2027-06-15}

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-10
        product: [{link: "https://khodulieu.example.vn"}]
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import lacking

CODE = "KH303"
NAME = "done-without-date"
SEVERITY = Severity.ERROR
MESSAGE = "nhiệm vụ {task} báo «{status}» nhưng không ghi ngày hoàn thành"
HINT = "thêm khóa done_on, ví dụ done_on: 2027-06-10"


def check(ctx: Context) -> Iterator[Found]:
    """Entries whose status needs the day it was done and that give none."""
    yield from lacking(ctx.entries, "done_on")
