"""Which period an office reports on: what its commands mean where nobody names a period."""

from __future__ import annotations

from datetime import date

from kehoach_cli.model.register import Round
from kehoach_cli.progress.closings import closing_over
from kehoach_cli.progress.periods import period_of
from kehoach_cli.progress.population import is_in_period
from kehoach_cli.vn.period import Period
from kehoach_cli.workspace import Workspace


def period_to_report(ws: Workspace, as_of: date) -> Period:
    """The period whose reporting is under way on that day.

    Of the rounds that have been opened (``data/periods``) and are not finished the one whose
    reporting began last: on the day of its guiding letter, else on its last day. Where none has
    begun that way, the first to end of those whose period runs and of the year of the calendar:
    after 14/12 the report that is due is that of the year which just ended.

    ``ValueError`` for days outside 1900–2199.
    """
    found = [
        (_begin(one.value, period), period)
        for one in ws.of(Round)
        if (period := period_of(ws, one.value.id)) and period.first <= as_of
        if not _is_finished(ws, one.value, period, as_of)
    ]
    if begun := [one for one in found if one[0] <= as_of]:
        return max(begun)[1]
    running = (_year(ws, as_of), *(period for _, period in found))
    return min(running, key=lambda period: period.last)


def round_before(ws: Workspace, period: Period, as_of: date) -> Period | None:
    """The period that is still reported on although this later one has begun.

    So it is from the day after a year's closing day until its report has gone to UBND tỉnh.
    """
    other = period_to_report(ws, as_of)
    return other if other.last < period.first <= as_of else None


def is_asked_for(ws: Workspace, period: Period, as_of: date, send_by: date | None) -> bool:
    """The report for the period may be expected by now, so whoever has not sent it is silent.

    From the day of the guiding letter on, else from the last day of the period or, where the round
    sets an earlier one, the last day to send.
    """
    opened = (one.value for one in ws.of(Round) if one.value.id == period.id)
    begin = next((_begin(one, period) for one in opened), period.last)
    return as_of >= begin or (send_by is not None and as_of >= send_by)


def _begin(one: Round, period: Period) -> date:
    """When its reporting begins; a guiding letter without a day says nothing of it."""
    return one.guide.date if one.guide and one.guide.date else period.last


def _is_finished(ws: Workspace, one: Round, period: Period, as_of: date) -> bool:
    """Every plan of the period has closed it, and the day to report to UBND tỉnh is over."""
    folders = [folder for folder in ws.folders if is_in_period(folder, period)]
    last_day = one.send_by.focal_to_ubnd
    is_closed = bool(folders) and all(closing_over(ws, each, one.id) for each in folders)
    return is_closed and (last_day is None or last_day < as_of)


def _year(ws: Workspace, as_of: date) -> Period:
    """The year of that number, or the one before while its closing day is yet to come."""
    found = period_of(ws, str(as_of.year))
    if found is None:
        raise ValueError(f"no period for {as_of}")
    if as_of >= found.first:
        return found
    return period_of(ws, str(as_of.year - 1)) or found
