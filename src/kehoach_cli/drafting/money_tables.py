"""The money of a report: the same lines as ``kehoach money``, summed up by agency."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.item_words import NOBODY_YET
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.progress import Amounts, MoneyEntry, money_by, money_entries, sum_of
from kehoach_cli.vn.money import Unit, format_money

_PRINTED_UNIT: Unit = "triệu đồng"


def entries_of(scene: Scene) -> tuple[MoneyEntry, ...]:
    """The money of the period's year; of one agency the lines that are its own."""
    entries = money_entries(scene.progress, year=scene.progress.period.year)
    return tuple(one for one in entries if scene.sender in {None, one.agency})


def money_by_agency_table(scene: Scene) -> Table:
    """What is needed, allocated and spent in the year of the period, by agency, with the total."""
    year = scene.progress.period.year
    return Table(
        name="kinh-phi-theo-don-vi",
        columns=(
            Column("number", "TT", 11, "center"),
            Column("agency", "Cơ quan, đơn vị", 69),
            Column("needed", "Nhu cầu", 28, "right"),
            Column("allocated", "Được bố trí", 28, "right"),
            Column("spent", "Đã sử dụng", 28, "right"),
        ),
        rows=tuple(_rows(scene)),
        caption=f"Kinh phí năm {year} theo cơ quan, đơn vị",
        empty=f"(Chưa có dòng kinh phí nào của năm {year})",
        printed_unit=_PRINTED_UNIT,
        value_unit="đồng",
    )


def _rows(scene: Scene) -> Iterator[Row]:
    entries = entries_of(scene)
    for number, (agency, sums) in enumerate(money_by(entries, "agency").items(), start=1):
        name = name_of(scene.ws, str(agency)) if agency else capitalised(NOBODY_YET)
        yield Row((Cell(number), Cell(name), *_amounts(sums)))
    if entries:
        yield Row((Cell(None), Cell("Tổng cộng"), *_amounts(sum_of(entries))), total=True)


def _amounts(sums: Amounts) -> tuple[Cell, ...]:
    found = (sums.needed, sums.allocated, sums.spent)
    return tuple(Cell(vnd, format_money(vnd, _PRINTED_UNIT)) for vnd in found)
