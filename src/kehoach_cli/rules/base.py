"""What a rule is, and what it may ask.

A rule is a module: its docstring is its manual page, its constants say how a finding reads. Rules
about what a loader, model or template found wrong (fault rules) only have words; the others also
have ``check``, which yields what they found. The runner, not the rule, stamps code and severity.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.plan_body import Clause, OutlineItem, Piece, clauses, frame, outline
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import Agency
from kehoach_cli.model.shape import Reference, gather_ids, references
from kehoach_cli.progress.groups import Roster
from kehoach_cli.rules.dues import Dated, read_dues
from kehoach_cli.rules.facts import Facts, gather
from kehoach_cli.rules.names import Names, names_of, unit_names
from kehoach_cli.rules.prose import Prose
from kehoach_cli.rules.reported import Entry, read_entries
from kehoach_cli.source.read import read_text
from kehoach_cli.vn.encoding import looks_like_tcvn3_or_vni
from kehoach_cli.workspace import Located, Workspace

if TYPE_CHECKING:
    from kehoach_cli.source.spans import Locator

TEMPLATES = "templates/"
OFFICE = ".docx"
"""What has no lines."""

Sentence = str | Mapping[str, str]
"""A sentence with the found thing's words in {braces}, or one for each value of ``reason``."""


@frozen
class Context:
    """What rules may ask: the workspace, the day, and views of both that are made once.

    ``ws`` may be a part: what plans share, or a plan's folder (or a few that speak of one another)
    beside it. ``facts`` then tell of all parts where the rules of ``ONCE`` ask, else of the part.
    """

    ws: Workspace
    as_of: date
    common: Context | None = None
    """Of a part: views of what plans share, which are made once for all of them."""
    told: Facts | None = None
    """What all parts tell; None where the workspace at hand is all there is to ask."""

    @cached_property
    def facts(self) -> Facts:
        """What rules that look across plans ask."""
        return self.told or gather(self.ws, self.used_ids)

    @cached_property
    def locator(self) -> Locator:
        """Lines and columns of places in the files at hand."""
        from kehoach_cli.source.spans import Locator  # noqa: PLC0415 - PyYAML: +15 ms

        return Locator(self.text_of)

    def text_of(self, file: str) -> str:
        """The text of a file of the workspace; "" where it could not be read.

        Templates are no data, so the workspace does not hold them: they are read again for their
        lines.
        """
        source = self.ws.sources.get(file)
        if source is None and file.startswith(TEMPLATES) and not file.endswith(OFFICE):
            source = read_text(self.ws.root, file, name_encoding=looks_like_tcvn3_or_vni)
        return source.text if source else ""

    def holding(self, file: str) -> Context:
        """This context, or the one that holds a file which plans share."""
        return self if self.common is None or file in self.ws.sources else self.common

    @cached_property
    def roster(self) -> Roster:
        """Who stands behind each actor on the day."""
        if self.common is not None and not self.ws.has_derived_groups:
            return self.common.roster
        return Roster(self.ws, self.as_of)

    @cached_property
    def names(self) -> tuple[Names, ...]:
        """The register's names, to be found however they are typed."""
        return self.common.names if self.common is not None else names_of(self.ws)

    @cached_property
    def prose(self) -> Prose:
        """What is typed in the files at hand, to be searched."""
        return Prose(self.ws)

    @cached_property
    def unit_names(self) -> Mapping[str, list[str]]:
        """«tỉnh», «xã», «phường» → the names of such units in the register."""
        return self.common.unit_names if self.common is not None else unit_names(self.ws)

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
        """Kind of id → the ids of that kind that something here refers to."""
        found: dict[str, set[str]] = {}
        gather_ids((item.value for item in self.ws.located), found)
        return found

    @cached_property
    def faulty_files(self) -> frozenset[str]:
        """Files of which a part could not be used: they may say more than the workspace holds."""
        own = frozenset(fault.place.file for fault in self.ws.faults)
        return own if self.common is None else own | self.common.faulty_files

    @cached_property
    def outlines(self) -> Mapping[str, tuple[OutlineItem, ...]]:
        """Plan folder → everything numbered that the plan prints, in its order."""
        return {plan: outline(pieces) for plan, pieces in self._frames.items()}

    @cached_property
    def clauses(self) -> Mapping[str, Mapping[str, Clause]]:
        """Plan folder → the items that duties can stand under, by printed number."""
        return {plan: clauses(pieces) for plan, pieces in self._frames.items()}

    @cached_property
    def _frames(self) -> Mapping[str, tuple[Piece, ...]]:
        return {folder.id: frame(self.ws, folder) for folder in self.ws.folders}

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
