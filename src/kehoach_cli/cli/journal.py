"""What a run promised to write: were it killed between two files, the next one finishes it.

The promise stands in the workspace while files are being replaced, which takes milliseconds. It
names files of the workspace and what was staged for them; one that says anything else is no
promise of ours and is thrown away, for a workspace may come from strangers.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from kehoach_cli.cli.atomic import PREFIX, SUFFIX, Staged, commit, replace_file, replace_files
from kehoach_cli.frozen import frozen

PENDING = ".kehoach-pending.json"
_SCHEMA = 1
_MAX_BYTES = 1_000_000


@frozen
class Entry:
    """A file by its path in the workspace; SHA-256 of its old content ("" for none) and new."""

    file: str
    staged: str
    before: str
    after: str


@frozen
class Finished:
    """Of an interrupted run: files now written, files left as somebody has typed them since."""

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def replace_in(
    folder: Path, files: Mapping[Path, bytes], check: Callable[[], None] = lambda: None
) -> None:
    """Put the data in place of files of the workspace; were it killed, ``finish`` ends it.

    ``check`` is called when all is staged: what it raises leaves every file as it was.
    Raises what ``replace_files`` does.
    """
    root = folder.resolve()
    real = {path.parent.resolve() / path.name: data for path, data in files.items()}
    try:
        replace_files(real, _promise_in(root, check))
    finally:
        _withdraw(root)


def _promise_in(root: Path, check: Callable[[], None]) -> Callable[[list[Staged]], None]:
    """Check, then write the promise down where more than one file is to be replaced."""

    def promise(staged: list[Staged]) -> None:
        check()
        if len(staged) > 1:
            entries = [asdict(_entry(root, one)) for one in staged]
            text = json.dumps({"schema": _SCHEMA, "files": entries}, ensure_ascii=False)
            with contextlib.suppress(PermissionError):  # may write files here, but no new ones
                replace_file(root / PENDING, text.encode())

    return promise


def _withdraw(root: Path) -> None:
    """The promise is kept, or was taken back: nothing is left to do."""
    with contextlib.suppress(OSError):
        (root / PENDING).unlink(missing_ok=True)


def finish(root: Path) -> Finished:
    """Write what an interrupted run had promised; nothing where there was none.

    A file that somebody has typed into since then stays hers. Raises ``OSError`` where the files
    cannot be written; the promise then stands for the next run.
    """
    entries = _read(root)
    open_ones = [one for one in entries if _sum_of(root / one.file) == one.before]
    ready = [one for one in open_ones if _sum_of(root / one.staged) == one.after]
    commit(Staged(root / one.file, root / one.staged, _bytes(root / one.file)) for one in ready)
    for one in entries:
        (root / one.staged).unlink(missing_ok=True)
    kept = [one.file for one in entries if _sum_of(root / one.file) != one.after]
    _withdraw(root)
    return Finished(tuple(one.file for one in ready), tuple(kept))


def is_pending(root: Path) -> bool:
    """Whether a run was interrupted here, or another one is writing at this moment."""
    return os.path.lexists(root / PENDING)


def _entry(root: Path, one: Staged) -> Entry:
    return Entry(
        one.path.relative_to(root).as_posix(),
        one.temporary.relative_to(root).as_posix(),
        "" if one.before is None else _sum(one.before),
        _sum(one.temporary.read_bytes()),
    )


def _read(root: Path) -> list[Entry]:
    """The entries of a sound promise, none of any other."""
    if not (root / PENDING).is_file():
        return []
    try:
        with (root / PENDING).open("rb") as file:
            data = json.loads(file.read(_MAX_BYTES))
        entries = [Entry(**one) for one in data["files"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    return entries if all(_is_ours(root, one) for one in entries) else []


def _is_ours(root: Path, one: Entry) -> bool:
    """Both inside the workspace, the staged one beside or above its place, with a staged name."""
    if not all(isinstance(text, str) for text in (one.file, one.staged, one.before, one.after)):
        return False
    file, staged = PurePosixPath(one.file), PurePosixPath(one.staged)
    return (
        _is_inside(root, file)
        and _is_inside(root, staged)
        and staged.parent in file.parents
        and staged.name.startswith(PREFIX)
        and staged.name.endswith(SUFFIX)
    )


def _is_inside(root: Path, path: PurePosixPath) -> bool:
    """A file, or where one could be; the way there does not lead out of the workspace.

    Not by «..», by a root of its own or by a link, nor into the repository's own folder, which
    some systems also find as «.GIT» or behind a backslash.
    """
    parts = {part.casefold() for part in path.parts}
    if path.is_absolute() or {"..", ".git"} & parts or {"\0", "\\"} & set(str(path)):
        return False
    here = root.resolve()
    return _may_be_file(here / path) and (here / path).resolve() == here / path


def _may_be_file(path: Path) -> bool:
    """Neither a folder nor a device, nor a name that no file can have here."""
    try:
        return S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, PermissionError):
        return True
    except (OSError, ValueError):
        return False


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _sum_of(path: Path) -> str:
    data = _bytes(path)
    return "" if data is None else _sum(data)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
