"""The one door through which files are written: each whole or not at all, and all of them or none.

New text is staged in a hidden file on the same disk, to its last byte, before the first file is
replaced. What fails in between is undone; what is killed in between is finished by the next run
(``journal``), and files staged for nothing are swept away an hour later.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen

PREFIX, SUFFIX = ".kehoach-", ".tmp"
"""A staged file; hidden ones are no data."""

_STALE_SECONDS = 3600


@frozen
class Staged:
    """New content on the disk, beside or above its place, and what stands in that place so far."""

    path: Path
    temporary: Path
    before: bytes | None


Promise = Callable[[list[Staged]], None]
"""Called when all is staged and nothing is replaced yet; what it raises stops the writing."""


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file at once: no reader ever sees half of it."""
    replace_files({path: data})


def replace_files(files: Mapping[Path, bytes], promise: Promise | None = None) -> None:
    """Put the data in place of all the files; on any failure all stay what they were.

    Raises:
        OSError: nothing has been written.
        OutputError: it stopped in between and could not be undone either; it names what is new.
    """
    staged: list[Staged] = []
    try:
        for path, data in files.items():
            staged.append(_stage(path, data))
        if promise is not None:
            promise(staged)
        commit(staged)
    finally:
        for one in staged:
            _drop(one.temporary)


def commit(staged: Iterable[Staged]) -> None:
    """Replace the files, or put back all that were replaced before one could not be."""
    staged = list(staged)
    try:
        for one in staged:
            one.path.parent.mkdir(parents=True, exist_ok=True)
            one.temporary.replace(one.path)
    except BaseException as error:
        replaced = [one for one in staged if not one.temporary.exists()]
        left = [one.path for one in reversed(replaced) if not _put_back(one)]
        if left:
            raise _partly(left, staged) from error
        raise
    for folder in {one.path.parent for one in staged}:
        _sync(folder)


def _partly(left: list[Path], staged: list[Staged]) -> OutputError:
    old = [one.path for one in staged if one.path not in left]
    return OutputError(
        f"bị ngắt khi đang ghi: {_named(left)} đã là bản mới, {_named(old)} vẫn là bản cũ",
        "xem lại ổ đĩa và quyền ghi rồi chạy lại lệnh",
    )


def _named(paths: list[Path]) -> str:
    return ", ".join(f"«{path}»" for path in paths)


def _stage(path: Path, data: bytes) -> Staged:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    folder = _standing(path.parent)
    _sweep(folder)
    handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(_mode(path))
        return Staged(path, temporary, path.read_bytes() if path.exists() else None)
    except BaseException:
        _drop(temporary)
        raise


def _standing(folder: Path) -> Path:
    """The nearest folder from here upwards that is there: new ones are made at the very last."""
    return next(one for one in (folder, *folder.parents) if os.path.lexists(one))


def _put_back(one: Staged) -> bool:
    """Give a file back its old content; whether that could be done."""
    try:
        if one.before is None:
            one.path.unlink()
        else:
            back = _stage(one.path, one.before)
            back.temporary.replace(one.path)
    except OSError:
        return False
    return True


def _sweep(folder: Path) -> None:
    """Remove what was staged here by runs that were killed; who writes now is younger."""
    for old in _stale(folder):
        _drop(old)


def _drop(temporary: Path) -> None:
    """Remove what is of no use; a disk that lets nobody remove it is swept later."""
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _stale(folder: Path) -> Iterator[Path]:
    bound = time.time() - _STALE_SECONDS
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (
                entry.name.startswith(PREFIX)
                and entry.name.endswith(SUFFIX)
                and entry.stat(follow_symlinks=False).st_mtime < bound
            ):
                yield Path(entry.path)


def _sync(folder: Path) -> None:
    """Have the new names on the disk too, where the system knows how (POSIX)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: Path) -> int:
    """The file's own rights, or what the user's umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
