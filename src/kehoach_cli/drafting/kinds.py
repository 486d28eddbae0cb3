"""Documents of any kind by its name, and the letters that remind those who are late or silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.demands import EARLY, reminded
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import load_template
from kehoach_cli.errors import NothingToDraft
from kehoach_cli.frozen import frozen
from kehoach_cli.model.session import Invitation, Session
from kehoach_cli.progress import Progress
from kehoach_cli.workspace import Located, Workspace

REMINDER = "cong-van-don-doc"
EARLY_WARNING = "cong-van-nhac-han"


@frozen
class About:
    """What a document is about, as far as its kind asks for it; all partners where none is said."""

    partner: str | None = None
    sender: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    written_by: str | None = None


def scope_of(kind: str, root: Path) -> str:
    """What one document of that kind is about (see ``templates.SCOPES``)."""
    return load_template(kind, root).plain("scope")


def kind_document(ws: Workspace, progress: Progress, kind: str, about: About) -> Document:
    """The document of a kind that is about a period, a partner or one that must report.

    Raises ``TemplateError`` when the template cannot be rendered.
    """
    scene = Scene(
        ws,
        progress.as_of,
        given=progress,
        params=about.params,
        partner=about.partner,
        sender=about.sender,
        written_by=about.written_by,
    )
    return compose(kind, scene)


def session_documents(
    ws: Workspace, as_of: date, kind: str, found: Located[Session], asked: SessionAsked
) -> dict[str, Document]:
    """The documents of a working session by what tells them apart: "" for one to all.

    With ``each`` there is one for each guest, by its id, or its place among the invited where only
    words say who it is. Raises ``NothingToDraft`` for a session that was called off, and
    ``TemplateError``.
    """
    session = found.value
    if session.state == "cancelled":
        raise NothingToDraft(
            f"chương trình làm việc «{session.id}» đã hủy nên không soạn {kind}",
            "vẫn họp thì sửa state trong tệp của chương trình làm việc",
        )
    guests = _guests(session) if asked.each else {"": None}
    return {
        name: compose(
            kind,
            Scene(
                ws,
                as_of,
                ws.folder(found.owner),
                params=asked.params,
                session=session,
                guest=guest,
                written_by=asked.written_by,
            ),
        )
        for name, guest in guests.items()
    }


def _guests(session: Session) -> dict[str, Invitation | None]:
    """The invited by id; who has none, or has it from another one before, by place."""
    found: dict[str, Invitation | None] = {}
    for place, one in enumerate(session.invited, start=1):
        name = one.agency or str(place)
        found[f"{name}-{place}" if name in found else name] = one
    return found


@frozen
class SessionAsked:
    """How a session's document is asked for: one to all or one each, in whose name."""

    each: bool = False
    params: Mapping[str, str] = field(default_factory=dict)
    written_by: str | None = None


@frozen
class Reminder:
    """Whom to remind, by ``demands.TARGETS``, in whose name, in one letter or one each."""

    target: str = "all"
    written_by: str = "focal"
    each: bool = False
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Which kind of document it is: nobody is pressed before a last day is over."""
        return EARLY_WARNING if self.target == EARLY else REMINDER


def reminders(ws: Workspace, progress: Progress, asked: Reminder) -> dict[str, Document]:
    """The letters by what tells them apart: "" for one to all, else the id of whom it goes to.

    Nobody to remind gives none; nobody is reminded by himself. Raises ``TemplateError``.
    """
    scene = Scene(
        ws,
        progress.as_of,
        given=progress,
        params=asked.params,
        about=asked.target,
        written_by=asked.written_by,
    )
    writer = scene.party(asked.written_by)
    named = [one.actor for one in reminded(scene, asked.target)]
    to = tuple(one for one in named if writer is None or one != writer.id)
    groups = {one: (one,) for one in to} if asked.each else {"": to} if to else {}
    return {name: _letter(asked.kind, scene, members) for name, members in groups.items()}


def _letter(kind: str, scene: Scene, to: tuple[str, ...]) -> Document:
    return compose(
        kind,
        Scene(
            scene.ws,
            scene.as_of,
            given=scene.progress,
            params=scene.params,
            to=to,
            about=scene.about,
            written_by=scene.written_by,
        ),
    )
