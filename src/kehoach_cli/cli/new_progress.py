"""``kehoach new progress``: the file of a sender's report, its tasks ready to be filled in."""

from __future__ import annotations

from kehoach_cli.cli.adding import (
    PlanArgument,
    SenderArgument,
    add,
    folder_of,
    known_sender,
    open_period,
    refuse_existing,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Root
from kehoach_cli.cli.recording import PeriodArgument


def command(
    plan: PlanArgument,
    period: PeriodArgument,
    sender: SenderArgument,
    *,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Tạo tệp báo cáo của một đơn vị trong một kỳ, kê sẵn những việc phải báo cáo.

    Ngày báo cáo là ngày nêu ở --as-of, mặc định hôm nay.

    Ví dụ: kehoach new progress mobifone-2026-2030 2027 so-tc
    """
    from kehoach_cli.progress import evaluate
    from kehoach_cli.workspace.adding import report_added

    context = open_context(root, as_of, to_write=True)
    folder = folder_of(context, plan)
    known_sender(context, sender)
    period = open_period(context, folder, period)
    progress = evaluate(context.ws, context.as_of, period=period, plan=plan)
    own = {
        item.id: item.title
        for item in progress.items
        if item.kind != "commitment" and any(one.agency == sender for one in item.assignments)
    }
    addition = report_added(folder, sender, period, context.as_of, own)
    refuse_existing(context, addition.change.file)
    return add(context, addition, f"{period}/{sender}")
