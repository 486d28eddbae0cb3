"""The lines of the text: single spacing to 1.5 lines."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import figure, prose
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "line-spacing"

_SINGLE = 240
_POINT = 20  # twips


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Paragraphs set closer or wider, in lines or in points."""
    for paragraph in prose(form):
        typed = _typed(paragraph, rules)
        if typed:
            yield Fault(NAME, form.at(paragraph), {"found": typed, "law": rules.law})


def _typed(paragraph: Paragraph, rules: RuleSet) -> str:
    """The spacing as Word shows it where it breaks the rule, else "".

    Points are measured in single lines of the largest letters; «at least» is never too close, since
    such lines grow with their letters.
    """
    about, layout = rules.rules[NAME], paragraph.layout
    low, high = about["lines"]
    if layout.line_rule == "auto":
        lines = round(layout.line / _SINGLE, 2)
        shown = f"{lines:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return "" if low <= lines <= high else shown
    points = layout.line / _POINT
    lines = points / (about["single"] * max(run.letters.size_pt for run in paragraph.printed))
    is_close = layout.line_rule == "exact" and lines < low - about["slack"]
    return f"{figure(points)} pt" if is_close or lines > high + about["slack"] else ""
