"""Deadlines that run from an event: «10 ngày làm việc sau khi Nghị quyết được ban hành»."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kehoach_cli.vn.dates import LAST_YEAR, Month
from kehoach_cli.vn.due_bounds import COMPLETION
from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, Event, EventUnit, Window
from kehoach_cli.vn.due_stretch import read_stretch
from kehoach_cli.vn.patterns import late
from kehoach_cli.vn.workdays import add_working_days

_MONTHS_IN_YEAR = 12
_UNITS = {
    "ngày": EventUnit.DAY,
    "ngày làm việc": EventUnit.WORKING_DAY,
    "tuần": EventUnit.WEEK,
    "tháng": EventUnit.MONTH,
    "năm": EventUnit.YEAR,
}
UNIT_WORDS = {unit: word for word, unit in _UNITS.items()}
"""How the units read."""

_AFTER = r"(?:(?:kể |tính )?từ(?: khi)?|(?:ngay )?sau(?: khi)?|kể sau)"
_COUNT = r"(?P<count>[0-9]{1,3})(?: \([^)]*\))? (?P<unit>ngày làm việc|ngày|tuần|tháng|năm)"
_BEFORE_COUNT = (
    r"(?:trong(?: vòng)?|chậm nhất(?: là| trong)?|muộn nhất(?: là)?|không quá|sau|thời hạn)"
)
_WORDS = r"(?P<event>(?:[^.;]|[.;](?! ))+)"
_COUNTED = late(rf"(?:{_BEFORE_COUNT} ){{0,2}}{_COUNT},? {_AFTER} {_WORDS}")
_BEGUN = late(
    rf"(?:(?:bắt đầu )?(?:kể |tính )?từ(?= ngày| khi| thời điểm)(?: khi)?|(?:ngay )?sau(?: khi)?"
    rf"|ngay khi) {_WORDS}"
)
_ONWARD = late(r"(.+?),? trở đi")
_NUMBER = late(r"(?:ngày |tháng |năm )?[0-9]")
_COMPLETION = late(rf"^{COMPLETION}")
_AT_SESSION = late(r"(?:tại |trong )?(?P<event>kỳ họp (?:giữa năm|thường lệ|thứ|chuyên đề).*)")
_OWN_ISSUE = late(
    r"(?:ngày |thời điểm )?(?:(?:ký(?: và)? )?ban hành|ký|phê duyệt)(?: kế hoạch(?: này)?)?"
    r"|(?:ngày )?kế hoạch(?: này)? (?:được |có )?(?:ban hành|ký(?: ban hành)?|phê duyệt|hiệu lực)"
)


def read_event(text: str, window: Window | None) -> Due | DueProblem:
    """The deadline of a text in small letters; an event that is itself a day is settled."""
    text = _COMPLETION().sub("", text)
    if found := _COUNTED().fullmatch(text):
        count, unit = int(found["count"]), _UNITS[found["unit"]]
        return _on_a_day(_awaiting(Event(found["event"], count, unit)), window)
    if found := _AT_SESSION().fullmatch(text):
        return _awaiting(Event(found["event"]), Bound.BY)
    if found := _BEGUN().fullmatch(text):
        onward = _ONWARD().fullmatch(found["event"])
        return _on_a_day(_awaiting(Event(onward[1] if onward else found["event"])), window)
    return DueProblem.UNKNOWN_WORDS


def _awaiting(event: Event, bound: Bound = Bound.WITHIN) -> Due:
    """A deadline that has no last day before its event has happened."""
    is_own = _OWN_ISSUE().fullmatch(event.text) is not None
    event = replace(event, is_own_issue=is_own)
    return Due("", DueShape.EVENT, open_ended=True, bound=bound, event=event)


def _on_a_day(due: Due, window: Window | None) -> Due | DueProblem:
    """«30 ngày kể từ ngày 01/7/2026»: the event is a day, so nothing is awaited."""
    words = due.event.text if due.event else ""
    stretch = read_stretch(words, window)
    if stretch is DueProblem.UNKNOWN_WORDS:  # «từ ngày 15/12 hằng năm» names no event
        return stretch if _NUMBER().match(words) else due
    if isinstance(stretch, DueProblem):
        return stretch
    return replace(settle(due, stretch.last), year_assumed=stretch.year_assumed)


def settle(due: Due, day: date | None) -> Due:
    """The deadline once its event is known to have happened on ``day``.

    Any other deadline, and one whose event has a day already, stays as it is. Deadlines with a
    date of their own in the same cell are kept: the last day never becomes an earlier one. With
    bound BY (at a session) the event's day is itself the last one.
    """
    event = due.event
    if event is None or event.day is not None or day is None or day.year > LAST_YEAR:
        return due
    settled = replace(event, day=day)
    last = day if due.bound is Bound.BY else last_day_after(settled)
    if last is None:
        return replace(due, event=settled, first_day=due.first_day or day)
    is_alone = due.last_day is None
    return replace(
        due,
        event=settled,
        first_day=day if is_alone else due.first_day,
        last_day=last if due.last_day is None else max(last, due.last_day),
        open_ended=False,
    )


def last_day_after(event: Event) -> date | None:
    """The last day of the time after an event; ``None`` without a day or without such a time.

    The event's own day does not count; months and years end on the same day of the month, or on
    its last day where it is shorter (Bộ luật Dân sự 2015, Điều 147, 148). A last day on a weekend
    stays there, as a date printed by itself does.
    """
    if event.day is None or not event.count:
        return None
    return _AFTER_DAY[event.unit](event.day, event.count)


def _months_later(day: date, months: int) -> date:
    month = Month(day.year, day.month).shift(months)
    last = monthrange(month.year, month.month)[1]
    return date(month.year, month.month, min(day.day, last))


_AFTER_DAY: dict[EventUnit, Callable[[date, int], date]] = {
    EventUnit.DAY: lambda day, count: day + timedelta(days=count),
    EventUnit.WORKING_DAY: add_working_days,
    EventUnit.WEEK: lambda day, count: day + timedelta(weeks=count),
    EventUnit.MONTH: _months_later,
    EventUnit.YEAR: lambda day, count: _months_later(day, count * _MONTHS_IN_YEAR),
}
