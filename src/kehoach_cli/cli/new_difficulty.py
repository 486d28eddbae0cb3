"""``kehoach new difficulty``: one more difficulty of a sender, also between two reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.adding import (
    IdOption,
    PlanArgument,
    SenderArgument,
    WordsArgument,
    add,
    folder_of,
    free_id,
    known_sender,
    open_period,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Root
from kehoach_cli.cli.recording import PeriodArgument, read_words
from kehoach_cli.cli.selection import known_agency

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data


def command(
    plan: PlanArgument,
    period: PeriodArgument,
    sender: SenderArgument,
    text: WordsArgument,
    *,
    to: Annotated[
        str | None, typer.Option("--to", metavar="MÃ", help="Mã nơi phải trả lời.")
    ] = None,
    proposal: Annotated[
        str | None,
        typer.Option("--proposal", metavar="LỜI", parser=read_words, help="Đề xuất, kiến nghị."),
    ] = None,
    own: IdOption = None,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Ghi một khó khăn, vướng mắc vào tệp báo cáo của đơn vị; chưa có tệp thì tạo.

    Ví dụ: kehoach new difficulty mobifone-2026-2030 2027 so-yt "Chưa có định mức" --to so-tc
    """
    from kehoach_cli.workspace.adding import numbered_id, raised_added

    context = open_context(root, as_of, to_write=True)
    folder = folder_of(context, plan)
    known_sender(context, sender)
    period = open_period(context, folder, period)
    proposed = numbered_id(context.ws, "difficulty", f"kk-{sender}")
    record: dict[str, Data] = {
        "id": free_id(context, "difficulty", own, proposed),
        "text": text,
        "to": known_agency(context, to) if to else None,
        "proposal": proposal,
    }
    addition = raised_added(folder, (sender, period), context.as_of, "difficulties", record)
    return add(context, addition, str(record["id"]))
