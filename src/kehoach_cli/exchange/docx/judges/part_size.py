"""The size of the letters of every part."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import figure, runs, span
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "part-size"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Runs whose letters are smaller or larger than their part's."""
    for part, paragraph, run in runs(form, rules):
        wanted = part.size_pt
        if wanted is not None and not wanted[0] <= run.letters.size_pt <= wanted[1]:
            args = {
                "part": part.name,
                "found": figure(run.letters.size_pt),
                "wanted": span(wanted),
                "law": rules.law,
            }
            yield Fault(NAME, form.at(paragraph, run), args)
