"""Căn cứ end with «;», the last one with «.»."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import ends_with
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "basis-marks"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Lines of căn cứ with another mark at their end."""
    bases = form.of(Kind.BASIS)
    for line in bases:
        wanted = "." if line is bases[-1] else ";"
        if len(bases) > 1 and not ends_with(line, wanted):
            yield Fault(NAME, form.at(line), {"wanted": wanted, "law": rules.law})
