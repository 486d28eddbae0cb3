"""Kính gửi: one addressee on the same line; several on lines of their own, «- …;», last «.»."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import ends_with
from kehoach_cli.exchange.docx.parts import DASHES, Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "addressees-marks"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """What is wrong with the lines."""
    first, *items = form.of(Kind.ADDRESSEES) or (None,)
    if first is None:
        return
    if ":" not in first.words:
        yield Fault(NAME, form.at(first), {"reason": "colon", "law": rules.law})
    for item in items:
        if form.goes_on(item) or not item.words.startswith(DASHES):
            continue
        wanted = "full-stop" if item is items[-1] else "semicolon"
        if not ends_with(item, "." if item is items[-1] else ";"):
            yield Fault(NAME, form.at(item), {"reason": wanted, "law": rules.law})
