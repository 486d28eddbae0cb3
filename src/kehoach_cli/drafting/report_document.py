"""The Báo cáo of the focal agency to the provincial People's Committee."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.progress import Progress
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.workspace import Workspace

KIND = "bao-cao"


def report_document(
    ws: Workspace,
    progress: Progress,
    *,
    plan: str | None = None,
    agency: str | None = None,
    params: Mapping[str, str] | None = None,
) -> Document:
    """The report of a period in the outline of the Government's own reports.

    ``plan``: the id of the one plan that it was asked for, whose title it then carries; the
    progress must be of that plan. ``agency``: the one that it is about alone. Raises
    ``TemplateError`` when the template cannot be rendered.
    """
    folder = ws.folder(plan) if plan else None
    given = of_agency(progress, agency) if agency else progress
    return compose(KIND, Scene(ws, progress.as_of, folder, given, params or {}, sender=agency))
