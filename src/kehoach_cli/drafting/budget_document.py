"""«Bảng tổng hợp nhu cầu kinh phí» of a year, from the focal agency to the finance agency."""

from __future__ import annotations

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.errors import NothingToDraft
from kehoach_cli.progress import Progress
from kehoach_cli.workspace import Workspace

KIND = "bang-nhu-cau-kinh-phi"


def budget_document(ws: Workspace, progress: Progress, *, plan: str | None = None) -> Document:
    """The letter and its tables for the year of the period.

    ``plan``: the id of the one plan that it was asked for; the progress must be of that plan.
    Raises ``NothingToDraft`` where no plan runs in that year, ``TemplateError`` when the template
    cannot be rendered.
    """
    if not progress.plans:
        whose = f"kế hoạch «{plan}» không thực hiện" if plan else "không kế hoạch nào thực hiện"
        raise NothingToDraft(
            f"{whose} trong năm {progress.period.year} nên không có nhu cầu kinh phí để tổng hợp",
            "chọn năm khác bằng --year; giai đoạn của kế hoạch: khóa period ở plan.yaml",
        )
    folder = ws.folder(plan) if plan else None
    return compose(KIND, Scene(ws, progress.as_of, folder, progress))
