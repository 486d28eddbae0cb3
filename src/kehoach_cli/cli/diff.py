"""``kehoach diff``: what changed between two revisions, in the plan's own terms."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import known_plans, say_written, write_documents
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Out, PlanOption, Root, one_of
from kehoach_cli.cli.revisions import WORK_TREE, read, say_unread, show

if TYPE_CHECKING:
    from kehoach_cli.document.frame import Document
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import Workspace
    from kehoach_cli.workspace.changes import Changes


def command(
    base: Annotated[
        str, typer.Argument(metavar="BẢN_CŨ", help="Nhánh, thẻ hoặc commit; mặc định HEAD.")
    ] = "HEAD",
    head: Annotated[
        str | None, typer.Argument(metavar="BẢN_MỚI", help="Không ghi thì là tệp trên đĩa.")
    ] = None,
    *,
    plan: PlanOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="DẠNG",
            parser=one_of(("text", "md", "json")),
            help="text, md (cho lời bình của pull request) hoặc json.",
        ),
    ] = "text",
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="docx",
            parser=one_of(("docx",)),
            help="Xuất thêm dự thảo Kế hoạch sửa đổi, có bảng cũ – mới.",
        ),
    ] = None,
    as_of: AsOf = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """So hai bản trong git theo mã: việc thêm, bỏ, đổi tên, dời thời hạn, đổi chủ trì, lời văn.

    Kê cả những nơi cần xác nhận. Chỉ đọc git, không đụng đến tệp đang sửa.

    Ví dụ: kehoach diff · kehoach diff HEAD~1 HEAD · kehoach diff HEAD --format md ·
    kehoach diff HEAD --to docx
    """
    from kehoach_cli.drafting.questions.changes import changes_view
    from kehoach_cli.gitlog import find_repository
    from kehoach_cli.workspace.changes import Changes, compare

    context = open_context(root, as_of)
    if plan:
        known_plans(context, [plan])
    repository = find_repository(context.ws.root)
    first, _, second = base.partition("..")
    old = read(repository, first or "HEAD")
    wanted = head or second.lstrip(".")
    new = read(repository, wanted).ws if wanted else context.ws
    say_unread(context.ws, WORK_TREE)
    changes = compare(old.ws, new)
    if plan:
        changes = Changes(tuple(one for one in changes if one.plan == plan))
    show(changes_view(old.ws, new, changes, (old.name, wanted or WORK_TREE)), form)
    if to is not None:
        documents = _drafts(context, old.ws, new, changes)
        if not documents:
            sys.stderr.write(
                "Không kế hoạch đã ban hành nào đổi lời văn: không có gì để sửa đổi.\n"
            )
            return exits.CLEAN
        paths = write_documents(context, documents, formats=[to], out=out, force=force)
        with redirect_stdout(sys.stdout if form == "text" else sys.stderr):
            say_written(paths)
    return exits.CLEAN


def _drafts(
    context: Context, old: Workspace, new: Workspace, changes: Changes
) -> dict[str, Document]:
    """A draft for each issued plan whose document says something else now."""
    from kehoach_cli.drafting.amending import amending_document
    from kehoach_cli.drafting.amendment_draft import proposed_amendment

    found = {}
    for folder in new.folders:
        record = proposed_amendment((old, new), changes, folder.id, own="du-thao")
        before = old.folder(folder.id)
        is_issued = before is not None and before.plan is not None and before.plan.value.is_issued
        if record is not None and folder.plan is not None and is_issued:
            name = f"ke-hoach-sua-doi-{folder.id}"
            found[name] = amending_document(new, folder, context.as_of, record)
    return found
