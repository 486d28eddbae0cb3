"""The document that amends or corrects a plan, from its changes as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.amendments import Kind
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.workspace import PlanFolder, Workspace

KINDS: Mapping[Kind, str] = {"amend": "ke-hoach-sua-doi", "correct": "cong-van-dinh-chinh"}
"""Which kind of document tells of which record."""


def amending_document(
    ws: Workspace,
    folder: PlanFolder,
    as_of: date,
    amendment: Amendment,
    params: Mapping[str, str] | None = None,
) -> Document:
    """The document that makes these changes, whether or not a file of the workspace has them.

    Raises ``TemplateError`` when the template cannot be rendered.
    """
    scene = Scene(ws, as_of, folder, params=params or {}, amendment=amendment)
    return compose(KINDS[amendment.kind], scene)
