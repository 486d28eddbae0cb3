"""``kehoach receive``: one line in the register of what senders handed in."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.opening import open_context, today
from kehoach_cli.cli.options import PlanOption, Root, one_of, read_day
from kehoach_cli.cli.receiving import Paper, Return, take_back, take_in
from kehoach_cli.cli.recording import read_number, read_words

_HOW = ("form", "document", "scan", "nothing")


def command(
    sender: Annotated[str, typer.Argument(metavar="ĐƠN_VỊ", help="Mã đơn vị gửi báo cáo.")],
    *,
    period: Annotated[
        str, typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2027, 2027-h1, 2027-q3 …")
    ],
    number: Annotated[
        str | None,
        typer.Option(
            "--number", metavar="SỐ", parser=read_number, help="Số, ký hiệu của văn bản báo cáo."
        ),
    ] = None,
    day: Annotated[
        date | None,
        typer.Option("--date", metavar="NGÀY", parser=read_day, help="Ngày của văn bản báo cáo."),
    ] = None,
    received: Annotated[
        date | None,
        typer.Option(
            "--received",
            metavar="NGÀY",
            parser=read_day,
            help="Ngày nhận được, hoặc ngày trả lại; mặc định hôm nay.",
        ),
    ] = None,
    how: Annotated[
        str | None,
        typer.Option(
            "--how",
            metavar="form|document|scan|nothing",
            parser=one_of(_HOW),
            help="Biểu điện tử, văn bản giấy (mặc định), bản chụp, báo không phát sinh.",
        ),
    ] = None,
    note: Annotated[
        str | None,
        typer.Option("--note", metavar="LỜI", parser=read_words, help="Ghi chú."),
    ] = None,
    send_back: Annotated[
        bool, typer.Option("--send-back", metavar="", help="Trả lại báo cáo nhận sau cùng.")
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="LỜI", parser=read_words, help="Lý do trả lại."),
    ] = None,
    plan: PlanOption = None,
    root: Root = None,
) -> int:
    """Ghi vào sổ một báo cáo đã nhận, hoặc việc trả lại nó cho đơn vị.

    Ghi cho mọi kế hoạch mà đơn vị phải báo cáo trong kỳ, hoặc chỉ cho kế hoạch nêu ở --plan.

    Ví dụ: kehoach receive so-yt --period 2027 --number 512/BC-SYT --date 10/12/2027 ·
    kehoach receive so-yt --period 2027 --send-back --reason "Thiếu minh chứng"
    """
    context = open_context(root, None, to_write=True)
    if send_back:
        if day or how or note:
            raise typer.BadParameter("--send-back không đi cùng --date, --how, --note")
        if reason is None:
            raise typer.BadParameter("--send-back cần --reason")
        returned = Return(sender, period, number, received or today(), reason)
        take_back(context, returned, plan)
        return exits.CLEAN
    if reason is not None:
        raise typer.BadParameter("--reason chỉ dùng cùng --send-back")
    if how is None and number is None:
        raise typer.BadParameter("cần --number của văn bản báo cáo, hoặc --how nếu không có số")
    came = received or max(today(), day or today())
    take_in(context, Paper(sender, period, came, how or "document", number, day, note), plan)
    return exits.CLEAN
