"""``kehoach money``: what the tasks need, got and spent in a year, and who has not said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.item_words import NOBODY_YET, plan_heading
from kehoach_cli.drafting.money_words import KINDS, LEVELS, REASONS, UNSAID
from kehoach_cli.drafting.questions.view import (
    ItemFacts,
    Named,
    Show,
    View,
    all_named,
    facts_of,
    heading,
    line,
    listing,
    named,
    names,
    view_of,
)
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import (
    Amounts,
    MoneyEntry,
    Progress,
    money_before,
    money_by,
    money_entries,
    money_gaps,
    sum_of,
)
from kehoach_cli.progress.figures import DASH
from kehoach_cli.progress.money import MoneyKey, Told, with_estimates
from kehoach_cli.vn.money import format_money, with_unit
from kehoach_cli.workspace import Workspace

_SUMS: dict[MoneyKey, str] = {
    "agency": "Theo cơ quan",
    "level": "Theo cấp ngân sách",
    "kind": "Theo loại kinh phí",
    "source": "Theo nguồn",
    "supplementary": "Theo thời điểm giao",
}
"""What the sums are by, in the order of the table."""


@frozen
class MoneyRow:
    """One money line, or what a report says was spent; amounts in đồng.

    ``estimated_before``: what the year before is estimated to come to for the same purpose; None
    where nobody said so.
    """

    agency: Named
    plan: str
    task: str
    title: str
    level: str | None
    kind: str | None
    source: str | None
    supplementary: bool
    needed: int
    allocated: int
    spent: int
    estimated_before: int | None


@frozen
class SumRow:
    """The sum of all lines that share one thing; ``key`` as in the data, ``name`` in words."""

    by: str
    key: str | bool | None
    name: str
    needed: int
    allocated: int
    spent: int
    estimated_before: int | None


@frozen
class Total:
    """All lines of the year together, in đồng."""

    needed: int
    allocated: int
    spent: int
    estimated_before: int | None


@frozen
class GapRow:
    """A task without a figure for the year, and who should give it."""

    agency: Named
    item: ItemFacts
    reason: str


def money_view(
    ws: Workspace, progress: Progress, *, plan: str | None = None, gaps_only: bool = False
) -> View:
    """The year of the period: every line by agency, the sums, and what nobody has said.

    ``plan``: the id of the one plan that was asked for, whose name the title then carries.
    An agency proposed nothing when it holds a task without a figure and has no line in the year.
    """
    entries = money_entries(progress, year=progress.period.year)
    titles = _titles(ws, progress)
    before = money_before(progress, plan=plan)
    told = _by_agency(with_estimates(entries, before))
    rows = tuple(_row(ws, titles, one) for one in told)
    sums = tuple(row for key in _SUMS for row in _sums(ws, entries, before, key))
    gaps = tuple(
        GapRow(_named(ws, one.agency), facts_of(one.item), one.reason)
        for one in money_gaps(progress)
    )
    given = {entry.agency for entry in entries}
    silent = all_named(ws, (one.agency.id for one in gaps if one.agency.id not in given | {""}))
    total = Total(*_three(sum_of(entries)), sum_of(before).estimated)
    year = progress.period.year
    parts = {
        "year": year,
        "plan": plan,
        "total": total,
        "lines": rows,
        "sums": sums,
        "gaps": gaps,
        "silent": silent,
    }
    title = f"Kinh phí năm {year}{_of_plan(progress, plan)}"
    open_ones = _open(year, gaps, silent)
    if gaps_only:
        return view_of(progress, (heading(title), *open_ones), parts)
    shown = (heading(f"{title} (đơn vị: triệu đồng)"), *_money(year, rows, sums, total))
    return view_of(progress, (*shown, *open_ones), parts)


def _three(sums: Amounts) -> tuple[int, int, int]:
    return sums.needed, sums.allocated, sums.spent


def _of_plan(progress: Progress, plan: str | None) -> str:
    """The name of the one plan, so that nobody takes its sums for those of all."""
    if plan is None:
        return ""
    named_so = (plan_heading(one) for one in progress.plans if one.id == plan)
    return f" – {next(named_so, plan)}"


def _named(ws: Workspace, actor: str) -> Named:
    return named(ws, actor) if actor else Named("", capitalised(NOBODY_YET))


def _by_agency(entries: Iterable[Told]) -> list[Told]:
    """The lines of an agency together, agencies and lines in the order of the files."""
    found: dict[str, list[Told]] = {}
    for one in entries:
        found.setdefault(one[0].agency, []).append(one)
    return [one for some in found.values() for one in some]


def _titles(ws: Workspace, progress: Progress) -> dict[tuple[str, str], str]:
    """(plan, task) → the title of the task."""
    folders = [folder for plan in progress.plans if (folder := ws.folder(plan.id))]
    return {(one.owner, one.value.id): one.value.title for each in folders for one in each.tasks}


def _row(ws: Workspace, titles: dict[tuple[str, str], str], told: Told) -> MoneyRow:
    entry, estimated_before = told
    return MoneyRow(
        agency=_named(ws, entry.agency),
        plan=entry.plan_id,
        task=entry.task,
        title=titles[entry.plan_id, entry.task],
        level=entry.level,
        kind=entry.kind,
        source=entry.source,
        supplementary=entry.supplementary,
        needed=entry.amounts.needed,
        allocated=entry.amounts.allocated,
        spent=entry.amounts.spent,
        estimated_before=estimated_before,
    )


def _sums(
    ws: Workspace, entries: Iterable[MoneyEntry], before: Iterable[MoneyEntry], by: MoneyKey
) -> Iterator[SumRow]:
    estimated = [one for one in before if one.amounts.estimated is not None]
    estimates = money_by(estimated, by)
    found = money_by(entries, by)
    for key in dict.fromkeys((*found, *estimates)):
        known = key if isinstance(key, str | bool) else None
        estimate = estimates.get(key, Amounts()).estimated
        sums = _three(found.get(key, Amounts()))
        yield SumRow(by, known, _name(ws, by, known), *sums, estimate)


def _name(ws: Workspace, by: MoneyKey, key: str | bool | None) -> str:  # noqa: FBT001 - a key
    match by:
        case "agency":
            return _named(ws, str(key or "")).name
        case "supplementary":
            return "Bổ sung trong năm" if key else "Giao đầu năm"
        case "level" | "kind":
            return capitalised(_said(str(key)))
        case _:
            return capitalised(str(key or UNSAID))


def _said(key: str | None) -> str:
    """A level or a kind in words."""
    return next((said for one, said in (*LEVELS.items(), *KINDS.items()) if one == key), UNSAID)


def _money(
    year: int, rows: tuple[MoneyRow, ...], sums: tuple[SumRow, ...], total: Total
) -> Iterator[Block]:
    yield listing(
        "kinh-phi",
        (*_ROWS, _estimates(year), _NOTE),
        rows,
        empty="(Chưa có dòng kinh phí nào của năm)",
        group=lambda row: row.agency.name,
    )
    if rows:
        shows = (*_TOTALS, _estimates(year))
        yield listing("tong-kinh-phi", shows, sums, group=lambda row: _SUMS[_key(row)])
    before = total.estimated_before
    estimate = UNSAID if before is None else with_unit(before)
    yield line(
        f"Tổng cộng: nhu cầu {with_unit(total.needed)}; được bố trí "
        f"{with_unit(total.allocated)}; đã chi {with_unit(total.spent)}; "
        f"ước thực hiện năm {year - 1}: {estimate}."
    )


def _estimates(year: int) -> Show[MoneyRow | SumRow]:
    """The column of what the year before is estimated to come to."""
    column = Column("estimated_before", f"Ước thực hiện năm {year - 1}", 24, "right")
    return column, lambda row: _or_dash(row.estimated_before)


def _or_dash(vnd: int | None) -> str:
    return DASH if vnd is None else format_money(vnd)


def _key(row: SumRow) -> MoneyKey:
    return next(key for key in _SUMS if key == row.by)


def _open(year: int, gaps: tuple[GapRow, ...], silent: tuple[Named, ...]) -> Iterator[Block]:
    yield listing(
        "chua-co-so",
        _GAPS,
        gaps,
        caption=f"Nhiệm vụ chưa có số kinh phí năm {year}",
        empty=f"(Không có nhiệm vụ nào còn phải nêu kinh phí năm {year})",
    )
    if silent:
        yield line(f"Chưa đề xuất gì cho năm {year}: {names(silent)}.")


_ROWS: tuple[Show[MoneyRow], ...] = (
    (Column("task", "Mã", 22), lambda row: row.task),
    (Column("title", "Nhiệm vụ", 70), lambda row: row.title),
    (Column("level", "Cấp", 26, yields=4), lambda row: _said(row.level)),
    (Column("kind", "Loại", 40, yields=3), lambda row: _said(row.kind)),
    (Column("source", "Nguồn", 30, yields=2), lambda row: row.source or UNSAID),
    (Column("needed", "Nhu cầu", 20, "right"), lambda row: format_money(row.needed)),
    (Column("allocated", "Được bố trí", 20, "right"), lambda row: format_money(row.allocated)),
    (Column("spent", "Đã chi", 20, "right"), lambda row: format_money(row.spent)),
)
_NOTE: Show[MoneyRow] = (
    Column("supplementary", "Ghi chú", 22, yields=5),
    lambda row: "bổ sung trong năm" if row.supplementary else "",
)
_TOTALS: tuple[Show[SumRow], ...] = (
    (Column("name", "Chia theo", 80), lambda row: row.name),
    (Column("needed", "Nhu cầu", 24, "right"), lambda row: format_money(row.needed)),
    (Column("allocated", "Được bố trí", 24, "right"), lambda row: format_money(row.allocated)),
    (Column("spent", "Đã chi", 24, "right"), lambda row: format_money(row.spent)),
)
_GAPS: tuple[Show[GapRow], ...] = (
    (Column("task", "Mã", 22), lambda row: row.item.id),
    (Column("title", "Nhiệm vụ", 80), lambda row: row.item.title),
    (Column("agency", "Cơ quan thực hiện", 40, yields=2), lambda row: row.agency.name),
    (Column("due", "Thời hạn", 28, yields=1), lambda row: row.item.due),
    (
        Column("reason", "Còn thiếu", 60),
        lambda row: next(said for key, said in REASONS.items() if key == row.reason),
    ),
)
