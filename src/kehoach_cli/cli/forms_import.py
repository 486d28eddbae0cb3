"""``kehoach forms import``: what senders filled in, taken into the data; nothing overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans
from kehoach_cli.cli.opening import open_context, show_findings, today
from kehoach_cli.cli.options import DryRun, Force, MarkedUp, Root, Theirs, read_day, read_path
from kehoach_cli.cli.screen import stepping


def command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="TỆP…", parser=read_path, help="Biểu gửi về, hoặc thư mục chứa biểu."
        ),
    ],
    *,
    dry_run: DryRun = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            metavar="",
            help="Nhận cả dòng chỉ nhận ra nhờ mã nhìn thấy, dòng bị xóa trắng.",
        ),
    ] = False,
    theirs: Theirs = False,
    received: Annotated[
        date | None,
        typer.Option(
            "--received",
            metavar="NGÀY",
            parser=read_day,
            help="Ngày báo cáo cho biểu không ghi ngày; mặc định hôm nay.",
        ),
    ] = None,
    out: MarkedUp = Path("build/bieu-can-sua"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Nhận biểu Excel đã điền: ô chỉ đơn vị sửa thì nhận, ô hai bên cùng sửa thì nêu ra.

    Mỗi tệp được nhận trọn vẹn hoặc không nhận gì. Tệp có chỗ sai được chép lại, tô màu và ghi chú
    từng ô, để gửi trả đơn vị sửa.

    Ví dụ: kehoach forms import bieu-nhan-ve --dry-run ·
    kehoach forms import bieu-nhan-ve/so-yt.xlsx
    """
    from kehoach_cli.cli.forms_intake import Intake, collect, passed_over
    from kehoach_cli.exchange.forms.taking import Asked

    context = open_context(root, None, to_write=not dry_run)
    errors, _ = errors_in(context, known_plans(context, []))
    if errors:
        show_findings(context, errors, to_stderr=True)
        typer.echo("Chưa nhận biểu nào: hãy sửa các lỗi trên rồi chạy lại.", err=True)
        return exits.FOUND
    asked = Asked(received or today(), prefers_form=theirs)
    intake = Intake(context, asked, is_confirmed=yes, is_dry=dry_run)
    paths = collect(files)
    for path in stepping(paths, "đang nhận biểu"):
        intake.take(path)
    intake.show()
    if others := passed_over(files):
        typer.echo(f"Không phải tệp Excel, chưa đọc: {', '.join(others)}")
    if not dry_run:
        intake.write_marked(out, force=force)
    return exits.CLEAN if intake.is_clean else exits.FOUND
