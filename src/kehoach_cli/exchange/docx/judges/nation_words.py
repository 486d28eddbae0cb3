"""Quốc hiệu and tiêu ngữ word for word, with «-» between blanks in the tiêu ngữ."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "nation-words"

_SAME = str.maketrans({"Ò": "O", "À": "A", "ò": "o", "à": "a"})
"""«HÒA» and «HOÀ» are one word: the decree's own samples write both."""


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Lines that say it otherwise; capitals are the matter of another rule."""
    for kind in (Kind.NATION, Kind.MOTTO):
        line, wanted = form.first(kind), rules.words[kind]
        if line is not None and _plain(line.words) != _plain(wanted):
            args = {"part": rules.name(kind), "wanted": wanted, "law": rules.law}
            yield Fault(NAME, form.at(line), args)


def _plain(text: str) -> str:
    return text.translate(_SAME).lower()
