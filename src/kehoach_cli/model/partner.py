"""Partners, the agreements signed with them and what they have committed to."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach_cli.model.fields import (
    LETTER_PATTERN,
    Actor,
    Day,
    Entity,
    Flag,
    OwnId,
    PlanRef,
    Text,
    Words,
    Years,
)


class PartnerUnit(Entity):
    """A unit of a partner that can be addressed by itself."""

    id: OwnId
    name: Words
    aliases: tuple[Words, ...] = ()


class FocalPoints(Entity):
    """Whom to turn to: office and unit, never a private phone or mail address."""

    partner: Words | None = None
    province: Actor | None = None


class Partner(Entity):
    """A partner, or a group of partners that share duties."""

    id: OwnId
    name: Words
    short: Words | None = None
    aliases: tuple[Words, ...] = ()
    kind: Literal[
        "telecom", "institute", "university", "college", "association", "company", "group"
    ]
    confirmed: Flag = True
    units: tuple[PartnerUnit, ...] = ()
    members: tuple[Actor, ...] = ()
    open: Flag = False
    focal_points: FocalPoints | None = None


class Review(Entity):
    """A review of an agreement: what came of it, what was hard, what is proposed."""

    date: Day
    results: tuple[Words, ...] = ()
    difficulties: tuple[Words, ...] = ()
    solutions: tuple[Words, ...] = ()


class Agreement(Entity):
    """A signed cooperation document (văn bản hợp tác); ``title`` as signed."""

    id: OwnId
    title: Words
    aliases: tuple[Words, ...] = ()
    signed: Day | None = None
    period: Years | None = None
    status: Literal["in-preparation", "in-force", "expired", "ended"]
    reviews: tuple[Review, ...] = ()


class Commitment(Entity):
    """A lettered commitment of a partner, made of one or more promises."""

    id: OwnId
    plan: PlanRef
    letter: Annotated[str, Text(LETTER_PATTERN)]
    parts: Annotated[tuple[Words, ...], Field(min_length=1)]
    condition: Words | None = None
    recurrence: Literal["yearly"] | None = None
    counterpart: Actor | None = None
    province_does: Words | None = None
