"""The four margins of every section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import begins, figure, span
from kehoach_cli.exchange.docx.looks import Section
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import Range, RuleSet
from kehoach_cli.exchange.docx.xml import TWIPS_PER_MM

NAME = "page-margins"

_SIDES = {"top": "trên", "right": "phải", "bottom": "dưới", "left": "trái"}


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Margins outside their range; where pages lie, Word may have turned them with the page."""
    slack = rules.rules[NAME]["slack_mm"]
    wanted: Mapping[str, Range] = {
        side: tuple(rules.rules[NAME]["margins_mm"][side]) for side in _SIDES
    }
    for index, section in enumerate(form.pages.sections):
        found = _margins(section)
        if section.is_landscape and any(_fits(turn, wanted, slack) for turn in _turns(found)):
            continue
        for side, name in _SIDES.items():
            if not _is_within(found[side], wanted[side], slack):
                args = {
                    "side": name,
                    "found": figure(found[side]),
                    "wanted": span(wanted[side]),
                    "law": rules.law,
                }
                yield Fault(NAME, form.at(begins(form, index)), args)


def _margins(section: Section) -> dict[str, float]:
    left = section.left + section.gutter
    sides = {"top": section.top, "right": section.right, "bottom": section.bottom, "left": left}
    return {side: twips / TWIPS_PER_MM for side, twips in sides.items()}


def _turns(found: Mapping[str, float]) -> Iterator[dict[str, float]]:
    """The margins as they would be on the standing page, turned either way, or not at all."""
    sides = list(_SIDES)
    for turn in range(len(sides)):
        yield {side: found[sides[(at + turn) % len(sides)]] for at, side in enumerate(sides)}


def _fits(found: Mapping[str, float], wanted: Mapping[str, Range], slack: float) -> bool:
    return all(_is_within(found[side], wanted[side], slack) for side in _SIDES)


def _is_within(found: float, wanted: Range, slack: float) -> bool:
    return wanted[0] - slack <= found <= wanted[1] + slack
