"""What a user may choose by id: a period, an agency, a session; refused with what there is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from kehoach_cli.model.session import Session
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import Located

_NO_PERIOD = "không có kỳ báo cáo «{}»; viết như 2027, 2027-h1, 2027-9m, 2027-q3 hoặc 2027-06"


def read_period(context: Context, period_id: str, year: int | None = None) -> str:
    """A period id in its known form and, where a year is asked for, of that year."""
    from kehoach_cli.progress.periods import period_of

    if period_of(context.ws, period_id) is None:
        raise typer.BadParameter(_NO_PERIOD.format(period_id))
    if year is not None and not period_id.startswith(str(year)):
        raise typer.BadParameter(f"kỳ «{period_id}» không thuộc năm {year}")
    return period_id


def refuse_no_period(period_id: str | None) -> None:
    """Refuse what is a period in no calendar."""
    from kehoach_cli.vn.period import CALENDARS, parse_period

    if period_id and not any(parse_period(period_id, one) for one in CALENDARS.values()):
        raise typer.BadParameter(_NO_PERIOD.format(period_id))


def chosen_period(context: Context, period_id: str | None, year: int | None = None) -> str:
    """The period that was named, or the year; else the one that is reported on, which is said."""
    if period_id or year:
        return read_period(context, period_id or str(year), year)
    from kehoach_cli.progress.current_round import period_to_report

    found = period_to_report(context.ws, context.as_of)
    sys.stderr.write(f"Kỳ báo cáo {found.label} (kỳ khác thì thêm --period).\n")
    return found.id


def known_agency(context: Context, agency: str) -> str:
    """The id of an agency, commune, partner or unit."""
    from kehoach_cli.vn.text import nearest

    if agency in context.ws.actors:
        return agency
    near = nearest(agency, context.ws.actors)
    asked = f"; có phải là {near}?" if near else ""
    raise typer.BadParameter(f"không có cơ quan, đơn vị «{agency}»{asked}")


def known_task(context: Context, task: str) -> str:
    """The id of a task of any plan."""
    from kehoach_cli.model.plan import Task
    from kehoach_cli.vn.text import nearest

    known = [item.value.id for item in context.ws.of(Task)]
    if task in known:
        return task
    near = nearest(task, known, cutoff=0.6)
    asked = f"; có phải là {near}?" if near else ""
    raise typer.BadParameter(f"không có nhiệm vụ «{task}»{asked}")


def known_session(context: Context, session: str) -> Located[Session]:
    """The working session of that id."""
    from kehoach_cli.model.session import Session

    known = {item.value.id: item for item in context.ws.of(Session)}
    if session in known:
        return known[session]
    raise typer.BadParameter(
        f"không có chương trình làm việc «{session}»; có: {', '.join(known) or 'chưa có'}"
    )
