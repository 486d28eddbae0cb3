"""A fingerprint changes when the content does, and only then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.report import Report
from kehoach_cli.model.status import STATUSES
from kehoach_cli.progress.fingerprint import content_of, fingerprint_of, sender_fingerprints

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

REPORT = "data/plans/p/progress/2027/so-a.yaml"
RECEIPTS = "data/plans/p/receipts.yaml"
PLAIN = """
    sender: so-a
    period: "2027"
    reported: 2027-12-10
    tasks:
      - {task: t, status: done, done_on: 2027-12-01, spent: 800 triệu đồng, result: Đã xong việc}
"""


def prints(bench: Bench, files: dict[str, str], period: str = "2027") -> dict[str, str]:
    ws = bench.load(bench.task(), files=files)
    return sender_fingerprints(ws, ws.folders[0], period)


class TestContent:
    @pytest.mark.parametrize(
        "text",
        [
            PLAIN.replace("2027-12-10", "10/12/2027"),
            PLAIN.replace("800 triệu đồng", "800000000 đồng"),
            PLAIN.replace("sender: so-a", "# đã đối chiếu\n    sender: so-a"),
            PLAIN + "    nothing_to_report: false\n    difficulties: []\n",
            PLAIN.replace("Đã xong việc", '"Đã  xong việc"'),
            PLAIN.replace("{task: t, status: done, ", "{status: done, task: t, "),
        ],
    )
    def test_typed_otherwise_is_the_same(self, bench: Bench, text: str) -> None:
        assert prints(bench, {REPORT: PLAIN}) == prints(bench, {REPORT: text})

    @pytest.mark.parametrize(
        "text",
        [
            PLAIN.replace("2027-12-10", "2027-12-11"),
            PLAIN.replace("800", "801"),
            PLAIN.replace("xong việc", "xong"),
            PLAIN.replace("status: done", "status: in-progress"),
            PLAIN + "    integrated: Chương trình công tác\n",
            PLAIN.replace("reported: 2027-12-10", "reported: không rõ"),
        ],
    )
    def test_that_differs_changes_it(self, bench: Bench, text: str) -> None:
        assert prints(bench, {REPORT: PLAIN}) != prints(bench, {REPORT: text})

    def test_of_receipts_counts_too_in_any_order(self, bench: Bench) -> None:
        one = '- {period: "2027", sender: so-a, received: 2027-12-10, how: form}\n'
        two = "- {period: 2027-q1, sender: so-a, received: 2027-03-10, how: scan}\n"
        assert prints(bench, {RECEIPTS: one + two}) == prints(bench, {RECEIPTS: two + one})
        assert prints(bench, {RECEIPTS: one + two}) != prints(bench, {RECEIPTS: one})


class TestPeriod:
    def test_takes_the_periods_inside_it(self, bench: Bench) -> None:
        files = {**bench.said(period="2027-q1"), **bench.said(period="2026", sender="so-b")}
        assert list(prints(bench, files)) == ["so-a"]
        assert list(prints(bench, files, "2027-q1")) == ["so-a"]
        assert prints(bench, files, "2027-q2") == {}

    def test_that_does_not_exist_has_nothing(self, bench: Bench) -> None:
        assert prints(bench, bench.said(), "2027-q9") == {}

    def test_has_a_fingerprint_of_its_own(self) -> None:
        ours = {"so-a": "1", "so-b": "2"}
        assert fingerprint_of(ours) == fingerprint_of({"so-b": "2", "so-a": "1"})
        assert fingerprint_of(ours) != fingerprint_of({"so-a": "2", "so-b": "1"})
        assert len(fingerprint_of({})) == 64


entries = st.fixed_dictionaries(
    {"task": st.sampled_from(["t", "u"]), "status": st.sampled_from(list(STATUSES))},
    optional={
        "done_on": st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(str),
        "result": st.sampled_from(["Đã xong", "Đang làm"]),
        "percent": st.integers(0, 100).map(str),
    },
)
reports = st.fixed_dictionaries(
    {
        "sender": st.sampled_from(["so-a", "so-b"]),
        "period": st.just("2027"),
        "reported": st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(str),
    },
    optional={"tasks": st.lists(entries, max_size=3), "nothing_to_report": st.booleans()},
).map(Report.model_validate)


@given(reports, reports)
def test_content_is_the_same_exactly_where_the_reports_are(one: Report, other: Report) -> None:
    assert (content_of(one) == content_of(other)) == (one == other)
