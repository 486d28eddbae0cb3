"""What a workspace consists of, and hashes that change with everything its findings depend on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from kehoach_cli.diagnostics import Fault
from kehoach_cli.errors import WorkspaceNotFound
from kehoach_cli.source import disk
from kehoach_cli.source.disk import MAX_BYTES, Straight, bytes_of, find_root, limited
from kehoach_cli.source.footprint import COMMON, Entry, Part, part_from, part_of, parts, walk

FILES = {
    "kehoach.yaml": "schema: 1\n",
    "data/agencies.yaml": "[]\n",
    "data/plans/p/plan.yaml": "id: p\n",
    "data/plans/p/evidence/anh.jpg": "jpg",
    "data/plans/q/tasks.yaml": "tasks: []\n",
    "data/plans/lac.yaml": "lạc\n",
    "templates/report.md.j2": "a",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        write(tmp_path, path, text)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def by_name(root: Path) -> dict[str, Part]:
    return {part.name: part for part in parts(root)}


class TestWalk:
    def test_finds_files_and_folders_by_path(self, root: Path) -> None:
        assert walk(root) == [
            Entry("data/agencies.yaml"),
            Entry("data/plans", is_folder=True),
            Entry("data/plans/lac.yaml"),
            Entry("data/plans/p", is_folder=True),
            Entry("data/plans/p/evidence", is_folder=True),
            Entry("data/plans/p/evidence/anh.jpg"),
            Entry("data/plans/p/plan.yaml"),
            Entry("data/plans/q", is_folder=True),
            Entry("data/plans/q/tasks.yaml"),
            Entry("kehoach.yaml"),
        ]

    def test_leaves_hidden_things_out(self, root: Path) -> None:
        before = walk(root)
        write(root, "data/.an.yaml", "")
        write(root, "data/.an/plan.yaml", "")
        write(root, "data/plans/p/.an.yaml", "")
        assert walk(root) == before

    def test_takes_a_link_to_a_folder_for_a_file(self, root: Path) -> None:
        (root / "data/plans/lien-ket").symlink_to(root / "data/plans/p")
        assert Entry("data/plans/lien-ket") in walk(root)
        assert Entry("data/plans/lien-ket/plan.yaml") not in walk(root)

    def test_looks_no_further_where_all_data_lie_outside(self, root: Path) -> None:
        outside = root.with_name(f"{root.name}-khac")
        (root / "data").rename(outside)
        (root / "data").symlink_to(outside)
        assert walk(root) == [Entry("data"), Entry("kehoach.yaml")]
        (root / "data").unlink()
        outside.rename(root / "that")
        (root / "data").symlink_to("that")
        assert len(walk(root)) == 10

    def test_expects_the_settings_even_where_there_is_nothing(self, tmp_path: Path) -> None:
        assert walk(tmp_path) == [Entry("kehoach.yaml")]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("data/plans/p/plan.yaml", "p"),
        ("data/plans/p/progress/2027/so-a.yaml", "p"),
        ("data/plans/p", COMMON),
        ("data/plans/lac.yaml", COMMON),
        ("data/agencies.yaml", COMMON),
        ("kehoach.yaml", COMMON),
    ],
)
def test_a_path_belongs_to_a_plan_or_to_all(path: str, part: str) -> None:
    assert part_of(path) == part


class TestParts:
    def test_are_what_plans_share_and_then_each_plan(self, root: Path) -> None:
        assert [part.name for part in parts(root)] == [COMMON, "p", "q"]
        assert [entry.path for entry in by_name(root)["p"].entries] == [
            "data/plans/p/evidence",
            "data/plans/p/evidence/anh.jpg",
            "data/plans/p/plan.yaml",
        ]

    def test_keep_the_bytes_of_what_plans_share(self, root: Path) -> None:
        found = by_name(root)
        assert found[COMMON].held == {
            "data/agencies.yaml": b"[]\n",
            "data/plans/lac.yaml": "lạc\n".encode(),
            "kehoach.yaml": b"schema: 1\n",
        }
        assert found["p"].held == {}
        kept = part_from(root, "p", found["p"].entries, keep=True)
        assert kept.held == {"data/plans/p/plan.yaml": b"id: p\n"}
        assert kept == found["p"]

    @pytest.mark.parametrize("has_threads", [True, False])
    def test_are_hashed_by_two_threads_where_there_are_many(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, *, has_threads: bool
    ) -> None:
        for number in range(30):
            write(root, f"data/plans/p-{number}/plan.yaml", f"id: p-{number}\n" * 1000)
        started: list[Thread] = []

        def start(thread: Thread) -> None:
            if not has_threads:
                raise RuntimeError("can't start new thread")
            started.append(thread)
            real(thread)

        real = Thread.start
        monkeypatch.setattr(Thread, "start", start)
        _, *plans = parts(root)
        assert plans == [part_from(root, one.name, one.entries, keep=False) for one in plans]
        assert {one.name for one in plans} == {"p", "q", *(f"p-{n}" for n in range(30))}
        assert len(started) == has_threads
        assert not any(thread.is_alive() for thread in started)

    def test_count_the_bytes_that_they_were_hashed_from(self, root: Path) -> None:
        assert {part.name: part.size_bytes for part in parts(root)} == {COMMON: 19, "p": 6, "q": 10}

    def test_need_no_hash_to_be_as_large(self, root: Path) -> None:
        (root / "data/plans/q/khong-co.yaml").symlink_to("nowhere")
        hashed, sized = parts(root), parts(root, hashed=False)
        assert sized[0] == hashed[0]
        assert sized[0].held == hashed[0].held
        for one, other in zip(hashed[1:], sized[1:], strict=True):
            assert (one.name, one.entries, one.digest != "") == (other.name, other.entries, True)
            assert (other.digest, other.held) == ("", {})
        assert {part.name: part.size_bytes for part in sized} == {COMMON: 19, "p": 6, "q": 10}

    def test_are_the_same_as_long_as_nothing_changes(self, root: Path) -> None:
        assert parts(root) == parts(root)

    @pytest.mark.parametrize(
        ("change", "part"),
        [
            (lambda root: write(root, "data/plans/p/plan.yaml", "id: q\n"), "p"),
            (lambda root: write(root, "data/plans/p/tasks.yaml", ""), "p"),
            (lambda root: (root / "data/plans/p/plan.yaml").unlink(), "p"),
            (lambda root: (root / "data/plans/q/tasks").mkdir(), "q"),
            (lambda root: write(root, "data/plans/q/evidence/a.jpg", ""), "q"),
            (lambda root: write(root, "data/agencies.yaml", "{}\n"), COMMON),
            (lambda root: write(root, "kehoach.yaml", "schema: 2\n"), COMMON),
            (lambda root: write(root, "templates/report.md.j2", "b"), COMMON),
            (lambda root: write(root, "templates/letter.md.j2", "a"), COMMON),
            (lambda root: write(root, "templates/con/a.md.j2", "a"), COMMON),
            (lambda root: (root / "templates/hong.j2").symlink_to("khong-co"), COMMON),
        ],
    )
    def test_have_another_hash_after_a_change_and_no_other_part_has(
        self, root: Path, change: Callable[[Path], None], part: str
    ) -> None:
        before = by_name(root)
        change(root)
        after = by_name(root)
        assert {name for name in before if before[name].digest != after[name].digest} == {part}

    def test_do_not_look_into_evidence(self, root: Path) -> None:
        before = parts(root)
        write(root, "data/plans/p/evidence/anh.jpg", "khác")
        assert parts(root) == before

    def test_see_where_a_link_among_the_evidence_leads(self, root: Path) -> None:
        link = root / "data/plans/p/evidence/link.jpg"
        link.symlink_to("anh.jpg")
        before = by_name(root)
        link.unlink()
        link.symlink_to("../plan.yaml")
        assert by_name(root)["p"].digest != before["p"].digest
        assert by_name(root)["q"].digest == before["q"].digest

    def test_tell_a_folder_from_an_empty_file(self, root: Path) -> None:
        folder = root / "data/plans/q/them"
        folder.mkdir()
        before = by_name(root)["q"]
        folder.rmdir()
        folder.write_bytes(b"")
        assert by_name(root)["q"].digest != before.digest

    def test_tell_where_one_file_ends_and_the_next_begins(self, root: Path) -> None:
        write(root, "data/plans/q/a.yaml", "ab")
        write(root, "data/plans/q/b.yaml", "c")
        before = by_name(root)["q"]
        write(root, "data/plans/q/a.yaml", "a")
        write(root, "data/plans/q/b.yaml", "bc")
        assert by_name(root)["q"].digest != before.digest

    def test_hash_why_a_file_cannot_be_read(self, root: Path) -> None:
        link = root / "data/plans/q/link.yaml"
        link.symlink_to("khong-co.yaml")
        before = by_name(root)["q"]
        link.unlink()
        link.symlink_to("/")
        after = by_name(root)["q"]
        assert after.digest != before.digest
        entries = [Entry("data/plans/q/link.yaml")]
        held = part_from(root, "q", entries, keep=True).held["data/plans/q/link.yaml"]
        assert isinstance(held, Fault)

    def test_take_a_name_that_is_no_unicode(self, root: Path) -> None:
        (root / "data/plans/q").joinpath("x\udcff.yaml").write_bytes(b"")
        (root / "data/plans/q/evidence").mkdir()
        (root / "data/plans/q/evidence/link").symlink_to("y\udcff")
        (root / "templates").joinpath("z\udcff.j2").write_bytes(b"")
        assert [part.name for part in parts(root)] == [COMMON, "p", "q"]


class TestBytes:
    def reason(self, root: Path, path: str) -> object:
        found = bytes_of(root, path)
        assert isinstance(found, Fault)
        assert (found.kind, found.place.file) == ("unreadable-file", path)
        return found.args["reason"]

    def test_are_those_of_the_file(self, root: Path) -> None:
        assert bytes_of(root, "data/agencies.yaml") == b"[]\n"

    def test_may_come_by_a_link_that_stays_inside(self, root: Path) -> None:
        (root / "data/link.yaml").symlink_to("agencies.yaml")
        assert bytes_of(root, "data/link.yaml") == b"[]\n"

    def test_never_come_from_outside(self, root: Path) -> None:
        beside = root.with_name(root.name + "-khac")
        write(beside, "a.yaml", "")
        (root / "data/link.yaml").symlink_to(beside / "a.yaml")
        assert self.reason(root, "data/link.yaml") == "outside-workspace"
        assert self.reason(root, str(beside / "a.yaml")) == "outside-workspace"

    def test_never_come_by_way_of_a_folder_outside(self, root: Path) -> None:
        beside = root.with_name(root.name + "-khac")
        write(beside, "con/a.yaml", "")
        (root / "data/plans/q/con").symlink_to(beside / "con")
        straight: Straight = {}
        for path in ("data/plans/q/con/a.yaml", "data/plans/q/../../../../" + beside.name):
            assert self.reason(root, path) == "outside-workspace"
            assert isinstance(bytes_of(root, path, straight), Fault)
        assert bytes_of(root, "data/plans/q/tasks.yaml", straight) == b"tasks: []\n"
        assert isinstance(bytes_of(root, "data/plans/q/con/a.yaml", straight), Fault)

    def test_may_come_by_way_of_a_linked_folder_inside(self, root: Path) -> None:
        (root / "data/plans/r").symlink_to("p")
        straight: Straight = {}
        for _ in range(2):
            assert bytes_of(root, "data/plans/r/plan.yaml", straight) == b"id: p\n"
        assert straight["data/plans"]
        assert not straight["data/plans/r"]

    def test_are_read_where_the_workspace_itself_is_behind_a_link(
        self, root: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        link = tmp_path_factory.mktemp("beside") / "link"
        link.symlink_to(root)
        (root / "data/link.yaml").symlink_to("agencies.yaml")
        for path in ("data/agencies.yaml", "data/link.yaml"):
            assert bytes_of(link, path) == b"[]\n"

    def test_may_be_all_that_a_system_holds(self, root: Path) -> None:
        (root / "data/link.yaml").symlink_to("agencies.yaml")
        link = str((root / "data/link.yaml").resolve().with_name("link.yaml"))
        assert bytes_of(Path("/"), link.removeprefix("/")) == b"[]\n"

    def test_are_the_same_on_a_system_with_other_links(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(disk, "_CAN_TELL_LINKS", False)
        assert bytes_of(root, "data/agencies.yaml") == b"[]\n"
        (root / "data/link.yaml").symlink_to("/etc/hostname")
        assert self.reason(root, "data/link.yaml") == "outside-workspace"

    def test_do_not_come_from_a_pipe(self, root: Path) -> None:
        os.mkfifo(root / "data/pipe.yaml")
        (root / "data/link.yaml").symlink_to("pipe.yaml")
        assert self.reason(root, "data/pipe.yaml") == "not-a-file"
        assert self.reason(root, "data/link.yaml") == "not-a-file"

    def test_cannot_be_had_of_what_is_no_file(self, root: Path) -> None:
        assert self.reason(root, "data/la.yaml") == "missing"
        assert self.reason(root, "data/agencies.yaml/x") == "missing"
        assert self.reason(root, "data/\0") == "missing"
        assert self.reason(root, "data") == "directory"

    def test_are_not_more_than_20_million(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert MAX_BYTES == 20_000_000
        monkeypatch.setattr(disk, "MAX_BYTES", 3)
        assert bytes_of(root, "data/agencies.yaml") == b"[]\n"
        found = bytes_of(root, "data/plans/p/plan.yaml")
        assert isinstance(found, Fault)
        assert (found.kind, found.place.file, dict(found.args)) == (
            "file-too-large",
            "data/plans/p/plan.yaml",
            {"size_bytes": 6, "limit_bytes": 3},
        )
        assert limited("a.yaml", b"abc") == b"abc"
        assert limited("a.yaml", found) is found
        large = limited("a.yaml", b"abcd")
        assert isinstance(large, Fault)
        assert (large.kind, large.place.file) == ("file-too-large", "a.yaml")
        assert dict(large.args) == {"size_bytes": 4, "limit_bytes": 3}


class TestRoot:
    def test_is_the_nearest_folder_with_settings(self, root: Path) -> None:
        assert find_root(root) == root
        assert find_root(root / "data/plans/p") == root

    def test_may_have_settings_that_lead_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "kehoach.yaml").symlink_to("khong-co")
        assert find_root(tmp_path) == tmp_path

    def test_that_is_nowhere_is_said_with_a_way_out(self, tmp_path: Path) -> None:
        with pytest.raises(WorkspaceNotFound) as raised:
            find_root(tmp_path)
        assert str(raised.value) == (
            f"không tìm thấy kehoach.yaml trong «{tmp_path}» và các thư mục chứa nó"
        )
        assert raised.value.hint == (
            "chạy lệnh trong thư mục làm việc, hoặc chỉ ra thư mục đó bằng --root"
        )
