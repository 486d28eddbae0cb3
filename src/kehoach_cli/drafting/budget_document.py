"""«Bảng tổng hợp nhu cầu kinh phí» of a year, from the focal agency to the finance agency."""

from __future__ import annotations

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.progress import Progress
from kehoach_cli.workspace import Workspace

KIND = "bang-nhu-cau-kinh-phi"


def budget_document(ws: Workspace, progress: Progress, *, plan: str | None = None) -> Document:
    """The letter and its tables for the year of the period.

    ``plan``: the id of the one plan that it was asked for; the progress must be of that plan.
    Raises ``TemplateError`` when the template cannot be rendered.
    """
    folder = ws.folder(plan) if plan else None
    return compose(KIND, Scene(ws, progress.as_of, folder, progress))
