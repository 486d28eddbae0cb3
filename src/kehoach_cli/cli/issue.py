"""``kehoach issue``: a plan has been signed; its number, day and wording are fixed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.adding import PlanArgument, folder_of
from kehoach_cli.cli.documents import errors_in, refuse
from kehoach_cli.cli.intake import office_errors, read_bytes
from kehoach_cli.cli.opening import open_context, show_findings, working
from kehoach_cli.cli.options import AsOf, Root, read_day, read_path
from kehoach_cli.cli.recording import read_number, write_texts
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.cli.trying import new_errors, tried
from kehoach_cli.errors import OutputError
from kehoach_cli.vn.dates import format_day

if TYPE_CHECKING:
    from kehoach_cli.exchange.intake.signed import Compared
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.rules.base import Context

_UNSIGNED = (
    "Lời văn là bản dựng lại nên chưa có nguyên văn (issued.md); có bản đã ký thì chạy: "
    "kehoach compare {plan} TỆP --take\n"
)


def command(
    plan: PlanArgument,
    *,
    number: Annotated[
        str,
        typer.Option("--number", metavar="SỐ", parser=read_number, help="Ví dụ 123/KH-UBND."),
    ],
    day: Annotated[
        date,
        typer.Option("--date", metavar="NGÀY", parser=read_day, help="Ngày ban hành."),
    ],
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="TỆP",
            parser=read_path,
            help="Bản đã ký (.docx, .pdf, .txt, .md): khác dữ liệu thì không ghi gì.",
        ),
    ] = None,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Ghi nhận kế hoạch đã ban hành: số, ngày, nguyên văn (issued.md).

    Số được soát về dạng và không được trùng với văn bản cùng năm. Từ đó lời văn chỉ đổi theo văn
    bản sửa đổi (kehoach amend).

    Ví dụ: kehoach issue mobifone-2026-2030 --number 123/KH-UBND --date 20/7/2026
    """
    from kehoach_cli.drafting.issued_text import issued_files

    context = open_context(root, as_of, to_write=True)
    folder = folder_of(context, plan)
    errors, _ = errors_in(context, [plan])
    if errors or folder.plan is None:
        return refuse(context, errors)
    _refuse_issued(folder.plan.value)
    if day > context.as_of:
        raise typer.BadParameter("ngày ban hành chưa đến", param_hint="--date")
    texts = issued_files(context.ws, folder, number, day)
    if file is not None:
        found = _compared(tried(context, texts), plan, file)
        if found.differences:
            return _say_differences(found, plan)
        texts = issued_files(context.ws, folder, number, day, found.fresh)
    if broken := new_errors(context, after := tried(context, texts)):
        show_findings(after, broken, to_stderr=True)
        sys.stderr.write("Chưa ghi gì: hãy sửa các lỗi trên rồi chạy lại.\n")
        return exits.FOUND
    write_texts(context, texts)
    sys.stdout.write(f"Kế hoạch «{plan}» đã ban hành: số {number} ngày {format_day(day)}\n")
    if folder.plan.value.text == "reconstructed" and file is None:
        sys.stderr.write(_UNSIGNED.format(plan=plan))
    return exits.CLEAN


def _refuse_issued(plan: Plan) -> None:
    if plan.is_issued:
        raise OutputError(
            f"kế hoạch «{plan.id}» đã ban hành" + (f", số {plan.number}" if plan.number else ""),
            "sửa nội dung bằng văn bản sửa đổi: kehoach amend",
        )


def _compared(context: Context, plan: str, file: Path) -> Compared:
    from kehoach_cli.exchange.intake.signed import compared

    folder = folder_of(context, plan)
    with working("đang so sánh"), office_errors(file.name):
        return compared(context.ws, folder, file.name, read_bytes(file), as_of=context.as_of)


def _say_differences(found: Compared, plan: str) -> int:
    from kehoach_cli.exchange.intake.signed import view

    print_blocks(view(found, taken=False).blocks, sys.stdout)
    sys.stderr.write(
        "Chưa ghi gì: bản đã ký khác dữ liệu. Nhận chỗ khác vào dữ liệu bằng: "
        f"kehoach compare {plan} {found.file} --take\n"
    )
    return exits.FOUND
