"""``kehoach money``: the money of a year."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, PlanOption, Root, read_year


def command(
    *,
    year: Annotated[
        int, typer.Option("--year", metavar="NĂM", parser=read_year, help="Năm ngân sách.")
    ],
    gaps: Annotated[
        bool,
        typer.Option("--gaps", metavar="", help="Chỉ những nhiệm vụ và đơn vị chưa nêu số tiền."),
    ] = False,
    plan: PlanOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    root: Root = None,
) -> int:
    """Cộng kinh phí của một năm theo cơ quan, nhiệm vụ, cấp, loại, nguồn; chỉ ra chỗ còn thiếu.

    Ví dụ: kehoach money --year 2027 · kehoach money --year 2027 --gaps
    """
    from kehoach_cli.drafting.questions.money import money_view

    inquiry = open_inquiry(root, as_of, plan=plan, period=str(year))
    view = money_view(inquiry.ws, inquiry.progress, gaps_only=gaps)
    return reply(inquiry, view, form)
