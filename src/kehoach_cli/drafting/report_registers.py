"""What a report says of the registers in short: agreements, and who is asked to answer."""

from __future__ import annotations

from collections import Counter

from kehoach_cli.drafting.cooperation import STANDING, agreements
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import figure, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Agreement


@frozen
class AgreementCount:
    """How many agreements stand in one way."""

    label: str
    count: int


def agreement_counts(scene: Scene) -> tuple[AgreementCount, ...]:
    """The register of agreements by how they stand.

    It belongs to the province, so a report on one plan or one agency leaves it out.
    """
    if scene.sender or scene.folder:
        return ()
    counted = Counter[str](one.value.status for one in agreements(scene))
    return tuple(
        AgreementCount(label, counted[status])
        for status, label in STANDING.items()
        if counted[status]
    )


def unreviewed_agreements(scene: Scene) -> int:
    """How many agreements in the register are signed and have no review."""
    return sum(_can_be_reviewed(one.value) and not one.value.reviews for one in agreements(scene))


def _can_be_reviewed(agreement: Agreement) -> bool:
    return agreement.status != "in-preparation"


def asked_in_words(scene: Scene) -> tuple[str, ...]:
    """«Sở Tài chính (02)» of everybody who must answer open difficulties, in their order."""
    counted = Counter(one.answerer for one in scene.progress.difficulties if one.answerer)
    return tuple(f"{short_name_of(scene.ws, one)} ({figure(n)})" for one, n in counted.items())
