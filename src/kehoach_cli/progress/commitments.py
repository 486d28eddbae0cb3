"""The partners' commitments (cam kết): whether they were kept, counted apart from the tasks.

Commitments are asked for, not assigned, so they have states of their own and are never overdue.
All commitments of a plan are asked after in each of its periods, those said to be kept before too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.report import CommitmentReport
from kehoach_cli.model.status import SILENT, State
from kehoach_cli.progress.confirmations import word_of_agency
from kehoach_cli.progress.groups import Holder
from kehoach_cli.progress.items import Assignment, Item
from kehoach_cli.progress.population import Scope
from kehoach_cli.progress.received import Received, says_nothing_arose, sent_by, statements
from kehoach_cli.workspace import Located, Workspace

KEPT = State("kept", "đã thực hiện", is_done=True)
PARTLY_KEPT = State("partly-kept", "thực hiện một phần", is_running=True)
NOT_KEPT = State("not-kept", "chưa thực hiện")
NOTHING_AROSE = State("nothing-arose", "không phát sinh")

COMMITMENT_STATES: tuple[State, ...] = (KEPT, PARTLY_KEPT, NOT_KEPT, NOTHING_AROSE, SILENT)
"""All states of a commitment, in the order in which tables show them; SILENT is the tasks' own."""

COMMITMENT_ROLE = "cam kết"

_SAID: dict[str, State] = {"yes": KEPT, "partly": PARTLY_KEPT, "no": NOT_KEPT}


def said_of(entry: CommitmentReport) -> State:
    """What a report says of a commitment, in the words of the table."""
    return _SAID[entry.kept]


def commitment_items(ws: Workspace, plans: Collection[str], scope: Scope) -> Iterator[Item]:
    """One item for each commitment made in one of the plans, in the order of the files."""
    for commitment in ws.of(Commitment):
        if commitment.value.plan in plans:
            yield _item(ws, commitment, scope)


def _item(ws: Workspace, commitment: Located[Commitment], scope: Scope) -> Item:
    one = commitment.value
    expansion = scope.roster.expand(commitment.owner)
    assignments = tuple(
        _judge(ws, one, holder, commitment.owner, scope.received) for holder in expansion.holders
    )
    return Item(
        key=f"{commitment.owner}/{one.id}",
        id=one.id,
        kind="commitment",
        plan_id=one.plan,
        clause=one.letter,
        title="; ".join(part.rstrip(".;") for part in one.parts),
        mode="requested",
        state=roll_up_kept([each.state for each in assignments]),
        assignments=assignments,
        commitment=commitment,
        open_to=expansion.open_to,
    )


def _judge(
    ws: Workspace, one: Commitment, holder: Holder, owner: str, received: Received
) -> Assignment:
    said = statements(received.kept, one.plan, holder.senders, one.id)
    reports = sent_by(received, one.plan, holder.senders)
    state = said_of(said[-1].entry) if said else SILENT
    has_nothing = not said and says_nothing_arose(reports)
    report = reports[-1] if has_nothing else None
    bad = any((one.plan, sender) in received.bad for sender in holder.senders)
    return Assignment(
        agency=holder.actor,
        role=COMMITMENT_ROLE,
        state=NOTHING_AROSE if has_nothing else state,
        reported=bool(said or reports),
        report=said[-1].report if said else report,
        entry=said[-1].entry if said else None,
        invalid_report=bad and state is SILENT and not has_nothing,
        via=None if owner in holder.senders else owner,
        senders=holder.senders,
        word=word_of_agency(ws, received, one, said),
    )


def roll_up_kept(states: list[State]) -> State:
    """The commitment's own state where several partners share it.

    Those with nothing to report do not count beside others. All alike give that state; else it is
    kept in part if anybody kept some of it, not kept if anybody says so, and otherwise silent.
    """
    if states and all(state is NOTHING_AROSE for state in states):
        return NOTHING_AROSE
    counted = [state for state in states if state is not NOTHING_AROSE]
    if len(set(counted)) == 1:
        return counted[0]
    if any(state.is_done or state.is_running for state in counted):
        return PARTLY_KEPT
    return NOT_KEPT if NOT_KEPT in counted else SILENT
