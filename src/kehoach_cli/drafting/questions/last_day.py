"""``kehoach status --explain``: how the last day of a task came about, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.item_words import plan_heading
from kehoach_cli.drafting.questions.view import Show, View, heading, line, listing, view_of
from kehoach_cli.drafting.wording import capitalised, reference
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Extension, Plan, Task
from kehoach_cli.progress import PlanProgress, Progress
from kehoach_cli.progress.dues import (
    Ending,
    endings,
    event_day,
    extensions_in_force,
    issued_on,
    settled_due,
    window_of,
)
from kehoach_cli.progress.population import plan_start
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due import Due, describe
from kehoach_cli.vn.text import join_vi
from kehoach_cli.workspace import Located, PlanFolder, Workspace


@frozen
class Step:
    """One step from the words in the file to the last day."""

    step: str
    text: str


@frozen
class Explained:
    """A task in a plan: its steps, and the last days that come out of them in the period.

    Several for a recurring task; none where there is no last day.
    """

    plan: str
    title: str
    file: str
    steps: tuple[Step, ...]
    last_days: tuple[date, ...]


@frozen
class _Case:
    """A task, its plan's folder and the period in which it is looked at."""

    task: Located[Task]
    folder: PlanFolder
    progress: Progress

    @property
    def one(self) -> Task:
        return self.task.value

    @property
    def plan(self) -> Plan | None:
        return self.folder.plan.value if self.folder.plan else None

    def read(self, text: str, happened: date | None = None) -> Due:
        """A text of this plan as the figures read it."""
        return settled_due(text, window_of(self.folder), issued_on(self.folder), happened)

    def endings(self) -> tuple[Ending, ...]:
        """Just what the figures of the period use."""
        period = self.progress.period
        start = max(period.first, self.one.assigned or plan_start(self.folder))
        return endings(
            self.one,
            window_of(self.folder),
            extensions_in_force(self.folder, self.progress.day).get(self.one.id),
            (start, period.last),
            issued=issued_on(self.folder),
        )


_SHOWS: tuple[Show[Step], ...] = (
    (Column("step", "Bước", 40), lambda one: one.step),
    (Column("text", "Cách tính", 120), lambda one: one.text),
)


def last_day_view(ws: Workspace, progress: Progress, task_id: str) -> View:
    """How the last day came about, in each plan that has a task of this id."""
    found = tuple(
        _explained(_Case(task, folder, progress))
        for folder in ws.folders
        for task in folder.tasks
        if task.value.id == task_id
    )
    blocks = [block for one in found for block in _blocks(progress, task_id, one)]
    return view_of(progress, blocks, {"task": task_id, "places": found})


def _blocks(progress: Progress, task_id: str, one: Explained) -> Iterator[Block]:
    plans = {plan.id: plan for plan in progress.plans}
    yield heading(f"{task_id} – {capitalised(one.title)}")
    yield line(f"{_plan_called(plans.get(one.plan), one.plan)} ({one.file})")
    yield listing("ngay-cuoi", _SHOWS, one.steps)


def _plan_called(plan: PlanProgress | None, plan_id: str) -> str:
    return plan_heading(plan) if plan else f"Kế hoạch {plan_id}"


def _explained(case: _Case) -> Explained:
    ends = case.endings()
    days = tuple(one.last_day for one in ends if one.last_day is not None)
    return Explained(
        plan=case.task.owner,
        title=case.one.title,
        file=case.task.file,
        steps=(*_steps(case), Step("Ngày cuối", _result(case, days))),
        last_days=days,
    )


def _steps(case: _Case) -> Iterator[Step]:
    if case.one.due is None:
        yield Step("Ghi trong dữ liệu", "không có khóa due")
    else:
        due = case.read(case.one.due, event_day(case.one))
        yield Step("Ghi trong dữ liệu", f"«{due.text}»{_set_by(case.one)}")
        if due.corrected is not None:
            yield Step("Viết đúng", f"«{due.corrected}»")
        yield Step("Được hiểu là", describe(due))
        yield from _event(case, due)
        yield from _against_plan(case, due)
        yield from _extensions(case, due)
    for milestone in case.one.milestones:
        yield Step(f"Mốc «{milestone.text}»", describe(case.read(milestone.due)))


def _set_by(task: Task) -> str:
    return f", ấn định tại {reference(task.due_set_by)}" if task.due_set_by else ""


def _event(case: _Case, due: Due) -> Iterator[Step]:
    """Where the day of the event comes from, or how to give it."""
    if due.event is None:
        return
    told = case.one.due_event
    if told is not None and told.happened_on is not None:
        by = f", theo {reference(told.document)}" if told.document else ""
        yield Step("Sự kiện", f"xảy ra ngày {format_day(told.happened_on)}{by} (khóa due_event)")
    elif due.event.is_own_issue and due.event.day is not None:
        yield Step("Sự kiện", f"ngày của kế hoạch: {format_day(due.event.day)}")
    elif due.event.is_own_issue:
        yield Step("Sự kiện", "kế hoạch chưa ban hành hoặc chưa ghi ngày (khóa date)")
    elif due.event.day is None:
        yield Step("Sự kiện", "chưa xảy ra; khi xảy ra thì ghi ngày ở khóa due_event")


def _against_plan(case: _Case, due: Due) -> Iterator[Step]:
    """The years of the plan, which give a missing year and bound the last day."""
    window = window_of(case.folder)
    if window is None or case.plan is None:
        return
    years = f"thực hiện {case.plan.period}, từ {format_day(window[0])} đến {format_day(window[1])}"
    if due.last_day is None:
        yield Step("Kế hoạch", years)
    elif window[0] <= due.last_day <= window[1]:
        yield Step("Kế hoạch", f"{years}; ngày cuối nằm trong thời gian này")
    else:
        yield Step("Kế hoạch", f"{years}; ngày cuối nằm ngoài thời gian này")


def _extensions(case: _Case, due: Due) -> Iterator[Step]:
    in_force = extensions_in_force(case.folder, case.progress.day).get(case.one.id)
    for extension in case.folder.extensions:
        if extension.value.task == case.one.id:
            said = f"{describe(case.read(extension.value.due))}; "
            is_used = extension is in_force
            yield Step("Gia hạn", said + _standing(case, extension.value, due, is_used=is_used))


def _standing(case: _Case, extension: Extension, due: Due, *, is_used: bool) -> str:
    """Whether an extension counts on the day of the figures, and by what document."""
    if extension.granted is None:
        return "mới đề nghị, chưa có văn bản cho phép nên chưa tính"
    granted = f"cho phép tại {reference(extension.granted)}"
    if extension.granted.date is not None and extension.granted.date > case.progress.day:
        return f"{granted}, sau ngày {format_day(case.progress.day)} nên chưa tính"
    if due.recurs_on_a_day:
        return f"{granted}; việc lặp lại theo ngày không gia hạn từng lần nên không tính"
    if not case.read(extension.due).is_understood:
        return f"{granted}; không hiểu được nên giữ thời hạn cũ"
    return granted if is_used else f"{granted}; đã có lần gia hạn sau thay thế"


def _result(case: _Case, days: tuple[date, ...]) -> str:
    """The last days, the rounds of the period, or that there is none."""
    if case.one.due is not None and case.read(case.one.due).recurs_on_a_day:
        rounds = join_vi([format_day(day) for day in days]) or "không có lần nào"
        return f"các lần đến hạn trong {case.progress.period.label}: {rounds}"
    return format_day(days[0]) if days else "không có; việc vẫn nằm trong tổng số"
