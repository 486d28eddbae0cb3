"""The tables for the finance agency: demand by agency and task, sums by source, what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from kehoach_cli.document.blocks import Cell, Column, HeaderGroup, Row, Table
from kehoach_cli.drafting.budget import (
    BudgetView,
    Demand,
    kind_name,
    level_name,
    titles,
    total_of,
)
from kehoach_cli.drafting.item_words import NOBODY_YET, due_of, title_of
from kehoach_cli.drafting.money_words import REASONS, UNSAID
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.progress.figures import DASH
from kehoach_cli.progress.money import MoneyGap, Purpose
from kehoach_cli.vn.money import Unit, format_money
from kehoach_cli.vn.text import roman

_VALUE_UNIT: Unit = "đồng"
_PRINTED_UNIT: Unit = "triệu đồng"
_NUMBER = Column("number", "TT", 13, "center")
_BEFORE = (
    Column("before-allocated", "Được bố trí", 21, "right"),
    Column("before-spent", "Đã chi", 21, "right"),
)
_OF_YEAR = (
    Column("needed", "Nhu cầu", 21, "right"),
    Column("supplementary", "Trong đó bổ sung trong năm", 21, "right"),
    Column("allocated", "Đã được bố trí", 21, "right"),
)


def budget_table(scene: Scene) -> Table:
    """«Bảng tổng hợp nhu cầu kinh phí»: by agency with its sums, task, level, kind and source."""
    budget = BudgetView(scene)
    said = (
        Column("title", "Cơ quan, nhiệm vụ", 62),
        Column("level", "Cấp ngân sách", 24),
        Column("kind", "Loại kinh phí", 32),
        Column("source", "Nguồn", 32),
    )
    return Table(
        name="nhu-cau-kinh-phi",
        columns=(_NUMBER, *said, *_amount_columns(budget)),
        rows=tuple(_rows(scene, budget)),
        header_groups=_years(budget, 1 + len(said)),
        caption=f"Tổng hợp nhu cầu kinh phí năm {budget.year}",
        empty=f"(Chưa có dòng kinh phí nào của năm {budget.year - 1} và năm {budget.year})",
        printed_unit=_PRINTED_UNIT,
        value_unit=_VALUE_UNIT,
    )


def _amount_columns(budget: BudgetView) -> tuple[Column, ...]:
    estimate = Column("before-estimated", f"Ước thực hiện năm {budget.year - 1}", 21, "right")
    return (*_BEFORE, estimate, *_OF_YEAR)


def _years(budget: BudgetView, start: int) -> tuple[HeaderGroup, ...]:
    before = len(_BEFORE) + 1
    return (
        HeaderGroup(f"Năm {budget.year - 1}", start, before),
        HeaderGroup(f"Năm {budget.year}", start + before, len(_OF_YEAR)),
    )


def _rows(scene: Scene, budget: BudgetView) -> Iterator[Row]:
    if not budget.demands:
        return
    by_agency = groupby(budget.demands.items(), key=lambda one: one[0].agency)
    for number, (agency, found) in enumerate(by_agency, start=1):
        own = dict(found)
        name = name_of(scene.ws, agency) if agency else capitalised(NOBODY_YET)
        sums = _amounts(total_of(own.values()))
        yield Row((Cell(roman(number)), Cell(name, columns=4), *_hidden(3), *sums), group=True)
        yield from _task_rows(scene, own)
    yield Row(
        (Cell(None), Cell("Tổng cộng", columns=4), *_hidden(3), *_amounts(budget.total)), total=True
    )


def _hidden(count: int) -> tuple[Cell, ...]:
    return (Cell(None),) * count


def _task_rows(scene: Scene, own: dict[Purpose, Demand]) -> Iterator[Row]:
    """A task's number and title once for all of its lines."""
    named = titles(scene)
    by_task = groupby(own, key=lambda one: (one.plan_id, one.task))
    for number, (task, found) in enumerate(by_task, start=1):
        lines = tuple(found)
        first = (Cell(number, rows=len(lines)), Cell(named[task], rows=len(lines)))
        for line in lines:
            yield Row((*first, *_said(line), *_amounts(own[line])))
            first = (Cell(None), Cell(None))


