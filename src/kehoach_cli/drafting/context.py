"""What every template sees: the same names and filters for all kinds of document.

``agency``: whose document it is; ``issuer``, ``focal``: whose plans they are and who watches them;
``plan``, ``recipients``: for a document about a plan; ``report``: the figures; ``letter``: whom it
is written to and what about; ``sender``: who must report; ``cooperation``: what was signed with a
partner and what came of it; ``budget``: the demand for money; ``challenges``: the big ones and what
answers them; ``office``: the Văn phòng; ``session``: a working session; ``plan_cited``: the plan as
it is cited, ``plan_grounds``: its căn cứ; ``amendment``, ``correction``: what changed in it;
``consultation``: opinions on it; ``params``: what the command line gave; ``as_of``: the day.
"""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_cli.drafting.amendments import AmendmentView
from kehoach_cli.drafting.budget import BudgetView
from kehoach_cli.drafting.challenges import ChallengesView
from kehoach_cli.drafting.consultation import ConsultationView
from kehoach_cli.drafting.cooperation import CooperationView
from kehoach_cli.drafting.issuing import full_name, issuing, signer_lines, signer_of
from kehoach_cli.drafting.letters import LetterView
from kehoach_cli.drafting.report_view import ReportView
from kehoach_cli.drafting.scene import Party, Scene
from kehoach_cli.drafting.sender_view import SenderView
from kehoach_cli.drafting.sessions import SessionView
from kehoach_cli.drafting.templates import Template
from kehoach_cli.drafting.wording import plan_reference, recipient, reference, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Plan


@frozen
class AgencyView:
    """The organ whose document it is, and who signs for it."""

    name: str
    short: str
    signer_title: str  # as it was typed; "" where nobody is known
    signer_lines: tuple[str, ...]
    signer_name: str


VIEWS: Mapping[str, type] = {
    **dict.fromkeys(("agency", "issuer", "focal", "office"), AgencyView),
    "plan": Plan,
    "report": ReportView,
    "letter": LetterView,
    "sender": SenderView,
    "cooperation": CooperationView,
    "budget": BudgetView,
    "challenges": ChallengesView,
    "session": SessionView,
    **dict.fromkeys(("amendment", "correction"), AmendmentView),
    "consultation": ConsultationView,
}
"""What stands behind a name, where that is always of one class."""


def names(scene: Scene, template: Template) -> dict[str, object]:
    """All names of a template's text; those that do not apply are None."""
    return {
        "agency": _signing(scene, issuing(template, scene)),
        "issuer": _view(scene, "issuer"),
        "focal": _view(scene, "focal"),
        "office": _view(scene, "office"),
        "plan": scene.plan.value if scene.plan else None,
        "plan_cited": _plan_cited(scene),
        "plan_grounds": _plan_grounds(scene),
        "recipients": _recipients(scene),
        "report": ReportView(scene),
        "letter": LetterView(scene, template.issuers),
        "sender": SenderView(scene),
        "cooperation": CooperationView(scene),
        "budget": BudgetView(scene),
        "challenges": ChallengesView(scene),
        "session": SessionView(scene, scene.session) if scene.session else None,
        "amendment": AmendmentView(scene, "amend"),
        "correction": AmendmentView(scene, "correct"),
        "consultation": ConsultationView(scene),
        "collective_line": _prints_collective_line(scene),
        "params": {name: scene.params.get(name, "") for name in template.params},
        "as_of": scene.as_of,
    }


def _recipients(scene: Scene) -> tuple[str, ...]:
    lines = scene.plan.value.recipients if scene.plan else ()
    return tuple(recipient(scene.ws, line) for line in lines)


def _plan_grounds(scene: Scene) -> tuple[str, ...]:
    """The plan's căn cứ as they are cited, without the word «Căn cứ»."""
    items = scene.plan.value.grounds.items if scene.plan else ()
    return tuple(reference(item) for item in items)


def _plan_cited(scene: Scene) -> str:
    """«Kế hoạch số 12/KH-UBND ngày 20/7/2026 của … <title>», as a first citation."""
    if scene.plan is None:
        return ""
    issuer = scene.ws.actors.get(scene.plan.value.issuer or "") or scene.party("issuer")
    return plan_reference(scene.plan.value, full_name(issuer) if issuer else "")


def _prints_collective_line(scene: Scene) -> bool:
    return scene.settings.signature.collective_line if scene.settings else False


def _signing(scene: Scene, party: Party) -> AgencyView:
    """The organ and its signer: as given on the command line, else as the register has it."""
    office, name = scene.params.get("ky", ""), scene.params.get("nguoi_ky", "")
    known = signer_of(party, scene.as_of)
    if known and not office:
        office, name = known.title, name or known.name or ""
    lines = signer_lines(party, office, collective=_prints_collective_line(scene))
    return AgencyView(full_name(party), short_name_of(scene.ws, party.id), office, lines, name)


def _view(scene: Scene, key: str) -> AgencyView | None:
    party = scene.party(key)
    return _signing(scene, party) if party else None
