"""Letters that went out: who has answered, who is waited for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.progress import LetterRow, letter_rows

if TYPE_CHECKING:
    from tests.progress.conftest import Bench

LETTERS = "data/plans/p/letters.yaml"
RECEIPTS = "data/plans/p/receipts.yaml"
ASKED = "kind: lay-y-kien, answer_due: 2027-12-19"


def only(
    bench: Bench, letter: str, files: dict[str, str] | None = None, on: str = "2027-12-20"
) -> LetterRow:
    text = f"- {{id: l, date: 2027-12-01, {letter}}}\n"
    ws = bench.load(files={LETTERS: text, **(files or {})})
    (row,) = letter_rows(ws, date.fromisoformat(on))
    return row


@pytest.mark.parametrize(
    ("letter", "waiting"),
    [
        ("kind: lay-y-kien, to: [hai-so]", ()),
        (f"{ASKED}, to: [hai-so]", ("so-a", "so-b")),
        (
            f"{ASKED}, to: [hai-so], answered: [{{by: so-a, date: 2027-12-10}}]",
            ("so-b",),
        ),
        (
            f"{ASKED}, to: [so-a], answered: [{{by: so-a, date: 2027-12-21}}]",
            ("so-a",),
        ),
        (
            f"{ASKED}, to: [doi-tac], answered: [{{by: doi-tac-tinh, date: 2027-12-10}}]",
            (),
        ),
        ("kind: de-nghi-bao-cao, to: [hai-so]", ("so-a", "so-b")),
    ],
)
def test_who_is_waited_for(bench: Bench, letter: str, waiting: tuple[str, ...]) -> None:
    assert only(bench, letter).waiting == waiting


def test_a_draft_has_not_gone_out(bench: Bench) -> None:
    ws = bench.load(files={LETTERS: "- {id: l, kind: de-nghi-bao-cao, to: [hai-so]}\n"})
    assert letter_rows(ws, date(2027, 12, 20)) == ()


def test_a_report_or_a_receipt_answers_a_letter_that_asks_for_reports(bench: Bench) -> None:
    letter = 'kind: don-doc, to: [hai-so, xa-x, so-moi], period: "2027", answer_due: 2027-12-18'
    files = {
        **bench.said(on="2027-12-10"),
        RECEIPTS: "- {period: 2027-q4, sender: so-b, received: 2027-12-11, how: scan}\n"
        '- {period: "2027", sender: xa-x, received: 2027-12-11, how: scan,'
        " sent_back: {date: 2027-12-12, reason: R}}\n"
        '- {period: "2026", sender: so-moi, received: 2026-12-11, how: scan}\n',
    }
    row = only(bench, letter, files)
    assert (row.answered, row.waiting) == (("so-a", "so-b"), ("xa-x", "so-moi"))
    assert row.is_past_due


@pytest.mark.parametrize(
    ("on", "standing"), [("2027-12-19", (0, False)), ("2027-12-20", (-1, True))]
)
def test_the_day_to_answer_by_counts(bench: Bench, on: str, standing: tuple[int, bool]) -> None:
    row = only(bench, f"{ASKED}, to: [so-a]", on=on)
    assert (row.days_left, row.is_past_due) == standing


def test_a_letter_of_a_later_day_is_not_out_yet(bench: Bench) -> None:
    text = "- {id: l, kind: don-doc, date: 2027-12-21, to: [so-a]}\n"
    assert letter_rows(bench.load(files={LETTERS: text}), date(2027, 12, 20)) == ()
