"""One revision as a workspace, and which files differ from it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path

from kehoach_cli.errors import GitFailed
from kehoach_cli.frozen import frozen
from kehoach_cli.gitlog.repository import Repository, fields
from kehoach_cli.source.disk import SETTINGS
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.workspace.kinds import EVIDENCE

_LINK = "120000"
_BLOB = "blob"
_MOST_LINKS = 5
_PLACES = (SETTINGS, "data")


@frozen
class FileChange:
    """A file of the repository that differs; ``path`` is relative to its top."""

    path: str
    kind: str
    """«A» new, «D» gone, «X» only its mode, «L» a symbolic link now, else changed."""


@frozen
class _Entry:
    mode: str
    blob: str


def resolve(repository: Repository, revision: str) -> str:
    """The full id of a commit.

    Raises ``GitFailed`` where there is none of that name.
    """
    said = repository.try_ask(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if said is not None:
        return said.decode("ascii").strip()
    if repository.try_ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        raise GitFailed("kho git chưa có commit nào", "commit lần đầu rồi chạy lại lệnh")
    raise GitFailed(f"kho git không có bản «{revision}»", _advice(repository, revision))


def _advice(repository: Repository, revision: str) -> str:
    if repository.is_shallow:
        return "kho chỉ tải về một phần lịch sử; lấy thêm: git fetch --unshallow"
    if "/" in revision:
        return "cập nhật từ máy chủ: git fetch"
    return "viết tên nhánh, thẻ hoặc mã commit; xem: git log --oneline"


def common_ancestor(repository: Repository, commit: str) -> str:
    """Where the checked-out branch left that commit's; the commit itself where nobody knows.

    What others have added to it since is thus no change of this branch.
    """
    said = repository.try_ask("merge-base", commit, "HEAD")
    return said.decode("ascii").strip() if said else commit


def read_revision(repository: Repository, commit: str) -> Workspace:
    """The workspace as it was; one that was not there yet is empty.

    ``git archive`` would leave out and rewrite what ``.gitattributes`` asks it to.
    """
    return load(repository.root, _held(repository, commit))


def _held(repository: Repository, commit: str) -> dict[str, bytes]:
    entries = _entries(repository, commit)
    wanted = {path: one.blob for path, one in entries.items() if not EVIDENCE.fullmatch(path)}
    contents = dict(repository.blobs(wanted.values()))
    links = {
        path: contents[one.blob].decode("utf-8", "surrogateescape")
        for path, one in entries.items()
        if one.mode == _LINK and path in wanted
    }
    held = {path: contents[wanted[path]] if path in wanted else b"" for path in entries}
    for path in links:
        target = _target(path, links)
        if target in held:
            held[path] = held[target]
    return held


def _entries(repository: Repository, commit: str) -> dict[str, _Entry]:
    found = {}
    for line in fields(repository.ask("ls-tree", "-r", "-z", commit, "--", *_PLACES)):
        about, _, path = line.partition("\t")
        mode, kind, blob = about.split(" ")
        if kind == _BLOB:
            found[path] = _Entry(mode, blob)
    return found


def _target(path: str, links: Mapping[str, str]) -> str:
    """Where a chain of links ends."""
    for _ in range(_MOST_LINKS):
        if path not in links:
            break
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), links[path]))
    return path


def changed_files(repository: Repository, commit: str) -> tuple[FileChange, ...]:
    """What differs between a commit and the work tree, files that git does not know yet included.

    What ``.gitignore`` names is left out. Of the whole repository, by path.
    """
    said = fields(repository.ask("diff-index", "--raw", "-z", "--no-renames", commit, "--"))
    differing = {
        path: about.lstrip(":").split(" ")
        for about, path in zip(said[::2], said[1::2], strict=True)
    }
    same = _same(repository, {path: one[2] for path, one in differing.items() if one[4] == "M"})
    found = [
        FileChange(path, _kind(about, is_same=path in same)) for path, about in differing.items()
    ]
    listed = repository.ask(
        "ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/"
    )
    top = repository.top
    found += [
        FileChange(path, "L" if (top / path).is_symlink() else "A") for path in fields(listed)
    ]
    return tuple(sorted((one for one in found if one.kind), key=lambda one: one.path))


def _kind(about: Sequence[str], *, is_same: bool) -> str:
    """Of a line of ``diff-index``: both modes, both blobs, the letter; "" where nothing differs."""
    before, after, blob, other, letter = about
    if after == _LINK:
        return "L"
    if not is_same and not (letter == "M" and blob == other):
        return letter
    return "X" if before != after else ""


def _same(repository: Repository, blobs: Mapping[str, str]) -> set[str]:
    """Which of the files hold just that blob: only their times differ from the index.

    ``git diff`` would see that by itself, but writes the index then (git 2.39, whatever
    ``GIT_OPTIONAL_LOCKS`` says).
    """
    plain = [
        path
        for path in blobs
        if not path.startswith('"') and "\n" not in path and _is_plain(repository.top / path)
    ]
    given = "".join(f"{path}\n" for path in plain).encode("utf-8", "surrogateescape")
    said = repository.at_top().ask("hash-object", "--stdin-paths", given=given)
    hashes = said.decode("ascii").split()
    return {path for path, blob in zip(plain, hashes, strict=True) if blobs[path] == blob}


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
