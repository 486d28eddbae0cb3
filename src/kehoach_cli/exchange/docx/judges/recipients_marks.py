"""Nơi nhận: «- …;» on each line, «Lưu: …» last and with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import ends_with
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import fold

NAME = "recipients-marks"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """What is wrong with the list."""
    title, items = form.first(Kind.RECIPIENTS_TITLE), form.of(Kind.RECIPIENTS)
    if title is not None and not ends_with(title, ":"):
        yield Fault(NAME, form.at(title), {"reason": "colon", "law": rules.law})
    filing = next((one for one in items if _is_filing(one)), None)
    if title is not None and items and filing is None:
        yield Fault(NAME, form.at(items[-1]), {"reason": "no-filing", "law": rules.law})
    for one in items:
        if form.goes_on(one):
            continue
        if reason := _reason(one, items[-1], is_filing=one is filing):
            yield Fault(NAME, form.at(one), {"reason": reason, "law": rules.law})


def _reason(one: Paragraph, last: Paragraph, *, is_filing: bool) -> str:
    if is_filing and one is not last:
        return "filing-not-last"
    if one is last:
        return "" if ends_with(one, ".") else "full-stop"
    return "" if ends_with(one, ";") else "semicolon"


def _is_filing(one: Paragraph) -> bool:
    return fold(one.words).lstrip("-+• ").startswith("luu")
