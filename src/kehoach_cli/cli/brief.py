"""``kehoach brief``: ten lines for a leader's phone."""

from __future__ import annotations

from kehoach_cli.cli.answering import Form, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, PeriodOption, PlanOption, Root


def command(
    *,
    plan: PlanOption = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    root: Root = None,
) -> int:
    """Tóm tắt cho lãnh đạo trong mười dòng: quá hạn, ai chưa báo cáo, đang chờ gì, sắp đến hạn gì.

    Mỗi dòng không quá 60 ký tự, dán được vào tin nhắn.

    Ví dụ: kehoach brief · kehoach brief --as-of 30/6/2027
    """
    from kehoach_cli.drafting.questions.brief import brief

    inquiry = open_inquiry(root, as_of, plan=plan, period=period)
    return reply(inquiry, brief(inquiry.ws, inquiry.progress), form)
