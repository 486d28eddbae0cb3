"""Cơ quan đầu mối phải báo cáo UBND tỉnh trước khi hết hạn gửi của các đơn vị.

Vì sao: cơ quan đầu mối tổng hợp từ báo cáo của các đơn vị; hạn của mình mà đến trước hạn đã cho các
đơn vị thì báo cáo UBND tỉnh thiếu những nơi gửi đúng hạn.

Cách sửa: sửa một trong hai ngày ở tệp của kỳ; đã gửi công văn thì thông báo lại cho các đơn vị.

Căn cứ: docs/data-model.md (tệp data/periods).

Sai:

    # data/periods/2027.yaml
    id: "2027"
    send_by:
      agencies: 2027-12-16  # <- KH328
      communes: 2027-12-10
      focal-to-ubnd: 2027-12-15

Suýt nhầm: cùng một ngày.

    # data/periods/2027.yaml
    id: "2027"
    send_by:
      agencies: 2027-12-16
      focal-to-ubnd: 2027-12-16

Đúng:

    # data/periods/2027.yaml
    id: "2027"
    send_by:
      agencies: 2027-12-16
      focal-to-ubnd: 2027-12-20
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.register import Round
from kehoach_cli.progress.round_days import ROUND_DAYS, before_senders
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day

CODE = "KH328"
NAME = "round-sums-too-early"
SEVERITY = Severity.WARNING
MESSAGE = "{what} {day} sau hạn báo cáo UBND tỉnh {own}"
HINT = "để hạn báo cáo UBND tỉnh sau hạn gửi của mọi đơn vị"


def check(ctx: Context) -> Iterator[Found]:
    """Last days of senders that come after that of the focal agency."""
    for one in ctx.ws.of(Round):
        own = one.value.send_by.focal_to_ubnd
        for path, day in before_senders(one.value).items():
            args = {
                "what": ROUND_DAYS[path],
                "day": format_day(day),
                "own": format_day(own) if own else "",
            }
            yield Found(one.at(*path), args)
