"""The first line of a paragraph: 1 cm or 1.27 cm in."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import figure, prose
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.exchange.docx.xml import TWIPS_PER_MM

NAME = "body-indent"

_FILLED = tuple(" \t\u00a0….")
"""What a line begins with that was moved by hand, or is still to be filled in."""


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Paragraphs of the text that begin elsewhere; those moved with tabs or blanks are let be."""
    low, high = rules.rules[NAME]["indent_mm"]
    slack = rules.rules[NAME]["slack_mm"]
    for paragraph in prose(form):
        layout = paragraph.layout
        first = (layout.left + layout.first_line) / TWIPS_PER_MM
        if layout.align == "center" or paragraph.raw[:1] in _FILLED:
            continue
        if low - slack <= first <= high + slack:
            continue
        args = {"found": figure(first / 10), "law": rules.law}
        yield Fault(NAME, form.at(paragraph), args)
