"""Every annex counts its pages from 1."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "annex-pages"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Annexes without a section of their own, or whose section goes on counting."""
    sections = form.pages.sections
    above = -1 if form.nature == "annex" else 0
    for paragraph in form.of(Kind.ANNEX_NUMBER):
        is_own = paragraph.section > above
        above = paragraph.section
        if not is_own:
            reason = "same-section"
        elif 0 < paragraph.section < len(sections) and sections[above].starts_at is None:
            reason = "goes-on"
        else:
            continue
        yield Fault(NAME, form.at(paragraph), {"reason": reason, "law": rules.law})
