"""``kehoach mine``: what one agency, commune, partner or group has to do."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, PeriodOption, PlanOption, Root


def command(
    sender: Annotated[
        str, typer.Argument(metavar="ĐƠN_VỊ", help="Mã cơ quan, xã, phường, đối tác hoặc nhóm.")
    ],
    *,
    plan: PlanOption = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    root: Root = None,
) -> int:
    """Xem mọi việc của một đơn vị: chủ trì, phối hợp, vai trò khác, qua nhóm; cam kết của đối tác.

    Ví dụ: kehoach mine so-yt · kehoach mine mobifone --format json
    """
    from kehoach_cli.drafting.questions.mine import mine_view

    inquiry = open_inquiry(root, as_of, plan=plan, period=period, actor=sender)
    return reply(inquiry, mine_view(inquiry.ws, inquiry.progress, sender), form)
