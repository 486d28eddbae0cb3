"""``kehoach amend``: what was changed in an issued plan becomes its amendment."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.adding import IdOption, PlanArgument, folder_of, free_id
from kehoach_cli.cli.documents import errors_in, refuse, say_written, write_documents
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Out, Root
from kehoach_cli.cli.recording import read_words, write_changes
from kehoach_cli.cli.revisions import read
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.model.amendment import Amendment
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import PlanFolder

_NEXT = (
    "Mã: {id}, {count} chỗ thay đổi. Khi văn bản sửa đổi được ký: ghi number, date vào "
    "amendments.yaml, ghi state: amended và sửa issued.md theo văn bản ấy.\n"
)


def command(
    plan: PlanArgument,
    *,
    base: Annotated[
        str,
        typer.Option("--base", metavar="BẢN", help="Bản đang có hiệu lực, ví dụ origin/main."),
    ] = "HEAD",
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="LỜI", parser=read_words, help="Lý do sửa đổi."),
    ] = None,
    own: IdOption = None,
    as_of: AsOf = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Soạn văn bản sửa đổi, bổ sung một kế hoạch đã ban hành từ những chỗ vừa sửa trong tệp.

    Sửa thẳng plan.yaml, tasks.yaml, cam kết trước; lệnh này so với bản ở --base, ghi từng chỗ cũ,
    mới vào amendments.yaml và xuất dự thảo Kế hoạch sửa đổi. Chạy lại thì bản ghi
    chưa có số được bổ sung, lời mới theo tệp; điều khác đã gõ trong đó giữ nguyên.

    Ví dụ: kehoach amend mobifone-2026-2030 --reason "Bộ đổi lộ trình"
    """
    from kehoach_cli.drafting.amending import amending_document
    from kehoach_cli.drafting.amendment_draft import started_amendment
    from kehoach_cli.gitlog import find_repository
    from kehoach_cli.workspace.changes import compare

    context = open_context(root, as_of, to_write=True)
    folder = folder_of(context, plan)
    old = read(find_repository(context.ws.root), base).ws
    before = old.folder(plan)
    if before is None or before.plan is None or not before.plan.value.is_issued:
        raise OutputError(
            f"kế hoạch «{plan}» chưa ban hành ở bản «{base}»",
            "bản dự thảo thì sửa thẳng; đã ban hành thì ghi nhận trước: kehoach issue",
        )
    if unread := [one for one in errors_in(context, [plan])[0] if one.code.startswith("KH0")]:
        return refuse(context, unread)
    own = _own(context, folder, own)
    changes = compare(old, context.ws)
    record = started_amendment((old, context.ws), changes, folder, own=own, reason=reason or "")
    document = amending_document(context.ws, folder, context.as_of, record)
    named = {f"ke-hoach-sua-doi-{plan}": document}
    paths = write_documents(context, named, formats=["docx"], out=out, force=force)
    _keep(context, folder, record)
    say_written(paths)
    sys.stdout.write(_NEXT.format(id=record.id, count=len(record.changes)))
    return exits.CLEAN


def _own(context: Context, folder: PlanFolder, given: str | None) -> str:
    """The id of the draft that is there, or a new one."""
    from kehoach_cli.drafting.amendment_draft import draft_of
    from kehoach_cli.workspace.adding import numbered_id

    if draft := draft_of(folder, given):
        return draft.value.id
    return free_id(context, "amendment", given, numbered_id(context.ws, "amendment", "sua-doi"))


def _keep(context: Context, folder: PlanFolder, record: Amendment) -> None:
    from kehoach_cli.drafting.amendment_draft import draft_of
    from kehoach_cli.workspace.records import amendment_recorded

    change = amendment_recorded(folder, draft_of(folder, record.id), record)
    if change is not None:
        write_changes(context, [change])
