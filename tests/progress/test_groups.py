from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import SILENT

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

ANNEX = "- {id: x, kind: annex, source: {clause: PL}, title: X, lead: LEAD}"


class TestExpansion:
    @pytest.mark.parametrize(
        ("lead", "holders"),
        [
            ("so-a", ["so-a"]),
            ("hai-so", ["so-a", "so-b"]),
            ("moi-noi", ["so-a", "so-b", "xa-x"]),
            ("vong-1", ["so-b", "so-a"]),
            ("cac-so", ["so-a", "so-b", "so-moi"]),
            ("so-cu", ["so-moi"]),
            ("dia-phuong", []),
            ("chu-tri", []),
            ("khong-ai-biet", ["khong-ai-biet"]),
        ],
    )
    def test_gives_one_assignment_for_each_member(
        self, bench: Bench, lead: str, holders: list[str]
    ) -> None:
        item = bench.only(bench.task(lead=lead))
        assert [one.agency for one in item.assignments] == holders
        assert item.open_to == (("dia-phuong",) if lead == "dia-phuong" else ())
        assert item.state is SILENT

    def test_members_by_kind_are_those_alive_on_the_day(self, bench: Bench) -> None:
        item = bench.only(bench.task(lead="cac-so"), on="2027-02-28")
        assert [one.agency for one in item.assignments] == ["so-a", "so-b", "so-cu"]

    def test_an_abolished_agency_keeps_its_work_until_the_last_day(self, bench: Bench) -> None:
        item = bench.only(bench.task(lead="so-cu"), on="2027-02-28")
        assert [one.agency for one in item.assignments] == ["so-cu"]

    def test_a_report_of_the_abolished_agency_counts_for_its_successor(self, bench: Bench) -> None:
        report = bench.said("t done done_on: 2027-01-20", sender="so-cu", on="2027-02-01")
        (one,) = bench.only(bench.task(lead="so-cu"), report).assignments
        assert (one.agency, one.state.is_done, one.via) == ("so-moi", True, None)

    def test_successors_that_lead_back_do_not_hang(self, bench: Bench) -> None:
        loop = "\n".join(
            f"- {{id: {a}, name: {a}, kind: office, to: 2027-01-01, successor: {b}}}"
            for a, b in (("u", "v"), ("v", "u"))
        )
        item = bench.only(bench.task(lead="u"), {"data/communes.yaml": loop})
        assert len(item.assignments) == 1

    @pytest.mark.parametrize(("lead", "count"), [("so-a", 1), ("hai-so", 2), ("chu-tri", 0)])
    def test_a_derived_group_is_the_leads_of_the_annex(
        self, bench: Bench, lead: str, count: int
    ) -> None:
        rows = (ANNEX.replace("LEAD", lead), bench.task(lead="chu-tri"))
        (_, item) = bench.progress(*rows).items
        assert len(item.assignments) == count

    def test_leads_are_counted_only_among_a_group_where_it_says_so(self, bench: Bench) -> None:
        group = (
            "- {id: g, name: G, kind: group,"
            " members_from: {plan: p, leads_of: annex, among: cac-so}}\n"
            "- {id: xa-x, name: Xã X, kind: commune}\n"
        )
        leads = "lead: moi-noi, co_leads: [doi-tac]"
        rows = (ANNEX.replace("lead: LEAD", leads), bench.task(lead="g"))
        progress = bench.progress(*rows, files={"data/communes.yaml": group})
        assert [one.agency for one in progress.items[1].assignments] == ["so-a", "so-b"]

    def test_a_group_among_itself_is_passed_over(self, bench: Bench) -> None:
        text = "members_from: {plan: p, leads_of: annex, among: g}"
        group = {"data/communes.yaml": f"- {{id: g, name: G, kind: group, {text}}}\n"}
        rows = (ANNEX.replace("LEAD", "so-a"), bench.task(lead="g"))
        assert len(bench.progress(*rows, files=group).items[1].assignments) == 1

    def test_an_open_group_with_named_members_is_expanded(self, bench: Bench) -> None:
        group = "- {id: g, name: G, kind: group, open: true, members: [so-a]}"
        item = bench.only(bench.task(lead="g"), {"data/communes.yaml": group})
        assert ([one.agency for one in item.assignments], item.open_to) == (["so-a"], ())

    def test_a_group_of_partners_is_expanded(self, bench: Bench) -> None:
        group = {"data/partners/nhom.yaml": "{id: nhom, name: N, kind: group, members: [doi-tac]}"}
        (one,) = bench.only(bench.task(lead="nhom"), group).assignments
        assert (one.agency, one.via) == ("doi-tac", "nhom")

    def test_without_lead_the_others_answer_each_in_the_first_role(self, bench: Bench) -> None:
        others = "{agency: so-b, role: tham mưu}, {agency: hai-so, role: phối hợp}"
        item = bench.only(bench.task(lead=None, more=f"others: [{others}]"))
        found = [(one.agency, one.role, one.via) for one in item.assignments]
        assert found == [("so-b", "tham mưu", None), ("so-a", "phối hợp", "hai-so")]

    def test_a_task_without_anybody_stays_in_the_totals(self, bench: Bench) -> None:
        progress = bench.progress(bench.task(lead=None))
        assert (progress.task_totals.total, progress.assignment_totals.total) == (1, 0)
        assert progress.task_totals.count(SILENT) == 1
