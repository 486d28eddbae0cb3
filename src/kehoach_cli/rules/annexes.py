"""A plan's Phụ lục as its own text speaks of it."""

from __future__ import annotations

import re

from kehoach_cli.diagnostics import Place
from kehoach_cli.rules.prose import plan_texts
from kehoach_cli.workspace import PlanFolder, Workspace

_DOCUMENT = (
    r"(?:Nghị|Quyết|Thông tư|Luật|Công văn|Chỉ thị|Chương trình|Đề án|Kế hoạch số|văn bản|Văn bản)"
)
_OWN_ANNEX = re.compile(
    r"(?:Phụ|phụ)\s+lục(?!\w)"
    rf"(?!(?:\s+[IVX0-9]+)?\s+(?:ban\s+hành\s+)?(?:kèm\s+theo|của|tại)\s+{_DOCUMENT})"
    rf"(?!(?:\s+[IVX0-9]+)?,?\s+{_DOCUMENT})",
)
_ANNEX = "annex"


def annex_mention(folder: PlanFolder) -> Place | None:
    """Where the plan first speaks of its annex; annexes of other documents do not count."""
    for words in plan_texts(folder):
        if match := _OWN_ANNEX.search(words.text):
            return words.at(match)
    return None


def has_annex_rows(ws: Workspace, folder: PlanFolder) -> bool:
    """Whether the plan has tasks for its annex; a task that cannot be used counts as well."""
    if any(task.value.kind == _ANNEX for task in folder.tasks):
        return True
    source = ws.sources.get(f"data/plans/{folder.id}/tasks.yaml")
    data = source.data if source else None
    tasks = data.get("tasks") if isinstance(data, dict) else None
    rows = tasks if isinstance(tasks, list) else []
    return any(isinstance(row, dict) and row.get("kind") == _ANNEX for row in rows)
