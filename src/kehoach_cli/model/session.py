"""A working session with partners: who is invited, who prepares what, what was concluded."""

from typing import Annotated, Literal

from kehoach_cli.model.fields import (
    Actor,
    Day,
    DocumentNumber,
    Entity,
    OwnId,
    TaskRef,
    Words,
    written_short,
)
from kehoach_cli.model.register import Document


class Invitation(Entity):
    """Someone invited to a working session: an actor, or words where no list names them."""

    agency: Actor | None = None
    text: Words | None = None
    side: Literal["leader", "province", "partner", "press"]
    invited: Document | None = None
    reply: Literal["coming", "not-coming", "none"] | None = None
    materials: tuple[Words, ...] = ()


class Preparation(Entity):
    """What an agency prepares for a session; ``task`` is the duty that says so."""

    agency: Actor
    text: Words
    due: Words | None = None
    task: TaskRef | None = None


class AgendaItem(Entity):
    """An item of the agenda; ``at``: its time as printed, ``by``: who speaks or presides."""

    text: Words
    at: Words | None = None
    by: Words | None = None


class ConclusionAssignment(Entity):
    """Work that a conclusion gives to an agency; ``task`` is the task that it became."""

    agency: Actor
    text: Words
    support: tuple[Actor, ...] = ()
    due: Words | None = None
    task: TaskRef | None = None


class Conclusions(Entity):
    """The Thông báo kết luận of a session, without number and date until it is issued.

    ``points`` are what was found and agreed, ``assignments`` who does what; ``tasks`` those that
    came of it, the ones that an assignment names not said again.
    """

    number: DocumentNumber | None = None
    date: Day | None = None
    points: tuple[Words, ...] = ()
    assignments: tuple[ConclusionAssignment, ...] = ()
    tasks: tuple[TaskRef, ...] = ()


class Session(Entity):
    """A working session with partners; ``time`` in words until a giấy mời fixes it."""

    id: OwnId
    title: Words
    state: Literal["planned", "invited", "held", "concluded", "cancelled"]
    time: Words
    day: Day | None = None
    place: Words
    chair: Words | None = None
    reply_by: Words | None = None
    """Until when those invited say whether they come, and send their materials."""
    notes: tuple[Words, ...] = ()
    """What a giấy mời asks to be heeded."""
    invited: tuple[Invitation, ...] = ()
    agenda: tuple[Annotated[AgendaItem, written_short("text")], ...] = ()
    preparation: tuple[Preparation, ...] = ()
    conclusions: Conclusions | None = None
