"""The drawn rule that issuer, motto and title have below them."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.drawn import rule_below
from kehoach_cli.exchange.docx.judges.base import with_rule
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "rule-missing"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Parts that should be ruled off and are not."""
    for part, kind in with_rule(rules):
        drawn = rule_below(form, kind)
        if drawn is not None and drawn.way == "missing":
            yield Fault(NAME, form.at(drawn.place), {"part": part.name, "law": rules.law})
