"""``kehoach calendar``: last days as a calendar file for phones and mail programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AgencyOption, AsOf, Force, PlanOption, Root, read_path
from kehoach_cli.cli.selection import known_agency

_NOTHING = "Không có việc nào có ngày cuối để đưa vào lịch.\n"
_WITHOUT_DAY = "{} việc không có ngày cuối nên không có trong lịch.\n"


def command(
    *,
    agency: AgencyOption = None,
    plan: PlanOption = None,
    as_of: AsOf = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="TỆP",
            parser=read_path,
            help="Tệp lịch; mặc định build/lich.ics, có --agency thì build/lich-MÃ.ics.",
        ),
    ] = None,
    force: Force = False,
    root: Root = None,
) -> int:
    """Xuất lịch thời hạn (.ics) để đưa vào điện thoại, Outlook, Google Calendar.

    Mỗi thời hạn một sự kiện cả ngày, từ kỳ này đến hết các kế hoạch; nhắc lúc 8 giờ, trước bao
    nhiêu ngày làm việc thì ghi ở khóa remind_before của kehoach.yaml. Nhập lại tệp mới thì sự kiện
    cũ được cập nhật. Việc đã xong không nhắc nữa, việc đã dừng thì bị hủy khỏi lịch.

    Ví dụ: kehoach calendar --agency so-yt --out so-yt.ics · kehoach calendar
    """
    from kehoach_cli.cli.output import write_all
    from kehoach_cli.drafting.due_events import due_calendar
    from kehoach_cli.writers.ical import write_calendar

    context = open_context(root, as_of)
    if agency:
        known_agency(context, agency)
    errors, has_bad_reports = errors_in(context, known_plans(context, [plan] if plan else []))
    if errors:
        return refuse(context, errors)
    found = due_calendar(context.ws, context.as_of, agency=agency, plan=plan)
    code = exits.FOUND if has_bad_reports else exits.CLEAN
    if found.calendar.events:
        path = out or Path("build") / ("-".join(filter(None, ("lich", agency))) + ".ics")
        files = {path.name: write_calendar(found.calendar)}
        say_written(write_all(path.parent, files, force=force))
    else:
        sys.stdout.write(_NOTHING)
    if found.without_day:
        sys.stdout.write(_WITHOUT_DAY.format(found.without_day))
    return code
