"""``kehoach mine``: what one agency, commune, partner or group has to do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, Sheets, To, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, Force, Out, PeriodOption, PlanOption, Root


def command(
    sender: Annotated[
        str, typer.Argument(metavar="ĐƠN_VỊ", help="Mã cơ quan, xã, phường, đối tác hoặc nhóm.")
    ],
    *,
    plan: PlanOption = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Xem mọi việc của một đơn vị: chủ trì, phối hợp, vai trò khác, qua nhóm; cam kết của đối tác.

    Ví dụ: kehoach mine so-yt · kehoach mine mobifone --format json
    """
    from kehoach_cli.drafting.questions.mine import mine_view

    inquiry = open_inquiry(root, as_of, plan=plan, period=period, actor=sender)
    sheets = Sheets(to, out, f"viec-cua-{sender}-{inquiry.progress.period.id}", force)
    return reply(inquiry, mine_view(inquiry.ws, inquiry.progress, sender), form, sheets)
