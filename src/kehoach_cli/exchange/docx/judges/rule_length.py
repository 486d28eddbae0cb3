"""How long the drawn rules are beside the text above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.drawn import line_widths, rule_below
from kehoach_cli.exchange.docx.judges.base import with_rule
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import Range, RuleSet

NAME = "rule-length"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Rules too short or too long for every printed line above; what wraps is not measured."""
    slack = rules.rules[NAME]["slack"]
    for part, kind in with_rule(rules):
        drawn, lines = rule_below(form, kind), form.of(kind)
        if drawn is None or drawn.way != "drawn" or drawn.length is None:
            continue
        widths = line_widths(lines)
        room = lines[-1].width
        if not widths or part.rule_to_line is None or (room and max(widths) > room):
            continue
        if not _fits(drawn.length, widths, part.rule_to_line, slack):
            share = round(100 * drawn.length / widths[-1])
            args = {"part": part.name, "found": share, "law": rules.law}
            reason = "equal" if part.rule_to_line[1] > 1 else "part"
            yield Fault(NAME, form.at(drawn.place), {"reason": reason, **args})


def _fits(length: int, widths: Sequence[int], wanted: Range, slack: float) -> bool:
    low, high = wanted
    return any((low - slack) * width <= length <= (high + slack) * width for width in widths)
