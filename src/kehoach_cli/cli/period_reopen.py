"""``kehoach period reopen``: a closed period may change again, by a document that allows it."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import known_plans
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, PlanOption, Root, read_day
from kehoach_cli.cli.recording import (
    PeriodArgument,
    folders_of,
    read_number,
    read_words,
    write_changes,
)
from kehoach_cli.cli.selection import read_period
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data


def command(
    period: PeriodArgument,
    *,
    document: Annotated[
        str,
        typer.Option(
            "--document", metavar="SỐ", parser=read_number, help="Văn bản cho phép mở lại."
        ),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="LỜI", parser=read_words, help="Lý do mở lại.")
    ],
    day: Annotated[
        date | None,
        typer.Option("--date", metavar="NGÀY", parser=read_day, help="Ngày của văn bản đó."),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Mở lại kỳ đã chốt, có văn bản cho phép; sửa xong thì chốt lại bằng kehoach period close.

    Ví dụ: kehoach period reopen 2027 --document 8/UBND-TH --reason "Sở Y tế đính chính"
    """
    from kehoach_cli.progress.closings import own_closing
    from kehoach_cli.workspace.records import closing_reopened

    context = open_context(root, as_of, to_write=True)
    read_period(context, period)
    folders = folders_of(context, known_plans(context, [plan] if plan else []))
    closed = [one for folder in folders if (one := own_closing(folder, period))]
    if not closed:
        raise OutputError(
            f"kỳ {period} chưa chốt, hoặc đã mở lại rồi",
            "kỳ dài hơn đang chốt thì mở lại kỳ đó; xem data/plans/<kế hoạch>/closings.yaml",
        )
    if any(context.as_of < one.value.closed for one in closed):
        raise typer.BadParameter("ngày mở lại không thể trước ngày chốt")
    cited: dict[str, Data] = {"number": document, **({"date": day.isoformat()} if day else {})}
    mark: dict[str, Data] = {
        "date": context.as_of.isoformat(),
        "document": cited,
        "reason": reason,
    }
    write_changes(context, [closing_reopened(one, mark) for one in closed])
    sys.stdout.write(f"Đã mở lại kỳ {period}.\n")
    return exits.CLEAN
