"""What every template sees: the same names and filters for all kinds of document.

``agency``: whose document it is; ``issuer``: whose plans they are; ``plan``, ``recipients``: for a
document about a plan; ``report``: the figures; ``params``: what was given on the command line;
``as_of``: the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kehoach_cli.drafting.report_view import ReportView
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import Template
from kehoach_cli.drafting.wording import recipient
from kehoach_cli.model.register import Agency, SignerOffice


@dataclass(frozen=True, slots=True)
class AgencyView:
    """The agency whose document it is, and who signs for it."""

    name: str
    short: str
    signer_title: str
    signer_name: str


def names(scene: Scene, template: Template) -> dict[str, object]:
    """All names of a template's text; those that do not apply are None."""
    return {
        "agency": _agency_view(scene.agency(template.plain("issuer")), scene.as_of),
        "issuer": _agency_view(scene.agency("issuer"), scene.as_of),
        "plan": scene.plan.value if scene.plan else None,
        "recipients": _recipients(scene),
        "report": ReportView(scene),
        "collective_line": scene.settings.signature.collective_line if scene.settings else False,
        "params": {name: scene.params.get(name, "") for name in template.params},
        "as_of": scene.as_of,
    }


def _recipients(scene: Scene) -> tuple[str, ...]:
    lines = scene.plan.value.recipients if scene.plan else ()
    return tuple(recipient(scene.ws, line) for line in lines)


def _agency_view(agency: Agency | None, as_of: date) -> AgencyView | None:
    if agency is None:
        return None
    signer = _signer(agency, as_of)
    return AgencyView(
        name=agency.name,
        short=agency.short or agency.name,
        signer_title=signer.title if signer else "",
        signer_name=(signer.name if signer else None) or "",
    )


def _signer(agency: Agency, as_of: date) -> SignerOffice | None:
    """The last one in the register who was in office on the day."""
    known = [one for one in agency.signers if one.since is None or one.since <= as_of]
    return known[-1] if known else None
