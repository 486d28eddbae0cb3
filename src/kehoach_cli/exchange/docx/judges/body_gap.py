"""The gap between paragraphs of the text: 6 pt at least."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import figure, prose
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "body-gap"

_TWIPS_PER_POINT = 20


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Paragraphs too near the one above; a blank one between them is a gap as well."""
    least = rules.rules[NAME]["least_pt"]
    for upper, lower in pairwise(prose(form)):
        if lower.number != upper.number + 1:
            continue
        gap = _gap(upper, lower) / _TWIPS_PER_POINT
        if gap < least:
            args = {"found": figure(gap), "wanted": figure(least), "law": rules.law}
            yield Fault(NAME, form.at(lower), args)


def _gap(upper: Paragraph, lower: Paragraph) -> int:
    """Twips between the two; none inside a style whose paragraphs stay together."""
    same = upper.style == lower.style
    after = 0 if same and upper.layout.together else upper.layout.after
    before = 0 if same and lower.layout.together else lower.layout.before
    return after + before
