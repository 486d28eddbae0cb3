"""Số and ký hiệu: «Số: 07/KH-SGD», no blanks, two figures below ten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "number-spelling"

_WHOLE = re.compile(r"Số\s*(?P<colon>:?)\s*(?P<number>[^/]*)/(?P<symbol>.*)", re.IGNORECASE)
_NO_NUMBER = re.compile(r"[\s._…·]*")
_SHORT = 10
_LETTER_MARK = "CV"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """What is wrong with the line; a number left blank, with dots or spaces, is a draft's."""
    line = form.first(Kind.NUMBER)
    match = _WHOLE.fullmatch(line.words) if line else None
    if line is None or match is None:
        return
    for reason, args in _wrong(match["colon"], match["number"].strip(), match["symbol"].strip()):
        yield Fault(NAME, form.at(line), {"reason": reason, "law": rules.law, **args})


def _wrong(colon: str, number: str, symbol: str) -> Iterator[tuple[str, dict[str, str]]]:
    if not colon:
        yield "colon", {}
    if number.isdigit() and number.isascii() and int(number) < _SHORT and len(number) == 1:
        yield "padding", {"found": number, "wanted": f"0{number}"}
    if re.search(r"\s", symbol) and not _has_blanks_to_fill(symbol):
        yield "spaces", {"found": symbol, "wanted": re.sub(r"\s+", "", symbol)}
    if "–" in symbol or "—" in symbol:
        yield "dash", {"found": symbol, "wanted": re.sub("[–—]", "-", symbol)}
    if _LETTER_MARK in re.split(r"[-/–—\s]", symbol):
        yield "letter-mark", {"found": symbol}
    if symbol == symbol.lower() and any(map(str.isalpha, symbol)):
        yield "case", {"found": symbol, "wanted": symbol.upper()}


def _has_blanks_to_fill(symbol: str) -> bool:
    return any(piece and _NO_NUMBER.fullmatch(piece) for piece in re.split("[-/]", symbol)) or (
        "…" in symbol or "..." in symbol
    )
