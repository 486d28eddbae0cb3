"""Nhiệm vụ quá hạn mà báo cáo không nêu lý do.

Vì sao: báo cáo UBND tỉnh phải nêu nguyên nhân của từng nhiệm vụ chậm; không có lý do thì không đề
xuất được cách tháo gỡ.

Cách sửa: thêm khóa late_reason với một lý do trong danh sách, cần thì giải thích thêm ở late_note;
nếu đã được cho gia hạn thì ghi vào extensions.yaml. Nhiệm vụ đã trình, đang chờ cấp phê duyệt thì
không phải nêu lý do.

Căn cứ: docs/data-model.md; mục «Tồn tại, hạn chế, nguyên nhân» thường có trong báo cáo kết quả thực
hiện kế hoạch của các cơ quan.

Sai: hạn là quý I/2027, ngày 20/6/2027 vẫn đang thực hiện.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        due: Quý I/2027
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress  # <- KH304

Suýt nhầm: đã được gia hạn bằng văn bản trước ngày báo cáo nên không còn quá hạn.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        due: Quý I/2027
    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý IV/2027
      reason: chờ kinh phí
      granted: {number: 88/UBND-KGVX, date: 2027-03-25}
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        due: Quý I/2027
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        late_reason: cho-kinh-phi
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.progress.dues import Ending, endings, extensions_in_force, issued_on, window_of
from kehoach_cli.progress.periods import period_of
from kehoach_cli.progress.population import plan_start
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import Entry
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due import Window
from kehoach_cli.workspace import Located

CODE = "KH304"
NAME = "overdue-without-reason"
SEVERITY = Severity.WARNING
MESSAGE = {
    "open": "nhiệm vụ {task} đã qua hạn {last_day} mà báo cáo ngày {day} không nêu lý do",
    "finished": "nhiệm vụ {task} hoàn thành ngày {day}, sau hạn {last_day}, mà không nêu lý do",
}
HINT = "thêm khóa late_reason; nếu đã được gia hạn thì ghi vào extensions.yaml"

_EndingsOf = Callable[[Located[Task], date, Window], tuple[Ending, ...]]


def check(ctx: Context) -> Iterator[Found]:
    """Entries that were late on the day of their report and give no reason."""
    find = _finder(ctx)
    stretch_of = cache(lambda period_id: _stretch(ctx, period_id))
    for entry in ctx.entries:
        stretch = stretch_of(entry.report.value.period)
        if entry.task is None or entry.task.value.due is None or stretch is None:
            continue
        if not _answers_for_lateness(entry):
            continue
        day = entry.said.done_on or min(entry.reported, stretch[1])
        if late := _missed(find(entry.task, day, stretch), entry, day):
            yield _found(entry, entry.task, late, day)


def _answers_for_lateness(entry: Entry) -> bool:
    """It runs or was done, does not wait for its approver, and says nothing of being late."""
    said, status = entry.said, entry.said.status
    is_excused = status.is_stopped or status.waits_for_approver
    return not (is_excused or said.late_reason or said.late_note)


def _missed(found: tuple[Ending, ...], entry: Entry, day: date) -> Ending | None:
    """The first last day that was over; of several rounds nobody knows which one was done."""
    if entry.said.status.is_done and len(found) > 1:
        return None
    return next((one for one in found if one.is_past(day)), None)


def _found(entry: Entry, task: Located[Task], late: Ending, day: date) -> Found:
    due = task.at("due") if late.extension is None else late.extension.at("due")
    args = {
        "reason": "finished" if entry.said.status.is_done else "open",
        "task": entry.called,
        "last_day": format_day(late.last_day or day),
        "day": format_day(day),
    }
    return Found(entry.at("status"), args, (Related(due, "thời hạn ở đây"),))


def _stretch(ctx: Context, period_id: str) -> Window | None:
    period = period_of(ctx.ws, period_id)
    return (period.first, period.last) if period else None


def _finder(ctx: Context) -> _EndingsOf:
    """Endings of a task with the extension in force on a day; each plan looked up once a day.

    As in the figures, rounds that were over before the task was assigned are not asked for.
    """
    folders = {folder.id: folder for folder in ctx.ws.folders}

    @cache
    def in_force(owner: str, day: date) -> dict[str, Located[Extension]]:
        return extensions_in_force(folders[owner], day)

    def find(task: Located[Task], day: date, stretch: Window) -> tuple[Ending, ...]:
        extension = in_force(task.owner, day).get(task.value.id)
        folder = folders[task.owner]
        since = (max(stretch[0], task.value.assigned or plan_start(folder)), stretch[1])
        return endings(task.value, window_of(folder), extension, since, issued=issued_on(folder))

    return find
