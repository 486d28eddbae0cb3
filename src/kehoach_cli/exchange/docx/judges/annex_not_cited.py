"""The text must speak of the annexes that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import fold

NAME = "annex-not-cited"

_WORDS = ("phu luc", "kem theo", "dinh kem", "gui kem")


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Annexes of which neither the text nor a table in it says a word."""
    first = form.first(Kind.ANNEX_NUMBER)
    if first is None or form.nature == "annex":
        return
    above = (one for one in form.pages.paragraphs if one.number < first.number)
    if not any(word in fold(one.words) for one in above for word in _WORDS):
        yield Fault(NAME, form.at(first), {"law": rules.law})
