"""A4, in every section."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import begins, figure
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.exchange.docx.xml import TWIPS_PER_MM

NAME = "paper-size"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Sections on other paper, standing or lying."""
    wanted, slack = rules.rules[NAME]["paper_mm"], rules.rules[NAME]["slack_mm"]
    for index, section in enumerate(form.pages.sections):
        found = [side / TWIPS_PER_MM for side in sorted((section.width, section.height))]
        if any(abs(one - other) > slack for one, other in zip(found, wanted, strict=True)):
            sides = " × ".join(figure(round(side)) for side in found)
            args = {"found": sides, "wanted": " × ".join(map(figure, wanted)), "law": rules.law}
            yield Fault(NAME, form.at(begins(form, index)), args)
