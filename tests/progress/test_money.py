"""Money: every table of it adds up to the same sums."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.model.plan import MoneyLine, Task
from kehoach_cli.progress import (
    Amounts,
    Progress,
    money_before,
    money_by,
    money_entries,
    money_gaps,
    money_of,
    sum_of,
)
from kehoach_cli.progress.money import MoneyKey, with_estimates
from kehoach_cli.workspace import Workspace

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

LINE = "level: tinh, kind: dau-tu, source: Ngân sách tỉnh"


def task(name: str, *lines: str, lead: str = "so-a", more: str = "") -> str:
    money = ", ".join(f"{{{LINE}, {line}}}" for line in lines)
    return (
        f"- {{id: {name}, kind: annex, source: {{clause: PL}}, title: T, lead: {lead}, "
        f"money: [{money}]{more}}}"
    )


class TestSums:
    def test_of_the_year_of_the_period(self, bench: Bench) -> None:
        rows = (
            task("t", "year: 2027, needed: 5 đồng, allocated: 4 đồng, spent: 3 đồng"),
            task(
                "u",
                "year: 2027, needed: 10 đồng, supplementary: true",
                "year: 2028, needed: 7 đồng",
            ),
        )
        progress = bench.progress(*rows)
        assert money_of(progress) == Amounts(15, 4, 3)
        entries = money_entries(progress)
        assert money_by(entries, "year") == {2027: Amounts(15, 4, 3), 2028: Amounts(7)}
        assert money_by(entries, "supplementary")[True] == Amounts(10)

    def test_an_estimate_stands_with_its_purpose_or_on_its_own(self, bench: Bench) -> None:
        rows = (
            task(
                "t",
                "year: 2026, estimated: 3 đồng",
                "year: 2026, estimated: 4 đồng",
                "year: 2027, needed: 1 đồng",
                "year: 2027, needed: 2 đồng",
            ),
            task("u", "year: 2026, estimated: 5 đồng, supplementary: true"),
            task("v", "year: 2026, spent: 9 đồng, allocated: 9 đồng", "year: 2027, needed: 6 đồng"),
        )
        progress = bench.progress(*rows)
        before = money_before(progress)
        assert sum_of(before).estimated == 12
        found = with_estimates(money_entries(progress, year=2027), before)
        told = [(one.task, one.amounts.needed, vnd) for one, vnd in found]
        assert told == [("t", 1, 7), ("t", 2, None), ("v", 6, None), ("u", 0, 5)]
        assert not any(one.supplementary for one, _ in found)

    def test_nobody_estimated_is_not_zero(self, bench: Bench) -> None:
        silent = bench.progress(task("t", "year: 2026, allocated: 4 đồng"))
        assert sum_of(money_before(silent)).estimated is None
        nothing = bench.progress(task("t", "year: 2026, estimated: 0 đồng"))
        assert sum_of(money_before(nothing)).estimated == 0

    def test_take_what_senders_spent_where_no_line_says_so(self, bench: Bench) -> None:
        files = {
            **bench.said("t in-progress spent: 8 đồng", "u in-progress spent: 9 đồng"),
            **bench.said("t in-progress spent: 1 đồng", sender="so-b"),
        }
        rows = (task("t", lead="hai-so"), task("u", "year: 2027, spent: 2 đồng"))
        progress = bench.progress(*rows, files=files)
        entries = money_entries(progress, year=2027)
        assert [(one.task, one.agency, one.amounts.spent) for one in entries] == [
            ("t", "so-a", 8),
            ("t", "so-b", 1),
            ("u", "so-a", 2),
        ]

    def test_give_what_a_sender_spent_to_the_only_line_of_the_year(self, bench: Bench) -> None:
        row = task("t", "year: 2027, needed: 9 đồng")
        progress = bench.progress(row, files=bench.said("t in-progress spent: 8 đồng"))
        assert money_by(money_entries(progress), "level") == {"tinh": Amounts(9, 0, 8)}

    def test_count_a_report_behind_several_rounds_once(self, bench: Bench) -> None:
        row = bench.task(due="ngày 10 tháng cuối hằng quý")
        progress = bench.progress(row, files=bench.said("t in-progress spent: 8 đồng"))
        assert len(progress.items) > 1
        assert money_of(progress) == Amounts(spent=8)

    def test_give_a_task_of_nobody_to_nobody(self, bench: Bench) -> None:
        row = task("t", "year: 2027, needed: 9 đồng").replace("lead: so-a, ", "")
        assert money_by(money_entries(bench.progress(row)), "agency") == {"": Amounts(9)}

    def test_count_tasks_that_were_done_before_the_period(self, bench: Bench) -> None:
        done = bench.said("t done done_on: 2026-12-01", on="2026-12-01", period="2026")
        progress = bench.progress(task("t", "year: 2027, needed: 9 đồng"), files=done)
        assert progress.items == ()
        assert money_of(progress) == Amounts(9)


class TestGaps:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            (task("t"), "unsaid"),
            (task("t", "year: 2028, needed: 1 đồng"), "unsaid"),
            (task("t", "year: 2027"), "no-amount"),
            (task("t", more=", split: {province_money: true}"), "province-money"),
            (task("t", "year: 2027, needed: 0"), None),
            (task("t", "year: 2027, allocated: 5 đồng"), None),
            (task("t", more=", mode: requested"), None),
            (task("t").replace("annex", "duty"), None),
        ],
    )
    def test_are_tasks_without_a_figure(self, bench: Bench, row: str, reason: str | None) -> None:
        found = [(one.agency, one.reason) for one in money_gaps(bench.progress(row))]
        assert found == ([("so-a", reason)] if reason else [])

    def test_are_of_every_lead_once(self, bench: Bench) -> None:
        row = task("t", more=", co_leads: [so-b], due: ngày 10 tháng cuối hằng quý")
        assert [one.agency for one in money_gaps(bench.progress(row))] == ["so-a", "so-b"]

    def test_are_not_of_what_is_done(self, bench: Bench) -> None:
        progress = bench.progress(task("t"), files=bench.said("t done done_on: 2027-06-01"))
        assert money_gaps(progress) == ()

    def test_of_a_task_of_nobody_ask_nobody_by_name(self, bench: Bench) -> None:
        row = task("t").replace("lead: so-a, ", "")
        assert [one.agency for one in money_gaps(bench.progress(row))] == [""]


money_lines = st.fixed_dictionaries(
    {
        "year": st.sampled_from(["2027", "2028"]),
        "level": st.sampled_from(["tinh", "xa"]),
        "kind": st.sampled_from(["dau-tu", "thuong-xuyen"]),
        "source": st.sampled_from(["A", "B"]),
    },
    optional={
        "needed": st.integers(0, 10**12).map(str),
        "allocated": st.integers(0, 10**12).map(str),
        "spent": st.integers(0, 10**12).map(str),
        "supplementary": st.booleans(),
    },
)


@given(lines=st.lists(st.tuples(st.integers(0, 3), money_lines), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_table_adds_up(
    every_state: Progress, lines: list[tuple[int, dict[str, object]]]
) -> None:
    progress = _with_money(every_state, lines)
    entries = money_entries(progress)
    whole = sum_of(entries)
    assert whole.needed == sum(int(str(line.get("needed", 0))) for _, line in lines)
    assert whole.allocated == sum(int(str(line.get("allocated", 0))) for _, line in lines)
    for key in get_args(MoneyKey):
        assert sum(money_by(entries, key).values(), Amounts()) == whole
    years = {entry.year for entry in entries}
    parts = [sum_of(money_entries(progress, year=year)) for year in years]
    assert sum(parts, Amounts()) == whole


def _with_money(progress: Progress, lines: list[tuple[int, dict[str, object]]]) -> Progress:
    """The same with these money lines, and no others, on the first tasks of its plans."""
    ws = progress.workspace
    tasks = {(one.file, one.path): number for number, one in enumerate(ws.of(Task))}
    located = tuple(
        replace(one, value=one.value.model_copy(update={"money": own}))
        if isinstance(one.value, Task)
        and ((own := _money(lines, tasks[one.file, one.path])) or one.value.money)
        else one
        for one in ws.located
    )
    changed = Workspace(ws.root, ws.sources, ws.paths, located, (), frozenset())
    return replace(progress, workspace=changed)


def _money(lines: list[tuple[int, dict[str, object]]], number: int) -> tuple[MoneyLine, ...]:
    return tuple(MoneyLine.model_validate(line) for at, line in lines if at == number)
