"""Ngày của kỳ báo cáo nằm ngoài kỳ ấy.

Vì sao: hạn gửi trước khi kỳ bắt đầu, hoặc lâu sau khi kỳ hết, gần như luôn là gõ nhầm năm. Công văn
đề nghị báo cáo in đúng ngày ấy, và mọi đơn vị bị tính là gửi muộn, hoặc không ai muộn bao giờ.

Cách sửa: sửa ngày ở tệp của kỳ, hoặc chạy lại kehoach period open với ngày đúng và --change. Ngày
chốt và các hạn gửi phải sau ngày đầu kỳ và không quá 31 ngày sau khi kỳ hết.

Căn cứ: docs/data-model.md (tệp data/periods).

Sai: kỳ năm 2027 tính từ 15/12/2026.

    # data/periods/2027.yaml
    id: "2027"
    send_by:
      agencies: 2026-12-10  # <- KH327

Suýt nhầm: hạn gửi trước ngày chốt số liệu, nhưng trong kỳ.

    # data/periods/2027.yaml
    id: "2027"
    send_by:
      agencies: 2027-12-05

Đúng:

    # data/periods/2027.yaml
    id: "2027"
    closing: 2027-12-14
    send_by:
      agencies: 2027-12-16
      focal-to-ubnd: 2027-12-20
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.register import Round
from kehoach_cli.progress.round_days import ROUND_DAYS, bounds_of, outside
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day

CODE = "KH327"
NAME = "round-day-outside"
SEVERITY = Severity.WARNING
MESSAGE = "{what} {day} không thuộc kỳ báo cáo {period}"
HINT = "phải sau ngày {first} và không quá {latest}; xem lại năm"


def check(ctx: Context) -> Iterator[Found]:
    """Closing days and last days to send that no report for the period can have."""
    for one in ctx.ws.of(Round):
        bounds = bounds_of(ctx.ws, one.value.id)
        for path, day in outside(ctx.ws, one.value).items():
            first, latest = bounds or (day, day)
            args = {
                "what": ROUND_DAYS[path],
                "day": format_day(day),
                "period": one.value.id,
                "first": format_day(first),
                "latest": format_day(latest),
            }
            yield Found(one.at(*path), args)
