"""``kehoach split``: the partner's and the province's part of each shared task."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, Sheets, To, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, Force, Out, PlanOption, Root


def command(
    *,
    partner: Annotated[
        str | None, typer.Option("--partner", metavar="MÃ", help="Chỉ đối tác có mã này.")
    ] = None,
    plan: PlanOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Xem bảng phân chia nội dung giữa đối tác và tỉnh, và những gì chưa rõ.

    Ví dụ: kehoach split · kehoach split --partner mobifone
    """
    from kehoach_cli.drafting.questions.split import split_view

    inquiry = open_inquiry(root, as_of, plan=plan, actor=partner)
    sheets = Sheets(to, out, "phan-chia", force)
    return reply(inquiry, split_view(inquiry.ws, inquiry.progress, partner=partner), form, sheets)
