"""Bold letters, where a part has them and where it has not."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import runs
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "part-bold"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Runs that are bold where their part is not, or the other way round."""
    for part, paragraph, run in runs(form, rules):
        if part.bold is not None and run.letters.bold != part.bold:
            reason = "missing" if part.bold else "unwanted"
            args = {"reason": reason, "part": part.name, "law": rules.law}
            yield Fault(NAME, form.at(paragraph, run), args)
