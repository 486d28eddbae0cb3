"""Who is asked for a report, until when, and from which day its absence is silence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.register import Round
from kehoach_cli.progress.current_round import is_asked_for
from kehoach_cli.progress.periods import period_of
from kehoach_cli.progress.requests import Request, requests_of
from kehoach_cli.progress.round_days import before_senders, bounds_of, outside, round_days

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

COMMUNES = {
    "data/communes.yaml": """
        - {id: xa-x, name: Xã X, kind: commune}
        - {id: xa-y, name: Xã Y, kind: commune}
        - {id: xa-z, name: Xã Z, kind: commune}
        """,
    "data/agencies.yaml": """
        - {id: ubnd, name: Ủy ban nhân dân tỉnh, kind: province}
        - {id: so-a, name: Sở A, kind: department}
        - {id: so-b, name: Sở B, kind: department}
        - {id: cac-so, name: Các sở, kind: group, members_from: {kind: department}}
        - {id: hai-xa, name: Hai xã, kind: group, members: [xa-x, xa-y, xa-z]}
        - {id: cac-xa, name: Các xã, kind: group, members_from: {kind: commune}}
        """,
}
ROUND = """
    id: "2027"
    closing: 2027-12-10
    send_by: {agencies: 2027-12-16, communes: 2027-12-18, focal-to-ubnd: 2027-12-20}
    """


def round_file(text: str = ROUND) -> dict[str, str]:
    return {"data/periods/2027.yaml": text}


def asked(bench: Bench, *leads: str, writer: str | None = None, text: str = ROUND) -> Request:
    rows = [bench.task(f"t{n}", lead=lead) for n, lead in enumerate(leads)]
    progress = bench.progress(*rows, files={**COMMUNES, **round_file(text)})
    (found,) = requests_of(progress, writer)
    return found


class TestRequests:
    def test_go_to_everybody_with_something_to_report(self, bench: Bench) -> None:
        assert asked(bench, "so-b", "so-a") == Request("p", ("so-a", "so-b"), date(2027, 12, 16))

    def test_do_not_go_to_the_writer(self, bench: Bench) -> None:
        assert asked(bench, "so-b", "so-a", writer="so-a").to == ("so-b",)
        progress = bench.progress(bench.task(lead="so-a"), files=round_file())
        assert requests_of(progress, "so-a") == ()

    def test_do_not_go_to_who_reported_unasked(self, bench: Bench) -> None:
        files = {
            **round_file(),
            **bench.said("t done done_on: 2027-06-01", sender="so-b"),
        }
        (found,) = requests_of(bench.progress(bench.task(lead="so-a"), files=files), None)
        assert found.to == ("so-a",)

    def test_are_answered_by_the_last_of_all_days(self, bench: Bench) -> None:
        assert asked(bench, "so-a", "xa-x").answer_due == date(2027, 12, 18)

    def test_have_no_last_day_while_one_day_is_open(self, bench: Bench) -> None:
        some = 'id: "2027"\nsend_by: {agencies: 2027-12-16}\n'
        assert asked(bench, "so-a", text=some).answer_due == date(2027, 12, 16)
        assert asked(bench, "so-a", "xa-x", text=some).answer_due is None

    @pytest.mark.parametrize(
        ("leads", "to"),
        [
            (["so-a", "cac-xa"], ("so-a", "cac-xa")),
            (["xa-x", "xa-y", "xa-z"], ("cac-xa",)),
            (["xa-x", "xa-y"], ("xa-x", "xa-y")),
            (["xa-x"], ("xa-x",)),
            (["so-a", "so-b"], ("so-a", "so-b")),
        ],
    )
    def test_name_all_communes_as_one(
        self, bench: Bench, leads: list[str], to: tuple[str, ...]
    ) -> None:
        assert asked(bench, *leads).to == to

    def test_name_two_communes_as_one_where_they_are_all(self, bench: Bench) -> None:
        two = COMMUNES | {
            "data/communes.yaml": """
                - {id: xa-x, name: Xã X, kind: commune, from: 2026-07-01}
                - {id: xa-y, name: Xã Y, kind: commune}
                """
        }
        (found,) = requests_of(bench.progress(bench.task(lead="cac-xa"), files=two), None)
        assert found == Request("p", ("cac-xa",), None)

    def test_name_a_lone_commune_by_its_own_name(self, bench: Bench) -> None:
        one = COMMUNES | {"data/communes.yaml": "- {id: xa-x, name: Xã X, kind: commune}\n"}
        (found,) = requests_of(bench.progress(bench.task(lead="cac-xa"), files=one), None)
        assert found.to == ("xa-x",)

    def test_of_each_plan_stand_apart(self, bench: Bench) -> None:
        other = bench.other_plan(bench.task("u", lead="so-b"))
        found = requests_of(bench.progress(bench.task(lead="so-a"), files=other), None)
        assert [(one.plan_id, one.to) for one in found] == [("p", ("so-a",)), ("q", ("so-b",))]


GUIDED = 'id: "2027"\nguide: {number: 1/SA, date: 2027-11-15}\n'


class TestReport:
    @pytest.mark.parametrize(
        ("text", "send_by", "first"),
        [
            (None, None, "2027-12-14"),
            (None, "2027-12-20", "2027-12-14"),
            (None, "2027-12-01", "2027-12-01"),
            ('id: "2027"\n', None, "2027-12-14"),
            ('id: "2027"\nguide: {number: 1/SA}\n', None, "2027-12-14"),
            (GUIDED, None, "2027-11-15"),
            (GUIDED, "2027-12-10", "2027-11-15"),
        ],
    )
    def test_is_asked_for_from_the_first_of_these_days_on(
        self, bench: Bench, text: str | None, send_by: str | None, first: str
    ) -> None:
        half = {"data/periods/2027-h1.yaml": "{id: 2027-h1, guide: {number: 2, date: 2027-01-02}}"}
        ws = bench.load(files={**half, **(round_file(text) if text else {})})
        period = period_of(ws, "2027")
        assert period is not None
        begin = date.fromisoformat(first)
        last = None if send_by is None else date.fromisoformat(send_by)
        days = [date.fromordinal(begin.toordinal() + shift) for shift in (-1, 0, 1)]
        assert [is_asked_for(ws, period, day, last) for day in days] == [False, True, True]


class TestDaysOfARound:
    def round(self, bench: Bench, text: str) -> Round:
        (one,) = bench.load(files=round_file(text)).of(Round)
        return one.value

    def test_are_those_that_somebody_has_set(self, bench: Bench) -> None:
        assert round_days(self.round(bench, ROUND)) == {
            ("closing",): date(2027, 12, 10),
            ("send_by", "agencies"): date(2027, 12, 16),
            ("send_by", "communes"): date(2027, 12, 18),
            ("send_by", "focal-to-ubnd"): date(2027, 12, 20),
        }
        assert round_days(self.round(bench, 'id: "2027"\nsend_by: {partners: 2027-12-19}\n')) == {
            ("send_by", "partners"): date(2027, 12, 19)
        }

    def test_lie_in_the_period_or_in_the_31_days_after_it(self, bench: Bench) -> None:
        ws = bench.load(files=round_file())
        assert bounds_of(ws, "2027") == (date(2026, 12, 15), date(2028, 1, 14))
        assert bounds_of(ws, "2027-x") is None

    @pytest.mark.parametrize(
        ("day", "is_outside"),
        [
            ("2026-12-15", True),
            ("2026-12-16", False),
            ("2028-01-14", False),
            ("2028-01-15", True),
        ],
    )
    def test_outside_are_found(self, bench: Bench, day: str, is_outside: bool) -> None:  # noqa: FBT001
        text = f'id: "2027"\nclosing: 2027-12-10\nsend_by: {{agencies: {day}}}\n'
        ws = bench.load(files=round_file(text))
        (one,) = ws.of(Round)
        expected = {("send_by", "agencies"): date.fromisoformat(day)} if is_outside else {}
        assert outside(ws, one.value) == expected

    @pytest.mark.parametrize(
        ("sender", "day", "comes_after"),
        [
            ("agencies", "2027-12-20", False),
            ("agencies", "2027-12-21", True),
            ("communes", "2027-12-21", True),
            ("partners", "2027-12-21", True),
        ],
    )
    def test_of_senders_come_before_that_of_who_sums_up(
        self,
        bench: Bench,
        sender: str,
        day: str,
        comes_after: bool,  # noqa: FBT001
    ) -> None:
        text = f'id: "2027"\nsend_by: {{{sender}: {day}, focal-to-ubnd: 2027-12-20}}\n'
        found = before_senders(self.round(bench, text))
        assert found == ({("send_by", sender): date.fromisoformat(day)} if comes_after else {})

    def test_of_senders_are_free_while_nobody_sums_up(self, bench: Bench) -> None:
        assert (
            before_senders(self.round(bench, 'id: "2027"\nsend_by: {agencies: 2027-12-21}\n')) == {}
        )
