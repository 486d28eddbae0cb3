"""Revisions are read whole and nothing is touched, wherever the workspace stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kehoach_cli.errors import GitFailed
from kehoach_cli.gitlog import (
    changed_files,
    common_ancestor,
    find_repository,
    read_revision,
    resolve,
)
from kehoach_cli.source.disk import MAX_BYTES
from kehoach_cli.workspace import load
from kehoach_cli.workspace.changes import compare

from .conftest import FOLDER, HERE, PLAN, TASKS, Repo


def state(top: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its content and time, the index of git too."""
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in top.rglob("*")
        if path.is_file()
    }


def test_a_revision_is_the_workspace_of_that_day(repo: Repo) -> None:
    repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
    found = find_repository(repo.root)
    assert (found.prefix, found.is_shallow) == (f"{FOLDER}/", False)
    old = read_revision(found, resolve(found, "HEAD"))
    (one,) = compare(old, load(repo.root))
    assert (one.id, one.aspect, one.old, one.new) == ("pl-1", "due", "Quý IV/2027", "Quý I/2028")


def test_reading_touches_neither_work_tree_nor_index(repo: Repo) -> None:
    repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
    os.utime(repo.root / "kehoach.yaml", (1, 1))
    before = state(repo.top)
    found = find_repository(repo.root)
    commit = resolve(found, "HEAD")
    read_revision(found, commit)
    told = [one.path for one in changed_files(found, commit)]
    assert told == [f"{FOLDER}/{TASKS}"], "a file with another time only is the same"
    assert state(repo.top) == before


def test_attributes_of_an_archive_change_nothing(repo: Repo) -> None:
    repo.write(".gitattributes", "data/communes.yaml export-ignore\n*.yaml export-subst\n")
    repo.put(TASKS, "person: Phòng Chuyển đổi số", 'person: "$Format:%H$"')
    repo.commit("thử")
    found = find_repository(repo.root)
    assert len(compare(read_revision(found, resolve(found, "HEAD")), load(repo.root))) == 0


def test_line_ends_of_windows_are_no_change(repo: Repo) -> None:
    path = repo.root / TASKS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    found = find_repository(repo.root)
    assert len(compare(read_revision(found, resolve(found, "HEAD")), load(repo.root))) == 0


def test_a_link_inside_the_workspace_is_followed(repo: Repo) -> None:
    (repo.root / TASKS).replace(repo.root / HERE / "that.txt")
    (repo.root / TASKS).symlink_to("that.txt")
    repo.commit("đặt liên kết")
    found = find_repository(repo.root)
    assert len(compare(read_revision(found, resolve(found, "HEAD")), load(repo.root))) == 0


def test_a_worktree_is_a_repository(repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "--quiet", str(tmp_path / "nhánh"), "-b", "nhanh")
    found = find_repository(tmp_path / "nhánh" / FOLDER)
    old = read_revision(found, resolve(found, "main"))
    assert len(compare(old, load(tmp_path / "nhánh" / FOLDER))) == 0


def test_a_hook_does_not_lead_to_another_repository(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert find_repository(repo.root).prefix == f"{FOLDER}/"


def test_before_the_workspace_there_was_an_empty_one(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "khac")
    repo.git("rm", "-r", "--quiet", "--cached", ".")
    (repo.top / "README").write_text("x", encoding="utf-8")
    repo.git("add", "README")
    repo.git("commit", "--quiet", "-m", "trống")
    found = find_repository(repo.root)
    old = read_revision(found, resolve(found, "khac"))
    assert old.located == ()
    assert {one.kind for one in compare(old, load(repo.root))} == {"added"}


def test_changed_files_are_told_by_their_names(repo: Repo) -> None:
    repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
    repo.write(f"{HERE}/evidence/biên bản.txt", "mới")
    (repo.root / HERE / "issued.md").unlink()
    found = find_repository(repo.root)
    told = {one.path.removeprefix(f"{FOLDER}/"): one.kind for one in changed_files(found, "HEAD")}
    assert told == {
        TASKS: "M",
        f"{HERE}/evidence/biên bản.txt": "A",
        f"{HERE}/issued.md": "D",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows biết không quyền chạy, ít có liên kết")
def test_modes_and_links_are_told_too(repo: Repo) -> None:
    repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
    for file in (TASKS, PLAN):
        (repo.root / file).chmod(0o755)
    issued = repo.root / HERE / "issued.md"
    issued.unlink()
    issued.symlink_to("plan.yaml")
    (repo.root / HERE / "mới.md").symlink_to("plan.yaml")
    found = find_repository(repo.root)
    want = {TASKS: "M", PLAN: "X", f"{HERE}/issued.md": "L", f"{HERE}/mới.md": "L"}
    first = resolve(found, "HEAD")
    on_disk = changed_files(found, first)
    assert {one.path.removeprefix(f"{FOLDER}/"): one.kind for one in on_disk} == want
    repo.commit("đổi quyền")
    assert changed_files(found, first) == on_disk


def test_the_fork_is_where_the_branch_began(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD").strip()
    repo.git("checkout", "--quiet", "-b", "nhanh")
    repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
    repo.commit("trên nhánh")
    repo.git("checkout", "--quiet", "main")
    repo.write(f"{HERE}/evidence/a.txt", "của nơi khác")
    main = repo.commit("trên main")
    repo.git("checkout", "--quiet", "nhanh")
    found = find_repository(repo.root)
    assert common_ancestor(found, main) == first


def test_a_file_of_an_old_revision_beyond_all_limits_is_not_read(repo: Repo) -> None:
    repo.write(TASKS, " " * (MAX_BYTES + 1))
    repo.commit("một tệp quá lớn")
    found = find_repository(repo.root)
    ws = read_revision(found, resolve(found, "HEAD"))
    assert [one.kind for one in ws.faults if one.place.file == TASKS] == ["file-too-large"]
    assert ws.settings is not None


@pytest.mark.parametrize("name", ["khong-co", "--help", "-n1", "HEAD:kehoach.yaml", "a b", ""])
def test_what_is_no_commit_is_refused(repo: Repo, name: str) -> None:
    with pytest.raises(GitFailed, match="không có bản"):
        resolve(find_repository(repo.root), name)


def test_no_repository_no_commit_no_git(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ngoài").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(GitFailed, match="không nằm trong kho git"):
        find_repository(tmp_path / "ngoài")
    Repo(tmp_path / "ngoài").git("init", "--quiet")
    with pytest.raises(GitFailed, match="chưa có commit"):
        resolve(find_repository(tmp_path / "ngoài"), "HEAD")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitFailed, match="chưa có git"):
        find_repository(repo.root)


def test_a_shallow_clone_says_what_it_lacks(repo: Repo, tmp_path: Path) -> None:
    first = repo.git("rev-parse", "HEAD").strip()
    repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
    repo.commit("lần hai")
    source = repo.top.as_uri()
    repo.git("clone", "--quiet", "--depth=1", source, str(tmp_path / "nông"))
    found = find_repository(tmp_path / "nông" / FOLDER)
    assert found.is_shallow
    assert read_revision(found, resolve(found, "HEAD")).settings is not None
    with pytest.raises(GitFailed) as refused:
        resolve(found, first)
    assert "--unshallow" in refused.value.hint
