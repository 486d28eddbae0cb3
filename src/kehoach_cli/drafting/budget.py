"""The demand for money of a year as the finance agency is told: what it is for, and who is silent.

All sums are of ``progress.money``: those of the year from the figures of its period, those of the
year before from its own, as ``kehoach money --year`` gives them for either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property

from kehoach_cli.drafting.money_words import KINDS, LEVELS, UNSAID
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import MoneyKind, MoneyLevel
from kehoach_cli.progress import Amounts, money_before, money_entries, money_gaps
from kehoach_cli.progress.money import MoneyGap, Purpose


@frozen
class Demand:
    """Sums in đồng: of the year, what of them is supplementary, and of the year before."""

    year: Amounts = field(default_factory=Amounts)
    supplementary: Amounts = field(default_factory=Amounts)
    before: Amounts = field(default_factory=Amounts)

    def __add__(self, other: Demand) -> Demand:
        """Both together."""
        return Demand(
            self.year + other.year,
            self.supplementary + other.supplementary,
            self.before + other.before,
        )


@frozen
class LevelView:
    """What is needed from the budget of a level, in đồng."""

    name: str
    needed: int


@frozen
class BudgetView:
    """What a template reads as ``budget``; figures are computed when it is first asked."""

    scene: Scene

    @property
    def year(self) -> int:
        """The budget year: that of the period."""
        return self.scene.progress.period.year

    @cached_property
    def demands(self) -> dict[Purpose, Demand]:
        """By what it is for: agencies in the order of the register, tasks in that of the files."""
        found: dict[Purpose, Demand] = {}
        for purpose, demand in self._demands():
            found[purpose] = found.get(purpose, Demand()) + demand
        agencies = {one: n for n, one in enumerate(self.scene.ws.actors)}
        tasks = {one: n for n, one in enumerate(titles(self.scene))}
        last = len(agencies)

        def order(one: Purpose) -> tuple[int, int]:
            return agencies.get(one.agency, last), tasks[one.plan_id, one.task]

        return {one: found[one] for one in sorted(found, key=order)}

    @cached_property
    def total(self) -> Demand:
        """All of it together."""
        return total_of(self.demands.values())

    @cached_property
    def levels(self) -> tuple[LevelView, ...]:
        """What is needed, by the level of the budget."""
        found: dict[MoneyLevel | None, int] = {}
        for one, demand in self.demands.items():
            found[one.level] = found.get(one.level, 0) + demand.year.needed
        order = (*LEVELS, None)
        return tuple(
            LevelView(LEVELS.get(level, f"{UNSAID} cấp ngân sách"), found[level])
            for level in order
            if found.get(level)
        )

    @cached_property
    def gaps(self) -> tuple[MoneyGap, ...]:
        """Tasks of which nobody has said what they need."""
        return money_gaps(self.scene.progress)

    @property
    def open_tasks(self) -> int:
        """How many tasks that is."""
        return len({(one.item.plan_id, one.item.id) for one in self.gaps})

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """Who holds such a task and has proposed nothing at all for the year."""
        given = {one.agency for one in money_entries(self.scene.progress, year=self.year)}
        asked = dict.fromkeys(one.agency for one in self.gaps)
        return tuple(one for one in asked if one and one not in given)

    def _demands(self) -> Iterator[tuple[Purpose, Demand]]:
        for entry in money_entries(self.scene.progress, year=self.year):
            more = entry.amounts if entry.supplementary else Amounts()
            yield entry.purpose, Demand(year=entry.amounts, supplementary=more)
        plan = self.scene.folder.id if self.scene.folder else None
        for entry in money_before(self.scene.progress, plan=plan):
            yield entry.purpose, Demand(before=entry.amounts)


def total_of(demands: Iterable[Demand]) -> Demand:
    """All of them together."""
    return sum(demands, Demand())


def titles(scene: Scene) -> dict[tuple[str, str], str]:
    """(plan, task) → the title of the task, in the order of the files."""
    return {
        (one.owner, one.value.id): one.value.title
        for folder in scene.ws.folders
        for one in folder.tasks
    }


def level_name(level: MoneyLevel | None) -> str:
    """«Ngân sách cấp tỉnh»; that nothing is said of it."""
    return capitalised(LEVELS.get(level, UNSAID))


def kind_name(kind: MoneyKind | None) -> str:
    """«Chi đầu tư»; that nothing is said of it."""
    return capitalised(KINDS.get(kind, UNSAID))
