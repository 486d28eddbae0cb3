"""``kehoach compare``: where a signed file differs from the data, and taking that over."""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse
from kehoach_cli.cli.intake import office_errors, read_bytes
from kehoach_cli.cli.opening import open_context, working
from kehoach_cli.cli.options import PlainForm, Root, read_path
from kehoach_cli.cli.recording import write_texts
from kehoach_cli.cli.screen import print_blocks


def command(
    plan: Annotated[str, typer.Argument(metavar="KẾ_HOẠCH", help="Mã kế hoạch.")],
    file: Annotated[
        Path,
        typer.Argument(metavar="TỆP", parser=read_path, help="Bản đã ký: .docx, .pdf, .txt, .md."),
    ],
    *,
    take: Annotated[
        bool, typer.Option("--take", metavar="", help="Nhận các chỗ khác vào dữ liệu.")
    ] = False,
    form: PlainForm = "text",
    root: Root = None,
) -> int:
    """So bản đã ký với dữ liệu: từng đoạn văn, từng ô của Phụ lục, số và ngày.

    Với --take, chỗ nào đứng nguyên trong tệp dữ liệu thì được sửa theo bản đã ký; chỗ còn lại kê ra
    để sửa tay. Mã thoát 1 khi còn chỗ khác.
    Nhận hết thì kế hoạch ghi text: verbatim; bản đã có số, có ngày thì nguyên văn giữ ở issued.md.

    Ví dụ: kehoach compare mobifone-2026-2030 da-ky.docx ·
    kehoach compare mobifone-2026-2030 da-ky.docx --take
    """
    from kehoach_cli.exchange.intake.signed import compared, taken_texts, view

    context = open_context(root, None, to_write=take)
    known_plans(context, [plan])
    folder = context.ws.folder(plan)
    if folder is None or folder.plan is None:
        return refuse(context, errors_in(context, [plan])[0])
    with working("đang so sánh"), office_errors(file.name):
        found = compared(context.ws, folder, file.name, read_bytes(file), as_of=context.as_of)
    shown = view(found, taken=take)
    if form == "json":
        sys.stdout.write(json.dumps(shown.data, ensure_ascii=False, indent=2) + "\n")
    else:
        print_blocks(shown.blocks, sys.stdout)
    if take:
        with redirect_stdout(sys.stderr if form == "json" else sys.stdout):
            write_texts(context, taken_texts(context.ws, found))
        return exits.FOUND if found.left else exits.CLEAN
    return exits.FOUND if found.differences else exits.CLEAN
