"""A named set of form rules as data: what a decree says of each part, with the article.

A later decree is another file beside ``nd30-2020.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from kehoach_cli.frozen import frozen

Case = Literal["upper", "sentence"]
Nature = Literal["titled", "letter", "minutes", "annex", "attached"]
Range = tuple[float, float]

NAMES = ("nd30-2020",)
"""The sets that there are."""


@frozen
class PartRule:
    """What a set says of one part; None where it says nothing.

    ``required`` names the natures of document that must have the part.
    """

    kind: str
    name: str
    source: str
    size_pt: Range | None = None
    bold: bool | None = None
    italic: bool | None = None
    case: Case | None = None
    align: str | None = None
    rule_to_line: Range | None = None
    any_colour: bool = False
    required: tuple[Nature, ...] = ()


@frozen
class RuleSet:
    """One set. ``rules`` maps a rule's name to its article and figures; others do not run."""

    id: str
    law: str
    parts: Mapping[str, PartRule]
    rules: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, Any]

    def name(self, kind: str) -> str:
        """What people call a part."""
        return self.parts[kind].name if kind in self.parts else kind

    def source(self, rule: str) -> str:
        """The article that a rule rests on."""
        return str(self.rules[rule]["source"])


@cache
def rule_set(name: str) -> RuleSet:
    """The set of that name, one of ``NAMES``."""
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    parts = {kind: _part(kind, one) for kind, one in data["parts"].items()}
    return RuleSet(
        data["id"],
        data["law"],
        MappingProxyType(parts),
        MappingProxyType(data["rules"]),
        MappingProxyType(data["words"]),
    )


def _part(kind: str, data: Mapping[str, Any]) -> PartRule:
    tuples: dict[str, Any] = {
        key: tuple(one) if isinstance(one, list) else one for key, one in data.items()
    }
    return PartRule(kind=kind, **tuples)
