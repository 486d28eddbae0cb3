"""One Vietnamese sentence on how a deadline was understood."""

from __future__ import annotations

from datetime import date, timedelta

from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due_event import UNIT_WORDS
from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, DueStep, Event, EventUnit
from kehoach_cli.vn.text import join_vi


def describe(due: Due) -> str:
    """One Vietnamese sentence, without a full stop, on how the deadline was understood."""
    parts = [f"«{due.text}» {_meaning(due)}"]
    if due.year_assumed and due.shape is DueShape.MILESTONES:
        parts.append("mốc không ghi năm lấy năm của mốc bên cạnh hoặc của kế hoạch")
    elif due.year_assumed:
        parts.append("năm lấy theo thời gian thực hiện của kế hoạch")
    if due.remark is not None:
        parts.append(f"lời ghi kèm «{due.remark}» không làm thay đổi ngày cuối")
    return "; ".join(parts)


def _meaning(due: Due) -> str:
    """What the deadline does, after its name."""
    if due.problem is not None:
        return f"chưa đọc được: {_PROBLEMS[due.problem]}"
    if due.milestones:
        return _of_milestones(due)
    if due.event is not None:
        return _of_event(due, due.event)
    return _of_time(due)


def _of_time(due: Due) -> str:
    """When a deadline without milestones and event ends."""
    if due.recurrence is not None and due.recurrence.day is not None:
        return f"lặp lại, hạn cuối là {due.recurrence.describe()}"
    if due.last_day is not None:
        return _ending(due, due.last_day)
    if due.first_day is not None:
        return f"bắt đầu từ {format_day(due.first_day)}, không ấn định ngày kết thúc"
    return _WITHOUT_END.get(due.shape, "không ấn định ngày kết thúc")


def _of_milestones(due: Due) -> str:
    """Each with its last day, then the last of all."""
    steps = join_vi([_step(step) for step in due.milestones])
    last = f"; ngày cuối là mốc muộn nhất, {format_day(due.last_day)}" if due.last_day else ""
    waits = f"; {_awaited(due.event)}" if due.event else ""
    return f"có {len(due.milestones)} mốc: {steps}{last}{waits}"


def _step(step: DueStep) -> str:
    last = format_day(step.last_day) if step.last_day else "không ấn định ngày kết thúc"
    return f"«{step.text}» ({last})"


def _of_event(due: Due, event: Event) -> str:
    """What it counts from, and whether that has happened."""
    if due.bound is Bound.BY and due.last_day is None:
        return "kết thúc vào ngày họp, chưa biết là ngày nào nên chưa có ngày cuối"
    if due.last_day is None:
        return _awaited(event)
    if due.bound is Bound.BY:
        return f"kết thúc vào ngày họp, {format_day(due.last_day)}"
    return f"kết thúc vào {format_day(due.last_day)}: {_awaited(event)}"


def _awaited(event: Event) -> str:
    """«dài 10 ngày làm việc, tính từ sau sự kiện «…», chưa biết ngày xảy ra …»."""
    since = f"sau ngày {format_day(event.day)}" if event.day else f"sau sự kiện «{event.text}»"
    if not event.count:
        end = "không ấn định ngày kết thúc"
        if event.day is None:
            return f"bắt đầu {since}, chưa biết ngày xảy ra; {end}"
        return f"bắt đầu {since}, {end}"
    counted = f"dài {event.count} {UNIT_WORDS[event.unit]}, tính từ {since}"
    if event.day is None:
        return f"{counted}, chưa biết ngày xảy ra nên chưa có ngày cuối"
    if event.unit is EventUnit.WORKING_DAY:
        return f"{counted}, không kể ngày nghỉ hằng tuần, ngày lễ, Tết"
    return counted


def _ending(due: Due, last_day: date) -> str:
    """When it ends and why."""
    last = format_day(last_day)
    if due.bound is Bound.BEFORE:
        named = format_day(last_day + timedelta(days=1))
        return f"kết thúc vào {last}, vì từ {named} không còn trong hạn"
    if due.shape is DueShape.RANGE and due.first_day is not None:
        return f"kéo dài từ {format_day(due.first_day)} đến hết {last}"
    return f"kết thúc vào {last}, {_LAST_DAYS[due.shape]}"


_LAST_DAYS = {
    DueShape.DAY: "chính ngày đã ghi",
    DueShape.MONTH: "ngày cuối của tháng",
    DueShape.QUARTER: "ngày cuối của quý",
    DueShape.HALF_YEAR: "ngày cuối của 6 tháng",
    DueShape.YEAR: "ngày cuối của năm",
}
_WITHOUT_END = {
    DueShape.ELSEWHERE: "dẫn tới chỗ khác, tự nó không ấn định ngày kết thúc",
}
_PROBLEMS = {
    DueProblem.UNKNOWN_WORDS: "không thuộc các cách ghi thời hạn được nhận biết",
    DueProblem.IMPOSSIBLE_DATE: "không có ngày, tháng, quý hoặc năm như vậy",
    DueProblem.MISSING_YEAR: "thiếu năm",
    DueProblem.REVERSED_RANGE: "thời điểm kết thúc đứng trước thời điểm bắt đầu",
    DueProblem.MISSING_DATE: "chỉ có thứ trong tuần, không rõ tuần nào",
    DueProblem.NOT_A_DEADLINE: "nội dung này không phải là thời hạn",
}
