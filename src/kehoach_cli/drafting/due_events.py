"""``kehoach calendar``: each last day as an event with its reminders.

The reminders are those of ``kehoach remind --to early``: ``remind_before`` of ``kehoach.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kehoach_cli.document.events import Calendar, Event
from kehoach_cli.drafting.early import is_to_do, steps_of
from kehoach_cli.drafting.item_words import (
    KIND_LABELS,
    due_of,
    holders_of,
    milestones_of,
    place_of,
    plan_heading,
    progress_of,
    title_of,
)
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import STOPPED
from kehoach_cli.progress import Item, Progress, evaluate, year_holding
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.vn.workdays import working_days_before
from kehoach_cli.workspace import Workspace

EVERYBODY = "tat-ca"
"""Stands for the agency in the ids of a calendar of everybody."""


@frozen
class DueCalendar:
    """The calendar, and how many tasks have no day to put into it."""

    calendar: Calendar
    without_day: int


def due_calendar(
    ws: Workspace, as_of: date, *, agency: str | None = None, plan: str | None = None
) -> DueCalendar:
    """Every last day from the current period to the end of the plans, of one agency or of all.

    An item is as it stands on ``as_of``. What is done keeps its event without reminders; what was
    stopped is cancelled, so that it goes out of calendars that have it.
    """
    found: dict[str, Item] = {}
    headings: dict[str, str] = {}
    scene = Scene(ws, as_of)
    for progress in _years(ws, as_of, plan):
        held = of_agency(progress, agency) if agency else progress
        found = {item.key: item for item in held.tasks} | found
        headings |= {one.id: plan_heading(one) for one in progress.plans}
    dated = [item for item in found.values() if item.last_day]
    dated.sort(key=lambda item: (item.last_day or as_of, item.key))
    events = (_event(scene, item, headings[item.plan_id], agency) for item in dated)
    without = {item.id for item in found.values()} - {item.id for item in dated}
    whose = name_of(ws, agency) if agency else "tất cả cơ quan, đơn vị"
    calendar = Calendar(
        name=f"Thời hạn nhiệm vụ – {whose}",
        made=as_of,
        events=tuple(events),
        text=_notice(scene),
    )
    return DueCalendar(calendar, len(without))


def _years(ws: Workspace, as_of: date, plan: str | None) -> Iterator[Progress]:
    """The figures of the year that holds the day and of those after it, to the last of a plan."""
    folders = [one.plan.value for one in ws.folders if one.plan and plan in {None, one.id}]
    first = year_holding(ws, as_of).year
    last = max((one.period.last_year for one in folders), default=first)
    for year in range(first, max(first, last) + 1):
        yield evaluate(ws, as_of, period=str(year), plan=plan)


def _event(scene: Scene, item: Item, heading: str, agency: str | None) -> Event:
    last_day = item.last_day or scene.as_of
    is_open = last_day >= scene.as_of and any(is_to_do(one) for one in item.assignments)
    code = scene.settings.province.code if scene.settings else ""
    return Event(
        uid=f"{item.key}.{agency or EVERYBODY}@tinh-{code}.kehoach",
        day=last_day,
        title=_title(scene.ws, item, agency),
        text="\n".join(_lines(scene, item, heading)),
        categories=(capitalised(KIND_LABELS[item.kind]),),
        warnings=_warnings(last_day, steps_of(scene)) if is_open else (),
        is_cancelled=item.state is STOPPED,
    )


def _title(ws: Workspace, item: Item, agency: str | None) -> str:
    """«Hạn: …», who has to do it in a calendar of everybody, and what is done with a mark."""
    done = "✓ " if item.state.is_done else ""
    whose = "" if agency else f" ({holders_of(ws, item)})"
    return f"{done}Hạn: {title_of(item).rstrip('.')}{whose}"


def _warnings(last_day: date, steps: Iterable[int]) -> tuple[date, ...]:
    days = {working_days_before(last_day, step) for step in steps}
    return tuple(sorted(days))


def _lines(scene: Scene, item: Item, heading: str) -> Iterator[str]:
    """What somebody wants to know who looks at the day on a phone."""
    task = item.task.value if item.task else None
    said = {
        "": heading,
        "Mã": ", ".join(filter(None, (item.id, place_of(item)))),
        "Thực hiện": holders_of(scene.ws, item),
        "Thời hạn": due_of(item),
        "Sản phẩm": task.product if task else "",
        "Cấp phê duyệt": short_name_of(scene.ws, task.approver) if task and task.approver else "",
        "Tình trạng": progress_of(item),
    }
    for name, text in said.items():
        if text:
            yield f"{name}: {text}" if name else text
    if steps := milestones_of(item):
        yield steps
    if notice := _notice(scene):
        yield notice


def _notice(scene: Scene) -> str:
    """What the workspace says on every page."""
    return (scene.settings.notice or "") if scene.settings else ""
