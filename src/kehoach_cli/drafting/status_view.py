"""``kehoach status``: every item with its state, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kehoach_cli.document.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Share,
    Table,
    Tally,
    Text,
)
from kehoach_cli.drafting.days_left import days_left, remaining_cell
from kehoach_cli.drafting.item_words import (
    KIND_LABELS,
    due_of,
    holders_of,
    plan_heading,
    progress_of,
    title_of,
    waiting_of,
)
from kehoach_cli.drafting.state_tones import tone_of
from kehoach_cli.drafting.wording import capitalised, name_of, short_name_of
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    Assignment,
    Item,
    Progress,
    Totals,
    assignments_of,
    totals,
)
from kehoach_cli.progress.current_round import round_before
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace

SCHEMA = 1


def status_json(progress: Progress, *, agency: str | None = None) -> dict[str, object]:
    """The figures and items as data; with ``agency`` only its assignments, or those of a group.

    Days are ISO 8601; ``last_day`` is null where there is none, ``days_left`` (below 0 past it)
    also of what is over. ``totals`` holds the same figures for tasks, their assignments and
    commitments, by code of state.
    """
    items = items_for(progress, agency)
    tasks = [item for item in items if item.is_task]
    promised = [item for item in items if not item.is_task]
    return {
        "schema": SCHEMA,
        "as_of": progress.as_of.isoformat(),
        "period": progress.period.id,
        "totals": {
            "tasks": totals_json(totals(tasks)),
            "assignments": totals_json(totals(assignments_of(tasks))),
            "commitments": totals_json(totals(promised, COMMITMENT_STATES)),
        },
        "items": [_item_json(item, progress.day) for item in items],
    }


def items_for(progress: Progress, agency: str | None) -> tuple[Item, ...]:
    """The items, cut down to the assignments of one agency, or of the members of a group."""
    return of_agency(progress, agency).items if agency else progress.items


def totals_json(counted: Totals) -> dict[str, object]:
    """Figures as data, by code of state."""
    return {
        "total": counted.total,
        "with_last_day": counted.with_last_day,
        "no_report_past_last_day": counted.silent_past,
        "states": {state.code: count for state, count in counted.states.items()},
    }


def _item_json(item: Item, day: date) -> dict[str, object]:
    return {
        "id": item.id,
        "kind": item.kind,
        "title": item.title,
        "assignments": [_assignment_json(one, day) for one in item.assignments],
    }


def _assignment_json(one: Assignment, day: date) -> dict[str, object]:
    return {
        "agency": one.agency,
        "role": one.role,
        "state": one.state.code,
        "last_day": one.last_day.isoformat() if one.last_day else None,
        "days_late": one.days_late,
        "days_left": days_left(one, day),
        "reported": one.reported,
    }


def status_view(
    ws: Workspace, progress: Progress, *, agency: str | None = None
) -> tuple[Block, ...]:
    """A line on the period, every item of each plan with its state, and the sums."""
    items = items_for(progress, agency)
    return (
        Paragraph(Role.SECTION, (Text(_heading(ws, progress, agency)),)),
        *_notes(progress),
        _table(ws, progress, items, agency),
        *_sums(items),
    )


def _heading(ws: Workspace, progress: Progress, agency: str | None) -> str:
    whose = f" – {name_of(ws, agency)}" if agency else ""
    day = format_day(progress.day)
    return f"Tình trạng thực hiện {progress.period.label}{whose} (số liệu đến ngày {day})"


def _notes(progress: Progress) -> Iterator[Block]:
    if not progress.has_begun:
        first = format_day(progress.period.first)
        yield _line(f"Kỳ báo cáo chưa bắt đầu (từ ngày {first}).")
    other = round_before(progress.workspace, progress.period, progress.as_of)
    if other:
        first = format_day(progress.period.first)
        begun = f"{capitalised(progress.period.label)} tính từ ngày {first}"
        yield _line(f"{begun}; đang làm báo cáo {other.label}: thêm --period {other.id}.")
    drafts = [plan.id for plan in progress.plans if not plan.is_issued]
    if drafts:
        yield _line(f"Kế hoạch chưa ban hành: {', '.join(drafts)}.")


def _table(ws: Workspace, progress: Progress, items: tuple[Item, ...], agency: str | None) -> Table:
    return Table(
        name="tinh-trang",
        columns=(
            Column("id", "Mã", 22),
            Column("clause", "Điểm", 12, yields=3),
            Column("title", "Nội dung", 80),
            Column("agency", "Cơ quan thực hiện", 40, yields=2),
            Column("due", "Thời hạn", 34, yields=1),
            Column("state", "Tình trạng", 40),
            Column("days_left", "Số ngày còn lại", 26),
        ),
        rows=tuple(_rows(ws, progress, items, agency)),
        empty="(Không có nội dung nào trong kỳ)",
    )


def _rows(
    ws: Workspace, progress: Progress, items: tuple[Item, ...], agency: str | None
) -> Iterator[Row]:
    by_plan: dict[str, list[Item]] = {}
    for item in items:
        by_plan.setdefault(item.plan_id, []).append(item)
    for plan in progress.plans:
        if plan.id in by_plan:
            yield Row((Cell(plan_heading(plan), bold=True),), group=True)
        for item in by_plan.get(plan.id, []):
            yield Row(_cells(ws, item, agency, progress.day))


def _cells(ws: Workspace, item: Item, agency: str | None, day: date) -> tuple[Cell, ...]:
    """The item as all hold it; as the one agency holds it that was asked for."""
    told: Item | Assignment = item
    if agency is None or len(item.assignments) > 1:
        holders, state = holders_of(ws, item), progress_of(item, says_days=False)
    else:
        told = item.assignments[0]
        holders, state = short_name_of(ws, told.agency), capitalised(told.state.label)
    waits = dict.fromkeys(text for one in item.assignments if (text := waiting_of(ws, one)))
    said = "; ".join((f"{state}{_invalid(ws, item)}", *waits))
    tone = tone_of(told.state)
    texts = (item.id, item.clause or "", title_of(item), holders, due_of(item))
    left = replace(remaining_cell(told, day), tone=tone)
    return (*map(Cell, texts), Cell(said, tone=tone), left)


def _invalid(ws: Workspace, item: Item) -> str:
    """Who is silent only because its report cannot be used."""
    bad = [short_name_of(ws, one.agency) for one in item.assignments if one.invalid_report]
    return f" (báo cáo chưa hợp lệ: {'; '.join(bad)})" if bad else ""


def _sums(items: tuple[Item, ...]) -> Iterator[Block]:
    """One line each for tasks, their assignments and commitments."""
    tasks = [item for item in items if item.is_task]
    promised = [item for item in items if not item.is_task]
    yield _sum("nhiệm vụ", totals(tasks))
    yield _sum("lượt giao", totals(assignments_of(tasks)))
    if promised:
        yield _sum(KIND_LABELS["commitment"], totals(promised, COMMITMENT_STATES))


def _sum(name: str, counted: Totals) -> Paragraph:
    tally = Tally(f"{counted.total} {name}", counted.total, tuple(_shares(counted)))
    parts = "; ".join(f"{share.count} {share.label}" for share in tally.shares)
    said = f"{tally.whole}: {parts}." if parts else f"{tally.whole}."
    return Paragraph(Role.BODY, (Text(said),), tally=tally)


def _shares(counted: Totals) -> Iterator[Share]:
    for state, count in counted.states.items():
        if count:
            past = counted.silent_past if state.is_silent else 0
            tail = f" (trong đó {past} đã qua thời hạn)" if past else ""
            yield Share(f"{state.label}{tail}", count, tone_of(state))


def _line(text: str) -> Paragraph:
    return Paragraph(Role.BODY, (Text(text),))
