"""Parts that stand in the middle of their room."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import ruled
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "part-align"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Lines that are not centred although their part is."""
    for part, paragraph in ruled(form, rules):
        if part.align == "center" and paragraph.layout.align != "center" and paragraph.printed:
            yield Fault(NAME, form.at(paragraph), {"part": part.name, "law": rules.law})
