"""What one sender reports for one period: its tasks, commitments, difficulties, proposals."""

from typing import Literal

from kehoach_cli.model.fields import (
    Actor,
    ChallengeRef,
    CommitmentRef,
    Day,
    DeclaredStatus,
    Dong,
    Entity,
    Flag,
    OwnId,
    Percent,
    TaskRef,
    Words,
)
from kehoach_cli.model.register import Document

LateReason = Literal[
    "cho-huong-dan",
    "cho-kinh-phi",
    "cho-phoi-hop",
    "cho-phe-duyet",
    "vuong-thu-tuc",
    "thieu-nhan-luc",
    "doi-tac-cham",
    "khac",
]

LATE_REASON_LABELS: dict[str, str] = {
    "cho-huong-dan": "chờ hướng dẫn của cấp trên",
    "cho-kinh-phi": "chờ bố trí kinh phí",
    "cho-phoi-hop": "chờ cơ quan phối hợp",
    "cho-phe-duyet": "chờ cấp có thẩm quyền phê duyệt",
    "vuong-thu-tuc": "vướng thủ tục",
    "thieu-nhan-luc": "thiếu nhân lực",
    "doi-tac-cham": "đối tác thực hiện chậm",
    "khac": "lý do khác",
}


class Evidence(Entity):
    """Proof of a product: a document, a file under ``evidence/``, a link or a news item."""

    document: Document | None = None
    file: Words | None = None
    link: Words | None = None
    news: Words | None = None


class TaskReport(Entity):
    """What the sender says of one task."""

    task: TaskRef
    status: DeclaredStatus
    percent: Percent | None = None
    done_on: Day | None = None
    submitted: Document | None = None
    document: Document | None = None
    result: Words | None = None
    product: tuple[Evidence, ...] = ()
    late_reason: LateReason | None = None
    late_note: Words | None = None
    spent: Dong | None = None


class CommitmentReport(Entity):
    """What the sender says of one commitment."""

    commitment: CommitmentRef
    kept: Literal["yes", "partly", "no"]
    text: Words | None = None
    product: tuple[Evidence, ...] = ()
    confirmed_by: Actor | None = None


class Difficulty(Entity):
    """A difficulty (khó khăn, vướng mắc), who must answer it and what is proposed."""

    id: OwnId
    text: Words
    to: Actor | None = None
    proposal: Words | None = None


class Appraisal(Entity):
    """What an agency that was asked says of a proposal."""

    by: Actor
    text: Words
    date: Day | None = None


class Proposal(Entity):
    """Something proposed outside the Phụ lục (000, II)."""

    id: OwnId
    kind: Literal["task", "solution", "need", "project"]
    title: Words
    challenge: ChallengeRef | None = None
    lead: Actor | None = None
    goal: Words | None = None
    roadmap: Words | None = None
    product: Words | None = None
    resources: Words | None = None
    priority: Literal["high", "medium", "low"] | None = None
    appraisals: tuple[Appraisal, ...] = ()


class Report(Entity):
    """``progress/<period>/<sender>.yaml``: one sender, one file."""

    sender: Actor
    period: Words
    reported: Day
    document: Document | None = None
    own_plan: Document | None = None
    integrated: Words | None = None
    nothing_to_report: Flag = False
    tasks: tuple[TaskReport, ...] = ()
    commitments: tuple[CommitmentReport, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    proposals: tuple[Proposal, ...] = ()
