"""Who may change what: every cell of the table is tried, and the page shows the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.rights import FOREIGN, RIGHTS, Right, Rights, rights_table
from kehoach_cli.rules.run import worded
from kehoach_cli.source.edit import Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import load

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "workspaces" / "base"
HERE = "data/plans/mau"
TASKS, PLAN = f"{HERE}/tasks.yaml", f"{HERE}/plan.yaml"
SENDER = "so-tc"
REPORT = f"{HERE}/progress/2027/{SENDER}.yaml"
OTHER = f"{HERE}/progress/2027/so-yt.yaml"
CLOSED = f"- {{period: '2027', closed: 2027-12-17, fingerprint: {'0' * 64}}}\n"
REOPENED = (
    f"- {{period: '2027', closed: 2027-12-17, fingerprint: {'0' * 64}, reopened: "
    "{date: 2028-01-05, document: {number: 8/UBND-TH, date: 2028-01-05}, reason: Bổ sung}}\n"
)
EXTENSION = "- {task: pl-1, due: Quý I/2028, reason: Chờ, granted: {number: 1/UBND-TH}}\n"
AMENDED = (
    "- {id: sd-1, kind: amend, number: 44/KH-UBND, date: 2027-03-09, "
    "changes: [{clause: Phụ lục, old: Cũ, new: Kho dữ liệu mở}]}\n"
)

Files = dict[str, bytes]


@cache
def base() -> Files:
    return {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in BASE.rglob("*")
        if path.is_file()
    }


def typed(file: str, *operations: Operation) -> Files:
    return {file: edit(base()[file].decode(), file, operations).encode()}


def report(sender: str) -> bytes:
    return (
        f'sender: {sender}\nperiod: "2027"\nreported: 2027-06-20\nnothing_to_report: true\n'
    ).encode()


def held(file: str, text: str) -> Files:
    return {f"{HERE}/{file}": text.encode()}


DRAFT = typed(PLAN, Set(("state",), "draft"))
NEW_TITLE = Set(("tasks", 2, "title"), "Kho dữ liệu mở")
NEW_DUE = Set(("tasks", 2, "due"), "Quý I/2028")
SET_BY = Set(("tasks", 2, "due_set_by"), {"number": "300/UBND-TH", "date": "2027-05-04"})

TRIED: dict[str, tuple[Files, Files, Files]] = {
    "draft": (DRAFT, typed(TASKS, NEW_TITLE, NEW_DUE), {}),
    "issued-text": ({}, typed(TASKS, NEW_TITLE), held("amendments.yaml", AMENDED)),
    "issue": ({}, typed(PLAN, Set(("date",), "2026-05-10")), held("amendments.yaml", AMENDED)),
    "due": ({}, typed(TASKS, NEW_DUE), typed(TASKS, NEW_DUE, SET_BY)),
    "follow-up": ({}, typed(TASKS, Set(("tasks", 2, "note"), "Đã họp")), {}),
    "records": (
        held("extensions.yaml", EXTENSION),
        held("extensions.yaml", EXTENSION.replace("Chờ", "Bỏ")),
        held("amendments.yaml", AMENDED),
    ),
    "closed-period": (
        held("closings.yaml", CLOSED),
        {REPORT: report(SENDER)},
        held("closings.yaml", REOPENED),
    ),
    "open-period": ({}, {REPORT: report(SENDER)}, {}),
    "evidence": ({}, held("evidence/moi.txt", "Minh chứng"), {}),
    "registers": (
        {},
        typed("data/agencies.yaml", Set((0, "aliases"), ["Uỷ ban"])),
        {},
    ),
}
"""Part → files before, files as changed, files of the record that would allow it."""


def codes(old: Files, new: Files, sender: str | None = None) -> set[str]:
    before, after = base() | old, base() | old | new
    touched = [(path, "M" if path in before else "A") for path in after if path in new]
    faults = refusals(load(BASE, before), load(BASE, after), touched, sender)
    return {one.code for one in worded(faults)}


def test_a_title_that_only_grows_is_shown_where_it_grows() -> None:
    long = "Triển khai hợp tác chuyển đổi số giai đoạn 2026 - 2030 trên địa bàn toàn tỉnh"
    old, new = (typed(PLAN, Set(("title",), said)) for said in (long, f"{long} và xã"))
    before, after = base() | old, base() | new
    faults = refusals(load(BASE, before), load(BASE, after), [(PLAN, "M")], None)
    (found,) = worded(faults)
    assert found.message.count("và xã") == 1


def test_every_part_is_tried() -> None:
    assert set(TRIED) == {one.name for one in RIGHTS}


@pytest.mark.parametrize("row", RIGHTS, ids=lambda row: str(row.name))
class TestCells:
    def test_focal_agency(self, row: Rights) -> None:
        old, new, record = TRIED[row.name]
        alone, allowed = codes(old, new), codes(old, new | record)
        assert alone == (set() if row.focal == "free" else {row.code})
        if row.focal in {"document", "reopening"}:
            assert allowed == set()
        if row.focal == "never":
            assert row.code in allowed

    def test_sender(self, row: Rights) -> None:
        old, new, _ = TRIED[row.name]
        found = codes(old, new, SENDER)
        assert bool(found) == (row.sender == "never")
        assert found <= {FOREIGN, row.code}


NARROW: dict[Right, Callable[[], set[str]]] = {
    "own": lambda: codes({}, {OTHER: report("so-yt")}, SENDER),
    "new": lambda: codes(held("evidence/cu.txt", "Cũ"), held("evidence/cu.txt", "Khác"), SENDER),
}


@pytest.mark.parametrize("right", NARROW)
def test_what_a_sender_may_only_do_to_its_own_or_anew(right: Right) -> None:
    assert any(row.sender == right for row in RIGHTS)
    assert NARROW[right]() == {FOREIGN}


def test_a_file_outside_the_workspace_is_not_a_senders() -> None:
    faults = refusals(load(BASE), load(BASE), [("../README.md", "M")], SENDER)
    assert [one.code for one in worded(faults)] == [FOREIGN]


def test_a_task_cannot_be_hidden_by_breaking_its_file() -> None:
    broken = base()[TASKS] + b"  - {id: x\n"
    assert codes({}, {TASKS: broken})


def test_a_reconstructed_text_may_become_the_signed_one() -> None:
    old = typed(PLAN, Set(("text",), "reconstructed"))
    title = Set(("title",), "Triển khai hợp tác theo bản đã ký")
    new = {PLAN: edit(base()[PLAN].decode(), PLAN, [title]).encode()}
    assert codes(old, new) == set()
    assert codes({}, new) == {"KH536"}


def test_a_signed_text_is_not_made_a_reconstructed_one() -> None:
    """Else the next change could put any other text in its place."""
    again = typed(PLAN, Set(("text",), "reconstructed"))
    assert codes({}, again) == {"KH536"}
    assert codes({}, again | held("amendments.yaml", AMENDED)) == {"KH536"}


def test_a_plan_cannot_be_taken_away_or_made_a_draft_again() -> None:
    assert codes({}, typed(PLAN, Set(("state",), "draft"))) == {"KH536"}
    assert codes({}, typed(PLAN, Set(("state",), "ended"))) == set()


def test_a_task_of_a_conclusion_cannot_be_taken_away() -> None:
    given: Data = {"type": "Thông báo", "number": "20/TB-UBND", "date": "2027-01-04"}
    path = ("tasks", 2)
    operations = (Set((*path, "kind"), "conclusion"), Set((*path, "source"), {"document": given}))
    old = typed(TASKS, *operations) | DRAFT
    gone = edit(old[TASKS].decode(), TASKS, [Remove(path)]).encode()
    assert codes(old, {TASKS: gone}) == {"KH216"}
    moved = edit(old[TASKS].decode(), TASKS, [NEW_DUE]).encode()
    assert codes(old, {TASKS: moved}) == {"KH216"}


def test_the_page_shows_the_table() -> None:
    assert rights_table() in (ROOT / "docs" / "quyen-sua.md").read_text(encoding="utf-8")


def test_a_promise_changes_only_as_the_amendment_says() -> None:
    file = "data/partners/doi-tac.yaml"
    new = typed(file, Set(("commitments", 0, "parts", 0), "cử hai đầu mối"))
    said = AMENDED.replace("Kho dữ liệu mở", "'Nội dung cam kết: cử hai đầu mối'")
    assert codes({}, new) == {"KH536"}
    assert codes({}, new | held("amendments.yaml", AMENDED)) == {"KH536"}
    assert codes({}, new | held("amendments.yaml", said)) == set()
