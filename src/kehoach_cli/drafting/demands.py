"""What a reminder asks of whom: reports that are missing, tasks past or near their last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.addressing import (
    COMMUNES,
    PARTNERS,
    SORTS,
    Sort,
    names_in_cell,
    send_by,
    sort_of,
)
from kehoach_cli.drafting.early import upcoming, upcoming_table
from kehoach_cli.drafting.item_words import due_of, plan_heading, title_of
from kehoach_cli.drafting.progress_tables import overdue_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import Assignment, Item
from kehoach_cli.progress.current_round import is_asked_for
from kehoach_cli.vn.dates import format_day

EARLY = "early"
TARGETS = {
    "late": "có nhiệm vụ quá hạn",
    "silent": "chưa gửi báo cáo",
    "all": "có nhiệm vụ quá hạn hoặc chưa gửi báo cáo",
    EARLY: "có nhiệm vụ sắp đến hạn",
}
"""Who is to be reminded, by the name that the command line uses."""

_SENTENCES = {
    "report": "Gửi báo cáo kết quả {period} thực hiện {plan}",
    "invalid": "Gửi lại báo cáo kết quả {period} thực hiện {plan} (báo cáo đã gửi chưa hợp lệ)",
    "no-word": "{task} (chưa có báo cáo về nhiệm vụ này)",
    "no-word-requested": "{task} (chưa có thông tin về nội dung này)",
}


@frozen
class Demand:
    """One thing that is asked of somebody; ``days`` past its last day, 0 where none is.

    ``is_invalid``: the report has come, but in a way that cannot be used.
    """

    text: str
    due: str = ""
    days: int = 0
    is_report: bool = False
    is_invalid: bool = False


@frozen
class Reminded:
    """One who is to be reminded, and of what."""

    actor: str
    demands: tuple[Demand, ...]

    @property
    def owes_report(self) -> bool:
        """A report of it is missing."""
        return any(one.is_report for one in self.demands)

    @property
    def has_sent_nothing(self) -> bool:
        """One of the missing reports has not come at all."""
        return any(one.is_report and not one.is_invalid for one in self.demands)

    @property
    def has_sent_invalid(self) -> bool:
        """One of them has come, but cannot be used."""
        return any(one.is_invalid for one in self.demands)

    @property
    def owes_task(self) -> bool:
        """Something that it was given or asked for is past its last day."""
        return any(not one.is_report for one in self.demands)


def reminded(scene: Scene, target: str) -> tuple[Reminded, ...]:
    """All who are to be reminded, agencies before communes before partners; never of nothing.

    ``late``: something of theirs runs past its last day. ``silent``: a report of theirs is missing
    or cannot be used, or they have said nothing of a task whose last day by the plan is over.
    Before the period begins nobody is either. ``early``: something of theirs falls due soon, and
    nothing else is said.
    """
    if target == EARLY:
        return _in_order(scene, _early(scene))
    if not scene.progress.has_begun:
        return ()
    actors = dict.fromkeys(
        (
            *(one.id for one in scene.progress.senders),
            *(one.agency for item in scene.progress.tasks for one in item.assignments),
        )
    )
    found = (Reminded(actor, tuple(_demands(scene, actor, target))) for actor in actors)
    return _in_order(scene, (one for one in found if one.demands))


def _in_order(scene: Scene, asked: Iterable[Reminded]) -> tuple[Reminded, ...]:
    return tuple(sorted(asked, key=lambda one: SORTS.index(sort_of(scene.ws, one.actor))))


def _early(scene: Scene) -> Iterator[Reminded]:
    demands: dict[str, list[Demand]] = {}
    for one in upcoming(scene):
        for actor in one.actors:
            demands.setdefault(actor, []).append(Demand(title_of(one.item), due_of(one.item)))
    return (Reminded(actor, tuple(found)) for actor, found in demands.items())


def _demands(scene: Scene, actor: str, target: str) -> Iterator[Demand]:
    if target in {"silent", "all"}:
        yield from _reports(scene, actor)
        yield from _silent_tasks(scene, actor)
    if target in {"late", "all"}:
        for item in scene.progress.tasks:
            for one in overdue_of(item):
                if one.agency == actor:
                    yield Demand(title_of(item), due_of(item), one.days_late)


def _reports(scene: Scene, actor: str) -> Iterator[Demand]:
    """The reports that are missing, one for each plan; none before anybody was asked for one."""
    progress = scene.progress
    last_day = send_by(scene, sort_of(scene.ws, actor))
    if not is_asked_for(scene.ws, progress.period, scene.as_of, last_day):
        return
    headings = {plan.id: plan_heading(plan) for plan in progress.plans}
    for one in progress.missing:
        if one.id == actor:
            kind = "invalid" if one.is_invalid else "report"
            words = {"period": progress.period.label, "plan": headings.get(one.plan_id, "")}
            yield Demand(
                text=_SENTENCES[kind].format(**words),
                due=format_day(last_day) if last_day else "",
                days=max(0, (scene.as_of - last_day).days) if last_day else 0,
                is_report=True,
                is_invalid=one.is_invalid,
            )


def _silent_tasks(scene: Scene, actor: str) -> Iterator[Demand]:
    """Tasks that it has said nothing of although their last day by the plan is over."""
    for item in scene.progress.tasks:
        for one in item.assignments:
            if one.agency == actor and _is_silent_past(one):
                kind = "no-word" if item.mode == "assigned" else "no-word-requested"
                days = _days_past(scene, item)
                yield Demand(_SENTENCES[kind].format(task=title_of(item)), due_of(item), days)


def _is_silent_past(one: Assignment) -> bool:
    return one.state.is_silent and one.is_past_by_plan


def _days_past(scene: Scene, item: Item) -> int:
    return (scene.progress.day - item.last_day).days if item.last_day else 0


def demands_table(scene: Scene) -> Table:
    """What is due from each that the letter goes to; partners apart, who are asked, not told.

    Of an early warning: what falls due soon, step by step.
    """
    if scene.about == EARLY:
        return upcoming_table(scene)
    chosen = [one for one in reminded(scene, scene.about or "all") if one.actor in scene.to]
    return Table(
        name="don-doc",
        columns=(
            Column("number", "TT", 11, "center"),
            Column("actor", "Cơ quan, đơn vị", 52),
            Column("demand", "Nội dung", 110),
            Column("due", "Thời hạn", 42),
            Column("days", "Số ngày đã qua thời hạn", 24, "center"),
        ),
        rows=tuple(_rows(scene, chosen)),
        caption=_caption(scene, chosen),
        empty="(Không có nội dung nào)",
    )


def _caption(scene: Scene, chosen: Sequence[Reminded]) -> str:
    """Partners alone are asked for their part; one alone needs no «từng»."""
    if chosen and all(sort_of(scene.ws, one.actor) is PARTNERS for one in chosen):
        return "Nội dung đề nghị phối hợp"
    of_each = " của từng cơ quan, đơn vị" if len(chosen) > 1 else ""
    return f"Nội dung cần thực hiện{of_each}"


def _rows(scene: Scene, chosen: Sequence[Reminded]) -> Iterator[Row]:
    groups = list(_alike(scene, chosen))
    partners = [names for sort, names, _ in groups if sort is PARTNERS]
    has_both = 0 < len(partners) < len(groups)
    for number, (sort, names, demands) in enumerate(groups, start=1):
        if has_both and number == 1:
            yield Row((Cell("Cơ quan, đơn vị, địa phương", bold=True),), group=True)
        if has_both and sort is PARTNERS and names is partners[0]:
            yield Row((Cell("Đối tác (nội dung đề nghị phối hợp)", bold=True),), group=True)
        height = len(demands)
        first = (Cell(number, rows=height), Cell(names, rows=height))
        for index, demand in enumerate(demands):
            head = first if index == 0 else (Cell(None), Cell(None))
            yield Row((*head, Cell(demand.text), Cell(demand.due), Cell(demand.days or None)))


def _alike(
    scene: Scene, chosen: Sequence[Reminded]
) -> Iterator[tuple[Sort, str, tuple[Demand, ...]]]:
    """Communes that owe the same share a row, by the name of all when it is all of them."""
    found: dict[tuple[Sort, tuple[Demand, ...], str], list[str]] = {}
    for one in chosen:
        sort = sort_of(scene.ws, one.actor)
        own = "" if sort is COMMUNES else one.actor
        found.setdefault((sort, one.demands, own), []).append(one.actor)
    for (sort, demands, _), actors in found.items():
        yield sort, names_in_cell(scene.ws, actors), demands
