"""KH317 to KH321 beyond the examples of their pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from kehoach_cli.diagnostics import Diagnostic

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

PLAN = "data/plans/mau"
DECISIONS = f"{PLAN}/decisions.yaml"
ZEROS = "0" * 64


def of(found: list[Diagnostic], code: str) -> list[Diagnostic]:
    return [one for one in found if one.code == code]


def proposal(own_id: str = "dx-1") -> dict[str, str]:
    return {
        f"{PLAN}/progress/2026/so-yt.yaml": (
            'sender: so-yt\nperiod: "2026"\nreported: 2026-12-10\n'
            f"proposals: [{{id: {own_id}, kind: task, title: Hồ sơ số}}]\n"
        )
    }


def tasks(source: str) -> dict[str, str]:
    row = f"{{id: moi, kind: proposal, source: {source}, title: Hồ sơ số, lead: so-yt}}"
    return {f"{PLAN}/tasks.yaml": f"annex: {{title: DANH MỤC}}\ntasks:\n  - {row}\n"}


@pytest.mark.parametrize(
    ("decision", "source", "words"),
    [
        ("outcome: accepted, task: moi", "{clause: II.1}", ["ghi thành nhiệm vụ moi"]),
        ("outcome: accepted", "{proposal: dx-1}", []),
        ("outcome: declined, reason: R", "{proposal: dx-1}", ["chưa được chấp thuận"]),
        ("outcome: accepted, task: khong-co", "{clause: II.1}", []),
    ],
)
def test_a_proposal_and_its_task_point_at_each_other(
    find_in: FindIn, decision: str, source: str, words: list[str]
) -> None:
    files = {
        **proposal(),
        **tasks(source),
        DECISIONS: f"proposals: [{{proposal: dx-1, {decision}}}]\n",
    }
    found = of(find_in(files), "KH317")
    assert [part in one.message for one, part in zip(found, words, strict=True)] == [True] * len(
        words
    )


def test_the_last_decision_counts(find_in: FindIn) -> None:
    lines = "  - {proposal: dx-1, outcome: deferred}\n  - {proposal: dx-1, outcome: accepted}\n"
    (one,) = of(find_in({**proposal(), DECISIONS: f"proposals:\n{lines}"}), "KH317")
    assert one.span.line == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "proposals: [{proposal: dx-2, outcome: deferred}]\n",
            "không có đề xuất nào mang mã «dx-2»",
        ),
        (
            "difficulties: [{difficulty: kk-9, state: answered, date: 2027-01-01}]\n",
            "không có khó khăn, vướng mắc nào mang mã «kk-9»",
        ),
    ],
)
def test_a_decision_on_something_unknown(find_in: FindIn, text: str, message: str) -> None:
    (one,) = of(find_in({**proposal(), DECISIONS: text}), "KH101")
    assert one.message == message


def test_a_letter_that_follows_an_unknown_one(find_in: FindIn) -> None:
    text = "- {id: cv-2, kind: don-doc, date: 2027-06-01, to: [so-yt], follows: cv-1}\n"
    (one,) = of(find_in({f"{PLAN}/letters.yaml": text}), "KH101")
    assert one.message == "không có công văn nào trong sổ mang mã «cv-1»"


def test_two_letters_of_one_id(find_in: FindIn) -> None:
    text = "- {id: cv-1, kind: dinh-chinh, date: 2027-06-01, to: [so-yt]}\n" * 2
    (one,) = of(find_in({f"{PLAN}/letters.yaml": text}), "KH102")
    assert one.message == "mã «cv-1» đã dùng cho một công văn khác"


@pytest.mark.parametrize(
    ("settings", "to", "words"),
    [
        ("", "to: so-tc", ["đã 40 ngày chưa được Sở Tài chính trả lời"]),
        ("", "to: null", ["đã 40 ngày chưa được Sở KH&CN trả lời"]),
        ("answer_within_days: 40", "to: so-tc", []),
        ("answer_within_days: 39", "to: so-tc", ["đã 40 ngày"]),
        ("answer_within_days: nhiều", "to: null", ["đã 40 ngày chưa được trả lời"]),
    ],
)
def test_how_long_a_difficulty_may_wait(
    find_in: FindIn, settings: str, to: str, words: list[str]
) -> None:
    report = (
        "sender: so-yt\nperiod: 2027-q2\nreported: 2027-05-21\n"
        f"difficulties: [{{id: kk-1, text: Thiếu định mức, {to}}}]\n"
    )
    head = (
        "schema: 1\nprovince: {name: Mẫu, code: '00', place: Mẫu}\n"
        "focal: so-khcn\nissuer: ubnd-tinh\n"
    )
    files = {f"{PLAN}/progress/2027-q2/so-yt.yaml": report, "kehoach.yaml": head + settings + "\n"}
    found = of(find_in(files), "KH319")
    assert [part in one.message for one, part in zip(found, words, strict=True)] == [True] * len(
        words
    )


@pytest.mark.parametrize(
    ("senders", "words"),
    [
        ("", "nhưng báo cáo đã thay đổi"),
        (f"[{{sender: so-tc, fingerprint: {ZEROS}}}]", "báo cáo của Sở Tài chính, Sở Y tế đã"),
        (
            f"[{{sender: so-yt, fingerprint: {'1' * 64}}}]",
            "báo cáo của Sở Y tế đã thay đổi",
        ),
    ],
)
def test_a_closed_period_names_whose_report_differs(
    find_in: FindIn, senders: str, words: str
) -> None:
    text = f'- {{period: "2026", closed: 2026-12-20, fingerprint: {ZEROS}'
    text += f", senders: {senders}}}\n" if senders else "}\n"
    (one,) = of(find_in({**proposal(), f"{PLAN}/closings.yaml": text}), "KH320")
    assert words in one.message


def test_a_closed_period_names_five_at_most(find_in: FindIn) -> None:
    names = [f"{{sender: so-{number}, fingerprint: {ZEROS}}}" for number in range(7)]
    receipt = '- {period: "2026", sender: so-yt, received: 2026-12-10, how: scan}\n'
    files = {
        f"{PLAN}/receipts.yaml": receipt,
        f"{PLAN}/closings.yaml": (
            f'- {{period: "2026", closed: 2026-12-20, fingerprint: {ZEROS}, '
            f"senders: [{', '.join(names)}]}}\n"
        ),
    }
    (one,) = of(find_in(files), "KH320")
    assert "và 3 nơi khác" in one.message
    assert [place.span.file for place in one.related] == [f"{PLAN}/receipts.yaml"]


def test_a_fingerprint_that_does_not_fit_those_of_its_senders(find_in: FindIn) -> None:
    files = {
        f"{PLAN}/progress/2026/so-yt.yaml": (
            'sender: so-yt\nperiod: "2026"\nreported: 2026-12-10\n'
            "proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]\n"
        ),
        f"{PLAN}/closings.yaml": (
            f'- period: "2026"\n  closed: 2026-12-20\n  fingerprint: "{ZEROS}"\n  senders:\n'
            "    - sender: so-yt\n      fingerprint: "
            "17f726da1be11051bb04574f1c8c64cab1e760fb28bbb3c31c97a7c9421e8524\n"
        ),
    }
    (one,) = of(find_in(files), "KH320")
    assert "không khớp nhau" in one.message


def test_the_last_closing_of_a_period_counts(find_in: FindIn) -> None:
    closing = f'- {{period: "2026", closed: 2026-12-20, fingerprint: {ZEROS}'
    again = "  # kỳ không có báo cáo nào\n"
    reopened = ", reopened: {date: 2027-01-05, document: {number: 8/UBND-TH}, reason: R}}\n"
    text = f"{closing}}}\n{again}{closing}{reopened}"
    assert not of(find_in({**proposal(), f"{PLAN}/closings.yaml": text}), "KH320")


def test_a_letter_to_many_names_six(find_in: FindIn) -> None:
    units = "".join(f"- {{id: xa-{n}, name: UBND xã {n}, kind: commune}}\n" for n in range(8))
    text = (
        "- {id: cv-1, kind: lay-y-kien, date: 2027-06-01, to: [cac-xa], answer_due: 2027-06-20}\n"
    )
    files = {"data/communes.yaml": units, f"{PLAN}/letters.yaml": text}
    (one,) = of(find_in(files), "KH321")
    assert "công văn cv-1 có hạn trả lời ngày 20/6/2027, còn 10 nơi" in one.message
    assert one.message.endswith("và 4 nơi khác")


def test_old_records_may_name_an_agency_of_their_day(find_in: FindIn) -> None:
    files = {
        f"{PLAN}/receipts.yaml": (
            '- {period: "2025", sender: so-cu, received: 2025-01-10, how: scan}\n'
        ),
        f"{PLAN}/letters.yaml": "- {id: cv-1, kind: don-doc, date: 2025-03-01, to: [so-cu]}\n",
    }
    found = of(find_in(files), "KH103")
    assert [one.span.file for one in found] == [f"{PLAN}/letters.yaml"]
