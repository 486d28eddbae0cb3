"""``kehoach new extension``: a later due of a task; the original one stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.adding import add, document
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import Root, read_day
from kehoach_cli.cli.recording import read_number, read_words
from kehoach_cli.cli.selection import known_task

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data


def command(
    task: Annotated[str, typer.Argument(metavar="NHIỆM_VỤ", help="Mã nhiệm vụ.")],
    due: Annotated[
        str, typer.Argument(metavar="THỜI_HẠN", parser=read_words, help="Thời hạn mới.")
    ],
    *,
    reason: Annotated[
        str, typer.Option("--reason", metavar="LỜI", parser=read_words, help="Lý do.")
    ],
    requested: Annotated[
        str | None,
        typer.Option("--requested", metavar="SỐ", parser=read_number, help="Văn bản đề nghị."),
    ] = None,
    requested_date: Annotated[
        date | None,
        typer.Option("--requested-date", metavar="NGÀY", parser=read_day, help="Ngày đề nghị."),
    ] = None,
    granted: Annotated[
        str | None,
        typer.Option("--granted", metavar="SỐ", parser=read_number, help="Văn bản cho phép."),
    ] = None,
    granted_date: Annotated[
        date | None,
        typer.Option("--granted-date", metavar="NGÀY", parser=read_day, help="Ngày cho phép."),
    ] = None,
    root: Root = None,
) -> int:
    """Ghi một lần gia hạn; chưa có văn bản cho phép thì thời hạn chưa đổi.

    Ví dụ: kehoach new extension mf-01 "Quý II/2028" --reason "Chờ kinh phí" --granted 12/UBND-TH
    """
    from kehoach_cli.model.plan import Task
    from kehoach_cli.workspace.adding import extension_added

    context = open_context(root, None, to_write=True)
    known_task(context, task)
    owner = next(one.owner for one in context.ws.of(Task) if one.value.id == task)
    folder = next(one for one in context.ws.folders if one.id == owner)
    record: dict[str, Data] = {
        "task": task,
        "due": due,
        "reason": reason,
        "requested": document(requested, requested_date),
        "granted": document(granted, granted_date),
    }
    return add(context, extension_added(folder, record), task)
