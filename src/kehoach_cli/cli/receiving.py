"""Which plans a paper is written down for, and what speaks against it."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli.documents import known_plans
from kehoach_cli.cli.recording import folders_of, place_of, refuse_closed, write_changes
from kehoach_cli.cli.selection import known_agency, read_period
from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context
    from kehoach_cli.source.fold import Data
    from kehoach_cli.workspace import PlanFolder


@frozen
class Paper:
    """A report that has come, as the register tells of it."""

    sender: str
    period: str
    received: date
    how: str
    number: str | None = None
    date: date | None = None
    note: str | None = None

    def record(self) -> dict[str, Data]:
        """The line of ``receipts.yaml``; what is not known is left out."""
        said = {
            "period": self.period,
            "sender": self.sender,
            "received": self.received.isoformat(),
            "how": self.how,
            "number": self.number,
            "date": self.date.isoformat() if self.date else None,
            "note": self.note,
        }
        return {key: value for key, value in said.items() if value is not None}


@frozen
class Return:
    """A report that goes back to its sender on ``day``; ``number`` says which, else the last."""

    sender: str
    period: str
    number: str | None
    day: date
    reason: str


def take_in(context: Context, paper: Paper, plan: str | None) -> None:
    """Write the paper down for each plan; refuse what is there already and closed periods."""
    from kehoach_cli.workspace.records import receipt_added, same_receipt

    if paper.date and paper.date > paper.received:
        raise typer.BadParameter("ngày của báo cáo không thể sau ngày nhận")
    folders = _plans(context, paper, plan)
    refuse_closed(context, folders, paper.period)
    record = paper.record()
    for folder in folders:
        first = same_receipt(folder, record)
        if first is not None:
            raise OutputError(
                f"báo cáo này của {_name(context, paper.sender)} đã có trong sổ: "
                f"{place_of(context, first)}",
                "chỉ ghi cho kế hoạch khác thì thêm --plan; báo cáo làm lại thì ghi trả lại bản "
                "trước bằng --send-back",
            )
    write_changes(context, [receipt_added(folder, record) for folder in folders])
    _say(context, paper)


def take_back(context: Context, returned: Return, plan: str | None) -> None:
    """Mark the last paper of the sender as sent back, in each plan that holds one."""
    from kehoach_cli.workspace.records import last_receipt, receipt_sent_back

    known_agency(context, returned.sender)
    period = read_period(context, returned.period)
    folders = folders_of(context, known_plans(context, [plan] if plan else []))
    found = {
        folder.id: one
        for folder in folders
        if (one := last_receipt(folder, returned.sender, period, returned.number))
    }
    if not found:
        raise OutputError(
            f"sổ báo cáo đến kỳ {period} không có báo cáo nào của "
            f"{_name(context, returned.sender)} để trả lại, hoặc báo cáo sau cùng đã trả lại rồi",
            "ghi việc nhận báo cáo trước: kehoach receive … --how form",
        )
    refuse_closed(context, folders_of(context, found), period)
    if any(returned.day < one.value.received for one in found.values()):
        raise typer.BadParameter("ngày trả lại không thể trước ngày nhận")
    mark: dict[str, Data] = {"date": returned.day.isoformat(), "reason": returned.reason}
    write_changes(context, [receipt_sent_back(one, mark) for one in found.values()])
    sys.stdout.write(f"Trả lại báo cáo kỳ {period} của {_name(context, returned.sender)}.\n")


def _plans(context: Context, paper: Paper, plan: str | None) -> tuple[PlanFolder, ...]:
    """The plan that was named, else all that the sender must report on in the period.

    One that need not report is taken down for the only plan of the period.
    """
    from kehoach_cli.progress import evaluate, period_of

    _refuse_group(context, known_agency(context, paper.sender))
    read_period(context, paper.period)
    if plan:
        return folders_of(context, known_plans(context, [plan]))
    period = period_of(context.ws, paper.period)
    day = max(paper.received, period.first) if period else paper.received
    progress = evaluate(context.ws, day, period=paper.period)
    plans = {
        item.plan_id
        for item in progress.items
        for one in item.assignments
        if paper.sender in {one.agency, *one.senders}
    }
    return folders_of(context, plans or _only_plan(context, paper, progress))


def _only_plan(context: Context, paper: Paper, progress: Progress) -> tuple[str, ...]:
    """The plan that who need not report can have meant: where there is one alone."""
    plans = tuple(one.id for one in progress.plans)
    if len(plans) == 1:
        return plans
    raise typer.BadParameter(
        f"{_name(context, paper.sender)} không phải báo cáo kế hoạch nào trong kỳ {paper.period}; "
        f"nêu kế hoạch bằng --plan: {', '.join(plans) or 'chưa có kế hoạch nào trong kỳ'}"
    )


def _refuse_group(context: Context, sender: str) -> None:
    from kehoach_cli.progress.groups import GROUP

    if getattr(context.ws.actors[sender], "kind", "") == GROUP:
        raise typer.BadParameter(f"«{sender}» là một nhóm; ghi riêng từng đơn vị gửi báo cáo")


def _name(context: Context, actor: str) -> str:
    from kehoach_cli.drafting.wording import short_name_of

    return short_name_of(context.ws, actor)


def _say(context: Context, paper: Paper) -> None:
    from kehoach_cli.vn.dates import format_day

    number = f", số {paper.number}" if paper.number else ""
    sys.stdout.write(
        f"Đã nhận báo cáo kỳ {paper.period} của {_name(context, paper.sender)}{number}, "
        f"ngày {format_day(paper.received)}.\n"
    )
