"""What the focal agency keeps beside a plan: what came, was decided, closed and sent out."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach_cli.model.fields import (
    HASH_PATTERN,
    PERIOD_PATTERN,
    Actor,
    Day,
    DifficultyRef,
    DocumentNumber,
    Entity,
    Flag,
    LetterRef,
    OwnId,
    ProposalRef,
    TaskRef,
    Text,
    Words,
)
from kehoach_cli.model.register import Document

PeriodName = Annotated[str, Text(PERIOD_PATTERN)]
Hash = Annotated[str, Text(HASH_PATTERN)]

How = Literal["form", "document", "scan", "nothing"]
Outcome = Literal["accepted", "declined", "deferred"]
Step = Literal["answered", "reported", "resolved"]
LetterKind = Literal["de-nghi-bao-cao", "don-doc", "lay-y-kien", "phan-chia", "dinh-chinh"]

LETTER_LABELS: dict[LetterKind, str] = {
    "de-nghi-bao-cao": "đề nghị báo cáo",
    "don-doc": "đôn đốc",
    "lay-y-kien": "lấy ý kiến",
    "phan-chia": "thông báo phân chia nội dung",
    "dinh-chinh": "đính chính",
}
ASKS_FOR_REPORT: frozenset[LetterKind] = frozenset({"de-nghi-bao-cao", "don-doc"})
"""Kinds of letters that a report for the letter's period answers."""

_SIGNED: frozenset[How] = frozenset({"document", "scan"})


class SentBack(Entity):
    """A report that was returned to be made again."""

    date: Day
    reason: Words


class ReceiptRecord(Entity):
    """One line of ``receipts.yaml``: something that a sender handed in for a period.

    ``how``: an office form, a paper document, a scan of one, or word that there is nothing to
    report («không phát sinh»).
    """

    period: PeriodName
    sender: Actor
    received: Day
    how: How
    number: DocumentNumber | None = None
    date: Day | None = None
    signed: Flag | None = None
    sent_back: SentBack | None = None
    typed_by: Words | None = None
    note: Words | None = None

    @property
    def is_signed(self) -> bool:
        """As recorded; else a document or a scan is, and «không phát sinh» with a number."""
        if self.signed is not None:
            return self.signed
        return self.how in _SIGNED or (self.says_nothing and self.number is not None)

    @property
    def says_nothing(self) -> bool:
        """It says that nothing arose in the period."""
        return self.how == "nothing"


class ProposalDecision(Entity):
    """What was decided on a proposal; an accepted one names the task that it became."""

    proposal: ProposalRef
    outcome: Outcome
    document: Document | None = None
    task: TaskRef | None = None
    reason: Words | None = None
    by: Actor | None = None


class DifficultyStep(Entity):
    """What was done about a difficulty on a day; the last of several is how it stands."""

    difficulty: DifficultyRef
    state: Step
    date: Day
    by: Actor | None = None
    document: Document | None = None
    text: Words | None = None


class DecisionFile(Entity):
    """``decisions.yaml``; its entries are read one by one."""

    proposals: tuple[ProposalDecision, ...] = ()
    difficulties: tuple[DifficultyStep, ...] = ()


class SenderFingerprint(Entity):
    """The SHA-256 of what one sender's files and receipts say."""

    sender: Actor
    fingerprint: Hash


class Reopening(Entity):
    """Why a closed period was opened again, and the document that allowed it."""

    date: Day
    document: Document
    reason: Words


class Closing(Entity):
    """A period whose reports must not change any more; of several entries the last counts.

    ``fingerprint`` is the SHA-256 over ``senders``, which say whose data differ.
    """

    period: PeriodName
    closed: Day
    fingerprint: Hash
    senders: tuple[SenderFingerprint, ...] = ()
    reopened: Reopening | None = None


class Opinion(Entity):
    """An opinion on a draft: which place, what is proposed, whether it is taken up and why not."""

    clause: Words | None = None
    text: Words
    taken: Literal["yes", "partly", "no"] | None = None
    answer: Words | None = None


class Answer(Entity):
    """An answer to a letter; one to a draft agrees with it or has opinions on it."""

    by: Actor
    date: Day
    document: Document | None = None
    agrees: Flag = False
    opinions: tuple[Opinion, ...] = ()


class Letter(Entity):
    """An outgoing công văn; ``follows`` is the letter that it goes on from («Tiếp theo …»).

    Without a day it has not gone out yet: nobody has received it.
    """

    id: OwnId
    kind: LetterKind
    number: DocumentNumber | None = None
    date: Day | None = None
    to: Annotated[tuple[Actor, ...], Field(min_length=1)]
    period: PeriodName | None = None
    answer_due: Day | None = None
    follows: LetterRef | None = None
    answered: tuple[Answer, ...] = ()
