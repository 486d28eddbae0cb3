"""``kehoach rollup``: the figures of many provinces side by side, and added up.

Sums are of the provinces that could be read; the others are named with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from kehoach_cli.document.blocks import Block, Cell, Column, Table
from kehoach_cli.drafting.questions.provinces import ChallengeSums, LeftOut, PlanSums, Province
from kehoach_cli.drafting.questions.rollup_data import rollup_data
from kehoach_cli.drafting.questions.view import Show, View, heading, line, listing
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import DONE_LATE, ON_TIME, OVERDUE, SILENT, STATES, State
from kehoach_cli.progress import COMMITMENT_STATES, Ratio, Totals, added
from kehoach_cli.vn.dates import format_day

R = TypeVar("R")

_FIRST_TO_STAY = (*STATES[:4], SILENT, *STATES[4:-1])
"""On a narrow screen: done and late are asked for before what has no end and what was stopped."""


@frozen
class _Plan:
    province: Province
    plan: PlanSums


@frozen
class _Challenge:
    province: Province
    challenge: ChallengeSums


@frozen
class _StateSum:
    """A state: how many tasks, how many of them have a last day, how many assignments."""

    state: State
    tasks: int
    dated: int
    assignments: int


def rollup_view(
    provinces: Sequence[Province],
    left_out: Sequence[LeftOut],
    *,
    as_of: date,
    period: str | None,
) -> View:
    """Tables by province, plan, challenge and state; ``period`` is the one asked for, if any."""
    data = rollup_data(provinces, left_out, as_of, period)
    provinces = _told_apart(provinces)
    plans = tuple(_Plan(one, plan) for one in provinces for plan in one.plans)
    challenges = tuple(_Challenge(one, found) for one in provinces for found in one.challenges)
    blocks = (
        heading(f"Tổng hợp {len(provinces)} tỉnh (tính đến ngày {format_day(as_of)})"),
        *_remarks(provinces),
        _by_province(provinces, "theo-tinh", _PROVINCES),
        heading("Tỷ lệ"),
        _by_province(provinces, "ty-le", _SHARES),
        heading("Theo kế hoạch"),
        listing("theo-ke-hoach", _PLANS, plans, empty="(Không có kế hoạch nào trong kỳ)"),
        heading("Theo bài toán lớn"),
        listing("theo-bai-toan", _CHALLENGES, challenges, empty="(Chưa có bài toán nào)"),
        heading("Theo trạng thái"),
        *_by_state(provinces),
        *_left_out(left_out),
    )
    return View(blocks, data)


def _told_apart(provinces: Sequence[Province]) -> list[Province]:
    """With the folders in the names of those that are called the same."""
    alike = {name for name, some in _grouped(provinces, lambda one: one.name).items() if some[1:]}
    return [
        replace(one, name=f"{one.name} ({one.workspace})") if one.name in alike else one
        for one in provinces
    ]


def _remarks(provinces: Sequence[Province]) -> Iterator[Block]:
    """What a reader of the sums must know of the provinces they are of."""
    periods = _grouped(provinces, lambda one: one.period)
    if len(periods) > 1:
        told = "; ".join(f"{period}: {_names(some)}" for period, some in periods.items())
        yield line(f"Các tỉnh đang ở kỳ khác nhau ({told}); thêm --period để lấy cùng một kỳ.")
    for code, some in _grouped(provinces, lambda one: one.code).items():
        if code and len(some) > 1:
            told = ", ".join(one.workspace for one in some)
            yield line(f"Cùng mã tỉnh {code} nên có thể bị tính hai lần: {told}.")
    notices = _grouped(provinces, lambda one: one.notice)
    if len(set(notices) - {""}) > 1:
        yield from (line(f"{_names(some)}: {said}.") for said, some in notices.items() if said)
    bad = [f"{one.name} ({one.errors} chỗ)" for one in provinces if one.errors]
    if bad:
        told = ", ".join(bad)
        yield line(f"Có chỗ không đọc được hoặc không khớp nên số liệu có thể thiếu: {told}.")


def _grouped(
    provinces: Iterable[Province], key: Callable[[Province], str]
) -> dict[str, list[Province]]:
    found: dict[str, list[Province]] = {}
    for one in provinces:
        found.setdefault(key(one), []).append(one)
    return found


def _names(provinces: Iterable[Province]) -> str:
    return ", ".join(one.name for one in provinces)


def _by_province(
    provinces: Sequence[Province], name: str, shows: tuple[Show[Province], ...]
) -> Table:
    """One row each, and what all of them come to below."""
    rows = (*provinces, _whole(provinces)) if provinces else ()
    table = listing(name, shows, rows, empty="(Không đọc được tỉnh nào)")
    last = (replace(row, total=True) for row in table.rows[-1:])
    return replace(table, rows=(*table.rows[:-1], *last))


def _whole(provinces: Sequence[Province]) -> Province:
    """All of them as one; it says how many they are."""
    first = provinces[0]
    return replace(
        first,
        name=f"Cộng {len(provinces)} tỉnh",
        period="",
        plans=tuple(plan for one in provinces for plan in one.plans),
        sums=replace(first.sums, tasks=added(one.sums.tasks for one in provinces)),
    )


def _by_state(provinces: Sequence[Province]) -> Iterator[Block]:
    tasks = added(one.sums.tasks for one in provinces)
    assignments = added(one.sums.assignments for one in provinces)
    promised = added((one.sums.commitments for one in provinces), COMMITMENT_STATES)
    yield listing(
        "theo-trang-thai",
        _STATES,
        [
            _StateSum(state, tasks.count(state), tasks.dated[state], assignments.count(state))
            for state in STATES
        ],
    )
    yield listing("cam-ket", _COMMITMENTS, list(promised.states.items()))


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[Block]:
    if left_out:
        yield heading(f"{len(left_out)} thư mục không đọc được, không có trong số liệu")
        yield listing("khong-doc-duoc", _REASONS, left_out)


def _share(ratio: Ratio) -> Cell:
    """«12/40 (30%)»: a share never stands without what it is a share of."""
    if not ratio.denominator:
        return Cell(ratio.percent_text)
    return Cell(f"{ratio.numerator}/{ratio.denominator} ({ratio.percent_text})")


def _counting(tasks: Callable[[R], Totals]) -> tuple[Show[R], ...]:
    """The columns of figures of tasks, all states and the shares of docs/figures.md."""

    def count(state: State) -> Callable[[R], int]:
        return lambda row: tasks(row).count(state)

    states: tuple[Show[R], ...] = tuple(
        (Column(state.code, capitalised(state.label), 17, "right", yields=rank), count(state))
        for rank, state in enumerate(_FIRST_TO_STAY, 1)
    )
    return (
        (Column("total", "Nhiệm vụ", 15, "right"), lambda row: tasks(row).total),
        *states,
        (Column("dated", "Có thời hạn", 14, "right"), lambda row: tasks(row).with_last_day),
    )


def _tasks_of(row: Province) -> Totals:
    return row.sums.tasks


def _tasks_of_plan(row: _Plan) -> Totals:
    return row.plan.sums.tasks


_NAME: Show[Province] = (Column("province", "Tỉnh", 34), lambda row: row.name)
_PROVINCES: tuple[Show[Province], ...] = (
    _NAME,
    (Column("plans", "Kế hoạch", 14, "right"), lambda row: len(row.plans)),
    *_counting(_tasks_of),
)
_SHARES: tuple[Show[Province], ...] = (
    _NAME,
    (Column("period", "Kỳ", 16), lambda row: row.period),
    (
        Column("on_time", "Hoàn thành đúng hạn / có thời hạn", 34, "right"),
        lambda row: _share(row.sums.tasks.on_time_ratio),
    ),
    (
        Column("done_late", "Hoàn thành quá hạn / có thời hạn", 34, "right"),
        lambda row: _share(row.sums.tasks.done_late_ratio),
    ),
    (
        Column("overdue", "Chưa hoàn thành, quá hạn / có thời hạn", 34, "right"),
        lambda row: _share(row.sums.tasks.overdue_ratio),
    ),
    (
        Column("completion", "Hoàn thành / hoàn thành và quá hạn", 34, "right"),
        lambda row: _share(row.sums.tasks.completion_ratio),
    ),
)
_PLANS: tuple[Show[_Plan], ...] = (
    (Column("province", "Tỉnh", 24), lambda row: row.province.name),
    (Column("title", "Kế hoạch", 60), lambda row: row.plan.title),
    (Column("plan", "Mã kế hoạch", 30, yields=10), lambda row: row.plan.id),
    (
        Column("state", "Tình trạng", 20, yields=9),
        lambda row: "Đã ban hành" if row.plan.is_issued else "Dự thảo",
    ),
    *_counting(_tasks_of_plan),
    (
        Column("completion", "Tỷ lệ hoàn thành", 24, "right", yields=8),
        lambda row: _share(row.plan.sums.tasks.completion_ratio),
    ),
)
_CHALLENGES: tuple[Show[_Challenge], ...] = (
    (Column("province", "Tỉnh", 24), lambda row: row.province.name),
    (Column("challenge", "Mã bài toán", 18, yields=1), lambda row: row.challenge.id),
    (Column("title", "Bài toán", 70), lambda row: row.challenge.title),
    (Column("total", "Nhiệm vụ", 15, "right"), lambda row: row.challenge.tasks.total),
    *(
        (Column(code, title, 17, "right"), count)
        for code, title, count in (
            ("finished", "Hoàn thành", lambda row: row.challenge.tasks.count(ON_TIME, DONE_LATE)),
            ("overdue", capitalised(OVERDUE.label), lambda row: row.challenge.tasks.count(OVERDUE)),
            ("silent", capitalised(SILENT.label), lambda row: row.challenge.tasks.count(SILENT)),
        )
    ),
    (Column("proposals", "Đề xuất", 15, "right"), lambda row: row.challenge.proposals),
)
_STATES: tuple[Show[_StateSum], ...] = (
    (Column("state", "Trạng thái", 60), lambda row: capitalised(row.state.label)),
    (Column("tasks", "Nhiệm vụ", 20, "right"), lambda row: row.tasks),
    (Column("dated", "Trong đó có thời hạn", 24, "right"), lambda row: row.dated),
    (Column("assignments", "Lượt giao", 20, "right"), lambda row: row.assignments),
)
_COMMITMENTS: tuple[Show[tuple[State, int]], ...] = (
    (Column("state", "Cam kết của đối tác", 60), lambda row: capitalised(row[0].label)),
    (Column("commitments", "Số cam kết", 24, "right"), lambda row: row[1]),
)
_REASONS: tuple[Show[LeftOut], ...] = (
    (Column("workspace", "Thư mục", 60), lambda row: row.workspace),
    (Column("reason", "Lý do", 90), lambda row: row.reason),
)
