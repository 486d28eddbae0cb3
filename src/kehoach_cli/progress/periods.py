"""The reporting period as the workspace keeps it: its calendar, and the days a round has set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kehoach_cli.model.register import Round
from kehoach_cli.vn.period import CALENDARS, Calendar, Period, parse_period, year_of
from kehoach_cli.workspace import Workspace

_DEFAULT = "nd09-2019"
_DAY = timedelta(days=1)


def calendar_of(ws: Workspace) -> Calendar:
    """The calendar of ``kehoach.yaml``: written out, or named; NĐ 09/2019/NĐ-CP by default.

    A name that no table carries falls back on the default; a rule says so.
    """
    if ws.settings is None:
        return CALENDARS[_DEFAULT]
    written = ws.settings.value.calendar
    if written.closing_day is not None:
        return Calendar(written.name or "", written.source or "", written.closing_day)
    return CALENDARS.get(written.name or _DEFAULT, CALENDARS[_DEFAULT])


def period_of(ws: Workspace, period_id: str) -> Period | None:
    """The period of that id with its closing day; ``None`` when there is no such period.

    A ``closing`` in ``data/periods/<id>.yaml`` moves the last day, and with it the first day of
    the following period of the same kind.
    """
    calendar = calendar_of(ws)
    nominal = parse_period(period_id, calendar)
    if nominal is None:
        return None
    first, last = nominal.first, nominal.last
    for item in ws.of(Round):
        closing = item.value.closing
        other = parse_period(item.value.id, calendar)
        if closing is None or other is None or other.kind is not nominal.kind:
            continue
        if other.id == nominal.id:
            last = closing
        elif other.last + _DAY == nominal.first:
            first = closing + _DAY
    return replace(nominal, first=first, last=last)


def year_holding(ws: Workspace, day: date) -> Period:
    """The year period that holds the day; ``ValueError`` for years outside 1900–2199."""
    nominal = year_of(day, calendar_of(ws))
    near = (period_of(ws, str(nominal.year + shift)) for shift in (-1, 0, 1))
    return next((period for period in near if period and period.contains(day)), nominal)
