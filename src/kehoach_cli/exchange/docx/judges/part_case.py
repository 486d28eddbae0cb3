"""Capitals: «chữ in hoa» and «chữ in thường» of every part."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import ruled
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import Case, RuleSet

NAME = "part-case"

_NAMES: dict[Case, str] = {"upper": "chữ in hoa", "sentence": "chữ in thường"}
_LEAST = 3  # letters; fewer are an abbreviation


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Lines that are not in the case of their part; figures and dots have none."""
    for part, paragraph in ruled(form, rules):
        if part.case is not None and _is_wrong(paragraph.words, part.case):
            args = {"part": part.name, "wanted": _NAMES[part.case], "law": rules.law}
            yield Fault(NAME, form.at(paragraph), args)


def _is_wrong(text: str, case: Case) -> bool:
    letters = "".join(filter(str.isalpha, text))
    if len(letters) < _LEAST:
        return False
    return not letters.isupper() if case == "upper" else letters.isupper()
