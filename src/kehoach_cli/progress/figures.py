"""Figures: how many are in each state, ratios that name their denominator, the table by agency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import DONE_LATE, ON_TIME, OVERDUE, STATES, State
from kehoach_cli.progress.items import Assignment, Item

OF_DATED = "tổng số có thời hạn"
OF_DUE = "tổng số đã hoàn thành và quá hạn chưa hoàn thành"
DASH = "–"


@frozen
class Ratio:
    """A share with the name of what it is a share of."""

    numerator: int
    denominator: int
    denominator_name: str

    @property
    def percent_figure(self) -> str:
        """The per cent without a sign: «98,63», «12,5», «50», and «–» for a denominator of 0.

        At most two decimals, half up, computed in whole numbers.
        """
        if not self.denominator:
            return DASH
        hundredths = (20_000 * self.numerator + self.denominator) // (2 * self.denominator)
        whole, rest = divmod(hundredths, 100)
        return f"{whole},{rest:02d}".rstrip("0").rstrip(",")

    @property
    def percent_text(self) -> str:
        """The per cent with its sign: «98,63%»; «–» for a denominator of 0."""
        return f"{self.percent_figure}%" if self.denominator else DASH


@frozen
class Totals:
    """How many items or assignments there are, and how many in each state.

    ``states``: every state of the table with its count, zeros included, in the order of the table;
    they add up to ``total``. ``dated``: the same of those with a last day, which add up to
    ``with_last_day``. ``silent_past``: how many of «chưa có báo cáo» are past their last day by
    the plan.
    """

    total: int
    states: Mapping[State, int]
    with_last_day: int
    dated: Mapping[State, int]
    silent_past: int

    def count(self, *states: State) -> int:
        """How many are in one of these states."""
        return sum(self.states.get(state, 0) for state in states)

    @property
    def done(self) -> int:
        """How many are done, in time or late."""
        return sum(count for state, count in self.states.items() if state.is_done)

    @property
    def on_time_ratio(self) -> Ratio:
        """Hoàn thành đúng hạn over those with a last day."""
        return Ratio(self.dated.get(ON_TIME, 0), self.with_last_day, OF_DATED)

    @property
    def done_late_ratio(self) -> Ratio:
        """Hoàn thành quá hạn over those with a last day."""
        return Ratio(self.dated.get(DONE_LATE, 0), self.with_last_day, OF_DATED)

    @property
    def overdue_ratio(self) -> Ratio:
        """Chưa hoàn thành quá hạn over those with a last day."""
        return Ratio(self.dated.get(OVERDUE, 0), self.with_last_day, OF_DATED)

    @property
    def completion_ratio(self) -> Ratio:
        """Done over done and overdue, the rate printed in BC 1270/BC-TCTTTg of 27/12/2017."""
        return Ratio(self.done, self.done + self.count(OVERDUE), OF_DUE)


@frozen
class AgencyRow:
    """The assignments (lượt giao) of one actor."""

    agency: str
    totals: Totals


def totals(
    counted: Iterable[Item] | Iterable[Assignment], states: tuple[State, ...] = STATES
) -> Totals:
    """Count items or assignments; ``states`` is the table that they are counted by."""
    everything: tuple[Item | Assignment, ...] = tuple(counted)
    codes = Counter([one.state.code for one in everything])
    dated = Counter([one.state.code for one in everything if one.last_day is not None])
    return Totals(
        total=codes.total(),
        states={state: codes[state.code] for state in states},
        with_last_day=dated.total(),
        dated={state: dated[state.code] for state in states},
        silent_past=sum([one.is_past_by_plan for one in everything]),
    )


def added(parts: Iterable[Totals], states: tuple[State, ...] = STATES) -> Totals:
    """The figures of several groups that share nothing, as if they had been counted together."""
    known = tuple(parts)
    return Totals(
        total=sum(one.total for one in known),
        states={state: sum(one.count(state) for one in known) for state in states},
        with_last_day=sum(one.with_last_day for one in known),
        dated={state: sum(one.dated.get(state, 0) for one in known) for state in states},
        silent_past=sum(one.silent_past for one in known),
    )


def assignments_of(items: Iterable[Item]) -> tuple[Assignment, ...]:
    """All assignments of the items."""
    return tuple(one for item in items for one in item.assignments)
