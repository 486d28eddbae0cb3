"""What a rule is, and what it may ask.

A rule is a module: its docstring is its manual page, its constants say how a finding reads. Rules
about what a loader, model or template found wrong (fault rules) only have words; the others also
have ``check``, which yields what they found. The runner, not the rule, stamps code and severity.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.plan_body import OutlineItem, outline
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import Agency
from kehoach_cli.model.shape import Reference, gather_ids, references
from kehoach_cli.rules.dues import Dated, read_dues
from kehoach_cli.rules.reported import Entry, read_entries
from kehoach_cli.workspace import Located, Workspace

Sentence = str | Mapping[str, str]
"""A sentence with the found thing's words in {braces}, or one for each value of ``reason``."""


@dataclass(frozen=True)
class Context:
    """What rules may ask: the workspace, the day, and views of both that are made once."""

    ws: Workspace
    as_of: date

    @cached_property
    def registered(self) -> tuple[Located[Agency] | Located[Partner], ...]:
        """Agencies, communes and partners, and the groups of them, in the order of the files."""
        return (*self.ws.of(Agency), *self.ws.of(Partner))

    @cached_property
    def dues(self) -> tuple[Dated, ...]:
        """Every due text with its place and what it means."""
        return read_dues(self.ws)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What every progress report says of every task."""
        return read_entries(self.ws)

    @cached_property
    def used_ids(self) -> Mapping[str, set[str]]:
        """Kind of id → the ids of that kind that something refers to."""
        found: dict[str, set[str]] = {}
        for item in self.ws.located:
            gather_ids(item.value, found)
        return found

    @cached_property
    def faulty_files(self) -> frozenset[str]:
        """Files of which a part could not be used: they may say more than the workspace holds."""
        return frozenset(fault.place.file for fault in self.ws.faults)

    @cached_property
    def outlines(self) -> Mapping[str, tuple[OutlineItem, ...]]:
        """Plan folder → everything numbered that the plan prints, in its order."""
        return {folder.id: outline(self.ws, folder) for folder in self.ws.folders}

    def references_to(
        self, kind: str, ids: Container[str]
    ) -> Iterator[tuple[Located[Entity], Reference]]:
        """Where the workspace refers to one of those ids; goes over everything again."""
        for item in self.ws.located:
            for reference in references(item.value):
                if reference.kind == kind and reference.id in ids:
                    yield item, reference


class Rule(Protocol):
    """What every rule module has; its docstring is its manual page."""

    @property
    def CODE(self) -> str: ...  # noqa: D102, N802 - a module's constant

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802

    @property
    def SEVERITY(self) -> Severity: ...  # noqa: D102, N802

    @property
    def MESSAGE(self) -> Sentence: ...  # noqa: D102, N802

    @property
    def HINT(self) -> Sentence: ...  # noqa: D102, N802

    __doc__: str | None


class Check(Rule, Protocol):
    """A rule that looks for itself."""

    def check(self, ctx: Context) -> Iterator[Found]:
        """Yield everything that breaks the rule, in any order."""
        ...
