"""The Roman numbers of mục: I, II, III …, none left out, none twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import roman

NAME = "section-number"

_NUMBER = re.compile(r"([IVXLC]+|\d+|[A-Z])\s*[.\-–/)]")


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Headings whose number does not follow the one above; a Phần or Chương begins anew."""
    count = 0
    for kind, paragraph in form.text:
        if kind is Kind.CHAPTER:
            count = 0
        match = _NUMBER.match(paragraph.words) if kind is Kind.SECTION else None
        if match is None:
            continue
        count += 1
        expected = roman(count)
        if match[1] != expected:
            args = {"found": match[1], "expected": expected, "law": rules.law}
            yield Fault(NAME, form.at(paragraph), args)
            count = _value(match[1], count)


def _value(text: str, otherwise: int) -> int:
    """What a Roman number says, so that one slip is told once."""
    return next((n for n in range(1, 100) if roman(n) == text), otherwise)
