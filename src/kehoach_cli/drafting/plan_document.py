"""The Kế hoạch with its Phụ lục."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.workspace import PlanFolder, Workspace

KIND = "ke-hoach"


def plan_document(
    ws: Workspace,
    folder: PlanFolder,
    as_of: date,
    *,
    kind: str = KIND,
    params: Mapping[str, str] | None = None,
    written_by: str | None = None,
) -> Document:
    """The plan as an official document, or another document about it.

    Raises ``TemplateError`` when the template cannot be rendered. ``folder.plan`` must be usable.
    """
    scene = Scene(ws, as_of, folder, params=params or {}, written_by=written_by)
    return compose(kind, scene)
