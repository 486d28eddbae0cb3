"""What the public is shown: everything that ``internal`` of ``kehoach.yaml`` does not keep back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kehoach_cli.drafting.dashboard.items import AssignmentRow, ItemRow
from kehoach_cli.drafting.dashboard.registers import AgreementRow
from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import INTERNAL_PARTS, InternalPart, Settings
from kehoach_cli.progress import Progress

_EVERYTHING: frozenset[InternalPart] = frozenset(INTERNAL_PARTS)


@frozen
class Audience:
    """Who looks at the site, by the parts that are kept from them."""

    kept_back: frozenset[InternalPart] = frozenset()

    def sees(self, part: InternalPart) -> bool:
        """Whether this part is shown."""
        return part not in self.kept_back

    def row(self, row: ItemRow) -> ItemRow:
        """The row without what is kept back."""
        for part, change in _ROWS.items():
            if not self.sees(part):
                row = change(row)
        return row

    def agreement(self, row: AgreementRow) -> AgreementRow:
        """The agreement; what was hard in it goes with the difficulties."""
        if self.sees("difficulties"):
            return row
        return replace(row, difficulties=(), solutions=())


OFFICE = Audience()
"""Those who work with the plans: they see everything."""


def public_of(settings: Settings | None) -> Audience:
    """Everybody else; without settings that can be read nothing internal is shown."""
    return Audience(frozenset(settings.internal) if settings else _EVERYTHING)


def shown_to(audience: Audience, progress: Progress) -> Progress:
    """The figures that the audience sees: of issued plans alone where drafts are internal.

    Every total of the site is of these, so that what is left out is not counted either.
    """
    if audience.sees("drafts"):
        return progress
    plans = tuple(plan for plan in progress.plans if plan.is_issued)
    ids = {plan.id for plan in plans}
    return replace(
        progress,
        plans=plans,
        items=tuple(one for one in progress.items if one.plan_id in ids),
        senders=tuple(one for one in progress.senders if one.plan_id in ids),
        reports=tuple(one for one in progress.reports if one.owner in ids),
        earlier=tuple(one for one in progress.earlier if one.owner in ids),
    )


def _without_reasons(row: ItemRow) -> ItemRow:
    def quiet(one: AssignmentRow) -> AssignmentRow:
        return replace(one, late_reason=None)

    return replace(
        row,
        assignments=tuple(quiet(one) for one in row.assignments),
        history=tuple(replace(one, late_reason=None) for one in row.history),
    )


def _without_senders(row: ItemRow) -> ItemRow:
    def quiet(one: AssignmentRow) -> AssignmentRow:
        return replace(one, invalid_report=False)

    return replace(row, assignments=tuple(quiet(one) for one in row.assignments))


_ROWS: dict[InternalPart, Callable[[ItemRow], ItemRow]] = {
    "people": lambda row: replace(row, person=None),
    "history": lambda row: replace(row, history=()),
    "late-reasons": _without_reasons,
    "senders": _without_senders,
}
"""What the rows of tasks lose; the other parts are pages of their own."""
