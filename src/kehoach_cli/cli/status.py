"""``kehoach status``: the state of every duty, task and commitment, and questions about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.answering import Form, Sheets, To, open_inquiry, reply
from kehoach_cli.cli.options import (
    AgencyOption,
    AsOf,
    Force,
    Out,
    PeriodOption,
    PlanOption,
    Root,
    one_of,
)
from kehoach_cli.cli.questions import By, Explain, Missing, WaitingOn, status_view_of

if TYPE_CHECKING:
    from kehoach_cli.progress import Progress

FAIL_ON = ("overdue",)


def command(
    *,
    plan: PlanOption = None,
    agency: AgencyOption = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    missing: Missing = None,
    waiting_on: WaitingOn = None,
    by: By = None,
    explain: Explain = None,
    form: Form = "text",
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="overdue",
            parser=one_of(FAIL_ON),
            help="Thoát với mã 1 khi có việc quá hạn.",
        ),
    ] = None,
    root: Root = None,
) -> int:
    """Xem trạng thái từng trách nhiệm, nhiệm vụ và cam kết trong kỳ.

    Hoặc hỏi riêng: việc nào còn thiếu thông tin, việc nào đang chờ ai, bài toán nào có ai lo,
    ngày cuối của một việc từ đâu ra.

    Ví dụ: kehoach status · kehoach status --agency so-yt --period 2027 ·
    kehoach status --missing due,product · kehoach status --waiting-on ubnd ·
    kehoach status --by challenge · kehoach status --explain lv-01
    """
    inquiry = open_inquiry(root, as_of, plan=plan, period=period, actor=agency)
    view = status_view_of(
        inquiry, agency=agency, missing=missing, waiting_on=waiting_on, by=by, explain=explain
    )
    asked = "-".join(
        name
        for name, is_so in (
            ("con-thieu", missing),
            ("dang-cho", waiting_on),
            ("theo-bai-toan", by),
            ("ngay-cuoi", explain),
        )
        if is_so
    )
    name = "-".join(filter(None, (asked or "trang-thai", inquiry.progress.period.id, plan, agency)))
    sheets = Sheets(to, out, name, force)
    code = reply(inquiry, view, form, sheets)
    is_late = fail_on is not None and _is_overdue(inquiry.progress, agency)
    return exits.FOUND if is_late else code


def _is_overdue(progress: Progress, agency: str | None) -> bool:
    """Whether something that is still running is past its last day."""
    from kehoach_cli.drafting.status_view import items_for

    return any(
        one.state.is_late and one.state.is_running
        for item in items_for(progress, agency)
        for one in item.assignments
    )
