"""A file read, understood, written as YAML and proven: all that ``kehoach import`` asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kehoach_cli.exchange.intake.joining import is_annex_alone, joined_tasks
from kehoach_cli.exchange.intake.layout import file_text
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.exchange.intake.planning import Draft, understand
from kehoach_cli.exchange.intake.proof import (
    differences,
    printed_texts,
    signed_text,
    source_texts,
    with_draft,
)
from kehoach_cli.exchange.intake.reader import read_file
from kehoach_cli.exchange.intake.telling import Told
from kehoach_cli.frozen import frozen
from kehoach_cli.workspace import Workspace

_PLAN = """Đọc từ tệp «{name}» bằng kehoach import: lời văn giữ nguyên như trong tệp.
Chỗ có chú thích là chỗ chương trình chưa chắc; xem lại rồi xóa chú thích."""
_TASKS = """Trách nhiệm và nhiệm vụ đọc từ tệp «{name}»; tên nhiệm vụ là nguyên văn.
Văn bản không ghi thời hạn, sản phẩm, cấp phê duyệt thì để trống."""


@frozen
class Imported:
    """The texts of the new files by path below the workspace, and what to tell about them."""

    draft: Draft
    files: Mapping[str, str]
    told: Told
    joins: bool = False
    """The rows go into a file that is there already."""


def imported(
    ws: Workspace,
    name: str,
    data: bytes,
    *,
    plan_id: str = "",
    given: Mapping[str, str] | None = None,
    as_of: date,
) -> Imported:
    """The file as a plan of the workspace; ``given``: names as printed → ids.

    Raises:
        Unreadable: An office file that is broken, or must not be opened.
        KehoachError: The bytes are no text that can be read.
    """
    source = read_file(name, data)
    draft = understand(source, Names(ws, given or {}), plan_id)
    files = _files(ws, name, draft)
    said = source_texts(draft.parts)
    rendered = with_draft(ws, draft)
    pairs = differences(said, printed_texts(rendered, draft.id, as_of)) if rendered else None
    if is_annex_alone(draft):
        said, pairs = (), ()  # there is no text to lay beside another
    told = Told(name, draft.id, tuple(files), draft.remarks, len(said), pairs)
    joins = is_annex_alone(draft) and ws.folder(draft.id) is not None
    return Imported(draft, files, told, joins)


def _files(ws: Workspace, name: str, draft: Draft) -> dict[str, str]:
    """The texts of the files; of an annex alone ``tasks.yaml``, that of its plan where it is.

    None of a file in which no mục and no task was found: that would be no plan.
    """
    if not (draft.plan.get("sections") or draft.tasks.get("tasks")):
        return {}
    folder = f"data/plans/{draft.id}"
    alone = is_annex_alone(draft)
    files = {}
    if not alone:
        head = _PLAN.format(name=name)
        files[f"{folder}/plan.yaml"] = file_text(draft.plan, head, draft.plan_comments)
        if draft.plan["state"] == "issued":
            files[f"{folder}/issued.md"] = signed_text(draft.parts)
    plan = ws.folder(draft.id) if alone else None
    text = joined_tasks(ws, plan, draft) if plan is not None else ""
    if draft.tasks:
        head = _TASKS.format(name=name)
        fresh = file_text(draft.tasks, head, draft.task_comments)
        files[f"{folder}/tasks.yaml"] = text or fresh
    return files
