"""The register of what was handed in, and what it means for who has reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.status import OVERDUE, SILENT
from kehoach_cli.progress import REGISTER_STATES, Progress, Sender

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

RECEIPTS = "data/plans/p/receipts.yaml"
ROUND = {
    "data/periods/2027.yaml": """
        id: "2027"
        send_by: {agencies: 2027-12-16, communes: 2027-12-18, partners: 2027-12-20}
        """
}


def record(received: str, more: str = "how: document", sender: str = "so-a") -> str:
    return f'- {{period: "2027", sender: {sender}, received: {received}, {more}}}\n'


def sender(progress: Progress, actor: str = "so-a") -> Sender:
    return next(one for one in progress.senders if one.id == actor)


def after(bench: Bench, *records: str, on: str = "2027-12-31") -> Sender:
    files = {**ROUND, RECEIPTS: "".join(records) or "[]"}
    return sender(bench.progress(bench.task(), files=files, on=on))


class TestState:
    @pytest.mark.parametrize(
        ("records", "state", "receipt"),
        [
            ([], "not-sent", "missing"),
            ([record("2027-12-16")], "signed", "untyped"),
            ([record("2027-12-16", "how: scan")], "signed", "untyped"),
            ([record("2027-12-16", "how: scan, signed: false")], "soft-copy", "untyped"),
            ([record("2027-12-16", "how: form")], "soft-copy", "untyped"),
            ([record("2027-12-16", "how: form, signed: true")], "signed", "untyped"),
            ([record("2027-12-17")], "sent-late", "untyped"),
            ([record("2027-12-16", "how: nothing")], "soft-copy", "nothing-to-report"),
            (
                [record("2027-12-16", "how: nothing, number: 5/SA")],
                "signed",
                "nothing-to-report",
            ),
            (
                [record("2027-12-15", "how: form"), record("2027-12-20")],
                "signed",
                "untyped",
            ),
            (
                [record("2027-12-15", "how: form, sent_back: {date: 2027-12-16, reason: R}")],
                "sent-back",
                "returned",
            ),
            (
                [
                    record("2027-12-15", "how: form, sent_back: {date: 2027-12-16, reason: R}"),
                    record("2027-12-18"),
                ],
                "sent-late",
                "untyped",
            ),
            ([record("2028-01-01")], "not-sent", "missing"),
        ],
    )
    def test_follows_from_what_came(
        self, bench: Bench, records: list[str], state: str, receipt: str
    ) -> None:
        found = after(bench, *records)
        assert (found.register.code, found.receipt.code) == (state, receipt)

    def test_a_record_is_not_sent_back_before_the_day(self, bench: Bench) -> None:
        back = record("2027-12-15", "how: nothing, sent_back: {date: 2027-12-20, reason: R}")
        assert after(bench, back, on="2027-12-19").receipt.code == "nothing-to-report"
        assert after(bench, back, on="2027-12-20").receipt.code == "returned"

    def test_nobody_is_late_where_no_day_is_set(self, bench: Bench) -> None:
        files = {RECEIPTS: record("2028-02-01")}
        found = sender(bench.progress(bench.task(), files=files, on="2028-03-01"))
        assert (found.register.code, found.send_by) == ("signed", None)

    @pytest.mark.parametrize(
        ("lead", "received", "days_late"),
        [("so-a", "2027-12-19", 3), ("xa-x", "2027-12-19", 1), ("doi-tac", "2027-12-19", 0)],
    )
    def test_the_day_to_send_by_depends_on_who_sends(
        self, bench: Bench, lead: str, received: str, days_late: int
    ) -> None:
        files = {**ROUND, RECEIPTS: record(received, sender=lead)}
        found = sender(bench.progress(bench.task(lead=lead), files=files, on="2027-12-31"), lead)
        assert [one.days_late for one in found.arrivals] == [days_late]


class TestProgressFile:
    def test_without_a_record_it_came_on_the_day_of_its_report(self, bench: Bench) -> None:
        files = {**ROUND, **bench.said("t in-progress", on="2027-12-17")}
        found = sender(bench.progress(bench.task(), files=files, on="2027-12-31"))
        assert (found.register.code, found.receipt.code) == ("sent-late", "reported")
        assert [one.record for one in found.arrivals] == [None]

    def test_with_its_document_s_number_it_is_signed(self, bench: Bench) -> None:
        more = "document: {number: 5/BC-SA, date: 2027-12-10}"
        files = bench.said("t in-progress", more=more)
        found = sender(bench.progress(bench.task(), files=files))
        assert (found.register.code, found.number) == ("signed", "5/BC-SA")

    def test_the_record_tells_of_it(self, bench: Bench) -> None:
        files = {
            **bench.said("t in-progress"),
            RECEIPTS: record("2027-12-11", "how: form, number: 6/SA"),
        }
        found = sender(bench.progress(bench.task(), files=files))
        assert [one.number for one in found.arrivals] == ["6/SA"]
        assert (found.receipt.code, found.number) == ("reported", "6/SA")

    def test_made_again_after_it_was_sent_back_it_has_come(self, bench: Bench) -> None:
        back = record("2027-12-05", "how: form, sent_back: {date: 2027-12-06, reason: R}")
        files = {**bench.said("t in-progress"), RECEIPTS: back}
        found = sender(bench.progress(bench.task(), files=files))
        assert (found.receipt.code, len(found.arrivals)) == ("reported", 2)

    def test_that_was_sent_back_has_not_come(self, bench: Bench) -> None:
        back = record("2027-12-11", "how: form, sent_back: {date: 2027-12-12, reason: R}")
        progress = bench.progress(
            bench.task(), files={**bench.said("t in-progress"), RECEIPTS: back}
        )
        assert sender(progress).receipt.code == "returned"
        assert [one.id for one in progress.missing] == ["so-a"]


class TestNothing:
    def test_counts_as_a_report_without_a_file(self, bench: Bench) -> None:
        files = {RECEIPTS: record("2027-12-10", "how: nothing, number: 9/SA")}
        progress = bench.progress(bench.task(), files=files)
        (item,) = progress.items
        assert item.state is OVERDUE
        assert progress.missing == ()
        assert sender(progress).number == "9/SA"

    def test_says_nothing_beside_a_file(self, bench: Bench) -> None:
        files = {**bench.said("x in-progress"), RECEIPTS: record("2027-12-12", "how: nothing")}
        progress = bench.progress(bench.task(), files=files)
        assert progress.items[0].state is SILENT
        assert len(progress.reports) == 1


def test_the_register_counts_everybody_who_must_report_once(bench: Bench) -> None:
    files = {**ROUND, RECEIPTS: record("2027-12-10") + record("2027-12-10", sender="so-moi")}
    progress = bench.progress(
        bench.task(lead="hai-so"), bench.task("u", lead="xa-x"), files=files, on="2027-12-31"
    )
    assert list(progress.register) == list(REGISTER_STATES)
    assert {state.code: count for state, count in progress.register.items() if count} == {
        "not-sent": 2,
        "signed": 1,
    }
    assert sum(progress.register.values()) == sum(one.must_report for one in progress.senders)
    assert [one.id for one in progress.senders if not one.must_report] == ["so-moi"]
    assert sender(progress, "so-moi").reported is not None


def test_a_year_takes_what_came_for_its_quarters(bench: Bench) -> None:
    files = {
        RECEIPTS: "- {period: 2027-q1, sender: so-a, received: 2027-03-16, how: document}\n"
        "- {period: 2026-q1, sender: so-b, received: 2026-03-16, how: document}\n"
    }
    progress = bench.progress(bench.task(lead="hai-so"), files=files)
    assert [one.register.code for one in progress.senders] == ["signed", "not-sent"]
