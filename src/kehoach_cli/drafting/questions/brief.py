"""``kehoach brief``: where things stand in at most ten short lines, for a leader's phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from kehoach_cli.drafting.progress_tables import overdue_of
from kehoach_cli.drafting.questions.upcoming import due_within
from kehoach_cli.drafting.questions.view import Named, View, all_named, line, named, view_of
from kehoach_cli.drafting.questions.waiting import Waiting, waiting_on
from kehoach_cli.drafting.report_view import ReportView
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import OVERDUE
from kehoach_cli.progress import Assignment, Progress
from kehoach_cli.progress.current_round import is_asked_for, round_before
from kehoach_cli.progress.senders import INVALID, RETURNED
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace

WIDTH = 60
"""Letters of a line that a phone shows without breaking it."""
DAYS_AHEAD = 30
_MOST_LATE = 3


@frozen
class LateHolder:
    """An actor with assignments past their last day: how many, the earliest last day, its days."""

    agency: Named
    count: int
    since: date
    days_late: int


@frozen
class Figures:
    """The tasks of the period in short; ``overdue`` and ``silent`` as in ``status``."""

    plans: int
    drafts: int
    tasks: int
    done: int
    overdue: int
    silent: int


@frozen
class Soon:
    """What falls due in the days ahead."""

    days: int
    count: int
    first: date | None


def brief(ws: Workspace, progress: Progress) -> View:
    """The period, the figures, who is late and since when, who is silent, what is asked, what next.

    «Asked» is what the issuer of the plans is waited for: products and difficulties.
    """
    report = ReportView(Scene(ws, progress.as_of, given=progress))
    settings = ws.settings.value if ws.settings else None
    asked = waiting_on(ws, progress, (settings.issuer,) if settings else ())
    figures, late = _figures(progress), late_holders(ws, progress)
    silent = all_named(ws, (one.id for one in progress.missing)) if progress.has_begun else ()
    ahead = due_within(progress, DAYS_AHEAD)
    soon = Soon(DAYS_AHEAD, len(ahead), ahead[0].last_day if ahead else None)
    lines = (
        *_head(progress, figures),
        *_late_lines(late),
        *_silent_line(progress, silent, report.expected),
        *_other_round(progress),
        *_asked_lines(asked, named(ws, settings.issuer).name if settings else ""),
        *_soon_line(soon),
    )
    parts = {
        "figures": figures,
        "late": late,
        "expected": report.expected,
        "silent": silent,
        "asked": asked,
        "soon": soon,
        "lines": (shown := tuple(_fit(one) for one in lines)),
    }
    return view_of(progress, (line(one) for one in shown), parts)


def _figures(progress: Progress) -> Figures:
    counted = progress.task_totals
    return Figures(
        plans=len(progress.plans),
        drafts=sum(not plan.is_issued for plan in progress.plans),
        tasks=counted.total,
        done=counted.done,
        overdue=counted.count(OVERDUE),
        silent=sum(count for state, count in counted.states.items() if state.is_silent),
    )


def late_holders(ws: Workspace, progress: Progress) -> tuple[LateHolder, ...]:
    """Who runs late, the longest first."""
    found: dict[str, list[Assignment]] = {}
    for item in progress.tasks:
        for one in overdue_of(item):
            found.setdefault(one.agency, []).append(one)
    rows = [
        LateHolder(
            agency=named(ws, actor),
            count=len(late),
            since=min(one.last_day for one in late if one.last_day),
            days_late=max(one.days_late for one in late),
        )
        for actor, late in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.since, -row.count)))


def _head(progress: Progress, figures: Figures) -> Iterator[str]:
    drafts = f" ({figures.drafts} chưa ban hành)" if figures.drafts else ""
    label, day = capitalised(progress.period.label), format_day(progress.day)
    yield f"{label}, đến {day}: {figures.plans} kế hoạch{drafts}"
    if not progress.has_begun:
        yield f"Kỳ chưa bắt đầu (từ {format_day(progress.period.first)})"
        yield f"{figures.tasks} nhiệm vụ"
        return
    yield (
        f"{figures.tasks} nhiệm vụ: {figures.done} hoàn thành, "
        f"{figures.overdue} quá hạn, {figures.silent} chưa báo cáo"
    )


def _late_lines(late: tuple[LateHolder, ...]) -> Iterator[str]:
    """One line for each of three; where there are more, the third sums up the rest."""
    shown = late if len(late) <= _MOST_LATE else late[: _MOST_LATE - 1]
    for row in shown:
        tail = f": {row.count} việc quá hạn, hết hạn từ {format_day(row.since)}"
        yield shorten(row.agency.name, WIDTH - len(tail), placeholder="…") + tail
    rest = late[len(shown) :]
    if rest:
        count, since = sum(row.count for row in rest), min(row.since for row in rest)
        yield f"{len(rest)} đơn vị khác: {count} việc quá hạn, hết hạn từ {format_day(since)}"


def _silent_line(progress: Progress, silent: tuple[Named, ...], expected: int) -> Iterator[str]:
    """Nobody is called silent before anybody was asked for a report, or who has sent a bad one."""
    if silent and not has_asked(progress):
        yield f"Chưa đến kỳ gửi báo cáo: {expected} đơn vị sẽ gửi"
    elif silent:
        has_sent = any(one.receipt in {INVALID, RETURNED} for one in progress.missing)
        what = "Chưa có báo cáo hợp lệ" if has_sent else "Chưa gửi báo cáo"
        head = f"{what} {len(silent)}/{expected}: "
        yield head + _some(silent, WIDTH - len(head))


def has_asked(progress: Progress) -> bool:
    """Whether those who have not reported may be called silent."""
    ws, period = progress.workspace, progress.period
    days = [one.send_by for one in progress.missing if one.send_by]
    return is_asked_for(ws, period, progress.as_of, min(days, default=None))


def _other_round(progress: Progress) -> Iterator[str]:
    """Just after a year's closing day its report is still being made: how to look at that."""
    other = round_before(progress.workspace, progress.period, progress.as_of)
    if other:
        yield f"Đang làm báo cáo {other.label}: thêm --period {other.id}"


def _some(actors: tuple[Named, ...], room: int) -> str:
    """As many names as there is room for, and how many more there are."""
    for count in range(len(actors), 0, -1):
        shown = ", ".join(one.name for one in actors[:count])
        rest = f" và {left} đơn vị" if (left := len(actors) - count) else ""
        if len(shown) + len(rest) <= room:
            return shown + rest
    return f"{len(actors)} đơn vị"


def _asked_lines(asked: Waiting, who: str) -> Iterator[str]:
    """What the issuer is asked to decide on and to answer; that there is nothing is said too."""
    if asked.submitted:
        days = [one.submitted_on for one in asked.submitted if one.submitted_on]
        tail = f", lâu nhất từ {format_day(min(days))}" if days else ""
        yield f"Chờ {who} duyệt: {len(asked.submitted)} việc{tail}"
    if asked.difficulties:
        first = asked.difficulties[0]
        yield f"Kiến nghị {who} ({len(asked.difficulties)}): {first.proposal or first.text}"
    if not (asked.submitted or asked.difficulties):
        yield f"Không có việc chờ {who}"


def _soon_line(soon: Soon) -> Iterator[str]:
    first = f", gần nhất {format_day(soon.first)}" if soon.first else ""
    yield f"Đến hạn trong {soon.days} ngày tới: {soon.count} việc{first}"


def _fit(text: str) -> str:
    return shorten(text, WIDTH, placeholder="…")
