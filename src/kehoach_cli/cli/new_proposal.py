"""``kehoach new proposal``: one more proposal of a sender, outside the Phụ lục."""

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
from kehoach_cli.cli.options import AsOf, Root, one_of
from kehoach_cli.cli.recording import PeriodArgument
from kehoach_cli.cli.selection import known_agency

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data

KINDS = ("task", "solution", "need", "project")


def command(
    plan: PlanArgument,
    period: PeriodArgument,
    sender: SenderArgument,
    title: WordsArgument,
    *,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="|".join(KINDS),
            parser=one_of(KINDS),
            help="Nhiệm vụ, giải pháp, nhu cầu hoặc dự án.",
        ),
    ] = "task",
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="MÃ", help="Cơ quan đề nghị chủ trì.")
    ] = None,
    own: IdOption = None,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Ghi một đề xuất ngoài Phụ lục vào tệp báo cáo của đơn vị; chưa có tệp thì tạo.

    Ví dụ: kehoach new proposal mobifone-2026-2030 2027 so-yt "Bệnh án điện tử" --kind project
    """
    from kehoach_cli.workspace.adding import numbered_id, raised_added

    context = open_context(root, as_of, to_write=True)
    folder = folder_of(context, plan)
    known_sender(context, sender)
    period = open_period(context, folder, period)
    proposed = numbered_id(context.ws, "proposal", f"dx-{sender}")
    record: dict[str, Data] = {
        "id": free_id(context, "proposal", own, proposed),
        "kind": kind,
        "title": title,
        "lead": known_agency(context, lead) if lead else None,
    }
    addition = raised_added(folder, (sender, period), context.as_of, "proposals", record)
    return add(context, addition, str(record["id"]))
