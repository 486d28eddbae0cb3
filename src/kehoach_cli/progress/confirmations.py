"""The two words on a commitment in a period: the partner's own and that of an agency.

The agency that the commitment is agreed with (``counterpart``), or the focal agency, says its word
in its own report under ``commitments``; or the partner's report names an agency at
``confirmed_by``, whose word then is the partner's. Nobody can confirm for itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.register import Agency
from kehoach_cli.model.report import CommitmentReport, Report
from kehoach_cli.progress.received import Received, Statement, statements, weight
from kehoach_cli.workspace import Located, Workspace


@frozen
class Confirmation:
    """How the two words stand to each other; ``is_open``: there is something to clear up."""

    code: str
    label: str
    is_open: bool = False


AGREED = Confirmation("agreed", "hai bên thống nhất")
DIFFERING = Confirmation("differing", "hai bên nói khác nhau", is_open=True)
UNCONFIRMED = Confirmation("unconfirmed", "cơ quan của tỉnh chưa xác nhận", is_open=True)
PARTNER_SILENT = Confirmation("partner-silent", "chỉ cơ quan của tỉnh cho biết", is_open=True)
BOTH_SILENT = Confirmation("both-silent", "chưa bên nào cho biết")

CONFIRMATION_STATES: tuple[Confirmation, ...] = (
    AGREED,
    DIFFERING,
    UNCONFIRMED,
    PARTNER_SILENT,
    BOTH_SILENT,
)
"""All ways in which the two words stand, in the order in which they are shown."""


@frozen
class Word:
    """What an agency says of a commitment; ``report`` is where.

    ``entry`` is its own, or the partner's that names it at ``confirmed_by``.
    """

    agency: str
    report: Located[Report]
    entry: CommitmentReport
    is_own: bool


def word_of_agency(
    ws: Workspace,
    received: Received,
    commitment: Commitment,
    said: Sequence[Statement[CommitmentReport]],
) -> Word | None:
    """The agency's word: the latest of its own reports, else who is named in the partner's last."""
    own = [
        one
        for sender in confirmers(ws, commitment)
        for one in statements(received.kept, commitment.plan, (sender,), commitment.id)
    ]
    if own:
        last = max(own, key=lambda one: weight(one.report, one.period))
        return Word(last.report.value.sender, last.report, last.entry, is_own=True)
    if not said:
        return None
    last = said[-1]
    named = last.entry.confirmed_by
    if named is None or not is_agency(ws, named):
        return None
    return Word(named, last.report, last.entry, is_own=False)


def confirmers(ws: Workspace, commitment: Commitment) -> tuple[str, ...]:
    """Which agencies may say in their own reports what became of a commitment."""
    focal = ws.settings.value.focal if ws.settings else None
    named = dict.fromkeys(one for one in (commitment.counterpart, focal) if one)
    return tuple(one for one in named if is_agency(ws, one))


def is_agency(ws: Workspace, actor: str) -> bool:
    """It is on the province's side, so that its word can stand beside a partner's."""
    return isinstance(ws.actors.get(actor), Agency)


def compared(partner: CommitmentReport | None, agency: Word | None) -> Confirmation:
    """Which of ``CONFIRMATION_STATES`` the words are."""
    if partner is None:
        return PARTNER_SILENT if agency else BOTH_SILENT
    if agency is None:
        return UNCONFIRMED
    return AGREED if agency.entry.kept == partner.kept else DIFFERING
