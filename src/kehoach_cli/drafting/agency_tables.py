"""The tables by agency: the province's own one with its ratios, and who has not reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.document.blocks import Cell, Column, HeaderGroup, Row, Table
from kehoach_cli.drafting.item_words import plan_heading
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import Agency
from kehoach_cli.model.status import STATES, State
from kehoach_cli.progress import AgencyRow, Sender, Totals, assignments_of, totals

_COMMUNES = "UBND các xã, phường"
_GROUPS = ("Sở, ban, ngành và cơ quan, đơn vị", _COMMUNES, "Đối tác")
_LONG_HEADING = 30
_RATIOS = ("Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Chưa hoàn thành quá hạn")


def by_agency_table(scene: Scene) -> Table:
    """TT, unit, totals, the states, three ratios over those with a last day, and the sum.

    The communes are one row while all of them are silent. The states add up to the total; the
    column of silent ones past their last day by the plan is part of the last state. Before the
    period begins only the totals are printed.
    """
    has_begun = scene.progress.has_begun
    rows = tuple(_agency_rows(scene))
    return Table(
        name="theo-don-vi",
        columns=(*_COUNTED, *_standing_columns(scene)),
        rows=rows,
        header_groups=_header_groups(scene),
        caption="Kết quả thực hiện theo cơ quan, đơn vị"
        if has_begun
        else "Số lượt giao theo cơ quan, đơn vị",
        empty="(Không có lượt giao nào trong kỳ)",
    )


_COUNTED = (
    Column("number", "TT", 11, "center"),
    Column("agency", "Đơn vị", 40),
    Column("total", "Tổng số lượt giao", 13, "center"),
    Column("dated", "Có thời hạn", 13, "center"),
)


def _standing_columns(scene: Scene) -> tuple[Column, ...]:
    if not scene.progress.has_begun:
        return ()
    past = Column("silent-past", "Trong đó đã qua thời hạn", 15, "center")
    return (
        *(
            Column(state.code, capitalised(state.label), _width(state), "center")
            for state in STATES
        ),
        *((past,) if _has_past(scene) else ()),
        *(Column(f"ratio-{n}", title, 15, "center") for n, title in enumerate(_RATIOS)),
    )


def _width(state: State) -> float:
    """In mm; a long heading gets the room that its longest word needs."""
    return 20 if len(state.label) > _LONG_HEADING else 15


def _header_groups(scene: Scene) -> tuple[HeaderGroup, ...]:
    if not scene.progress.has_begun:
        return ()
    start, count = len(_COUNTED), len(STATES) + _has_past(scene)
    return (
        HeaderGroup("Chia theo tình trạng", start, count),
        HeaderGroup("Tỷ lệ trên số có thời hạn (%)", start + count, len(_RATIOS)),
    )


def _has_past(scene: Scene) -> bool:
    return scene.progress.assignment_totals.silent_past > 0


@frozen
class AgencyLine:
    """The assignments of one agency, or of all communes together, under its name."""

    name: str
    totals: Totals


def agency_lines(scene: Scene, *, folds: bool | None = None) -> tuple[AgencyLine, ...]:
    """One line an agency, in the order of the register.

    ``folds``: the communes, where there are several, are one line; None: while all are silent.
    """
    rows = scene.progress.by_agency
    communes = [row for row in rows if _is_commune(scene, row.agency)]
    if folds is None:
        folds = all(_is_silent(row.totals) for row in communes)
    lines = []
    for row in rows:
        if not (folds and len(communes) > 1 and row in communes):
            lines.append(AgencyLine(short_name_of(scene.ws, row.agency), row.totals))
        elif row is communes[0]:
            name = f"{_COMMUNES} ({len(communes)} đơn vị)"
            lines.append(AgencyLine(name, _sum_of(scene, communes)))
    return tuple(lines)


def _agency_rows(scene: Scene) -> Iterator[Row]:
    lines = agency_lines(scene)
    if not lines:
        return
    for number, line in enumerate(lines, start=1):
        yield Row((Cell(number), Cell(line.name), *_figures(scene, line.totals)))
    total = scene.progress.assignment_totals
    yield Row((Cell(None), Cell("Tổng cộng"), *_figures(scene, total)), total=True)


def _figures(scene: Scene, counted: Totals) -> tuple[Cell, ...]:
    sums = (Cell(counted.total), Cell(counted.with_last_day))
    if not scene.progress.has_begun:
        return sums
    ratios = (counted.on_time_ratio, counted.done_late_ratio, counted.overdue_ratio)
    return (
        *sums,
        *(Cell(counted.states[state]) for state in STATES),
        *((Cell(counted.silent_past),) if _has_past(scene) else ()),
        *(Cell(ratio.percent_figure) for ratio in ratios),
    )


def _sum_of(scene: Scene, rows: Sequence[AgencyRow]) -> Totals:
    agencies = {row.agency for row in rows}
    every = assignments_of(scene.progress.tasks)
    return totals(one for one in every if one.agency in agencies)


def _is_silent(counted: Totals) -> bool:
    return all(state.is_silent for state, count in counted.states.items() if count)


def _is_commune(scene: Scene, actor: str) -> bool:
    found = scene.ws.actors.get(actor)
    return isinstance(found, Agency) and found.kind == "commune"


def silent_table(scene: Scene) -> Table:
    """Who has not reported, by group; a whole silent group of communes is not listed by name."""
    progress = scene.progress
    return Table(
        name="chua-bao-cao",
        columns=(
            Column("number", "TT", 11, "center"),
            Column("group", "Nhóm đơn vị", 40),
            Column("count", "Chưa báo cáo/ phải báo cáo", 26, "center"),
            Column("names", "Đơn vị chưa báo cáo", 92),
        ),
        rows=tuple(_silent_rows(scene)) if progress.has_begun else (),
        caption="Đơn vị chưa gửi báo cáo",
        empty="(Tất cả đơn vị đã gửi báo cáo)",
    )


def _silent_rows(scene: Scene) -> Iterator[Row]:
    number = 0
    expected = _by_plan(scene.progress.senders)
    for plan in scene.progress.plans:
        must = expected.get(plan.id, [])
        is_complete = all(one.receipt.has_come for one in must)
        if len(scene.progress.plans) > 1 and not is_complete:
            yield Row((Cell(plan_heading(plan), bold=True),), group=True)
        for group, asked in _grouped(scene, must):
            silent = [one for one in asked if not one.receipt.has_come]
            if silent:
                number += 1
                count = f"{len(silent)}/{len(asked)}"
                names = _names(scene, group, silent, asked)
                yield Row((Cell(number), Cell(group), Cell(count), Cell(names)))


def _by_plan(senders: Iterable[Sender]) -> dict[str, list[Sender]]:
    """Those that must report, by plan."""
    found: dict[str, list[Sender]] = {}
    for one in senders:
        if one.must_report:
            found.setdefault(one.plan_id, []).append(one)
    return found


def _names(scene: Scene, group: str, silent: Sequence[Sender], asked: Sequence[Sender]) -> str:
    invalid = any(one.is_invalid for one in silent)
    if group == _COMMUNES and len(silent) == len(asked) > 1 and not invalid:
        return "Tất cả các xã, phường"
    return "; ".join(
        short_name_of(scene.ws, one.id) + (" (báo cáo chưa hợp lệ)" if one.is_invalid else "")
        for one in silent
    )


def _grouped(scene: Scene, senders: Iterable[Sender]) -> Iterator[tuple[str, list[Sender]]]:
    found: dict[str, list[Sender]] = {group: [] for group in _GROUPS}
    for one in senders:
        found[_GROUPS[_group_of(scene, one.id)]].append(one)
    return ((group, members) for group, members in found.items() if members)


def _group_of(scene: Scene, actor: str) -> int:
    if _is_commune(scene, actor):
        return 1
    return 0 if isinstance(scene.ws.actors.get(actor), Agency) else 2
