"""The province's registers: settings, agencies and communes, the big challenges, periods."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from kehoach_cli.model.fields import (
    PERIOD_PATTERN,
    PROVINCE_PATTERN,
    Actor,
    Count,
    Day,
    DayOfMonth,
    DocumentNumber,
    Entity,
    Flag,
    OwnId,
    PlanRef,
    Symbol,
    Text,
    Words,
    written_short,
)

ClarityPoint = Literal[
    "person", "work", "time", "responsibility", "product", "approver", "resources", "inspection"
]

SIX_CLARITIES: tuple[ClarityPoint, ...] = (
    "person",
    "work",
    "time",
    "responsibility",
    "product",
    "approver",
)
"""The set that plan 000 names: người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền."""


class Document(Entity):
    """A document that is referred to; ``type`` in words, number and date as it carries them."""

    type: Words | None = None
    number: DocumentNumber | None = None
    date: Day | None = None
    issuer: Words | None = None
    title: Words | None = None


class Province(Entity):
    """The province; ``place`` is the địa danh of its documents (NĐ 30/2020, PL I.II.4.a)."""

    name: Words
    code: Annotated[str, Text(PROVINCE_PATTERN)]
    place: Words


class Signature(Entity):
    """How the signature block is printed."""

    collective_line: Flag = False


class WrittenCalendar(Entity):
    """Closing days written out, or (``name``) one of the named tables of ``vn.period``."""

    name: Words | None = None
    closing_day: DayOfMonth | None = None
    source: Words | None = None


InternalPart = Literal[
    "drafts",
    "senders",
    "difficulties",
    "proposals",
    "money",
    "late-reasons",
    "people",
    "history",
]
INTERNAL_PARTS: tuple[InternalPart, ...] = get_args(InternalPart)


class Settings(Entity):
    """``kehoach.yaml``: what holds for the whole workspace."""

    schema_: Annotated[Literal["1"], Field(alias="schema")]
    province: Province
    focal: Actor
    issuer: Actor
    form: Literal["nd30-2020"] = "nd30-2020"
    clarity: tuple[ClarityPoint, ...] = SIX_CLARITIES
    draft_mark: Flag = False
    copies: Literal["paper", "electronic"] = "paper"
    """Whether «(Kèm theo …)» is filled in; electronic documents leave it blank."""
    signature: Signature = Signature()
    calendar: Annotated[WrittenCalendar, written_short("name")] = WrittenCalendar(name="nd09-2019")
    answer_within_days: Count = 30
    """Calendar days after which an open difficulty is a finding."""
    remind_before: tuple[Count, ...] = (30, 7, 3)
    """Working days before a last day from which on an early warning names it."""
    internal: tuple[InternalPart, ...] = INTERNAL_PARTS
    """What ``dashboard --public`` leaves out; by default everything that may be."""
    notice: Words | None = None
    """A line that every page of every document carries («Dữ liệu giả định …»)."""


AgencyKind = Literal[
    "province",
    "office",
    "department",
    "police",
    "commune",
    "party",
    "mass-org",
    "centre",
    "unit",
    "group",
]


class SignerOffice(Entity):
    """Who signs for an agency: the office, and the name where it is known."""

    title: Words
    name: Words | None = None
    since: Annotated[Day | None, Field(alias="from")] = None


class MembersFrom(Entity):
    """A group whose members follow from other data; ``among``: only members of that group."""

    kind: AgencyKind | None = None
    plan: PlanRef | None = None
    leads_of: Literal["annex"] | None = None
    among: Actor | None = None


class Agency(Entity):
    """An agency, a commune, or a group of them; all share one id space with the partners."""

    id: OwnId
    name: Words
    short: Words | None = None
    symbol: Symbol | None = None
    code: Words | None = None
    aliases: tuple[Words, ...] = ()
    kind: AgencyKind
    parent: Actor | None = None
    since: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    successor: Actor | None = None
    confirmed: Flag = True
    signers: tuple[SignerOffice, ...] = ()
    address: Words | None = None
    """Where it is found, as its công văn prints it: street, phone, mail, web page."""
    members: tuple[Actor, ...] = ()
    members_from: MembersFrom | None = None
    open: Flag = False
    """Never expanded: nobody can say who belongs to it («các địa phương liên quan»)."""


class ChallengeSource(Entity):
    """Where a challenge was stated."""

    plan: PlanRef
    clause: Words


class Challenge(Entity):
    """One of the province's bài toán lớn."""

    id: OwnId
    title: Words
    prepared_by: Actor | None = None
    compiled_by: Actor | None = None
    lead: Actor | None = None
    source: ChallengeSource


class SendBy(Entity):
    """Last days to send a report, by sender; unset means that nobody has set one."""

    agencies: Day | None = None
    communes: Day | None = None
    partners: Day | None = None
    focal_to_ubnd: Annotated[Day | None, Field(alias="focal-to-ubnd")] = None


class Round(Entity):
    """A reporting round (kỳ báo cáo) as it was opened; its days default to the calendar."""

    id: Annotated[str, Text(PERIOD_PATTERN)]
    guide: Document | None = None
    closing: Day | None = None
    send_by: SendBy = SendBy()


MoneyLevel = Literal["tinh", "xa"]
MoneyKind = Literal["dau-tu", "thuong-xuyen", "khcn-dmst-cds"]
