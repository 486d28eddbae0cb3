"""``kehoach status``: the state of every duty, task and commitment."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AgencyOption, AsOf, PeriodOption, PlanOption, Root, one_of
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.cli.selection import known_agency, read_period

if TYPE_CHECKING:
    from kehoach_cli.progress import Progress

FORMATS = ("text", "json")
FAIL_ON = ("overdue",)

_BROKEN = (
    "Dữ liệu có {count} lỗi (xem: kehoach validate); mục không đọc được thì không có trong bảng.\n"
)


def command(
    *,
    plan: PlanOption = None,
    agency: AgencyOption = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", parser=one_of(FORMATS), help="text hoặc json."),
    ] = "text",
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

    Ví dụ: kehoach status · kehoach status --agency so-yt --period 2027
    """
    from kehoach_cli.drafting.status_view import status_json, status_view
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of)
    wanted = known_plans(context, [plan] if plan else [])
    chosen = read_period(context, period) if period else None
    holder = known_agency(context, agency) if agency else None
    errors, has_bad_reports = errors_in(context, wanted)
    if errors:
        sys.stderr.write(_BROKEN.format(count=len(errors)))
    progress = evaluate(context.ws, context.as_of, period=chosen, plan=plan)
    if form == "json":
        data = status_json(context.ws, progress, agency=holder)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        print_blocks(status_view(context.ws, progress, agency=holder), sys.stdout)
    is_late = fail_on is not None and _is_overdue(progress, holder)
    return exits.FOUND if is_late or errors or has_bad_reports else exits.CLEAN


def _is_overdue(progress: Progress, agency: str | None) -> bool:
    """Whether something that is still running is past its last day."""
    return any(
        one.state.is_late and one.state.is_running
        for item in progress.items
        for one in item.assignments
        if agency in {None, one.agency}
    )
