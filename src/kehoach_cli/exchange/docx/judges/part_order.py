"""Which part comes above which, and who is on the left."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "part-order"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Pairs of parts in the wrong order."""
    for upper, lower in rules.rules[NAME]["above"]:
        above, below = form.first(Kind(upper)), form.first(Kind(lower))
        if above and below and _place(above) > _place(below):
            yield _fault(form, rules, below, ("below", lower, upper))
    for left, right in rules.rules[NAME]["left"]:
        one, other = form.first(Kind(left)), form.first(Kind(right))
        if one and other and one.spot and other.spot and one.spot.column > other.spot.column:
            yield _fault(form, rules, one, ("left", left, right))


def _place(paragraph: Paragraph) -> tuple[int, int]:
    return paragraph.number, paragraph.offset


def _fault(form: Form, rules: RuleSet, place: Paragraph, wrong: tuple[str, str, str]) -> Fault:
    reason, part, other = wrong
    names = {"part": rules.name(part), "other": rules.name(other)}
    return Fault(NAME, form.at(place), {"reason": reason, "law": rules.law, **names})
