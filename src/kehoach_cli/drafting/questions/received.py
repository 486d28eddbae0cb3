"""``kehoach received``: the register of everyone who must report in a period."""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.blocks import Column
from kehoach_cli.drafting.questions.view import (
    Named,
    Show,
    View,
    heading,
    line,
    listing,
    named,
    plan_headings,
    view_of,
)
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import Progress, Sender
from kehoach_cli.workspace import Workspace

_UNASKED = "không có tên trong danh sách phải báo cáo"


@frozen
class RegisterRow:
    """A sender and a plan: where it stands in the register, by the last paper that stayed.

    ``state`` and ``receipt`` are codes of ``REGISTER_STATES`` and ``RECEIPTS``; ``days_late`` is of
    the first paper that stayed; ``sent_back`` the day on which the last returned one went back.
    """

    plan: str
    sender: Named
    must_report: bool
    state: str
    label: str
    number: str | None
    received: date | None
    send_by: date | None
    days_late: int
    sent_back: date | None
    receipt: str
    note: str


@frozen
class StateSum:
    """How many of those who must report are in a state."""

    state: str
    label: str
    count: int


def received_view(ws: Workspace, progress: Progress, *, missing_only: bool = False) -> View:
    """One row for each sender and plan; ``missing_only``: who owes a report that can be used.

    The sums are of all who must report, whatever is shown.
    """
    shown = progress.missing if missing_only else progress.senders
    rows = tuple(_row(ws, sender) for sender in shown)
    sums = tuple(
        StateSum(state.code, state.label, count) for state, count in progress.register.items()
    )
    who = {sender.id for sender in progress.senders if sender.must_report}
    parts = {"expected": len(who), "totals": sums, "rows": rows}
    headings = plan_headings(progress)
    table = listing(
        "so-bao-cao-den",
        _ROWS,
        rows,
        empty="(Không còn đơn vị nào chưa có báo cáo)" if missing_only else "(Không có đơn vị nào)",
        group=lambda row: headings[row.plan],
    )
    told = "Đơn vị chưa có báo cáo" if missing_only else "Sổ báo cáo đến"
    head = heading(f"{told}, kỳ báo cáo {progress.period.label}")
    return view_of(progress, (head, table, line(_sum(len(who), sums))), parts)


def _row(ws: Workspace, sender: Sender) -> RegisterRow:
    kept = [one for one in sender.arrivals if one.sent_back is None]
    last = kept[-1] if kept else sender.arrivals[-1] if sender.arrivals else None
    returned = [one.sent_back for one in sender.arrivals if one.sent_back]
    return RegisterRow(
        plan=sender.plan_id,
        sender=named(ws, sender.id),
        must_report=sender.must_report,
        state=sender.register.code,
        label=sender.register.label,
        number=last.number if last else None,
        received=last.received if last else None,
        send_by=last.send_by if last else sender.send_by,
        days_late=kept[0].days_late if kept else 0,
        sent_back=max(returned) if returned else None,
        receipt=sender.receipt.code,
        note=_note(sender),
    )


def _note(sender: Sender) -> str:
    """What the state does not say: what became of the figures, who typed them, who need not."""
    says = sender.receipt.label if sender.arrivals or sender.is_invalid else ""
    records = (one.record.value for one in reversed(sender.arrivals) if one.record)
    typed = next((f"người nhập: {one.typed_by}" for one in records if one.typed_by), "")
    return "; ".join(filter(None, (says, "" if sender.must_report else _UNASKED, typed)))


def _sum(expected: int, sums: tuple[StateSum, ...]) -> str:
    told = "; ".join(f"{one.label} {one.count}" for one in sums)
    lines = sum(one.count for one in sums)
    return f"{expected} đơn vị phải báo cáo, {lines} lượt theo từng kế hoạch: {told}."


_ROWS: tuple[Show[RegisterRow], ...] = (
    (Column("id", "Mã", 34), lambda row: row.sender.id),
    (Column("sender", "Đơn vị", 60), lambda row: row.sender.name),
    (Column("state", "Tình trạng", 32), lambda row: capitalised(row.label)),
    (Column("number", "Số", 36, yields=2), lambda row: row.number),
    (Column("received", "Ngày nhận", 24), lambda row: row.received),
    (
        Column("days_late", "Số ngày muộn", 18, "center", yields=1),
        lambda row: row.days_late or None,
    ),
    (Column("note", "Ghi chú", 50, yields=3), lambda row: capitalised(row.note)),
)
