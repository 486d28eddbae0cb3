"""Rules made with the keyboard instead of drawn."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.drawn import rule_below
from kehoach_cli.exchange.docx.judges.base import with_rule
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "rule-typed"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Rows of underscores, and underlined letters, where a drawn line belongs."""
    for part, kind in with_rule(rules):
        drawn = rule_below(form, kind)
        if drawn is not None and drawn.way in {"typed", "underlined"}:
            args = {"reason": drawn.way, "part": part.name, "law": rules.law}
            yield Fault(NAME, form.at(drawn.place), args)
