"""A plan (Kế hoạch) as a document, its annex, its tasks and their extensions."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach_cli.model.fields import (
    Actor,
    ChallengeRef,
    CommitmentRef,
    Day,
    DayOrMonth,
    DocumentNumber,
    Dong,
    Entity,
    Flag,
    OwnId,
    ProposalRef,
    TaskRef,
    Words,
    Year,
    Years,
    written_short,
)
from kehoach_cli.model.register import ClarityPoint, Document, MoneyKind, MoneyLevel
from kehoach_cli.vn.dates import Month

TaskKind = Literal["annex", "duty", "conclusion", "proposal"]
AssignedRole = Literal["chủ trì", "phối hợp", "tham gia", "tham mưu"]
Mode = Literal["assigned", "requested"]

LEAD: AssignedRole = "chủ trì"
SUPPORT: AssignedRole = "phối hợp"


class Grounds(Entity):
    """Căn cứ, as italic lines, as dashes, or worked into the opening sentence (prose)."""

    style: Literal["prose", "lines", "dashes"] = "lines"
    items: tuple[Document, ...] = ()


class DutyBlock(Entity):
    """A numbered item of «Tổ chức thực hiện»: whose duties stand under it, and under what words.

    The duties printed are the plan's tasks of kind duty whose ``source.clause`` is the number of
    this item («IV.2», «V.3.1»); ``text`` stands before them. ``style``: each duty after a dash,
    after a letter, as a paragraph, or the only one in the heading's own paragraph; without it
    dashes, and a paragraph for one that stands alone.
    """

    agency: Actor
    heading: Words | None = None
    text: Words | None = None
    style: Literal["dashes", "letters", "paragraphs", "inline"] | None = None
    nested: tuple[Annotated["DutyBlock", written_short("agency")], ...] = ()


class PlanSection(Entity):
    """A mục of the plan: running text in the markup, then duties, then commitments."""

    heading: Words
    text: Words | None = None
    duties: tuple[Annotated[DutyBlock, written_short("agency")], ...] = ()
    commitments: tuple[Actor, ...] = ()


class Recipient(Entity):
    """A line of Nơi nhận: an agency or group, words, or all named in a section.

    ``text`` beside ``agency`` is how that line reads where it is not the agency's short name.
    """

    agency: Actor | None = None
    text: Words | None = None
    section: Words | None = None
    note: Words | None = None


class PlanSigner(Entity):
    """Lines of authority and office as printed, then the name."""

    lines: Annotated[tuple[Words, ...], Field(min_length=1)]
    name: Words | None = None


class Plan(Entity):
    """``plan.yaml``: the document. ``text`` says whether its wording is the issued one."""

    id: OwnId
    kind: Literal["ke-hoach"] = "ke-hoach"
    state: Literal["draft", "consulting", "submitted", "issued", "amended", "ended"] = "draft"
    text: Literal["verbatim", "reconstructed"]
    issuer: Actor | None = None
    number: DocumentNumber | None = None
    date: DayOrMonth | None = None
    title: Words
    period: Years
    partners: tuple[Actor, ...] = ()
    clarity: tuple[ClarityPoint, ...] | None = None
    grounds: Grounds = Grounds()
    intro: Words
    numbering: Literal["roman", "figures"] = "roman"
    """Before the mục «I», «II», «1» below; or «1», «2» and «1.1»."""
    sections: Annotated[tuple[PlanSection, ...], Field(min_length=1)]
    closing: Words
    recipients: tuple[Recipient, ...] = ()
    filing: Words
    signer: PlanSigner

    @property
    def is_issued(self) -> bool:
        """It has left the house with number and date."""
        return self.state in {"issued", "amended", "ended"}

    @property
    def issued_from(self) -> Day | None:
        """Its date once it is issued, of a month the first day; None until then."""
        if not self.is_issued:
            return None
        return self.date.first if isinstance(self.date, Month) else self.date


class Annex(Entity):
    """The plan's Phụ lục; its rows are the tasks of kind annex."""

    number: Words | None = None
    title: Words
    columns: tuple[
        Literal["title", "lead", "support", "product", "due", "approver", "person", "note"], ...
    ] = ("title", "lead", "support", "product", "due")


class TaskSource(Entity):
    """Where a task comes from: a clause of the plan, another document, an accepted proposal."""

    clause: Words | None = None
    document: Document | None = None
    proposal: ProposalRef | None = None


class OtherRole(Entity):
    """An agency that has a part other than lead and plain support."""

    agency: Actor
    role: AssignedRole


class DueEvent(Entity):
    """What a due counts from («10 ngày sau khi …») once it has happened: the day, or by what."""

    day: Day | None = None
    document: Document | None = None

    @property
    def happened_on(self) -> Day | None:
        """The day as given, else that of the document."""
        return self.day or (self.document.date if self.document else None)


class Milestone(Entity):
    """A step on the way; shown, not counted."""

    text: Words
    due: Words


class Split(Entity):
    """The partner's part and the province's part of a task (000, IV.2)."""

    partner_does: Words | None = None
    province_does: Words | None = None
    province_money: Flag | None = None
    agreed: Document | None = None
    announced: Document | None = None


class MoneyLine(Entity):
    """Money for a task in one year, in đồng; ``estimated``: what the whole year should come to."""

    year: Year
    level: MoneyLevel
    kind: MoneyKind
    source: Words
    needed: Dong | None = None
    allocated: Dong | None = None
    spent: Dong | None = None
    estimated: Dong | None = None
    supplementary: Flag = False


class Task(Entity):
    """A task (nhiệm vụ) or a duty (trách nhiệm được giao); ``due`` is what the document prints."""

    id: OwnId
    kind: TaskKind
    source: TaskSource
    mode: Mode = "assigned"
    group: Words | None = None
    title: Words
    lead: Actor | None = None
    co_leads: tuple[Actor, ...] = ()
    support: tuple[Actor, ...] = ()
    others: tuple[OtherRole, ...] = ()
    person: Words | None = None
    product: Words | None = None
    approver: Actor | None = None
    due: Words | None = None
    due_set_by: Document | None = None
    due_event: DueEvent | None = None
    assigned: Day | None = None
    milestones: tuple[Milestone, ...] = ()
    challenge: ChallengeRef | None = None
    commitment: CommitmentRef | None = None
    split: Split | None = None
    money: tuple[MoneyLine, ...] = ()
    note: Words | None = None

    @property
    def leads(self) -> tuple[Actor, ...]:
        """The lead, then those who lead beside it (đồng chủ trì)."""
        return self.co_leads if self.lead is None else (self.lead, *self.co_leads)

    @property
    def holders(self) -> tuple[tuple[Actor, AssignedRole], ...]:
        """Who answers for it, with the role: the leads, or, where none is named, the others."""
        if self.leads:
            return tuple((actor, LEAD) for actor in self.leads)
        return tuple((other.agency, other.role) for other in self.others)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All who have a part in it, the holders first, nobody twice."""
        named = [actor for actor, _ in self.holders]
        named += [*self.support, *(other.agency for other in self.others)]
        return tuple(dict.fromkeys(named))


class TaskFile(Entity):
    """``tasks.yaml``; its annex and its tasks are read one by one."""

    annex: Annex | None = None
    tasks: tuple[Task, ...] = ()


class Extension(Entity):
    """A later due date and the document that allowed it; the original never disappears."""

    task: TaskRef
    due: Words
    reason: Words
    requested: Document | None = None
    granted: Document | None = None
