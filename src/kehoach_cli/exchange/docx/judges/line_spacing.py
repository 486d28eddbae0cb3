"""The lines of the text: single spacing to 1.5 lines."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import prose
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "line-spacing"

_SINGLE = 240


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Paragraphs set closer or wider; spacing in points depends on the font and is let be."""
    low, high = rules.rules[NAME]["lines"]
    for paragraph in prose(form):
        lines = paragraph.layout.line / _SINGLE
        if paragraph.layout.line_rule == "auto" and not low <= round(lines, 2) <= high:
            found = f"{lines:.2f}".rstrip("0").rstrip(".").replace(".", ",")
            yield Fault(NAME, form.at(paragraph), {"found": found, "law": rules.law})
