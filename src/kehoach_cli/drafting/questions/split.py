"""``kehoach split``: what the partner does and what the province does in each shared task."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_cli.document.blocks import Column
from kehoach_cli.drafting.questions.circle import circle_of
from kehoach_cli.drafting.questions.view import (
    Named,
    Show,
    View,
    all_named,
    heading,
    line,
    listing,
    names,
    plan_headings,
    view_of,
)
from kehoach_cli.drafting.wording import name_of, reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Split, Task
from kehoach_cli.model.register import Document
from kehoach_cli.progress import Progress
from kehoach_cli.progress.sharing import is_split, needs_split, parties_of, partners_in
from kehoach_cli.vn.money import with_unit
from kehoach_cli.workspace import Located, Workspace

_OPEN: dict[str, tuple[str, Callable[[Split], bool]]] = {
    "partner_does": ("phần đối tác", lambda split: split.partner_does is None),
    "province_does": ("phần tỉnh", lambda split: split.province_does is None),
    "province_money": ("kinh phí tỉnh", lambda split: split.province_money is None),
    "agreed": ("văn bản thống nhất", lambda split: split.agreed is None),
    "announced": ("văn bản thông báo", lambda split: split.announced is None),
}
"""Key of ``split`` → what it is called, and whether it is still open."""

SPLIT_KEYS = len(_OPEN)
"""How many keys are open while nobody has said anything."""

_MONEY = {True: "Tỉnh bố trí", False: "Không", None: ""}


@frozen
class SplitRow:
    """A shared task; ``needed`` is the sum of its money lines in đồng.

    ``is_split``: both parts are said; ``open``: the keys of the split that nobody has said.
    """

    id: str
    plan: str
    clause: str | None
    title: str
    leads: tuple[Named, ...]
    partners: tuple[Named, ...]
    partner_does: str | None
    province_does: str | None
    province_money: bool | None
    needed: int
    agreed: str | None
    announced: str | None
    is_split: bool
    open: tuple[str, ...]


def split_view(ws: Workspace, progress: Progress, *, partner: str | None = None) -> View:
    """The annex tasks that partners share, and all others with a split; of one partner if asked."""
    rows = split_rows(ws, progress, partner)
    plans = plan_headings(progress)
    whose = f" với {name_of(ws, partner)}" if partner else ""
    blocks = (
        heading(f"Phân chia nội dung thực hiện{whose}"),
        listing(
            "phan-chia",
            _SHOWS,
            rows,
            empty="(Chưa có nhiệm vụ nào làm cùng đối tác)",
            group=lambda row: plans[row.plan],
        ),
        line(_sum(rows)),
    )
    return view_of(progress, blocks, {"partner": partner, "items": rows})


def shared_tasks(
    ws: Workspace, progress: Progress, partner: str | None
) -> tuple[Located[Task], ...]:
    """The tasks of the period's plans whose parts are to be agreed on, in the order of the files.

    Of one partner those that it, a unit or member of it, or a group with it takes part in.
    """
    circle = circle_of(progress, parties_of(ws, partner)) if partner else None
    folders = (folder for plan in progress.plans if (folder := ws.folder(plan.id)))
    return tuple(
        task
        for folder in folders
        for task in folder.tasks
        if task.value.split or needs_split(ws, task.value)
        if circle is None or any(circle.has(one) for one in partners_in(ws, task.value))
    )


def split_rows(ws: Workspace, progress: Progress, partner: str | None) -> tuple[SplitRow, ...]:
    """What is said of each of them; the letter that announces it prints the same rows."""
    return tuple(_row(ws, one.owner, one.value) for one in shared_tasks(ws, progress, partner))


def _row(ws: Workspace, plan_id: str, task: Task) -> SplitRow:
    split = task.split or Split()
    return SplitRow(
        id=task.id,
        plan=plan_id,
        clause=task.source.clause,
        title=task.title,
        leads=all_named(ws, (actor for actor, _ in task.holders)),
        partners=all_named(ws, partners_in(ws, task)),
        partner_does=split.partner_does,
        province_does=split.province_does,
        province_money=split.province_money,
        needed=sum(one.needed or 0 for one in task.money),
        agreed=_cited(split.agreed),
        announced=_cited(split.announced),
        is_split=is_split(task),
        open=tuple(key for key, (_, is_open) in _OPEN.items() if is_open(split)),
    )


def _cited(document: Document | None) -> str | None:
    return reference(document) if document else None


def _money(row: SplitRow) -> str:
    needed = f"nhu cầu {with_unit(row.needed)}" if row.needed else ""
    return "; ".join(part for part in (_MONEY[row.province_money], needed) if part)


def _open(row: SplitRow) -> str:
    if len(row.open) == SPLIT_KEYS:
        return "chưa phân chia"
    return "; ".join(_OPEN[key][0] for key in row.open)


_SHOWS: tuple[Show[SplitRow], ...] = (
    (Column("id", "Mã", 20), lambda row: row.id),
    (Column("title", "Nhiệm vụ", 60), lambda row: row.title),
    (Column("partners", "Đối tác", 34, yields=5), lambda row: names(row.partners)),
    (Column("partner", "Đối tác thực hiện", 48), lambda row: row.partner_does),
    (Column("province", "Tỉnh thực hiện", 48, yields=1), lambda row: row.province_does),
    (Column("money", "Kinh phí", 30, yields=4), _money),
    (Column("agreed", "Thống nhất", 36, yields=3), lambda row: row.agreed),
    (Column("announced", "Thông báo", 36, yields=2), lambda row: row.announced),
    (Column("open", "Còn mở", 40), _open),
)


def _sum(rows: tuple[SplitRow, ...]) -> str:
    whole = sum(not row.open for row in rows)
    return f"{len(rows)} nhiệm vụ làm cùng đối tác: {whole} đã rõ, {len(rows) - whole} còn mở."
