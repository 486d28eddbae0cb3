"""What became of one id, commit by commit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.gitlog.repository import Repository, decoded
from kehoach_cli.gitlog.revisions import read_revision, resolve
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.workspace.changes import Change, compare

_FORMAT = "%x02%H%x03%P%x03%an%x03%as%x03%s%x04"
_COMMIT = re.compile(r"\x02(?=[0-9a-f]{40,64}\x03)")


@frozen
class Commit:
    """Who recorded something when, in the words of the commit.

    ``is_cut``: what came before it is not in this clone, so what it seems to add may be older.
    """

    id: str
    author: str
    day: date
    subject: str
    is_cut: bool = False


@frozen
class Step:
    """What a commit changed of the thing; ``commit`` is None for what is not recorded yet."""

    commit: Commit | None
    changes: tuple[Change, ...]


@frozen
class _Touched:
    """A file of a commit: its blobs before and after, "" where there is none."""

    path: str
    before: str
    after: str


_Logged = tuple[Commit, tuple[_Touched, ...]]


def history(repository: Repository, now: Workspace, own: str) -> tuple[Step, ...]:
    """Every commit that changed what bears the id, the oldest first, then what is not recorded.

    ``now`` is the workspace on the disk. Merges tell nothing of their own: what they bring stands
    in the commits that they bring.
    """
    logged = list(_log(repository))
    mark = own.encode()
    wanted = (blob for _, files in logged for one in files for blob in (one.before, one.after))
    held = {blob: data for blob, data in repository.blobs(filter(None, wanted)) if mark in data}
    steps = [Step(commit, _changes(repository, files, held, own)) for commit, files in logged]
    return tuple(one for one in (*steps, _open(repository, now, own)) if one.changes)


def _changes(
    repository: Repository, files: tuple[_Touched, ...], held: Mapping[str, bytes], own: str
) -> tuple[Change, ...]:
    """Only files that name the id on either side are read; the other half of such a file too."""
    telling = [one for one in files if one.before in held or one.after in held]
    if not telling:
        return ()
    blobs = dict(held)
    missing = {blob for one in telling for blob in (one.before, one.after)} - {"", *held}
    blobs.update(repository.blobs(sorted(missing)))
    before = {one.path: blobs[one.before] for one in telling if one.before}
    after = {one.path: blobs[one.after] for one in telling if one.after}
    return _of(load(repository.root, before), load(repository.root, after), own)


def _of(old: Workspace, new: Workspace, own: str) -> tuple[Change, ...]:
    return tuple(one for one in compare(old, new) if one.id == own)


def _open(repository: Repository, now: Workspace, own: str) -> Step:
    last = read_revision(repository, resolve(repository, "HEAD"))
    return Step(None, _of(last, now, own))


def _log(repository: Repository) -> Iterator[_Logged]:
    said = repository.ask(
        "log",
        "--reverse",
        "--topo-order",
        "--no-merges",
        "--raw",
        "--root",
        "-z",
        "--no-renames",
        "--no-abbrev",
        "--no-ext-diff",
        f"--format={_FORMAT}",
        "HEAD",
        "--",
        "data",
    )
    for part in _COMMIT.split(decoded(said))[1:]:
        head, _, files = part.rpartition("\x04")
        own, parents, author, day, subject = head.split("\x03", 4)
        is_cut = repository.is_shallow and not parents
        commit = Commit(own, author, date.fromisoformat(day), subject, is_cut)
        yield commit, tuple(_touched(files, repository.prefix))


def _touched(text: str, prefix: str) -> Iterator[_Touched]:
    """Pairs of «:mode mode before after letter» and path, each ended by NUL."""
    parts = text.strip("\n\0").split("\0")
    for about, path in zip(parts[::2], parts[1::2], strict=False):
        _, _, before, after, _ = about.strip().split(" ")
        yield _Touched(
            path.removeprefix(prefix),
            before if before.strip("0") else "",
            after if after.strip("0") else "",
        )
