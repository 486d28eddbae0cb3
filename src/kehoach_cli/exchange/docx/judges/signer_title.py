"""No học hàm, học vị before the signer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "signer-title"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Names that begin with a title, short or in full, but for organs with rules of their own."""
    organs = (line.words for kind in (Kind.PARENT, Kind.ISSUER) for line in form.of(kind))
    if any(name.upper().startswith(tuple(rules.rules[NAME]["except"])) for name in organs):
        return
    titles = sorted(rules.rules[NAME]["titles"], key=len, reverse=True)
    pattern = re.compile(rf"((?:{'|'.join(map(re.escape, titles))})[.,\s]+)+", re.IGNORECASE)
    for line in form.of(Kind.SIGNER):
        match = pattern.match(line.words)
        if match:
            args = {"found": match[0].strip(), "law": rules.law}
            yield Fault(NAME, form.at(line), args)
