"""The documents that open a round: the công văn, the list of those who report, their outlines."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.kinds import About, kind_document
from kehoach_cli.drafting.letters import receivers
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.progress import Progress
from kehoach_cli.workspace import Workspace

REQUEST = "cong-van-de-nghi-bao-cao"
OUTLINE = "de-cuong-bao-cao"
SENDERS = "danh-sach-don-vi-bao-cao"
OUTLINES = "de-cuong"
"""The folder of the outlines."""


def opening_documents(
    ws: Workspace, progress: Progress, params: Mapping[str, str]
) -> dict[str, Document]:
    """The công văn and an outline for each sender, by the names of their files.

    ``params`` are those of the công văn. Raises ``TemplateError``.
    """
    period = progress.period.id
    senders = receivers(Scene(ws, progress.as_of, given=progress), "focal")
    outlines = {
        f"{OUTLINES}/{OUTLINE}-{period}-{sender}": kind_document(
            ws, progress, OUTLINE, About(sender=sender)
        )
        for sender in senders
    }
    request = kind_document(ws, progress, REQUEST, About(params=params))
    return {f"{REQUEST}-{period}": request, **outlines}


def sender_list(ws: Workspace, progress: Progress) -> dict[str, Document]:
    """The list of those who have to report, by the name of its file; none where nobody has to."""
    if not receivers(Scene(ws, progress.as_of, given=progress), "focal"):
        return {}
    document = kind_document(ws, progress, SENDERS, About())
    return {f"{SENDERS}-{progress.period.id}": document}
