"""Which period is reported on, on a day on which nobody names one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.progress.current_round import period_to_report

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

HASH = "0" * 64
CLOSINGS = "data/plans/p/closings.yaml"
YEAR = """
    id: "2027"
    guide: {number: 1/SA, date: 2027-11-15}
    send_by: {focal-to-ubnd: 2027-12-20}
    """
HALF = """
    id: 2027-h1
    guide: {number: 2/SA, date: 2027-06-01}
    """


def closed(*periods: str, more: str = "") -> dict[str, str]:
    lines = [
        f'- {{period: "{one}", closed: 2027-12-18, fingerprint: {HASH}{more}}}\n' for one in periods
    ]
    return {CLOSINGS: "".join(lines)}


def reported_on(bench: Bench, day: str, **files: str) -> str:
    found = {
        f"data/periods/{name[1:].replace('_', '-')}.yaml": text for name, text in files.items()
    }
    return period_to_report(bench.load(files=found), date.fromisoformat(day)).id


class TestWithoutARound:
    @pytest.mark.parametrize(
        ("day", "period"),
        [
            ("2027-12-14", "2027"),
            ("2027-12-20", "2027"),
            ("2027-12-31", "2027"),
            ("2028-01-01", "2028"),
            ("2026-12-15", "2026"),
        ],
    )
    def test_the_year_that_ended_is_reported_until_the_next_begins(
        self, bench: Bench, day: str, period: str
    ) -> None:
        assert reported_on(bench, day) == period

    def test_the_last_year_of_the_calendar_has_no_next(self, bench: Bench) -> None:
        assert reported_on(bench, "2199-12-20") == "2199"


class TestWithRounds:
    def test_a_closing_day_in_january_belongs_to_its_year(self, bench: Bench) -> None:
        moved = "{id: '2027', closing: 2028-01-10}\n"
        assert reported_on(bench, "2028-01-05", _2027=moved) == "2027"

    def test_it_is_the_one_whose_reporting_began_last(self, bench: Bench) -> None:
        rounds = {"_2027": YEAR, "_2027_h1": HALF}
        for day, period in (
            ("2027-05-31", "2027-h1"),
            ("2027-06-20", "2027-h1"),
            ("2027-11-14", "2027-h1"),
            ("2027-11-15", "2027"),
            ("2027-12-20", "2027"),
            ("2028-01-20", "2027"),
        ):
            assert reported_on(bench, day, **rounds) == period, day

    def test_opened_without_a_letter_the_first_to_end_is_reported_on(self, bench: Bench) -> None:
        rounds = {"_2027": "{id: '2027'}\n", "_2027_h1": "{id: 2027-h1}\n"}
        assert reported_on(bench, "2027-03-01", **rounds) == "2027-h1"
        assert reported_on(bench, "2027-06-20", **rounds) == "2027-h1"
        assert reported_on(bench, "2027-12-14", **rounds) == "2027"

    def test_of_those_the_shorter_may_have_begun_later(self, bench: Bench) -> None:
        rounds = {"_2027": "{id: '2027'}\n", "_2027_q3": "{id: 2027-q3}\n"}
        assert reported_on(bench, "2027-09-01", **rounds) == "2027-q3"

    def test_a_round_that_just_began_waits_for_the_year_that_ended(self, bench: Bench) -> None:
        assert reported_on(bench, "2026-12-20", _2027="{id: '2027'}\n") == "2026"
        assert reported_on(bench, "2027-01-02", _2027="{id: '2027'}\n") == "2027"

    def test_a_round_of_next_year_is_not_reported_on_yet(self, bench: Bench) -> None:
        assert reported_on(bench, "2027-10-01", _2028="{id: '2028'}\n") == "2027"

    @pytest.mark.parametrize(
        ("more", "day", "period"),
        [
            ("", "2027-12-20", "2027"),
            ("", "2027-12-21", "2027"),
            ("", "2028-01-02", "2028"),
            (
                ", reopened: {date: 2027-12-22, document: {number: 3/SA}, reason: Sửa}",
                "2028-01-02",
                "2027",
            ),
        ],
    )
    def test_closed_it_is_reported_on_until_the_report_is_due(
        self, bench: Bench, more: str, day: str, period: str
    ) -> None:
        ws = bench.load(files={"data/periods/2027.yaml": YEAR, **closed("2027", more=more)})
        assert period_to_report(ws, date.fromisoformat(day)).id == period

    def test_a_longer_closing_finishes_what_lies_in_it(self, bench: Bench) -> None:
        files = {"data/periods/2027-h1.yaml": HALF, **closed("2027")}
        assert period_to_report(bench.load(files=files), date(2028, 1, 2)).id == "2028"
