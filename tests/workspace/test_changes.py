"""Two readings of a workspace side by side: nothing is left unsaid, nothing is invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.model.amendment import Change as AmendedRow
from kehoach_cli.model.plan import Task
from kehoach_cli.source.edit import Append, Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.workspace.changes import Change, compare
from kehoach_cli.workspace.changes.saying import say

ROOT = Path(__file__).parents[1] / "workspaces" / "every-state"
TASKS = "data/plans/hop-tac-so/tasks.yaml"
PLAN = "data/plans/hop-tac-so/plan.yaml"


@cache
def files() -> dict[str, bytes]:
    """The plan alone: the rest of the workspace has no part in these tests."""
    return {path: (ROOT / path).read_bytes() for path in (TASKS, PLAN)}


@cache
def before() -> Workspace:
    return load(ROOT, files())


def changed(file: str, *operations: Operation) -> Workspace:
    text = files()[file].decode()
    return load(ROOT, {**files(), file: edit(text, file, operations).encode()})


def told(new: Workspace) -> list[Change]:
    return list(compare(before(), new))


TASK_IDS = [one.value.id for one in before().of(Task)]
TASKS_HELD: list[dict[str, Data]] = [
    {"id": one.value.id, "kind": "annex", "source": {"clause": "Phụ lục"}, "title": one.value.title}
    for one in before().of(Task)
]
ANNEX = sum(one.value.kind == "annex" for one in before().of(Task))


class TestCompare:
    def test_a_workspace_does_not_differ_from_itself(self) -> None:
        assert len(compare(before(), load(ROOT, files()))) == 0

    def test_it_is_the_same_from_memory_and_from_the_disk(self) -> None:
        held = {
            path.relative_to(ROOT).as_posix(): path.read_bytes()
            for path in ROOT.rglob("*")
            if path.is_file()
        }
        here, there = load(ROOT), load(ROOT, held)
        assert len(compare(here, there)) == 0
        assert (here.paths, here.faults) == (there.paths, there.faults)

    def test_comments_and_line_ends_are_no_change(self) -> None:
        text = files()[TASKS].replace(b"\n", b"\r\n") + b"# xong\r\n"
        assert told(load(ROOT, {**files(), TASKS: text})) == []

    @settings(max_examples=15)
    @given(
        index=st.integers(0, len(TASK_IDS) - 1),
        key=st.sampled_from(["title", "due", "product", "person", "note", "group"]),
        words=st.text("aăâbcdđeêghi ", min_size=1).filter(lambda text: text.strip()),
    )
    def test_every_edit_of_a_task_is_told_by_its_id(self, index: int, key: str, words: str) -> None:
        new = changed(TASKS, Set(("tasks", index, key), words.strip()))
        one = before().of(Task)[index].value
        is_same = getattr(one, key) == " ".join(words.split())
        assert {(change.id, change.aspect) for change in told(new)} <= {(TASK_IDS[index], key)}
        assert is_same or told(new)

    @settings(max_examples=15)
    @given(
        edits=st.lists(st.integers(0, len(TASK_IDS) - 1), min_size=1, max_size=4, unique=True),
        gone=st.integers(0, len(TASK_IDS) - 1),
    )
    def test_it_reads_backwards_from_the_other_side(self, edits: list[int], gone: int) -> None:
        renamed = [Set(("tasks", one, "title"), f"Việc {one}") for one in edits if one != gone]
        new = changed(TASKS, *renamed, Remove(("tasks", gone)))
        forwards = list(compare(before(), new))
        assert {one.reversed() for one in forwards} == set(compare(new, before()))
        assert TASK_IDS[gone] in {one.id for one in forwards if one.kind == "removed"}

    def test_a_task_in_a_broken_file_has_not_gone(self) -> None:
        broken = files()[TASKS] + b"\n  - {id: x\n"
        assert not [
            one
            for one in told(load(ROOT, {**files(), TASKS: broken}))
            if one.thing == "task" and one.kind == "removed"
        ]

    def test_a_broken_task_has_not_gone(self) -> None:
        new = changed(TASKS, Set(("tasks", 0, "due"), ["sai"]))
        assert told(new) == []

    def test_a_due_names_the_document_that_moved_it(self) -> None:
        document: Data = {"number": "300/UBND-TH", "date": "2027-05-04"}
        path = ("tasks", 0)
        new = changed(TASKS, Set((*path, "due"), "30/9/2027"), Set((*path, "due_set_by"), document))
        due = next(one for one in told(new) if one.aspect == "due")
        assert (due.new, due.by) == ("30/9/2027", ("số 300/UBND-TH ngày 04/5/2027",))

    def test_money_is_told_amount_by_amount(self) -> None:
        line: dict[str, Data] = {
            "year": "2027",
            "level": "tinh",
            "kind": "dau-tu",
            "source": "Ngân sách tỉnh",
        }
        first = changed(TASKS, Set(("tasks", 0, "money"), [{**line, "needed": "1 tỷ đồng"}]))
        (one,) = told(first)
        assert one.aspect == "money:needed, 2027, Ngân sách tỉnh, tinh, dau-tu"
        assert (one.old, one.new) == (None, 10**9)

    def test_a_lead_that_changes_touches_the_old_and_the_new_one(self) -> None:
        new = changed(TASKS, Set(("tasks", 0, "lead"), "so-yt"))
        changes = compare(before(), new)
        (one,) = changes
        assert isinstance(one.old, tuple)
        assert {*one.old, "so-yt"} <= set(changes.touched)

    @pytest.mark.parametrize(
        ("path", "value", "aspect"),
        [
            (("sections", 0, "heading"), "PHẠM VI", "heading"),
            (("sections", 0, "text"), "Một dòng khác hẳn.", "text"),
            (("title",), "Kế hoạch khác", "title"),
            (("closing",), "Hết", "closing"),
        ],
    )
    def test_wording_of_a_plan(self, path: tuple[str | int, ...], value: str, aspect: str) -> None:
        found = told(changed(PLAN, Set(path, value)))
        assert found
        assert {(one.plan, one.aspect) for one in found} == {("hop-tac-so", aspect)}

    def test_a_section_more_is_one_change_and_moves_no_other(self) -> None:
        sections = before().folders[0].plan
        assert sections is not None
        text = files()[PLAN].decode()
        at = text.index("sections:\n") + len("sections:\n")
        more = "  - {heading: PHẠM VI, text: Toàn tỉnh.}\n"
        new = load(ROOT, {**files(), PLAN: (text[:at] + more + text[at:]).encode()})
        (one,) = told(new)
        assert (one.kind, one.called, one.new) == ("added", ("", "I. PHẠM VI"), "Toàn tỉnh.")


class TestOrder:
    """The numbers of the Phụ lục are what other documents cite."""

    def reordered(self, *moved: int) -> Workspace:
        """Annex tasks come in that order behind all others."""
        listed = [n for n, one in enumerate(before().of(Task)) if one.value.kind == "annex"]
        held = [{**TASKS_HELD[n]} for n in listed]
        gone = [Remove(("tasks", n)) for n in reversed(listed)]
        return changed(TASKS, *gone, *(Append(("tasks",), held[n]) for n in moved))

    def test_two_tasks_that_change_places_are_told(self) -> None:
        same = self.reordered(*range(ANNEX))
        new = self.reordered(1, 0, *range(2, ANNEX))
        (one,) = compare(same, new)
        assert (one.thing, one.aspect) == ("annex", "order")
        assert str(one.old).split("; ") == list(reversed(str(one.new).split("; ")))
        assert {one.reversed()} == set(compare(new, same))

    def test_what_comes_or_goes_moves_no_other(self) -> None:
        fewer = self.reordered(*range(1, ANNEX))
        assert {one.aspect for one in compare(self.reordered(*range(ANNEX)), fewer)} == {""}


def test_rows_of_an_amendment_are_said_without_english_keys() -> None:
    row = AmendedRow(clause="Mục I", old="Lời trước", new="Lời sau")
    assert say(row) == "Mục I, lời cũ: Lời trước, lời mới: Lời sau"