def _said(line: Purpose) -> tuple[Cell, ...]:
    source = capitalised(line.source or UNSAID)
    return (Cell(level_name(line.level)), Cell(kind_name(line.kind)), Cell(source))


def _amounts(demand: Demand) -> tuple[Cell, ...]:
    before, year = demand.before, demand.year
    more = demand.supplementary.needed
    found = (before.allocated, before.spent, before.estimated, year.needed, more, year.allocated)
    return tuple(
        Cell(None, DASH) if vnd is None else Cell(vnd, format_money(vnd, _PRINTED_UNIT))
        for vnd in found
    )


_SUMS: tuple[tuple[str, Callable[[Purpose], str]], ...] = (
    ("Theo cấp ngân sách", lambda one: level_name(one.level)),
    ("Theo loại kinh phí", lambda one: kind_name(one.kind)),
    ("Theo nguồn", lambda one: capitalised(one.source or UNSAID)),
)


def budget_sums_table(scene: Scene) -> Table:
    """The same sums by level, by kind and by source; each of the three adds up to the total."""
    budget = BudgetView(scene)
    return Table(
        name="kinh-phi-theo-nguon",
        columns=(Column("name", "Chia theo", 137), *_amount_columns(budget)),
        rows=tuple(_sum_rows(budget)),
        header_groups=_years(budget, 1),
        caption=f"Tổng hợp nhu cầu kinh phí năm {budget.year} theo cấp, loại, nguồn",
        empty=f"(Chưa có dòng kinh phí nào của năm {budget.year - 1} và năm {budget.year})",
        printed_unit=_PRINTED_UNIT,
        value_unit=_VALUE_UNIT,
    )


def _sum_rows(budget: BudgetView) -> Iterator[Row]:
    if not budget.demands:
        return
    for heading, name_by in _SUMS:
        yield Row((Cell(heading, bold=True),), group=True)
        for name, demand in _by(budget.demands.items(), name_by).items():
            yield Row((Cell(name), *_amounts(demand)))
    yield Row((Cell("Tổng cộng"), *_amounts(budget.total)), total=True)


def _by(
    demands: Iterable[tuple[Purpose, Demand]], name_by: Callable[[Purpose], str]
) -> dict[str, Demand]:
    found: dict[str, Demand] = {}
    for one, demand in demands:
        name = name_by(one)
        found[name] = found.get(name, Demand()) + demand
    return found


def budget_gaps_table(scene: Scene) -> Table:
    """Who must still say what which task needs; a task of several stands with each of them."""
    budget = BudgetView(scene)
    return Table(
        name="chua-neu-kinh-phi",
        columns=(
            _NUMBER,
            Column("title", "Cơ quan, nhiệm vụ", 126),
            Column("due", "Thời hạn", 42),
            Column("reason", "Còn thiếu", 70),
        ),
        rows=tuple(_gap_rows(scene, budget)),
        caption=f"Nhiệm vụ chưa xác định nhu cầu kinh phí năm {budget.year}",
        empty=f"(Không có nhiệm vụ nào chưa xác định nhu cầu kinh phí năm {budget.year})",
    )


def _gap_rows(scene: Scene, budget: BudgetView) -> Iterator[Row]:
    by_agency: dict[str, list[MoneyGap]] = {}
    for one in budget.gaps:
        by_agency.setdefault(one.agency, []).append(one)
    for number, (agency, gaps) in enumerate(by_agency.items(), start=1):
        name = name_of(scene.ws, agency) if agency else capitalised(NOBODY_YET)
        mark = " (chưa đề xuất nội dung nào)" if agency in budget.silent else ""
        yield Row((Cell(roman(number)), Cell(f"{name}{mark}", columns=3)), group=True)
        for place, gap in enumerate(gaps, start=1):
            title, due = title_of(gap.item).rstrip("."), due_of(gap.item)
            reason = capitalised(REASONS[gap.reason])
            yield Row((Cell(place), Cell(title), Cell(due), Cell(reason)))
