"""What is counted: items (nhiệm vụ, cam kết) and their assignments (lượt giao), one state each."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Extension, Mode, Task, TaskKind
from kehoach_cli.model.report import LATE_REASON_LABELS, CommitmentReport, Report, TaskReport
from kehoach_cli.model.status import State, Status
from kehoach_cli.progress.confirmations import Confirmation, Word, compared
from kehoach_cli.vn.due import Due
from kehoach_cli.workspace import Located

ItemKind = TaskKind | Literal["commitment"]


@frozen
class Assignment:
    """One item given to one actor (lượt giao).

    ``days_late``: calendar days past the last day, of the day it was done or of the day of the
    figures; 0 unless the state is a late one. ``is_past_by_plan``: nothing was said of it and the
    plan's last day is over, which is shown beside «chưa có báo cáo» and never called overdue.
    ``reported``: a report of this actor on the plan counts for the period, even when it leaves
    this item out; ``entry`` is what it says of the item, ``report`` where it says so.
    ``waits_for``: the approver, when it is submitted and the approver is named.
    ``invalid_report``: a file was sent but cannot be used, and no other speaks of the item.
    ``senders``: whose reports are taken for this actor's. ``via``: the group through which it was
    given. ``word``: what an agency says of a commitment, beside the partner's ``entry``.
    """

    agency: str
    role: str
    state: State
    last_day: date | None = None
    days_late: int = 0
    reported: bool = False
    status: Status | None = None
    is_past_by_plan: bool = False
    waits_for: str | None = None
    report: Located[Report] | None = None
    entry: TaskReport | CommitmentReport | None = None
    invalid_report: bool = False
    via: str | None = None
    senders: tuple[str, ...] = ()
    word: Word | None = None

    @property
    def confirmation(self) -> Confirmation:
        """How the partner's word and that of an agency stand to each other, of a commitment."""
        said = self.entry if isinstance(self.entry, CommitmentReport) else None
        return compared(said, self.word)

    @property
    def late_reason(self) -> str | None:
        """Why it is late in the sender's words: the reason from the list, then the note."""
        if not isinstance(self.entry, TaskReport):
            return None
        reason = LATE_REASON_LABELS.get(self.entry.late_reason or "")
        said = [text for text in (reason, self.entry.late_note) if text]
        return ": ".join(said) or None


@frozen
class Item:
    """A task, one occurrence of a recurring task, or a commitment.

    ``key`` is unique among the items; ``id`` is shared by the occurrences of a task.
    ``last_day`` heeds the extension in force, ``original_last_day`` never does. ``state`` is the
    item's own state (see ``states.roll_up``). ``asked_extension`` was asked for and not granted by
    the day of the figures, so the last day stands. ``open_to``: open groups it was given to, which
    have no assignment until somebody names their members. ``done_earlier``: assignments of this
    item that were done before the period and are therefore not among ``assignments``.
    """

    key: str
    id: str
    kind: ItemKind
    plan_id: str
    clause: str | None
    title: str
    mode: Mode
    state: State
    assignments: tuple[Assignment, ...]
    task: Located[Task] | None = None
    commitment: Located[Commitment] | None = None
    group: str | None = None
    due: Due | None = None
    last_day: date | None = None
    original_last_day: date | None = None
    extension: Located[Extension] | None = None
    asked_extension: Located[Extension] | None = None
    occurrence: date | None = None
    is_past_by_plan: bool = False
    open_to: tuple[str, ...] = ()
    done_earlier: int = 0

    @property
    def is_task(self) -> bool:
        """It counts among the nhiệm vụ; commitments are counted apart."""
        return self.commitment is None

    @property
    def assignment_count(self) -> int:
        """The 102 of «12/102 đã hoàn thành», those done before the period included."""
        return len(self.assignments) + self.done_earlier

    @property
    def done_count(self) -> int:
        """The 12 of «12/102 đã hoàn thành», those done before the period included."""
        return self.done_earlier + sum(one.state.is_done for one in self.assignments)
