"""The Kế hoạch with its Phụ lục."""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.workspace import PlanFolder, Workspace


def plan_document(ws: Workspace, folder: PlanFolder, as_of: date) -> Document:
    """The plan as an official document; its kind names the template.

    Raises ``TemplateError`` when the template cannot be rendered. ``folder.plan`` must be usable.
    """
    kind = folder.plan.value.kind if folder.plan else "ke-hoach"
    return compose(kind, Scene(ws, as_of, folder))
