"""``kehoach tasks import``: a workbook of tasks, taken into ``tasks.yaml``; nothing overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.opening import open_context, today
from kehoach_cli.cli.options import DryRun, Force, MarkedUp, Root, Theirs, read_path


def command(
    file: Annotated[
        Path,
        typer.Argument(metavar="TỆP", parser=read_path, help="Bảng do kehoach tasks export lập."),
    ],
    *,
    dry_run: DryRun = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            metavar="",
            help="Nhận cả dòng chỉ nhận ra nhờ mã nhìn thấy; nhiệm vụ mất dòng thì giữ nguyên.",
        ),
    ] = False,
    remove: Annotated[
        bool,
        typer.Option("--remove", metavar="", help="Bỏ nhiệm vụ, khoản kinh phí có dòng đã xóa."),
    ] = False,
    theirs: Theirs = False,
    out: MarkedUp = Path("build/bieu-can-sua"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Nhận bảng nhiệm vụ đã soạn: dòng không mã là nhiệm vụ mới, ô hai bên cùng sửa thì nêu ra.

    Dòng bị xóa không làm mất nhiệm vụ: chương trình nêu ra, và chỉ bỏ khi thêm --remove. Kế hoạch
    đã ban hành thì không nhận: sửa bằng văn bản sửa đổi, bổ sung.

    Ví dụ: kehoach tasks import build/bang-nhiem-vu-mobifone-2026-2030.xlsx --dry-run
    """
    from kehoach_cli.cli.forms_intake import Intake
    from kehoach_cli.exchange.forms.taking import Asked

    asked = Asked(today(), prefers_form=theirs, removes=remove, is_annex=True)
    context = open_context(root, None, to_write=not dry_run)
    intake = Intake(context, asked, is_confirmed=yes, is_dry=dry_run)
    intake.take(file)
    intake.show()
    if not dry_run:
        intake.write_marked(out, force=force)
    return exits.CLEAN if intake.is_clean else exits.FOUND
