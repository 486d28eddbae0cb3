"""The repository that holds a workspace, and asking git in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from os.path import lexists
from pathlib import Path

from kehoach_cli.errors import GitFailed
from kehoach_cli.frozen import frozen
from kehoach_cli.source.disk import MAX_BYTES
from kehoach_cli.source.programs import program

_QUIET = (
    "--no-pager",
    "-c",
    "core.quotepath=off",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "color.ui=false",
)
_SETTINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # the same for git before 2.45: nothing is fetched
    "LC_ALL": "C",
    "LANGUAGE": "C",
}
_INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_LITERAL_PATHSPECS")
"""Set where git runs a hook; there they would lead to another repository than the folder's own."""

_INCOMPLETE = (
    "kho git thiếu nội dung của một bản cũ",
    "kho được tải về không đầy đủ; tải lại: git fetch --refetch",
)
_SENTENCES = (
    ("' not allowed", *_INCOMPLETE),
    ("lazy fetching disabled", *_INCOMPLETE),
    (
        "not a git repository",
        "thư mục «{root}» không nằm trong kho git nào",
        "lệnh này đọc lịch sử từ git: tạo kho bằng git init rồi commit, hoặc chỉ đúng --root",
    ),
    (
        "dubious ownership",
        "git không mở kho chứa «{root}» vì thư mục thuộc người dùng khác",
        "nếu tin kho này: git config --global --add safe.directory <thư mục của kho>",
    ),
)


@frozen
class Repository:
    """Where the workspace stands: ``prefix`` is the way to it from the top, "" or «a/b/».

    ``filters``: settings by which the repository itself, not its user, has programs run over files.
    """

    root: Path
    prefix: str
    is_shallow: bool
    filters: tuple[str, ...] = ()

    @property
    def top(self) -> Path:
        """The folder that holds the repository."""
        return self.root.joinpath(*[".."] * self.prefix.count("/"))

    def at_top(self) -> Repository:
        """The same repository, asked from its top: some words of git count paths from there."""
        return Repository(self.top, "", self.is_shallow, self.filters)

    def ask(self, *words: str, given: bytes | None = None) -> bytes:
        """What git prints.

        Raises ``GitFailed`` where it refuses.
        """
        return _ask(self.root, *words, given=given, without=self.filters)

    def try_ask(self, *words: str) -> bytes | None:
        """What git prints; None where it says that there is no such thing."""
        done = _run(self.root, words, None, self.filters)
        return done.stdout if done.returncode == 0 else None

    def blobs(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The content of each blob, asked for once.

        Of one that is larger than a file of a workspace may be there is only that to be seen.
        """
        sizes = self._sizes(list(dict.fromkeys(ids)))
        for some in _portions(sizes):
            yield from zip(some, _parts(self._answer("--batch", some)), strict=True)
        yield from ((one, _TOO_LARGE) for one, size in sizes.items() if size > MAX_BYTES)

    def _sizes(self, ids: list[str]) -> dict[str, int]:
        """Bytes of each; 0 for one that is not there."""
        answer = self._answer("--batch-check", ids).split(b"\n")[:-1]
        last = (line.rpartition(b" ")[2] for line in answer)
        sizes = [int(one) if one.isdigit() else 0 for one in last]
        return dict(zip(ids, sizes, strict=True))

    def _answer(self, how: str, ids: Iterable[str]) -> bytes:
        given = "".join(f"{one}\n" for one in ids).encode()
        return self.ask("cat-file", how, given=given) if given else b""


_AT_ONCE = 100_000_000
_TOO_LARGE = bytes(MAX_BYTES + 1)


def _portions(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """Those that may be read, some hundred megabytes at a time."""
    some: list[str] = []
    total = 0
    for one, size in sizes.items():
        if size > MAX_BYTES:
            continue
        if total + size > _AT_ONCE:
            yield some
            some, total = [], 0
        some.append(one)
        total += size
    if some:
        yield some


def find_repository(root: Path) -> Repository:
    """The repository around the workspace; the nearest one, as git itself finds it.

    Raises ``GitFailed`` where there is none, where its settings call another folder its own (it may
    be all of the disk), and where git is not installed.
    """
    said = _ask(root, "rev-parse", "--show-prefix", "--is-shallow-repository")
    prefix, shallow = decoded(said).split("\n")[:2]
    found = Repository(root, prefix, shallow == "true", _filters(root))
    if not lexists(found.top / ".git"):
        raise GitFailed(
            f"cấu hình của kho git lấy «{found.top.resolve()}» làm thư mục của kho",
            "bỏ core.worktree khỏi cấu hình: git config --unset core.worktree",
        )
    return found


def _filters(root: Path) -> tuple[str, ...]:
    """The settings of the repository's own files that name programs to be run over files.

    Who brought the repository has written them; those of the user or the system stay in force.
    """
    found: dict[str, None] = {}
    for whose in ("--local", "--worktree"):
        asked = ("config", whose, "--includes", "--name-only", "-z", "--get-regexp", r"^filter\.")
        found |= dict.fromkeys(fields(_run(root, asked, None).stdout))
    if odd := next((one for one in found if "=" in one), ""):
        raise GitFailed(f"cấu hình của kho git có bộ lọc tên lạ «{odd}»", "xem: git config --edit")
    return tuple(found)


def decoded(name: bytes) -> str:
    """Text from git; bytes that are no UTF-8 survive."""
    return name.decode("utf-8", "surrogateescape")


def fields(data: bytes) -> list[str]:
    """The parts of an answer to ``-z``."""
    return decoded(data).split("\0")[:-1]


def _parts(answer: bytes) -> Iterator[bytes]:
    """The contents in an answer of ``cat-file --batch``."""
    start = 0
    while start < len(answer):
        end = answer.index(b"\n", start)
        *_, size = answer[start:end].split(b" ")
        if size == b"missing":
            raise GitFailed(*_INCOMPLETE)
        first, last = end + 1, end + 1 + int(size)
        yield answer[first:last]
        start = last + 1


def _ask(root: Path, *words: str, given: bytes | None = None, without: Iterable[str] = ()) -> bytes:
    done = _run(root, words, given, without)
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    for mark, sentence, hint in _SENTENCES:
        if mark in said:
            raise GitFailed(sentence.format(root=root), hint)
    last = said.rpartition("\n")[2]
    raise GitFailed(f"git không trả lời được («{last}»)", f"xem: git {words[0]}")


def _run(
    root: Path, words: Iterable[str], given: bytes | None, without: Iterable[str] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Ask git, for which the settings named by ``without`` are empty."""
    emptied = (word for one in without for word in ("-c", f"{one}="))
    environment = {key: value for key, value in os.environ.items() if key not in _INHERITED}
    git = program("git")
    if git is None:
        raise GitFailed("máy này chưa có git", "cài git (https://git-scm.com) rồi chạy lại lệnh")
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [git, *_QUIET, *emptied, *words],
            cwd=root,
            env=environment | _SETTINGS,
            input=given or b"",
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitFailed(
            "không chạy được git trên máy này", "xem quyền chạy chương trình"
        ) from error
