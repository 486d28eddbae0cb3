"""``kehoach period open``: the file of a round, and the documents that open it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Out, Params, Root, params_of, read_day
from kehoach_cli.cli.recording import PeriodArgument, read_number
from kehoach_cli.cli.round_opening import (
    Opening,
    open_round,
    register_request,
    write_round,
)


def command(
    period: PeriodArgument,
    *,
    guide: Annotated[
        str | None,
        typer.Option(
            "--guide",
            metavar="SỐ",
            parser=read_number,
            help="Số, ký hiệu công văn đề nghị báo cáo.",
        ),
    ] = None,
    day: Annotated[
        date | None,
        typer.Option("--date", metavar="NGÀY", parser=read_day, help="Ngày của công văn đó."),
    ] = None,
    closing: Annotated[
        date | None,
        typer.Option(
            "--closing",
            metavar="NGÀY",
            parser=read_day,
            help="Ngày chốt số liệu, khi khác lịch chung.",
        ),
    ] = None,
    agencies: Annotated[
        date | None,
        typer.Option(
            "--agencies", metavar="NGÀY", parser=read_day, help="Hạn gửi của cơ quan, đơn vị."
        ),
    ] = None,
    communes: Annotated[
        date | None,
        typer.Option(
            "--communes", metavar="NGÀY", parser=read_day, help="Hạn gửi của UBND xã, phường."
        ),
    ] = None,
    partners: Annotated[
        date | None,
        typer.Option("--partners", metavar="NGÀY", parser=read_day, help="Hạn gửi của đối tác."),
    ] = None,
    ubnd: Annotated[
        date | None,
        typer.Option(
            "--ubnd",
            metavar="NGÀY",
            parser=read_day,
            help="Hạn cơ quan đầu mối báo cáo UBND tỉnh.",
        ),
    ] = None,
    change: Annotated[
        bool, typer.Option("--change", metavar="", help="Thay số, ngày đã ghi khác trong kỳ.")
    ] = False,
    param: Params = None,
    as_of: AsOf = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Mở kỳ báo cáo: ghi tệp của kỳ, soạn công văn đề nghị báo cáo và đề cương cho từng đơn vị.

    Công văn được vào sổ công văn đi (letters.yaml) của từng kế hoạch, chưa có số, ngày thì là dự
    thảo; danh sách đơn vị gửi báo cáo có cả tệp Excel. Kỳ đã mở thì điều mới được ghi thêm; điều
    đã ghi chỉ bị thay khi có --change.

    Ví dụ: kehoach period open 2027 --guide 123/SKHCN-CĐS --date 20/11/2027 --agencies 16/12/2027
    """
    params = params_of(param)
    days = {"agencies": agencies, "communes": communes, "partners": partners, "focal-to-ubnd": ubnd}
    opening = Opening(period, guide, day, closing, days)
    if code := open_round(open_context(root, as_of, to_write=True), opening, change=change):
        return code
    register_request(open_context(root, as_of, to_write=True), period, change=change)
    return write_round(open_context(root, as_of, to_write=True), period, params, out, force=force)
