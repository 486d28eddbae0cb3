"""Which days a reporting round can have: not before its period, nor long after it."""

from __future__ import annotations

from datetime import date, timedelta

from kehoach_cli.model.register import Round
from kehoach_cli.progress.periods import calendar_of
from kehoach_cli.vn.period import parse_period
from kehoach_cli.workspace import Workspace

_MOST_LATER = timedelta(days=31)
_SENDERS = ("agencies", "communes", "partners")
_FOCAL = "focal-to-ubnd"

ROUND_DAYS: dict[tuple[str, ...], str] = {
    ("closing",): "ngày chốt số liệu",
    ("send_by", "agencies"): "hạn gửi của cơ quan, đơn vị",
    ("send_by", "communes"): "hạn gửi của UBND xã, phường",
    ("send_by", "partners"): "hạn gửi của đối tác",
    ("send_by", _FOCAL): "hạn báo cáo UBND tỉnh",
}
"""What each day of a round is called, by its keys in the file."""


def round_days(one: Round) -> dict[tuple[str, ...], date]:
    """The days that somebody has set, by their keys in the file."""
    by = one.send_by
    found = dict(
        zip(
            ROUND_DAYS,
            (one.closing, by.agencies, by.communes, by.partners, by.focal_to_ubnd),
            strict=True,
        )
    )
    return {path: day for path, day in found.items() if day is not None}


def bounds_of(ws: Workspace, period_id: str) -> tuple[date, date] | None:
    """The first day of the period by the calendar, which is too early, and the latest that may be.

    A day of the round lies within the months of its period or the 31 days after them. None for an
    id that is no period's.
    """
    usual = parse_period(period_id, calendar_of(ws))
    return (usual.first, usual.last + _MOST_LATER) if usual else None


def outside(ws: Workspace, one: Round) -> dict[tuple[str, ...], date]:
    """The days of the round that no report for its period can have."""
    bounds = bounds_of(ws, one.id)
    if bounds is None:
        return {}
    first, latest = bounds
    return {path: day for path, day in round_days(one).items() if not first < day <= latest}


def before_senders(one: Round) -> dict[tuple[str, ...], date]:
    """The last days of senders that come after that of the focal agency, which sums them up."""
    days = round_days(one)
    own = days.get(("send_by", _FOCAL))
    theirs = ((("send_by", key), days.get(("send_by", key))) for key in _SENDERS)
    return {path: day for path, day in theirs if own and day and day > own}
