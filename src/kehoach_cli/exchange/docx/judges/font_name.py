"""One typeface: Times New Roman."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "font-name"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Letters in another typeface, anywhere; sign fonts are for signs, old ones have a rule."""
    wanted, apart = rules.rules[NAME]["font"], tuple(rules.rules[NAME]["apart"])
    for paragraph in form.pages.paragraphs:
        for run in paragraph.printed:
            for font in run.letters.fonts:
                if not font.startswith((wanted, *apart)):
                    args = {"found": font, "wanted": wanted, "law": rules.law}
                    yield Fault(NAME, form.at(paragraph, run), args)
