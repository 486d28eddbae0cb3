"""The letters of điểm: a, b, c, d, đ, e, g, h …, as the decree itself has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.vn.text import POINT_LETTERS

NAME = "letter-order"

_POINT = re.compile(r"([^\W\d_])\s*\)\s*\S")
_OTHER_LEVEL = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*)\s*[.)/]\s*\S|Điều \d")


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Points out of order; behind a heading, a khoản or «a)» they begin anew."""
    count = 0
    for kind, paragraph in form.text:
        if kind is not Kind.BODY or _OTHER_LEVEL.match(paragraph.words):
            count = 0
            continue
        match = _POINT.match(paragraph.words)
        if match is None:
            continue
        letter, expected = match[1], POINT_LETTERS[count % len(POINT_LETTERS)]
        if letter not in (expected, POINT_LETTERS[0]):
            args = {"found": f"{letter})", "expected": f"{expected})", "law": rules.law}
            yield Fault(NAME, form.at(paragraph), args)
        count = POINT_LETTERS.find(letter.lower()) + 1
