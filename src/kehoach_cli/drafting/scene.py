"""What one document is about, as its template, its directives and its tables are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from kehoach_cli.frozen import frozen
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Agency, Settings
from kehoach_cli.model.session import Invitation, Session
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import Located, PlanFolder, Workspace

Party = Agency | Partner | PartnerUnit
"""Any that the registers name."""


@frozen
class Scene:
    """One workspace on one day; ``folder`` for documents about one plan.

    ``given`` are figures that are at hand already; else they are computed when first asked for.
    ``partner``, ``sender`` and ``session`` are what it is about; ``guest`` is the only one of the
    session's guests that it is for, ``amendment`` the changes that it makes where no file has them;
    ``to`` are those it is written to where the template does not say, ``about`` what they are
    reminded of; ``written_by`` is the key of whose document it is (see ``templates.ISSUERS``) where
    it is not the template's usual one.
    """

    ws: Workspace
    as_of: date
    folder: PlanFolder | None = None
    given: Progress | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    partner: str | None = None
    sender: str | None = None
    session: Session | None = None
    guest: Invitation | None = None
    amendment: Amendment | None = None
    to: tuple[str, ...] = ()
    about: str = ""
    written_by: str | None = None

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

    def party(self, key: str) -> Party | None:
        """Who is meant by one of ``templates.ISSUERS``."""
        match key:
            case "sender":
                return self.ws.actors.get(self.sender or "")
            case "office":
                return self._office
            case _:
                return self.ws.actors.get(str(getattr(self.settings, key, "")))

    @property
    def _office(self) -> Agency | None:
        """The office (Văn phòng) of the agency that issues the plans."""
        above = self.settings.issuer if self.settings else ""
        offices = (one for one in self.ws.actors.values() if isinstance(one, Agency))
        return next((one for one in offices if (one.kind, one.parent) == ("office", above)), None)
