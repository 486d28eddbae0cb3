"""The text is set to both margins."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import prose
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "body-align"

_NAMES = {"left": "trái", "center": "giữa", "right": "phải"}


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Paragraphs of more than one line that are not justified: of a short one nobody sees it."""
    least = rules.rules[NAME]["surely_two_lines"]
    for paragraph in prose(form):
        side = _NAMES.get(paragraph.layout.align)
        if side is not None and len(paragraph.words) > least:
            yield Fault(NAME, form.at(paragraph), {"found": side, "law": rules.law})
