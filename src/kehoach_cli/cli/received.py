"""``kehoach received``: the register of what senders handed in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, Sheets, To, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, Force, Out, PlanOption, Root, RoundOption


def command(
    *,
    period: RoundOption = None,
    plan: PlanOption = None,
    missing: Annotated[
        bool,
        typer.Option("--missing", metavar="", help="Chỉ đơn vị chưa có báo cáo dùng được."),
    ] = False,
    as_of: AsOf = None,
    form: Form = "text",
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Sổ báo cáo đến của một kỳ: ai chưa gửi, ai mới có bản mềm, ai đã ký, ai gửi muộn, bị trả lại.

    Ví dụ: kehoach received · kehoach received --period 2027 --missing
    """
    from kehoach_cli.drafting.questions.received import received_view

    inquiry = open_inquiry(root, as_of, plan=plan, period=period, of_round=True)
    view = received_view(inquiry.ws, inquiry.progress, missing_only=missing)
    sheets = Sheets(to, out, f"so-bao-cao-den-{inquiry.progress.period.id}", force)
    return reply(inquiry, view, form, sheets)
