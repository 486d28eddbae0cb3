"""What is cut out of a whole: one agency's figures, a partner's tasks, one period's closing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.plan import Task
from kehoach_cli.model.status import DONE_LATE, ON_TIME, OVERDUE, SILENT, STATES
from kehoach_cli.progress import Progress, Ratio, Totals, calendar_of, money_entries
from kehoach_cli.progress.challenges import proposals_for, tasks_for
from kehoach_cli.progress.closings import own_closing
from kehoach_cli.progress.dues import settled_due
from kehoach_cli.progress.figures import OF_DATED, OF_DUE
from kehoach_cli.progress.fingerprint import sender_fingerprints
from kehoach_cli.progress.groups import Roster
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.progress.sharing import is_split, needs_split, parties_of, partners_in
from kehoach_cli.vn.period import Calendar

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

HASH = "0" * 64
REOPENED = "reopened: {date: 2027-12-22, document: {number: 3/SA}, reason: Sửa}"
KEPT = "2679dc1712fe2fe726763b8427ff9bda9f6f909299f91c982418017b4d3c946a"
BASE_SETTINGS = """\
schema: 1
province: {name: Tỉnh Mẫu, code: "00", place: Tỉnh Mẫu}
focal: so-a
issuer: ubnd
notice: Dữ liệu giả định
"""
MERGED = """
    - {id: ubnd, name: Ủy ban nhân dân tỉnh, kind: province}
    - {id: so-a, name: Sở A, kind: department}
    - {id: so-b, name: Sở B, kind: department}
    - {id: so-moi, name: Sở Mới, kind: department, from: 2027-03-01}
    - {id: cac-so, name: Các sở, kind: group, members_from: {kind: department}}
    """
PARTNERS = {
    "data/partners/doi-tac.yaml": """
        id: doi-tac
        name: Công ty Đối Tác
        kind: telecom
        units: [{id: doi-tac-tinh, name: Chi nhánh tại tỉnh}]
        commitments: [{id: c-a, plan: p, letter: a, parts: [Hỗ trợ.]}]
        """,
    "data/partners/khac.yaml": "{id: khac, name: Viện Khác, kind: institute}\n",
    "data/partners/nhom.yaml": """
        id: nhom
        name: Nhóm
        kind: group
        members: [doi-tac, khac]
        """,
}


def cut(bench: Bench, actor: str, *rows: str, files: dict[str, str] | None = None) -> Progress:
    return of_agency(bench.progress(*rows, files=files), actor)


class TestOneAgency:
    def test_holds_only_its_own_assignments(self, bench: Bench) -> None:
        files = {
            **bench.said("t done done_on: 2027-06-01"),
            **bench.said("t in-progress", sender="so-b"),
        }
        row = bench.task(lead="hai-so")
        whole = bench.progress(row, files=files)
        (item,) = of_agency(whole, "so-a").items
        assert [one.agency for one in item.assignments] == ["so-a"]
        assert item.state is ON_TIME
        assert item.done_earlier == 0
        assert not item.is_past_by_plan
        assert [one.state for one in of_agency(whole, "so-b").items] == [OVERDUE]
        assert [one.id for one in of_agency(whole, "so-b").senders] == ["so-b"]
        assert [one.value.sender for one in of_agency(whole, "so-b").reports] == ["so-b"]

    def test_reaches_through_a_group(self, bench: Bench) -> None:
        files = bench.said("t done done_on: 2027-06-01")
        found = cut(bench, "hai-so", bench.task(lead="hai-so"), files=files)
        assert [one.agency for one in found.items[0].assignments] == ["so-a", "so-b"]
        assert [one.id for one in found.senders] == ["so-a", "so-b"]
        assert found.items[0].state is SILENT

    def test_leaves_out_what_others_hold(self, bench: Bench) -> None:
        files = bench.said("u in-progress", sender="so-b", on="2027-01-10", period="2027-01")
        rows = (bench.task("t", lead="so-a"), bench.task("u", lead="so-b"))
        found = cut(bench, "so-a", *rows, files=files)
        assert [item.id for item in found.items] == ["t"]
        assert [[one.id for one in plan.items] for plan in found.plans] == [["t"]]
        assert (found.reports, found.earlier) == ((), ())
        other = cut(bench, "so-b", *rows, files=files)
        assert [[one.id for one in plan.items] for plan in other.plans] == [["u"]]

    def test_keeps_its_reports_of_earlier_periods(self, bench: Bench) -> None:
        files = {
            **bench.said("t in-progress", period="2026", on="2026-12-10"),
            **bench.said("u in-progress", sender="so-b", period="2026", on="2026-12-10"),
        }
        rows = (bench.task("t", lead="so-a"), bench.task("u", lead="so-b"))
        assert [one.value.sender for one in cut(bench, "so-a", *rows, files=files).earlier] == [
            "so-a"
        ]

    def test_is_in_no_plan_without_an_item_of_it(self, bench: Bench) -> None:
        found = cut(bench, "so-b", bench.task(lead="so-a"))
        assert (found.plans, found.items, found.senders) == ((), (), ())

    def test_counts_commitments_beside_the_tasks_of_a_plan(self, bench: Bench) -> None:
        row = bench.task(lead="doi-tac")
        found = cut(bench, "doi-tac", row, files=PARTNERS)
        assert [item.is_task for item in found.items] == [True, False]
        assert [[one.is_task for one in plan.items] for plan in found.plans] == [[True]]

    def test_of_a_unit_is_that_of_its_partner(self, bench: Bench) -> None:
        found = cut(bench, "doi-tac-tinh", bench.task(lead="doi-tac"))
        assert [item.assignments[0].agency for item in found.items] == ["doi-tac"]

    @pytest.mark.parametrize(
        ("due", "day", "is_past"),
        [
            ("30/6/2027", "2027-06-30", False),
            ("30/6/2027", "2027-07-01", True),
            (None, "2027-07-01", False),
        ],
    )
    def test_silent_is_past_its_day_by_the_plan(
        self,
        bench: Bench,
        due: str | None,
        day: str,
        is_past: bool,  # noqa: FBT001
    ) -> None:
        whole = bench.progress(bench.task(due=due, lead="hai-so"), on=day)
        (item,) = of_agency(whole, "so-a").items
        assert (item.state, item.is_past_by_plan) == (SILENT, is_past)

    @pytest.mark.parametrize(
        ("due", "on", "state"),
        [
            ("31/12/2027", "2027-12-14", "running-on-time"),
            ("30/6/2027", "2027-06-30", "running-on-time"),
            (None, "2027-12-14", "open-ended"),
        ],
    )
    def test_of_several_some_silent_runs_until_its_day(
        self, bench: Bench, due: str | None, on: str, state: str
    ) -> None:
        files = bench.said("t in-progress", on="2027-06-01")
        whole = bench.progress(bench.task(lead="hai-so", due=due), files=files, on=on)
        (item,) = of_agency(whole, "hai-so").items
        assert item.state.code == state

    def test_done_in_time_is_not_past_by_the_plan(self, bench: Bench) -> None:
        found = cut(
            bench,
            "so-a",
            bench.task(),
            files=bench.said("t done done_on: 2027-06-01"),
        )
        assert [item.is_past_by_plan for item in found.items] == [False]


class TestPartners:
    def tasks(self, bench: Bench, *rows: str) -> list[Task]:
        self.ws = bench.load(*rows, files=PARTNERS)
        return [one.value for one in self.ws.of(Task)]

    def test_have_a_part_by_name_or_by_commitment(self, bench: Bench) -> None:
        first, second, third = self.tasks(
            bench,
            bench.task("t", lead="so-a", more="support: [doi-tac-tinh, khac]"),
            bench.task("u", lead="so-a", more="commitment: c-a"),
            bench.task("v", lead="doi-tac", more="commitment: c-a"),
        )
        assert partners_in(self.ws, first) == ("doi-tac-tinh", "khac")
        assert partners_in(self.ws, second) == ("doi-tac",)
        assert partners_in(self.ws, third) == ("doi-tac",)

    def test_need_their_parts_said_in_the_annex_only(self, bench: Bench) -> None:
        duty = bench.task("t", lead="doi-tac")
        annex, alone = (
            bench.task(name, lead=lead).replace("kind: duty", "kind: annex")
            for name, lead in (("u", "doi-tac"), ("v", "so-a"))
        )
        found = self.tasks(bench, duty, annex, alone)
        assert [needs_split(self.ws, one) for one in found] == [False, True, False]

    @pytest.mark.parametrize(
        ("split", "both"),
        [
            ("split: {partner_does: A, province_does: B}", True),
            ("split: {partner_does: A}", False),
            ("split: {province_does: B}", False),
            ("", False),
        ],
    )
    def test_are_agreed_when_both_parts_are_said(
        self,
        bench: Bench,
        split: str,
        both: bool,  # noqa: FBT001
    ) -> None:
        (task,) = self.tasks(bench, bench.task(more=split))
        assert is_split(task) == both

    def test_are_parties_with_units_and_members(self, bench: Bench) -> None:
        self.tasks(bench)
        everybody = {"doi-tac", "doi-tac-tinh", "khac", "nhom"}
        assert parties_of(self.ws, "doi-tac") == {"doi-tac", "doi-tac-tinh"}
        assert parties_of(self.ws, "khac") == {"khac"}
        assert parties_of(self.ws, "nhom") == everybody
        assert parties_of(self.ws, None) == everybody
        assert parties_of(self.ws, "la") == {"la"}

    def test_may_be_members_of_each_other(self, bench: Bench) -> None:
        ring = {
            "data/partners/a.yaml": "{id: pa, name: A, kind: group, members: [pb]}\n",
            "data/partners/b.yaml": "{id: pb, name: B, kind: group, members: [pa]}\n",
        }
        assert parties_of(bench.load(files=ring), "pa") == {"pa", "pb"}

    def test_one_met_twice_hides_no_other(self, bench: Bench) -> None:
        kinds = {
            "a": "telecom",
            "b": "group, members: [pc]",
            "c": "telecom",
            "d": "group, members: [pc]",
        }
        files = {
            f"data/partners/{one}.yaml": f"{{id: p{one}, name: Bên {one}, kind: {kind}}}\n"
            for one, kind in kinds.items()
        }
        assert parties_of(bench.load(files=files), None) >= {"pa", "pb", "pc", "pd"}


class TestChallenge:
    def test_is_answered_by_what_names_it(self, bench: Bench) -> None:
        challenges = {
            "data/challenges.yaml": """
                - {id: b-1, title: Bài toán một}
                - {id: b-2, title: Bài toán hai}
                """
        }
        raised = (
            "proposals: [{id: d, kind: task, title: Làm, challenge: b-1},"
            " {id: e, kind: task, title: Khác}]"
        )
        rows = (bench.task("t", more="challenge: b-1"), bench.task("u"))
        progress = bench.progress(*rows, files={**challenges, **bench.said(more=raised)})
        assert [item.id for item in tasks_for(progress, "b-1")] == ["t"]
        for name, ids in (("b-1", ["d"]), ("b-2", []), (None, ["e"])):
            assert [one.value.value.id for one in proposals_for(progress.proposals, name)] == ids


class TestClosing:
    @pytest.mark.parametrize(
        ("records", "day"),
        [
            ([], None),
            (['{period: "2027", closed: 2027-12-18'], "2027-12-18"),
            (["{period: 2027-h1, closed: 2027-06-18"], None),
            (
                ['{period: "2027", closed: 2027-12-18', '{period: "2027", closed: 2027-12-19'],
                "2027-12-19",
            ),
            (
                [
                    '{period: "2027", closed: 2027-12-18',
                    f'{{period: "2027", closed: 2027-12-19, {REOPENED}',
                ],
                None,
            ),
            (
                [
                    f'{{period: "2027", closed: 2027-12-18, {REOPENED}',
                    '{period: "2027", closed: 2027-12-19',
                ],
                "2027-12-19",
            ),
        ],
    )
    def test_of_a_period_is_its_last_unless_reopened(
        self, bench: Bench, records: list[str], day: str | None
    ) -> None:
        lines = "".join(f"- {record}, fingerprint: {HASH}}}\n" for record in records)
        ws = bench.load(files={"data/plans/p/closings.yaml": lines or "[]"})
        found = own_closing(ws.folders[0], "2027")
        assert (found and str(found.value.closed)) == day


class TestRatios:
    def test_count_nothing_where_a_state_is_absent(self) -> None:
        none = Totals(total=2, states={}, with_last_day=2, dated={}, silent_past=0)
        for ratio in (none.on_time_ratio, none.done_late_ratio, none.overdue_ratio):
            assert ratio == Ratio(0, 2, OF_DATED)

    def test_say_what_they_are_a_share_of(self) -> None:
        states = dict.fromkeys(STATES, 0) | {ON_TIME: 2, DONE_LATE: 1, OVERDUE: 1}
        found = Totals(total=4, states=states, with_last_day=4, dated=states, silent_past=0)
        assert found.completion_ratio == Ratio(3, 4, OF_DUE)
        assert found.on_time_ratio == Ratio(2, 4, OF_DATED)


def test_a_period_has_begun_on_its_first_day(bench: Bench) -> None:
    assert bench.progress(on="2026-12-15").has_begun
    assert not bench.progress(on="2026-12-14").has_begun


def test_what_is_raised_says_where_it_stands(bench: Bench) -> None:
    more = (
        "difficulties: [{id: k, text: Thiếu người}]\nproposals: [{id: d, kind: task, title: Làm}]"
    )
    progress = bench.progress(bench.task(), files=bench.said(more=more))
    file = "data/plans/p/progress/2027/so-a.yaml"
    for raised, key in ((progress.difficulties, "difficulties"), (progress.proposals, "proposals")):
        (one,) = raised
        assert (one.plan_id, one.sender, one.report.file) == ("p", "so-a", file)
        assert (one.value.file, one.value.path, one.value.owner) == (file, (key, 0), "p")


def test_a_due_without_a_year_takes_that_of_its_plan() -> None:
    window = (date(2027, 1, 1), date(2027, 12, 31))
    assert settled_due("Trước ngày 30/6", window, None).last_day == date(2027, 6, 29)
    assert settled_due("Trước ngày 30/6", None, None).last_day is None


def test_a_fingerprint_written_down_years_ago_still_holds(bench: Bench) -> None:
    report = bench.said("t done done_on: 2027-12-01, result: Đã xong việc")
    ws = bench.load(bench.task(), files=report)
    assert sender_fingerprints(ws, ws.folders[0], "2027") == {"so-a": KEPT}


def test_a_calendar_written_out_keeps_its_name_and_source(bench: Bench) -> None:
    settings = BASE_SETTINGS + "calendar: {name: riêng, source: Quyết định số 1, closing_day: 20}\n"
    calendar = calendar_of(bench.load(files={"kehoach.yaml": settings}))
    assert calendar == Calendar("riêng", "Quyết định số 1", 20)


@pytest.mark.parametrize(("day", "holders"), [("2027-02-28", 2), ("2027-03-01", 3)])
def test_an_agency_belongs_to_its_kind_from_its_first_day_on(
    bench: Bench, day: str, holders: int
) -> None:
    ws = bench.load(files={"data/agencies.yaml": MERGED})
    assert len(Roster(ws, date.fromisoformat(day)).expand("cac-so").holders) == holders


@pytest.mark.parametrize("supplementary", [True, False])
def test_what_was_spent_is_of_the_plan_and_kind_of_its_line(
    bench: Bench,
    supplementary: bool,  # noqa: FBT001
) -> None:
    line = (
        "money: [{year: 2027, level: tinh, kind: thuong-xuyen, source: Ngân sách tỉnh,"
        f" supplementary: {str(supplementary).lower()}}}]"
    )
    files = bench.said("t in-progress spent: 5 triệu đồng")
    found = money_entries(bench.progress(bench.task(more=line), files=files), year=2027)
    (spent,) = [one for one in found if one.amounts.spent]
    assert (spent.plan_id, spent.supplementary) == ("p", supplementary)
