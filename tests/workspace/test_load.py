"""Loading: every file becomes entities or faults; nothing that files hold can make it raise."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_cli.errors import WorkspaceNotFound
from kehoach_cli.model.plan import Plan, Task
from kehoach_cli.workspace import Workspace, find_root, load

BASE = Path(__file__).parents[1] / "workspaces" / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "ws")


def kinds(ws: Workspace) -> list[tuple[str, str]]:
    return sorted((fault.kind, fault.place.file) for fault in ws.faults)


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_base_workspace_loads_whole(root: Path) -> None:
    ws = load(root)
    assert ws.faults == ()
    assert [folder.id for folder in ws.folders] == ["mau"]
    folder = ws.folders[0]
    assert [task.value.id for task in folder.tasks] == ["nv-1", "nv-2", "pl-1"]
    assert folder.annex is not None
    assert ws.index["actor"]["doi-tac-tinh"].path == ("units", 0)
    assert ws.index["commitment"]["doi-tac-a"].owner == "doi-tac"
    assert ws.index["agreement"].keys() == {"doi-tac-2026"}


def test_a_broken_task_does_not_hide_its_neighbours(root: Path) -> None:
    path = root / "data/plans/mau/tasks.yaml"
    put(
        root,
        "data/plans/mau/tasks.yaml",
        path.read_text("utf-8").replace("kind: duty", "kind: x", 1),
    )
    ws = load(root)
    assert kinds(ws) == [("wrong-value", "data/plans/mau/tasks.yaml")]
    assert [task.value.id for task in ws.of(Task)] == ["nv-2", "pl-1"]
    assert ws.broken_ids == {"nv-1"}


def test_a_broken_commitment_does_not_hide_its_partner(root: Path) -> None:
    path = root / "data/partners/doi-tac.yaml"
    put(
        root,
        "data/partners/doi-tac.yaml",
        path.read_text("utf-8").replace("letter: b", "letter: bb"),
    )
    ws = load(root)
    assert kinds(ws) == [("wrong-value", "data/partners/doi-tac.yaml")]
    assert "doi-tac" in ws.actors
    assert list(ws.index["commitment"]) == ["doi-tac-a"]


def test_an_unknown_key_does_not_hide_what_else_is_wrong_with_its_task(root: Path) -> None:
    path = root / "data/plans/mau/tasks.yaml"
    text = (
        path.read_text("utf-8").replace("support:", "suport:").replace("split: {", "split: {x: 1, ")
    )
    put(root, "data/plans/mau/tasks.yaml", text)
    ws = load(root)
    assert [fault.kind for fault in ws.faults] == ["unknown-key"] * 2
    task = ws.of(Task)[-1].value
    assert (task.id, task.support, task.due) == ("pl-1", (), "Quý IV/2027")


def test_ids_of_a_file_that_cannot_be_parsed_are_broken_not_unknown(root: Path) -> None:
    path = root / "data/plans/mau/tasks.yaml"
    put(root, "data/plans/mau/tasks.yaml", path.read_text("utf-8") + '\nx: "mở\n')
    ws = load(root)
    assert kinds(ws) == [("yaml-syntax", "data/plans/mau/tasks.yaml")]
    assert {"nv-1", "nv-2", "pl-1"} <= ws.broken_ids


def test_an_unknown_key_at_the_top_of_a_task_file(root: Path) -> None:
    put(root, "data/plans/mau/tasks.yaml", "task:\n  - id: nv-1\n")
    (fault,) = load(root).faults
    assert (fault.kind, fault.args["nearest"]) == ("unknown-key", "tasks")


@pytest.mark.parametrize(
    "name", ["data/la.yaml", "data/plans/mau/ghi-chu.txt", "data/plans/la.yaml", "data/x/y.yaml"]
)
def test_an_unknown_file_is_a_fault(root: Path, name: str) -> None:
    put(root, name, "a: 1\n")
    assert ("unknown-file", name) in kinds(load(root))


@pytest.mark.parametrize("name", ["data/plans/mau/evidence/anh.jpg", "data/.gitkeep", "ghi-chu.md"])
def test_evidence_hidden_files_and_files_outside_data_are_no_fault(root: Path, name: str) -> None:
    put(root, name, "a")
    assert load(root).faults == ()


@pytest.mark.parametrize("name", ["data/agencies.yaml", "data/plans/mau/plan.yaml"])
def test_a_needed_file_that_is_not_there(root: Path, name: str) -> None:
    (root / name).unlink()
    ws = load(root)
    assert ("unreadable-file", name) in kinds(ws)
    assert name in ws.unread


@pytest.mark.parametrize("name", ["data/agencies.yaml", "data/plans/mau/plan.yaml"])
def test_a_folder_where_a_file_belongs(root: Path, name: str) -> None:
    (root / name).unlink()
    (root / name).mkdir()
    assert ("unreadable-file", name) in kinds(load(root))


def test_a_link_out_of_the_workspace_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.yaml"
    outside.write_text("- {id: la, name: La, kind: department}\n", encoding="utf-8")
    (root / "data/communes.yaml").symlink_to(outside)
    ws = load(root)
    assert ("unreadable-file", "data/communes.yaml") in kinds(ws)
    assert "la" not in ws.actors


def test_data_that_lie_elsewhere_are_not_walked(root: Path, tmp_path: Path) -> None:
    (root / "data").rename(tmp_path / "khac")
    (root / "data").symlink_to(tmp_path / "khac")
    ws = load(root)
    assert ("unreadable-file", "data") in kinds(ws)
    assert ws.paths == {"data", "data/agencies.yaml", "kehoach.yaml"}
    assert not ws.actors


def test_data_may_be_a_link_within_the_workspace(root: Path) -> None:
    (root / "data").rename(root / "so-lieu")
    (root / "data").symlink_to("so-lieu")
    assert ("unreadable-file", "data") not in kinds(load(root))
    assert load(root).actors


def test_a_linked_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "khac").mkdir()
    (root / "data/plans/khac").symlink_to(tmp_path / "khac")
    assert ("unknown-file", "data/plans/khac") in kinds(load(root))


def test_a_bad_progress_file_counts_its_sender(root: Path) -> None:
    put(root, "data/plans/mau/progress/2027/so-yt.yaml", "sender: so-yt\n")
    put(root, "data/plans/mau/progress/2027/so-tc.yaml", "x: [\n")
    folder = load(root).folders[0]
    assert folder.reports == ()
    assert folder.bad_reports == (("2027", "so-tc"), ("2027", "so-yt"))


@pytest.mark.parametrize("text", ["", "null\n", "[]\n", "chữ\n", "{}\n"])
def test_a_plan_that_holds_something_else(root: Path, text: str) -> None:
    put(root, "data/plans/mau/plan.yaml", text)
    ws = load(root)
    assert ws.faults
    assert ws.of(Plan) == ()
    assert ws.folders[0].plan is None


@pytest.mark.parametrize("text", ["chữ\n", "a: b\n"])
def test_a_register_that_is_no_list(root: Path, text: str) -> None:
    put(root, "data/challenges.yaml", text)
    assert kinds(load(root)) == [("wrong-value", "data/challenges.yaml")]


@pytest.mark.parametrize("text", ["", "{}\n", "chữ\n"])
def test_what_an_emptied_register_of_agencies_declared_is_not_known(root: Path, text: str) -> None:
    put(root, "data/agencies.yaml", text)
    ws = load(root)
    assert kinds(ws) == [("wrong-value", "data/agencies.yaml")]
    assert ws.unread == {"data/agencies.yaml"}


def test_an_emptied_plan_is_not_known(root: Path) -> None:
    put(root, "data/plans/mau/plan.yaml", "")
    assert load(root).unread == {"data/plans/mau/plan.yaml"}


def test_an_empty_register_is_empty(root: Path) -> None:
    put(root, "data/challenges.yaml", "# chưa có\n")
    assert load(root).faults == ()


def test_root_is_found_upwards(root: Path) -> None:
    assert find_root(root / "data" / "plans") == root
    with pytest.raises(WorkspaceNotFound, match=r"kehoach\.yaml"):
        find_root(root.parent)


def cuts(data: bytes) -> Iterator[bytes]:
    yield from (data[:end] for end in range(0, len(data), 7))


@pytest.mark.parametrize(
    "name", sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
)
def test_a_file_cut_off_anywhere_never_makes_loading_raise(root: Path, name: str) -> None:
    for part in cuts((BASE / name).read_bytes()):
        (root / name).write_bytes(part)
        ws = load(root)
        assert ws.folders[0].id == "mau"
