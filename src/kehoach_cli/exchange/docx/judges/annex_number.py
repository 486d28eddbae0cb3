"""Annexes: two or more are numbered I, II, III …; a single one needs no number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import roman

NAME = "annex-number"

_NUMBER = re.compile(r"phụ lục\s*(?:số\s*)?([^\s.:–-]*)", re.IGNORECASE)


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Numbers that are missing, not Roman, or out of order; dots stand for one to be filled in."""
    annexes = form.of(Kind.ANNEX_NUMBER)
    for count, paragraph in enumerate(annexes, start=1):
        match = _NUMBER.match(paragraph.words)
        found = match[1] if match else ""
        if "…" in found or "..." in found:
            continue
        reason = _reason(found, count, many=len(annexes) > 1)
        if reason:
            args = {"found": found, "expected": roman(count), "law": rules.law}
            yield Fault(NAME, form.at(paragraph), {"reason": reason, **args})


def _reason(found: str, count: int, *, many: bool) -> str:
    if not many:
        return "not-roman" if found.isdigit() else ""
    if not re.fullmatch(r"[IVXLC]+", found):
        return "not-roman" if found and not found.isupper() else "none"
    return "" if found == roman(count) else "order"
