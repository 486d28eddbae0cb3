"""Parts that a document of its nature must have."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "part-missing"

_HEAD = {Kind.NATION, Kind.MOTTO, Kind.ISSUER, Kind.NUMBER, Kind.DATE, Kind.SUBJECT}
_FOOT = {Kind.OFFICE, Kind.RECIPIENTS_TITLE}
_HIDDEN = {"head-without-table": _HEAD, "foot-without-table": _FOOT}


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Required parts that were not found, but for those that could not be looked for."""
    hidden = set[Kind]().union(*(_HIDDEN.get(one.reason, set()) for one in form.unclear))
    has_head = bool(form.of(Kind.NATION))
    for kind in Kind:
        part = rules.parts.get(kind)
        if part is None or form.nature not in part.required or kind in hidden or form.of(kind):
            continue
        if kind in _HEAD and kind is not Kind.NATION and not has_head:
            continue  # without the quốc hiệu nobody knows where the head is
        if kind is Kind.TITLE and _needs_no_title(form, rules):
            continue
        yield Fault(NAME, form.at(None), {"part": part.name, "law": rules.law})


def _needs_no_title(form: Form, rules: RuleSet) -> bool:
    """Papers that the decree itself shows without a trích yếu (Phụ lục III, 1.8 and 1.10)."""
    type_name = form.first(Kind.TYPE_NAME)
    return type_name is not None and type_name.words.upper() in rules.words["without_title"]
