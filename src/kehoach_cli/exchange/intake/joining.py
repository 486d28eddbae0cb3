"""An annex that came by itself, put into the plan that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach_cli.errors import KehoachError
from kehoach_cli.exchange.intake.planning import Draft
from kehoach_cli.source.edit import Append, Operation, Set
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import PlanFolder, Workspace
from kehoach_cli.workspace.records import Change, changed_text

_NUMBERED = re.compile(r"(.+-)(\d+)")


def is_annex_alone(draft: Draft) -> bool:
    """Whether the file held the rows of an annex and no plan."""
    return not draft.plan.get("sections") and bool(draft.tasks.get("tasks"))


def joined_tasks(ws: Workspace, folder: PlanFolder, draft: Draft) -> str:
    """The plan's ``tasks.yaml`` with the rows behind those that it has; "" where it has none.

    Raises:
        KehoachError: The plan's annex has rows already.
        EditRefused: The file is broken, or typed so that rows cannot be put behind.
    """
    file = f"data/plans/{folder.id}/tasks.yaml"
    taken = sum(one.value.kind == "annex" for one in folder.tasks)
    if taken:
        raise KehoachError(
            f"Phụ lục của kế hoạch «{folder.id}» đã có {taken} nhiệm vụ nên không nhập thêm",
            "nhập vào một kế hoạch mới bằng --id rồi so sánh",
        )
    if file not in ws.sources:
        return ""
    rows = draft.tasks["tasks"]
    annex = draft.tasks["annex"]
    operations: list[Operation] = []
    if folder.annex is None:
        operations.append(Set(("annex",), annex))
    elif isinstance(annex, dict):
        operations += [Set(("annex", key), annex[key]) for key in annex if key != "title"]
    if isinstance(rows, list):
        operations += [Append(("tasks",), row) for row in _renumbered(ws, folder, rows)]
    return changed_text(ws, Change(file, tuple(operations), None, ""))


def _renumbered(ws: Workspace, folder: PlanFolder, rows: Sequence[Data]) -> list[Data]:
    """The rows with ids that go on from the last one of the plan."""
    found = [match for one in folder.tasks if (match := _NUMBERED.fullmatch(one.value.id))]
    prefix = found[-1][1] if found else f"{folder.id}-"
    number = max((int(match[2]) for match in found if match[1] == prefix), default=0)
    numbered: list[Data] = []
    for row in rows:
        number += 1
        while f"{prefix}{number:02d}" in ws.index["task"]:
            number += 1
        if isinstance(row, dict):
            numbered.append({**row, "id": f"{prefix}{number:02d}"})
    return numbered
