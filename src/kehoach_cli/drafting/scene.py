"""What one document is about, as its template, its directives and its tables are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Agency, Settings
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import Located, PlanFolder, Workspace


@dataclass(frozen=True)
class Scene:
    """One workspace on one day; ``folder`` for documents about one plan.

    ``given`` are figures that are at hand already; else they are computed when first asked for.
    """

    ws: Workspace
    as_of: date
    folder: PlanFolder | None = None
    given: Progress | None = None
    params: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def progress(self) -> Progress:
        """The figures of the period, of one plan or of all."""
        if self.given is not None:
            return self.given
        return evaluate(self.ws, self.as_of, plan=self.folder.id if self.folder else None)

    @property
    def plan(self) -> Located[Plan] | None:
        """The plan the document is about."""
        return self.folder.plan if self.folder else None

    @property
    def settings(self) -> Settings | None:
        """``kehoach.yaml``, unless it cannot be used."""
        return self.ws.settings.value if self.ws.settings else None

    def agency(self, key: str) -> Agency | None:
        """The agency that ``kehoach.yaml`` names under «issuer» or «focal»."""
        found = self.ws.actors.get(str(getattr(self.settings, key, "")))
        return found if isinstance(found, Agency) else None
