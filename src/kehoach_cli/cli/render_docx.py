"""``kehoach render-docx``: the Kế hoạch as a Word document in the form of NĐ 30/2020."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import (
    errors_in,
    known_plans,
    refuse,
    say_written,
    write_documents,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Out, Root


def command(
    plans: Annotated[
        list[str] | None,
        typer.Argument(metavar="KẾ_HOẠCH", help="Mã kế hoạch; không ghi thì xuất tất cả."),
    ] = None,
    *,
    as_of: AsOf = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Xuất Kế hoạch kèm Phụ lục thành tệp Word đúng thể thức Nghị định 30/2020/NĐ-CP.

    Ví dụ: kehoach render-docx · kehoach render-docx mobifone-2026-2030 --out ban-in
    """
    from kehoach_cli.drafting.plan_document import plan_document

    context = open_context(root, as_of)
    wanted = known_plans(context, plans or [])
    errors, _ = errors_in(context, wanted)
    if errors:
        return refuse(context, errors)
    documents = {
        f"ke-hoach-{folder.id}": plan_document(context.ws, folder, context.as_of)
        for folder in context.ws.folders
        if folder.id in wanted
    }
    say_written(write_documents(context, documents, formats=["docx"], out=out, force=force))
    return exits.CLEAN
