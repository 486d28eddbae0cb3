"""What an amendment has to say for a change to pass, aspect by aspect."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kehoach_cli.drafting.amendment_draft import proposed_amendment
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.run import worded
from kehoach_cli.source.edit import Append, Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import load
from kehoach_cli.workspace.changes import compare
from kehoach_cli.workspace.changes.protection import _COMMITMENT, _PLAN, _TASK

BASE = Path(__file__).parents[1] / "workspaces" / "base"
HERE = "data/plans/mau"
TASKS, PLAN, ISSUED = f"{HERE}/tasks.yaml", f"{HERE}/plan.yaml", f"{HERE}/issued.md"
PROMISES = "data/partners/doi-tac.yaml"
AMENDMENTS = f"{HERE}/amendments.yaml"

Files = dict[str, bytes]


@cache
def base() -> Files:
    files = {one.relative_to(BASE).as_posix(): one for one in BASE.rglob("*") if one.is_file()}
    known = {path: one.read_bytes() for path, one in files.items()}
    columns = Set(("annex", "columns"), ["title", "lead", "due", "approver", "person", "note"])
    return known | typed(known, TASKS, columns)


def typed(files: Files, file: str, *operations: Operation) -> Files:
    return {file: edit(files[file].decode(), file, operations).encode()}


def refused(new: Files) -> set[str]:
    before, after = load(BASE, base()), load(BASE, base() | new)
    touched = [(path, "M" if path in base() else "A") for path in new]
    return {one.code for one in worded(refusals(before, after, touched))}


def written(record: Amendment) -> Files:
    """The record as signed, in the file."""
    rows: list[Data] = [one.model_dump(exclude_none=True) for one in record.changes]
    text = (
        f"- {{id: {record.id}, kind: amend, number: 44/KH-UBND, date: 2027-03-09, changes: []}}\n"
    )
    done = edit(text, AMENDMENTS, [Set((0, "changes"), rows)])
    return {AMENDMENTS: done.encode()}


def drafted(new: Files) -> Files:
    """What ``kehoach amend`` makes of the change."""
    before, after = load(BASE, base()), load(BASE, base() | new)
    assert not after.faults
    record = proposed_amendment((before, after), compare(before, after), "mau", own="sd-1")
    assert record is not None
    return written(record)


@dataclass(frozen=True)
class Tried:
    """A change of one aspect; ``elsewhere``: an amendment that says something like it."""

    file: str
    operations: tuple[Operation, ...]
    also: tuple[tuple[str, tuple[Operation, ...]], ...] = ()

    @property
    def files(self) -> Files:
        found = typed(base(), self.file, *self.operations)
        for file, operations in self.also:
            found |= typed(base() | found, file, *operations)
        return found


def task(key: str, value: Data, number: int = 2) -> Tried:
    return Tried(TASKS, (Set(("tasks", number, key), value),))


def plan(*path: str | int, to: Data) -> Tried:
    return Tried(PLAN, (Set(path, to),))


def promise(key: str, value: Data) -> Tried:
    return Tried(PROMISES, (Set(("commitments", 0, key), value),))


ASPECTS: dict[str, Tried] = {
    "plan.title": plan("title", to="Triển khai hợp tác về dữ liệu"),
    "plan.issuer": plan("issuer", to="so-khcn"),
    "plan.period": plan("period", to="2026 - 2031"),
    "plan.partners": plan("partners", to=["doi-tac", "doi-tac-tinh"]),
    "plan.grounds": plan("grounds", "items", 0, "title", to="hợp tác về dữ liệu"),
    "plan.intro": plan("intro", to="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau."),
    "plan.closing": plan("closing", to="Các cơ quan, đơn vị tổ chức thực hiện./."),
    "plan.numbering": plan("numbering", to="figures"),
    "plan.recipients": plan("recipients", 2, "agency", to="so-yt"),
    "plan.filing": plan("filing", to="Lưu: VT, KGVX"),
    "plan.signer": plan("signer", "name", to="Trần Thị Mẫu"),
    "section.heading": plan("sections", 0, "heading", to="NHIỆM VỤ"),
    "section.text": plan("sections", 0, "text", to="Nhiệm vụ cụ thể tại Phụ lục.\n"),
    "section.duties": plan("sections", 1, "duties", to=["so-khcn", "cac-xa", "so-yt"]),
    "section.commitments": Tried(PLAN, (Remove(("sections", 1, "commitments")),)),
    "annex.title": Tried(TASKS, (Set(("annex", "title"), "NHIỆM VỤ"),)),
    "annex.columns": Tried(TASKS, (Set(("annex", "columns"), ["title", "lead", "note"]),)),
    "task.title": task("title", "Xây dựng kho dữ liệu mở"),
    "task.kind": Tried(
        TASKS, (Set(("tasks", 2, "kind"), "duty"), Set(("tasks", 2, "source", "clause"), "II.1"))
    ),
    "task.source": Tried(TASKS, (Set(("tasks", 2, "source", "clause"), "Phụ lục I"),)),
    "task.group": task("group", "Hạ tầng số"),
    "task.mode": task("mode", "requested"),
    "task.lead": task("lead", "so-yt"),
    "task.support": task("support", ["doi-tac", "so-yt"]),
    "task.others": task("others", [{"agency": "so-yt", "role": "tham mưu"}]),
    "task.product": task("product", "Kho dữ liệu"),
    "task.due": task("due", "Quý I/2028"),
    "task.approver": task("approver", "so-khcn"),
    "task.person": task("person", "Văn phòng"),
    "task.note": task("note", "Ưu tiên"),
    "duty.due": task("due", "Quý I/2028", 0),
    "commitment.letter": promise("letter", "c"),
    "commitment.parts": promise("parts", ["Cử hai đầu mối."]),
    "commitment.condition": promise("condition", "khi tỉnh yêu cầu"),
    "commitment.recurrence": promise("recurrence", "yearly"),
    "commitment.counterpart": promise("counterpart", "so-khcn"),
    "commitment.province_does": promise("province_does", "Bố trí chỗ làm việc"),
    "commitment.plan": Tried(PROMISES, (Remove(("commitments", 0)),)),
    "task removed": Tried(TASKS, (Remove(("tasks", 2)),)),
    "task added": Tried(
        TASKS,
        (
            Append(
                ("tasks",),
                {"id": "pl-2", "kind": "annex", "source": {"clause": "Phụ lục"}, "title": "Họp"},
            ),
        ),
    ),
    "section added": Tried(PLAN, (Append(("sections",), {"heading": "KINH PHÍ", "text": "x"}),)),
}
"""Every aspect that ``protection`` calls issued text, and things that come or go."""

ELSEWHERE = [
    {"clause": "Phụ lục, nhiệm vụ 9", "old": "Chủ trì: Sở Khoa học và Công nghệ", "new": "Sở Y tế"},
    {"clause": "Phụ lục, nhiệm vụ 9", "old": "Thời hạn: Quý IV/2027", "new": "Quý I/2028"},
]


def test_every_aspect_is_tried() -> None:
    named = {f"plan.{one}" for one in _PLAN} | {f"task.{one}" for one in _TASK}
    assert named | {f"commitment.{one}" for one in _COMMITMENT} <= set(ASPECTS)


@pytest.mark.parametrize("name", ASPECTS)
class TestAspects:
    def test_passes_with_what_amend_writes_and_with_nothing_else(self, name: str) -> None:
        new = ASPECTS[name].files
        assert refused(new)
        elsewhere = Amendment.model_validate({"id": "sd-1", "kind": "amend", "changes": ELSEWHERE})
        assert refused(new | written(elsewhere))
        assert refused(new | drafted(new)) == set()


@pytest.mark.parametrize(
    ("kind", "clause", "place", "words"),
    [
        ("annex", "Phụ lục", "Thứ tự nhiệm vụ tại Phụ lục", "Thứ tự nhiệm vụ tại Phụ lục"),
        ("duty", "II.2", "Mục II.2", "Thứ tự trách nhiệm"),
    ],
)
def test_tasks_change_places_by_an_amendment_alone(
    kind: str, clause: str, place: str, words: str
) -> None:
    """Others cite them by their numbers and letters."""
    source: Data = {"clause": clause}
    adding = [
        Append(("tasks",), {"id": own, "kind": kind, "source": source, "title": title})
        for own, title in (("pl-2", "Họp"), ("pl-3", "Tập huấn"))
    ]
    here = base() | typed(base(), TASKS, *adding)
    there = here | typed(base(), TASKS, *reversed(adding))
    before, after = load(BASE, here), load(BASE, there)
    record = proposed_amendment((before, after), compare(before, after), "mau", own="sd-1")
    assert record is not None
    (row,) = record.changes
    said = (row.clause, row.old, row.new)
    assert said == (place, f"{words}: Họp; Tập huấn", f"{words}: Tập huấn; Họp")
    touched = [(TASKS, "M")]
    assert {one.code for one in worded(refusals(before, after, touched))} == {"KH536"}
    allowed = load(BASE, there | written(record))
    assert worded(refusals(before, allowed, [*touched, (AMENDMENTS, "A")])) == []


def by_hand(clause: str, old: str | None, new: str | None) -> Files:
    row = {"clause": clause, "old": old, "new": new}
    return written(Amendment.model_validate({"id": "sd-1", "kind": "amend", "changes": [row]}))


LEAD = "Sở Khoa học và Công nghệ"
ROWS = [
    ("Phụ lục, nhiệm vụ 1, cột chủ trì", LEAD, "Sở Y tế", True),
    ("Phụ lục, TT 1", "Sở KH&CN", "Sở Y tế", True),
    ("Nhiệm vụ pl-1", "Chủ trì: so-khcn", "Chủ trì: so-yt", True),
    ("Phụ lục", f"Xây dựng kho dữ liệu dùng chung: {LEAD}", "Sở Y tế chủ trì", True),
    ("Phụ lục, nhiệm vụ 2", LEAD, "Sở Y tế", False),
    ("Phụ lục", LEAD, "Sở Y tế", False),
    ("Phụ lục, nhiệm vụ 1", LEAD, "Sở Tài chính", False),
    ("Phụ lục, nhiệm vụ 1", "Sở Tài chính", "Sở Y tế", False),
]


@pytest.mark.parametrize(("clause", "old", "new", "is_enough"), ROWS)
def test_a_row_typed_by_hand_names_the_place_and_both_agencies(
    clause: str, old: str, new: str, *, is_enough: bool
) -> None:
    assert (refused(ASPECTS["task.lead"].files | by_hand(clause, old, new)) == set()) is is_enough


PART = [
    ("Phụ lục kèm theo", "Phụ lục", "Các nhiệm vụ cụ thể tại Phụ lục.", True),
    (" kèm theo", None, "Các nhiệm vụ cụ thể tại Phụ lục.", True),
    (None, "theo từng năm", "Các nhiệm vụ cụ thể theo từng năm tại Phụ lục kèm theo.", True),
    ("Phụ lục kèm theo", "Phụ lục", "Các nhiệm vụ tại Phụ lục.", False),
    ("kèm theo", "riêng", "Các nhiệm vụ cụ thể tại Phụ lục.", False),
    (None, "theo từng năm", "Các nhiệm vụ theo từng năm tại Phụ lục kèm theo.", False),
]


@pytest.mark.parametrize(("old", "new", "text", "is_enough"), PART)
def test_a_row_may_give_a_few_words_of_a_paragraph(
    old: str | None, new: str | None, text: str, *, is_enough: bool
) -> None:
    """As a Kế hoạch sửa đổi mostly does: «cụm từ … được sửa thành …»."""
    changed = plan("sections", 0, "text", to=f"{text}\n").files
    assert (refused(changed | by_hand("Mục I", old, new)) == set()) is is_enough


def test_a_row_that_renames_a_task_does_not_take_it_away() -> None:
    title = "Xây dựng kho dữ liệu dùng chung"
    gone = ASPECTS["task removed"].files
    assert refused(gone | by_hand("Phụ lục", title, f"{title} mở rộng")) == {"KH536"}
    assert refused(gone | by_hand("Phụ lục", title, None)) == set()


def test_two_duties_of_one_clause_are_told_apart() -> None:
    clause = Set(("tasks", 1, "source", "clause"), "II.1")
    new = typed(base(), TASKS, clause)
    told = drafted(typed(base() | new, TASKS, Set(("tasks", 0, "due"), "Quý I/2028")))
    assert "Mục II.1, «Làm đầu mối" in told[AMENDMENTS].decode()


class TestSignedText:
    """``issued.md`` goes with the data that an amendment changed, and nowhere else."""

    new = ASPECTS["section.duties"].files

    def signed(self, old: str, new: str) -> Files:
        text = base()[ISSUED].decode()
        assert old in text
        return {ISSUED: text.replace(old, new).encode()}

    def test_follows_what_the_data_print(self) -> None:
        moved = "3. Sở Y tế\n\n4. Đề nghị Tổng công ty Đối tác"
        follows = self.signed("3. Đề nghị Tổng công ty Đối tác", moved)
        assert refused(self.new | drafted(self.new) | follows) == set()

    def test_says_nothing_else(self) -> None:
        other = self.signed("Phối hợp triển khai trên địa bàn.", "Triển khai khi có kinh phí.")
        assert refused(self.new | drafted(self.new) | other) == {"KH536"}

    def test_goes_with_new_grounds(self) -> None:
        new = ASPECTS["plan.grounds"].files
        was = "hợp tác về chuyển đổi số giai đoạn 2026 - 2030.\n\nỦy ban"
        follows = self.signed(was, "hợp tác về dữ liệu.\n\nỦy ban")
        assert refused(new | drafted(new) | follows) == set()
