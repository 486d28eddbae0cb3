"""The figures of a period in the words and lists that a template asks for.

Nothing is counted here that ``progress`` has counted already; what remains is choosing and naming.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kehoach_cli.drafting.item_words import title_of
from kehoach_cli.drafting.money_tables import entries_of
from kehoach_cli.drafting.pictures import PICTURES, wants_pictures
from kehoach_cli.drafting.progress_tables import overdue_of
from kehoach_cli.drafting.report_comparison import NextYear, next_of, previous_of
from kehoach_cli.drafting.report_documents import issued_documents
from kehoach_cli.drafting.report_parts import (
    KindView,
    NextView,
    PlanView,
    StateCount,
    is_closed,
    kind_view,
    next_views,
    open_dated,
    plan_view,
    states,
)
from kehoach_cli.drafting.report_registers import (
    AgreementCount,
    agreement_counts,
    asked_in_words,
    unreviewed_agreements,
)
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.tables import TABLES
from kehoach_cli.drafting.wording import figure, name_of, reference, short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import DONE_LATE
from kehoach_cli.progress import (
    Amounts,
    Assignment,
    Progress,
    Sender,
    money_gaps,
    sum_of,
)
from kehoach_cli.vn.period import Period
from kehoach_cli.vn.text import roman

_ANNEXES = ("theo-don-vi", "trach-nhiem", "nhiem-vu")
_PICTURES = "hinh"
_MOST_NEXT = 10


@frozen
class ReportView:
    """What a template reads as ``report``; figures are computed when it is first asked."""

    scene: Scene

    @property
    def progress(self) -> Progress:
        """The figures themselves."""
        return self.scene.progress

    @property
    def period(self) -> Period:
        """The reporting period."""
        return self.progress.period

    @property
    def is_over(self) -> bool:
        """The figures are those of the whole period."""
        return self.progress.day == self.period.last

    @cached_property
    def plans(self) -> tuple[PlanView, ...]:
        """The plans of the period in the order of their folders."""
        return tuple(plan_view(self.scene, plan) for plan in self.progress.plans)

    @property
    def only_plan(self) -> PlanView | None:
        """The plan, when the report was asked for one."""
        return self.plans[0] if self.scene.folder and self.plans else None

    @property
    def only_agency(self) -> str:
        """The agency or partner, when the report was asked for one; else ""."""
        return name_of(self.scene.ws, self.scene.sender) if self.scene.sender else ""

    @cached_property
    def previous(self) -> Progress | None:
        """The same period a year earlier, where there was anything to do in it."""
        return previous_of(self.scene)

    @cached_property
    def next_year(self) -> NextYear | None:
        """The tasks of the following year, when the report is of a year that is over."""
        return next_of(self.scene)

    @cached_property
    def kinds(self) -> tuple[KindView, ...]:
        """All tasks of the period by kind."""
        return tuple(kind_view(one.kind, one.tasks) for one in self.progress.by_kind)

    @property
    def states(self) -> tuple[StateCount, ...]:
        """All tasks of the period by state."""
        return states(self.progress.task_totals)

    @cached_property
    def annexes(self) -> dict[str, str]:
        """What goes into annexes, tables and then the pictures, and how the text names each."""
        present = [name for name in _ANNEXES if TABLES[name](self.scene).rows]
        present += [_PICTURES] if self.pictures else []
        if len(present) == 1:
            return {present[0]: "Phụ lục"}
        return {name: f"Phụ lục {roman(n)}" for n, name in enumerate(present, start=1)}

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The pictures that the report shall have: those asked for that show anything."""
        wanted = PICTURES if wants_pictures(self.scene) else {}
        return tuple(name for name, drawn in wanted.items() if drawn(self.scene))

    @property
    def documents(self) -> tuple[str, ...]:
        """Documents with a number that the period rests on."""
        return issued_documents(self.scene)

    @cached_property
    def own_plans(self) -> tuple[str, ...]:
        """Who has issued a plan of its own, with the document."""
        return tuple(
            f"{self._short(report.value.sender)} ({reference(report.value.own_plan)})"
            for report in self.progress.reports
            if report.value.own_plan
        )

    @cached_property
    def integrated(self) -> tuple[str, ...]:
        """Who has worked the plan into one that exists, with the words of the report."""
        return tuple(
            f"{self._short(report.value.sender)} ({report.value.integrated})"
            for report in self.progress.reports
            if report.value.integrated
        )

    @property
    def expected(self) -> int:
        """How many must report; who must report on two plans counts once."""
        return len(_ids(one for one in self.progress.senders if one.must_report))

    @property
    def missing(self) -> int:
        """How many of them have not, or not on each of their plans."""
        return len(_ids(self.progress.missing))

    @property
    def come(self) -> int:
        """How many have reported on all of their plans."""
        return self.expected - self.missing

    @property
    def invalid(self) -> tuple[str, ...]:
        """Whose report cannot be used."""
        senders = self.progress.senders
        return tuple(self._short(one) for one in _ids(one for one in senders if one.is_invalid))

    @property
    def overdue(self) -> int:
        """How many tasks have somebody who runs late."""
        return sum(bool(overdue_of(item)) for item in self.progress.tasks)

    @property
    def done_late(self) -> tuple[str, ...]:
        """Tasks that were done, but late, each with all who were and by how many days."""
        found = [
            (title_of(item), [one for one in item.assignments if one.state is DONE_LATE])
            for item in self.progress.tasks
        ]
        return tuple(
            f"{title} ({'; '.join(self._with_days(one) for one in late)})"
            for title, late in found
            if late
        )

    def _with_days(self, one: Assignment) -> str:
        return f"{self._short(one.agency)}, {figure(one.days_late)} ngày"

    @property
    def next_due(self) -> tuple[NextView, ...]:
        """The tasks that fall due next."""
        return next_views(self.scene, open_dated(self.progress)[:_MOST_NEXT])

    @property
    def later_due(self) -> int:
        """How many more fall due after these."""
        return max(0, len(open_dated(self.progress)) - _MOST_NEXT)

    @property
    def undated(self) -> int:
        """How many tasks go on without a last day."""
        return sum(item.last_day is None and not is_closed(item) for item in self.progress.tasks)

    @property
    def unassigned(self) -> int:
        """How many tasks were given to nobody that the data can name."""
        return sum(not item.assignment_count for item in self.progress.tasks)

    @cached_property
    def money(self) -> Amounts:
        """Money of the period's year; of one agency the lines that are its own."""
        return sum_of(entries_of(self.scene))

    @cached_property
    def unbudgeted(self) -> int:
        """How many tasks nobody has named the need for money of, in the period's year."""
        return len({(one.item.plan_id, one.item.id) for one in money_gaps(self.progress)})

    @cached_property
    def agreements(self) -> tuple[AgreementCount, ...]:
        """How many agreements with partners stand in each way, see ``report_registers``."""
        return agreement_counts(self.scene)

    @property
    def unreviewed_agreements(self) -> int:
        """How many of them are signed and nobody has reviewed yet."""
        return unreviewed_agreements(self.scene)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """Who must answer open difficulties, and how many each."""
        return asked_in_words(self.scene)

    @property
    def undecided(self) -> int:
        """How many proposals still wait for a decision."""
        return sum(one.state.is_open for one in self.progress.proposals)

    def _short(self, actor: str) -> str:
        return short_name_of(self.scene.ws, actor)


def _ids(senders: Iterable[Sender]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in senders))
