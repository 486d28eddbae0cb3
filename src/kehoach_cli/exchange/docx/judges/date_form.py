"""Địa danh, ngày tháng năm: comma after the place, 0 before days under 10 and months 1 and 2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "date-form"

_WHOLE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>\d*)\D*?tháng\s*(?P<month>\d*)\D*?năm.*",
    re.IGNORECASE,
)
_LONG_MONTHS = range(3, 10)
_SHORT_DAYS = range(1, 10)
_SHORT_MONTHS = (1, 2)


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """What is wrong with the line; what is still blank is not judged."""
    line = form.first(Kind.DATE)
    match = _WHOLE.fullmatch(line.words) if line else None
    if line is None or match is None:
        return
    for reason, found, wanted in _wrong(match):
        args = {"reason": reason, "found": found, "wanted": wanted, "law": rules.law}
        yield Fault(NAME, form.at(line), args)


def _wrong(match: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    place = match["place"].strip()
    if any(map(str.isalpha, place)) and not match["comma"]:
        yield "comma", place, f"{place},"
    day, month = match["day"], match["month"]
    if day and int(day) in _SHORT_DAYS and len(day) == 1:
        yield "day", day, f"0{day}"
    if month and int(month) in _SHORT_MONTHS and len(month) == 1:
        yield "month", month, f"0{month}"
    if month.startswith("0") and int(month) in _LONG_MONTHS:
        yield "month", month, str(int(month))
