"""Letters as TCVN 6909:2001 has them: precomposed, and in no font of the time before Unicode."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import is_nfc

NAME = "old-letters"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Runs with loose marks, and runs in TCVN3 or VNI fonts."""
    old = tuple(rules.rules[NAME]["fonts"])
    for paragraph in form.pages.paragraphs:
        for run in paragraph.printed:
            fonts = [font for font in run.letters.fonts if font.startswith(old)]
            reason = "font" if fonts else ("" if is_nfc(run.text) else "loose")
            if reason:
                found = fonts[0] if fonts else ""
                args = {"reason": reason, "found": found, "law": rules.law}
                yield Fault(NAME, form.at(paragraph, run), args)
