"""The periods beside the one that a report is about: the year before, and the year to come."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import OVERDUE, SILENT
from kehoach_cli.progress import Progress, evaluate, period_of
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.vn.period import PeriodKind

_YEAR_DIGITS = 4


@frozen
class NextYear:
    """How many tasks the following year has, and how many of them fall due in it."""

    year: int
    total: int
    dated: int


def previous_of(scene: Scene) -> Progress | None:
    """The same period a year earlier, of the same plan and agency; None where it had no task."""
    if not scene.progress.has_begun:
        return None
    found = _shifted(scene, -1)
    return found if found and found.task_totals.total else None


def next_of(scene: Scene) -> NextYear | None:
    """What comes after a year that is over; None for other periods, and where nothing does."""
    period = scene.progress.period
    if period.kind is not PeriodKind.YEAR or scene.progress.day != period.last:
        return None
    found = _shifted(scene, 1)
    if found is None or not found.tasks:
        return None
    dated = sum(bool(one.last_day and found.period.contains(one.last_day)) for one in found.tasks)
    return NextYear(found.period.year, found.task_totals.total, dated)


def _shifted(scene: Scene, years: int) -> Progress | None:
    """The figures of another year as they are known on the day of the report."""
    period = scene.progress.period
    other = f"{period.year + years:04d}{period.id[_YEAR_DIGITS:]}"
    if period_of(scene.ws, other) is None:
        return None
    plan = scene.folder.id if scene.folder else None
    found = evaluate(scene.ws, scene.progress.as_of, period=other, plan=plan)
    return of_agency(found, scene.sender) if scene.sender else found


def comparison_table(scene: Scene) -> Table:
    """The figures of the period beside those of the same period a year earlier."""
    before = previous_of(scene)
    label = before.period.label if before else ""
    return Table(
        name="so-ky-truoc",
        columns=(
            Column("figure", "Chỉ tiêu", 85),
            Column("before", capitalised(label), 40, "center"),
            Column("now", capitalised(scene.progress.period.label), 40, "center"),
        ),
        rows=tuple(_rows(before, scene.progress)) if before else (),
        caption="So với kỳ trước",
        empty="(Không có số liệu kỳ trước)",
    )


def _rows(before: Progress, now: Progress) -> Iterator[Row]:
    for label, *figures in zip(_LABELS, _figures(before), _figures(now), strict=True):
        yield Row((Cell(label), *(Cell(one) for one in figures)))


_LABELS = (
    "Tổng số nhiệm vụ, trách nhiệm",
    "Đã hoàn thành (đúng hạn và quá hạn)",
    "Đang thực hiện quá hạn",
    "Chưa có báo cáo",
)


def _figures(progress: Progress) -> tuple[int, ...]:
    counted = progress.task_totals
    return counted.total, counted.done, counted.count(OVERDUE), counted.count(SILENT)
