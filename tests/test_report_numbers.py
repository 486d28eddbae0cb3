"""Every number of the Báo cáo, counted again from the items: prose, tables, JSON and workbook.

Nothing of the report's own views is used: states are counted one by one, and what is left of the
prose after all that is expected has been taken away must hold no digit.
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kehoach_cli.document.blocks import Paragraph, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.frame import Document
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.item_words import KIND_LABELS
from kehoach_cli.drafting.report_document import report_document
from kehoach_cli.drafting.status_view import status_json
from kehoach_cli.model.partner import Agreement
from kehoach_cli.model.plan import Task
from kehoach_cli.model.records import Letter
from kehoach_cli.model.register import Challenge
from kehoach_cli.model.status import DONE_LATE, ON_TIME, OVERDUE, SILENT, STATES
from kehoach_cli.progress import COMMITMENT_STATES, Assignment, Item, Progress, evaluate
from kehoach_cli.vn.money import with_unit
from kehoach_cli.workspace import load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[1]
WORKSPACES = {
    "examples": (ROOT / "examples", date(2027, 12, 20)),
    "every-state": (ROOT / "tests/workspaces/every-state", date(2027, 12, 14)),
}
DAY = r"\d{1,2}/\d{1,2}/\d{4}"
LABELS = {state.label: state for state in (*STATES, *COMMITMENT_STATES)}


@dataclass
class Told:
    """A report: its figures counted again, its prose without the words of the data, its tables."""

    progress: Progress
    document: Document

    @cached_property
    def tables(self) -> dict[str, Table]:
        return {one.name: one for one in self.document.blocks if isinstance(one, Table)}

    @cached_property
    def prose(self) -> str:
        """In small letters, without titles, dues, numbers of documents, days and years."""
        lines = [plain(one.inlines) for one in self.document.blocks if isinstance(one, Paragraph)]
        text = "\n".join(lines).lower()
        given = {one.lower() for one in self._given() if re.search(r"\d", one)}
        for one in sorted(given, key=len, reverse=True):
            text = re.sub(rf"(?<![\d/]){re.escape(one)}(?![\d/])", "…", text)
        text = re.sub(rf"số \S+(?= ngày {DAY})", "…", text)
        return re.sub(rf"{DAY}|\bnăm \d{{4}}", "…", text)

    def _given(self) -> Iterator[str]:
        for plan in self.progress.plans:
            yield plan.plan.value.title if plan.plan else plan.id
        for task in self.progress.workspace.of(Task):
            yield from (text.rstrip(".") for text in (task.value.title, task.value.due) if text)
        yield from (one.extension.value.due for one in self.tasks if one.extension)
        yield from (one.value.integrated for one in self.progress.reports if one.value.integrated)

    def take(self, pattern: str) -> list[tuple[int, ...]]:
        """The numbers of every place that the pattern finds, which is then taken away."""
        found = [
            tuple(int(one) for one in match.groups())
            for match in re.finditer(pattern, self.prose, re.MULTILINE)
        ]
        self.prose = re.sub(pattern, "…", self.prose, flags=re.MULTILINE)
        return found

    @property
    def tasks(self) -> list[Item]:
        return [one for one in self.progress.items if one.task]

    @property
    def given(self) -> list[Assignment]:
        return [one for item in self.tasks for one in item.assignments]

    @property
    def commitments(self) -> list[Item]:
        return [one for one in self.progress.items if one.commitment]

    @property
    def senders(self) -> set[str]:
        return {one.id for one in self.progress.senders if one.must_report}

    @property
    def silent(self) -> set[str]:
        asked = (one for one in self.progress.senders if one.must_report)
        return {one.id for one in asked if not one.receipt.has_come}

    @property
    def late(self) -> list[Item]:
        return [
            item for item in self.tasks if any(one.state is OVERDUE for one in item.assignments)
        ]

    @property
    def open_dated(self) -> list[Item]:
        return [
            one
            for one in self.tasks
            if one.last_day
            and one.last_day >= self.progress.day
            and (one.state.is_running or one.state is SILENT)
        ]

    def column(self, table: str, key: str, *, total: bool = False) -> list[str]:
        keys = [one.key for one in self.tables[table].columns] if table in self.tables else []
        if key not in keys:
            return []
        place = keys.index(key)
        rows = (row for row in self.tables[table].rows if not row.group and row.total is total)
        return [cell_text(row.cells[place]) for row in rows]


@pytest.fixture(
    scope="module", params=[(name, year) for name in WORKSPACES for year in (2026, 2027)]
)
def told(request: pytest.FixtureRequest) -> Told:
    name, year = request.param
    root, day = WORKSPACES[name]
    ws = load(root)
    progress = evaluate(ws, day, period=str(year))
    return Told(progress, report_document(ws, progress))


def states(items: Iterable[Item | Assignment]) -> Counter[str]:
    return Counter(one.state.label for one in items)


def percent(part: int, whole: int) -> str:
    share = Decimal(part * 100) / Decimal(whole) if whole else None
    if share is None:
        return "–"
    rounded = share.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return f"{rounded:f}".replace(".", ",")


def is_late(one: Item | Assignment) -> bool:
    return one.state is DONE_LATE


def test_every_number_of_the_prose(told: Told) -> None:
    _of_the_round(told)
    _of_all_tasks(told)
    _of_each_plan(told)
    _of_registers(told)
    _of_money(told)
    _of_late_ones_and_next_ones(told)
    _of_what_was_raised(told)
    assert re.findall(r".*\d.*", told.prose) == []


def _of_the_round(told: Told) -> None:
    expected, missing = len(told.senders), len(told.silent)
    come = expected - missing
    assert told.take(r"theo dõi (\d+) kế hoạch") == [(len(told.progress.plans),)]
    assert told.take(r"có (\d+) cơ quan, đơn vị, địa phương và đối tác phải") == [(expected,)]
    assert told.take(r", (\d+) đơn vị đã gửi báo cáo") == [(come,)]
    assert told.take(r"(\d+)/(\d+) đơn vị đã gửi báo cáo") == [(come, expected)]
    assert told.take(r"còn (\d+)/(\d+) đơn vị chưa gửi") == [(missing, expected)]
    assert told.take(r"đôn đốc (\d+) đơn vị chưa gửi") == [(missing,)]
    letters = {one.value.number: one.value for one in told.progress.workspace.of(Letter)}
    lines = (plain(one.inlines) for one in told.document.blocks if isinstance(one, Paragraph))
    sent = [line for line in lines if re.search(r"gửi \d+ nơi nhận", line)]
    numbers = [letters[line.split("số ")[1].split()[0]] for line in sent]
    assert told.take(r"gửi (\d+) nơi nhận") == [(len(one.to),) for one in numbers]


def _of_all_tasks(told: Told) -> None:
    tasks, counted = told.tasks, states(told.tasks)
    assert told.take(r"theo dõi (\d+) nhiệm vụ, trách nhiệm") == [(len(tasks),)]
    assert told.take(r"tương ứng (\d+) lượt giao") == [(len(told.given),)]
    kinds = Counter(KIND_LABELS[one.kind] for one in tasks)
    for label, count in kinds.items():
        assert told.take(rf"^(\d+) {label.lower()}[.;]$") == [(count,)]
    for label, count in counted.items():
        assert told.take(rf"^{label.lower()}: (\d+) nhiệm vụ[.;]$") == [(count,)]
    nobody = sum(not one.assignment_count for one in tasks)
    assert told.take(r"có (\d+) nhiệm vụ, trách nhiệm chưa xác định được") == [(nobody,)] * (
        nobody > 0
    )
    past = sum(one.state is SILENT and bool(one.is_past_by_plan) for one in tasks)
    assert told.take(r"có (\d+) nhiệm vụ đã qua thời hạn") == [(past,)] * (past > 0)
    done = sum(one.state.is_done for one in tasks)
    assert told.take(r"đã hoàn thành (\d+)/(\d+) nhiệm vụ") == [(done, len(tasks))]
    dated = [one for one in tasks if one.last_day]
    shares = [
        percent(sum(one.state is state for one in dated), len(dated))
        for state in (ON_TIME, DONE_LATE, OVERDUE)
    ]
    judged = done + sum(one.state is OVERDUE for one in tasks)
    assert re.findall(r"([\d,]+)%", told.prose) == [*shares, percent(done, judged)]
    told.prose = re.sub(r"[\d,]+%", "…", told.prose)
    assert told.take(r"\((\d+) nhiệm vụ\)") == [(len(dated),), (judged,)]


def _of_each_plan(told: Told) -> None:
    """«31 nhiệm vụ tại phụ lục: 07 hoàn thành đúng hạn; …», plan by plan and kind by kind."""
    said = re.findall(
        r"^(\d+) ([^:\n]+): ((?:\d+ [^;\n(.]+(?:; )?)+)(?:\(|\.)", told.prose, re.MULTILINE
    )
    shown = [
        (
            int(total),
            label,
            {words.strip(): int(n) for n, words in re.findall(r"(\d+) ([^;]+)", by)},
        )
        for total, label, by in said
    ]
    expected = []
    for plan in told.progress.plans:
        for kind, label in KIND_LABELS.items():
            own = [one for one in told.progress.items if (one.plan_id, one.kind) == (plan.id, kind)]
            if own:
                expected.append((len(own), label.lower(), dict(states(own))))
    assert shown == expected
    assert {words for _, _, by in shown for words in by} <= set(LABELS)
    told.prose = re.sub(r"^\d+ [^:\n]+: \d+ .*$", "…", told.prose, flags=re.MULTILINE)


def _of_registers(told: Told) -> None:
    agreements = [one.value for one in told.progress.workspace.of(Agreement)]
    counts = told.take(r"(\d+) văn bản (?=đang|còn hiệu|hết|đã chấm)")
    assert sum(one for (one,) in counts) == len(agreements)
    unread = sum(not one.reviews and one.status != "in-preparation" for one in agreements)
    assert told.take(r"còn (\d+) văn bản đã ký chưa được rà soát") == [(unread,)] * (unread > 0)
    challenges = told.progress.workspace.of(Challenge)
    assert told.take(r"cả (\d+) bài toán lớn đều") == [(len(challenges),)] * bool(challenges)
    answering = sum(one.task.value.challenge is not None for one in told.tasks if one.task)
    raised = sum(one.value.value.challenge is not None for one in told.progress.proposals)
    if challenges:
        sums = [told.column("tra-loi-bai-toan", key, total=True) for key in ("tasks", "proposals")]
        assert sums == [[str(answering)], [str(raised)]]


def _of_money(told: Told) -> None:
    year = told.progress.period.year
    folders = [one.id for one in told.progress.plans]
    rows = [
        line
        for task in told.progress.workspace.of(Task)
        if task.owner in folders
        for line in task.value.money
        if line.year == year
    ]
    for words, field in (("nhu cầu kinh phí …", "needed"), ("kinh phí đã bố trí", "allocated")):
        total = sum(getattr(one, field) or 0 for one in rows)
        expected = [with_unit(total)] if total else []
        assert re.findall(rf"^{words}: (.+)\.$", told.prose, re.MULTILINE) == expected
    told.prose = re.sub(r"^(?:nhu cầu )?kinh phí .*$", "…", told.prose, flags=re.MULTILINE)
    gaps = told.take(r"còn (\d+) nhiệm vụ chưa nêu nhu cầu kinh phí")
    assert all(0 < one <= len(told.tasks) for (one,) in gaps)


def _of_late_ones_and_next_ones(told: Told) -> None:
    late = len(told.late)
    assert told.take(r"có (\d+) nhiệm vụ có cơ quan, đơn vị đang") == [(late,)] * (late > 0)
    assert told.take(r"hoàn thành (\d+) nhiệm vụ đã quá hạn") == [(late,)] * (late > 0)
    days = [(one.days_late,) for one in told.given if is_late(one)]
    assert told.take(r", (\d+) ngày(?=\)[.;]$|; )") == days
    later = max(0, len(told.open_dated) - 10)
    assert told.take(r"thực hiện (\d+) nhiệm vụ có thời hạn sau") == [(later,)] * (later > 0)
    endless = [one for one in told.tasks if not one.last_day and not one.state.is_done]
    running = sum(one.state.is_running or one.state is SILENT for one in endless)
    assert told.take(r"thực hiện (\d+) nhiệm vụ, trách nhiệm thường xuyên") == [(running,)]
    following = evaluate(
        told.progress.workspace, told.progress.as_of, period=str(told.progress.period.year + 1)
    )
    ahead = [one for one in following.items if one.task]
    dated = sum(bool(one.last_day and following.period.contains(one.last_day)) for one in ahead)
    found = told.take(r"có (\d+) nhiệm vụ, trách nhiệm phải thực hiện, trong đó (\d+) có")
    assert found == [(len(ahead), dated)]


def _of_what_was_raised(told: Told) -> None:
    difficulties, proposals = told.progress.difficulties, told.progress.proposals
    assert told.take(r"nêu (\d+) khó khăn, vướng mắc") == [(len(difficulties),)] * bool(
        difficulties
    )
    asked = Counter(one.answerer for one in difficulties if one.state.is_open)
    assert Counter(told.take(r"\((\d+)\)")) == Counter((count,) for count in asked.values())
    assert told.take(r"có (\d+) đề xuất ngoài") == [(len(proposals),)] * bool(proposals)
    open_ones = sum(one.state.is_open for one in proposals)
    is_part = 0 < open_ones < len(proposals)
    assert told.take(r"trong đó (\d+) đề xuất còn chờ") == [(open_ones,)] * is_part


def test_every_number_of_the_tables(told: Told) -> None:
    assert len(told.column("kho-khan", "text")) == len(told.progress.difficulties)
    assert len(told.column("de-xuat", "title")) == len(told.progress.proposals)
    promised = Counter(one.lower() for one in told.column("cam-ket", "state"))
    assert promised == (states(told.commitments) if promised else Counter())
    late = [max(a.days_late for a in one.assignments if a.state is OVERDUE) for one in told.late]
    assert sorted(map(int, told.column("qua-han", "days"))) == sorted(late)
    asked = [one for one in told.progress.senders if one.must_report]
    counts = [one.split("/") for one in told.column("chua-bao-cao", "count")]
    silent = sum(not one.receipt.has_come for one in asked)
    assert sum(int(part) for part, _ in counts) == silent
    standing = [
        re.split(r" \(|;", one)[0].lower()
        for name in ("trach-nhiem", "nhiem-vu")
        for one in told.column(name, "progress")
    ]
    assert Counter(standing) == states(one for one in told.tasks if one.assignment_count) + Counter(
        "chưa xác định cơ quan thực hiện" for one in told.tasks if not one.assignment_count
    )


def test_the_table_of_units_counts_the_json_and_adds_up(told: Told) -> None:
    data: Any = json.loads(json.dumps(status_json(told.progress)))
    given = [
        one for item in data["items"] if item["kind"] != "commitment" for one in item["assignments"]
    ]
    assert len(given) == data["totals"]["assignments"]["total"] == len(told.given)
    for key, wanted in (
        ("total", lambda _: True),
        ("dated", lambda one: one["last_day"] is not None),
        *((state.code, lambda one, code=state.code: one["state"] == code) for state in STATES),
    ):
        parts = list(map(int, told.column("theo-don-vi", key)))
        (whole,) = map(int, told.column("theo-don-vi", key, total=True))
        assert sum(parts) == whole == sum(map(wanted, given))
    by_agency = Counter(one["agency"] for one in given)
    shown = list(map(int, told.column("theo-don-vi", "total")))
    assert sorted(shown) == sorted(by_agency.values()) or len(shown) < len(by_agency)


def test_the_comparison_counts_both_years(told: Told) -> None:
    before = evaluate(
        told.progress.workspace, told.progress.as_of, period=str(told.progress.period.year - 1)
    )
    if not before.tasks:
        assert "so-ky-truoc" not in told.tables
        return
    for key, items in (("before", before.tasks), ("now", told.progress.tasks)):
        counted = [
            len(items),
            sum(one.state.is_done for one in items),
            sum(one.state is OVERDUE for one in items),
            sum(one.state is SILENT for one in items),
        ]
        assert list(map(int, told.column("so-ky-truoc", key))) == counted


def test_the_workbook_holds_the_numbers_of_the_tables(told: Told) -> None:
    out = io.BytesIO()
    WRITERS["xlsx"].write(told.document, out, b"")
    book = openpyxl.load_workbook(out, read_only=True)
    assert len(book.sheetnames) == sum(bool(one.rows) for one in told.tables.values())
    for name, table in told.tables.items():
        shown = [
            value
            for row in book[name].iter_rows(values_only=True)
            for value in row
            if isinstance(value, int | float)
        ]
        cells = (cell.value for row in table.rows for cell in row.cells)
        assert shown == [value for value in cells if isinstance(value, int)], name
