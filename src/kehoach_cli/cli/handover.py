"""``kehoach handover``: what is open, for the officer who takes over."""

from __future__ import annotations

from pathlib import Path

from kehoach_cli.cli.answering import Form, Sheets, To, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, Force, Out, Root


def command(
    *,
    as_of: AsOf = None,
    form: Form = "text",
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Liệt kê mọi việc còn dở của cơ quan đầu mối, cho người nhận bàn giao.

    Kỳ báo cáo đang mở và đơn vị chưa gửi, việc đến hạn trong 14 ngày, đề nghị gia hạn, chương
    trình làm việc sắp tới, khó khăn còn mở, kế hoạch chưa ban hành.

    Ví dụ: kehoach handover · kehoach handover --as-of 30/6/2027
    """
    from kehoach_cli.drafting.questions.handover import handover

    inquiry = open_inquiry(root, as_of)
    sheets = Sheets(to, out, "ban-giao", force)
    return reply(inquiry, handover(inquiry.ws, inquiry.progress), form, sheets)
