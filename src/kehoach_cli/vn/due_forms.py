"""The forms in which deadlines are written, each for a whole text.

All take a text in small letters without slips (``vn.due_spelling``). What stands beside a date, and
several dates in one text, are taken apart in ``vn.due_clauses``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kehoach_cli.vn.due_bounds import BOUND_WORDS, alternatives, due_of, split_bound
from kehoach_cli.vn.due_event import read_event
from kehoach_cli.vn.due_recurring import Outcome, repeated, split_weekday, without_end
from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, Window
from kehoach_cli.vn.due_stretch import read_stretch
from kehoach_cli.vn.patterns import late

__all__ = ["Outcome", "read_form"]

_ONWARD = re.compile(r"(.+?),? (?:trở đi|và (?:những|các) năm tiếp theo)")
_RANGE_START = re.compile(r"(?:trong )?(?:giai đoạn |từ )?(.+)")
_RANGE_MIDDLE = late(r" ?[-–—] ?| đến hết | đến ")
_HOUR = late(
    rf"(?:(?P<bound>{alternatives(*Bound)}) )?(?:lúc )?(?P<hour>[0-9]{{1,2}})"
    r"(?:(?:h|:| giờ) ?(?P<minute>[0-9]{2})?(?: phút)?)(?<!:),? (?P<rest>.+)"
)
_MIDNIGHT, _LAST_MINUTE = 24 * 60, 59
_BEGINNING = re.compile(r"đầu (?=tháng |quý |năm )")
_SESSION = late(r"(?:(?:tại|trong|trước) )?kỳ họp (?:thường lệ )?cuối năm ([0-9]{4})")


def _bounded(text: str, window: Window | None) -> Outcome:
    """«Quý IV/2026», «Trước ngày 30/6/2026», «Từ đầu năm 2026», «2025 và những năm tiếp theo»."""
    onward = _ONWARD.fullmatch(text)
    bound, expression = split_bound(onward[1] if onward else text)
    if onward and bound not in (Bound.WITHIN, Bound.FROM):
        return DueProblem.UNKNOWN_WORDS
    if onward or bound is Bound.FROM:
        expression = _BEGINNING.sub("", expression)
    weekday, expression = split_weekday(expression) or (None, expression)
    stretch = read_stretch(expression, window)
    if isinstance(stretch, DueProblem):
        return stretch
    if weekday is not None and (stretch.first != stretch.last):
        return DueProblem.UNKNOWN_WORDS
    if weekday is not None and stretch.first.isoweekday() != weekday:
        return DueProblem.IMPOSSIBLE_DATE
    return due_of(stretch, Bound.FROM if onward else bound)


def _range(text: str, window: Window | None) -> Outcome:
    """«2026 - 2030», «Từ tháng 3 đến tháng 6/2026», where the second part gives both the year."""
    found = _RANGE_START.fullmatch(text)
    parts = _RANGE_MIDDLE().split(found[1]) if found else []
    if len(parts) != 2:  # noqa: PLR2004 - from, to
        return DueProblem.UNKNOWN_WORDS
    end = read_stretch(parts[1], window)
    if isinstance(end, DueProblem):
        return end
    year = (date(end.last.year, 1, 1), date(end.last.year, 12, 31))
    start = read_stretch(_BEGINNING.sub("", parts[0]), year)
    if isinstance(start, DueProblem):
        return start
    if start.first > end.last:
        return DueProblem.REVERSED_RANGE
    return Due(
        "",
        DueShape.RANGE,
        first_day=start.first,
        last_day=end.last,
        year_assumed=end.year_assumed,
    )


def _at_an_hour(text: str, window: Window | None) -> Outcome:
    """«20h00 ngày 25/5/2025», «trước 16 giờ thứ Sáu hằng tuần»: the day itself still counts."""
    found = _HOUR().fullmatch(text)
    if found is None:
        return DueProblem.UNKNOWN_WORDS
    minute = int(found["minute"] or 0)
    if int(found["hour"]) * 60 + minute > _MIDNIGHT or minute > _LAST_MINUTE:
        return DueProblem.IMPOSSIBLE_DATE
    bound = BOUND_WORDS.get(found["bound"] or "", Bound.WITHIN)
    words = "chậm nhất " if bound is Bound.BEFORE else ""
    outcome = _first_of((repeated, _bounded), words + found["rest"], window)
    if isinstance(outcome, DueProblem) or outcome.shape in (DueShape.DAY, DueShape.RECURRING):
        return outcome
    return DueProblem.UNKNOWN_WORDS


def _session(text: str, _window: Window | None) -> Outcome:
    """«Kỳ họp cuối năm 2026» of the people's council: over by the end of that year."""
    found = _SESSION().fullmatch(text)
    return _bounded(f"đến hết năm {found[1]}", None) if found else DueProblem.UNKNOWN_WORDS


_Reader = Callable[[str, Window | None], Outcome]
_READERS: tuple[_Reader, ...] = (
    without_end,
    repeated,
    _bounded,
    _range,
    _at_an_hour,
    _session,
    read_event,
)


def read_form(text: str, window: Window | None) -> Outcome:
    """What the first form says that knows the words; ``window`` as in ``vn.due.read_due``."""
    return _first_of(_READERS, text, window)


def _first_of(readers: tuple[_Reader, ...], text: str, window: Window | None) -> Outcome:
    for read in readers:
        outcome = read(text, window)
        if outcome is not DueProblem.UNKNOWN_WORDS:
            return outcome
    return DueProblem.UNKNOWN_WORDS
