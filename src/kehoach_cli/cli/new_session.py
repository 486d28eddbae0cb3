"""``kehoach new session``: the file of a working session with partners."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.adding import (
    IdOption,
    PlanArgument,
    WordsArgument,
    add,
    folder_of,
    free_id,
    refuse_existing,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import Root
from kehoach_cli.cli.recording import read_words


def command(
    plan: PlanArgument,
    title: WordsArgument,
    *,
    time: Annotated[
        str,
        typer.Option("--time", metavar="LỜI", parser=read_words, help="Thời gian, bằng lời."),
    ],
    place: Annotated[
        str, typer.Option("--place", metavar="LỜI", parser=read_words, help="Địa điểm.")
    ],
    own: IdOption = None,
    root: Root = None,
) -> int:
    """Tạo tệp của một buổi làm việc với đối tác.

    Ví dụ: kehoach new session mobifone-2026-2030 "Làm việc" --time "Tháng 3" --place Huế
    """
    from kehoach_cli.workspace.adding import named_id, session_added
    from kehoach_cli.workspace.starting.provinces import slug

    context = open_context(root, None, to_write=True)
    folder = folder_of(context, plan)
    session = free_id(context, "session", own, named_id(context.ws, "session", slug(title)))
    record = {"id": session, "title": title, "state": "planned", "time": time, "place": place}
    addition = session_added(folder, {**record})
    refuse_existing(context, addition.change.file)
    return add(context, addition, session)
