"""What is known of a plan's folder, as JSON can hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple
from datetime import date
from typing import cast

from kehoach_cli.cli.plain import (
    Plain,
    listed,
    plain_shown,
    plain_span,
    read_counts,
    read_shown,
    read_span,
    text,
)
from kehoach_cli.diagnostics import Place
from kehoach_cli.rules.facts import Dangling, Facts
from kehoach_cli.rules.parts import Checked

Texts = tuple[str, ...]


def plain_checked(one: Checked) -> Plain:
    """All that was said of a plan's folder, or of a few, as lists."""
    return [
        list(one.digests),
        [plain_shown(shown) for shown in one.found],
        _plain_facts(one.facts),
        sorted(plan for plan in one.asked if plan is not None),
        None in one.asked,
        {plan: list(leads) for plan, leads in one.leads.items()},
    ]


def read_checked(data: object) -> Checked:
    """The same again; raises one of ``plain.ODD``."""
    digests, found, facts, asked, asked_all, leads = listed(data)
    everybody = [None] if asked_all is True else []
    return Checked(
        _texts(digests),
        tuple(map(read_shown, listed(found))),
        _read_facts(facts),
        frozenset([*_texts(asked), *everybody]),
        _by_name(leads),
    )


def _plain_facts(facts: Facts) -> Plain:
    return [
        {kind: list(ids) for kind, ids in facts.declared.items()},
        sorted(facts.actors_used),
        sorted(facts.broken),
        sorted(facts.unread),
        list(facts.unchecked),
        {plan: list(leads) for plan, leads in facts.leads.items()},
        {plan: day.isoformat() for plan, day in facts.issued.items()},
        [_plain_dangling(one) for one in facts.dangling],
        sorted(facts.ties),
        list(astuple(facts.counts)),
    ]


def _read_facts(data: object) -> Facts:
    declared, used, broken, unread, unchecked, leads, issued, dangling, ties, counts = listed(data)
    return Facts(
        declared=_by_name(declared),
        actors_used=frozenset(_texts(used)),
        broken=frozenset(_texts(broken)),
        unread=frozenset(_texts(unread)),
        unchecked=_texts(unchecked),
        leads=_by_name(leads),
        issued={plan: date.fromisoformat(text(day)) for plan, day in _map(issued).items()},
        dangling=tuple(map(_read_dangling, listed(dangling))),
        ties=frozenset(_texts(ties)),
        counts=read_counts(counts),
    )


def _plain_dangling(one: Dangling) -> Plain:
    """Its place has its span: the file is not at hand any more when it is asked for."""
    if one.place.span is None:
        raise ValueError(one)
    return [one.kind, one.id, plain_span(one.place.span), one.is_silenced, one.line]


def _read_dangling(data: object) -> Dangling:
    kind, own, span, is_silenced, line = listed(data)
    where = read_span(listed(span))
    place = Place(where.file, span=where)
    return Dangling(text(kind), text(own), place, is_silenced is True, text(line))


def _texts(data: object) -> Texts:
    """The same as ``text`` of each, asked of all at once: there are tens of thousands."""
    found = cast("list[str]", listed(data))
    "".join(found).encode()  # a ``TypeError`` where one is no text
    return tuple(found)


def _map(data: object) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise TypeError(data)
    return data


def _by_name(data: object) -> dict[str, Texts]:
    return {name: _texts(held) for name, held in _map(data).items()}
