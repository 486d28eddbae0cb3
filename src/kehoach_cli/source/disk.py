"""The bytes of a file of the workspace, or why they cannot be had; no YAML needed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from io import FileIO
from pathlib import Path

from kehoach_cli.diagnostics import Fault, Place
from kehoach_cli.errors import WorkspaceNotFound

SETTINGS = "kehoach.yaml"
"""The file that makes a folder a workspace."""

MAX_BYTES = 20_000_000
"""A file of 20 MB would hold some 30,000 tasks; a larger one was put there by mistake."""

Held = Mapping[str, bytes | Fault]
"""Files by path as they were read, or what kept them from being read."""

Straight = dict[str, bool]
"""Folder → whether no link stands on the way to it from the root."""

_CAN_TELL_LINKS = os.name == "posix"
_REASONS = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ELOOP: "missing",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "directory",
}


def find_root(start: Path) -> Path:
    """The nearest folder from ``start`` upwards that holds ``kehoach.yaml``."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / SETTINGS):
            return folder
    raise WorkspaceNotFound(
        f"không tìm thấy {SETTINGS} trong «{start}» và các thư mục chứa nó",
        "chạy lệnh trong thư mục làm việc, hoặc chỉ ra thư mục đó bằng --root",
    )


def bytes_of(root: Path, path: str, straight: Straight | None = None) -> bytes | Fault:
    """The bytes of a file under ``root``; never raises, and never leads out of it.

    ``straight``: what was seen of its folders, kept by who reads many files at a time.
    """
    try:
        if _has_straight_way(root, path, {} if straight is None else straight):
            kind = os.lstat(f"{root}/{path}")
            if not stat.S_ISLNK(kind.st_mode):
                return _content(f"{root}/{path}", path, kind)
        file = os.path.realpath(root / path, strict=True)
        if not _is_inside(file, os.path.realpath(root)):
            return unreadable(path, "outside-workspace")
        return _content(file, path, os.lstat(file))
    except OSError as error:
        return unreadable(path, _REASONS.get(error.errno or 0, "io-error"))
    except ValueError:  # a NUL in the name
        return unreadable(path, "missing")


def _has_straight_way(root: Path, path: str, seen: Straight) -> bool:
    """Whether no folder on the way from the root is a link; nobody asks twice of a folder.

    Where links cannot be told from folders (Windows has more kinds of them) no way is straight.
    """
    folder = path.rpartition("/")[0]
    if folder not in seen:
        is_odd = not _CAN_TELL_LINKS or folder[:1] == "/" or ".." in folder.split("/")
        seen[folder] = not is_odd and (not folder or _is_straight(root, folder, seen))
    return seen[folder]


def _is_straight(root: Path, folder: str, seen: Straight) -> bool:
    if not _has_straight_way(root, folder, seen):
        return False
    return stat.S_ISDIR(os.lstat(f"{root}/{folder}").st_mode)


def _content(file: str, path: str, kind: os.stat_result) -> bytes | Fault:
    """What is in a file that is known to lie in the workspace."""
    if not stat.S_ISREG(kind.st_mode):
        return unreadable(path, "directory" if stat.S_ISDIR(kind.st_mode) else "not-a-file")
    if kind.st_size > MAX_BYTES:
        return too_large(path, kind.st_size)
    with FileIO(file) as whole:
        return whole.readall()


def limited(path: str, data: bytes | Fault) -> bytes | Fault:
    """The same, or a fault for what is too large to be one of our files."""
    if isinstance(data, Fault) or len(data) <= MAX_BYTES:
        return data
    return too_large(path, len(data))


def unreadable(path: str, reason: str, **details: object) -> Fault:
    """An ``unreadable-file`` for one of the reasons that its rule has words for."""
    return Fault("unreadable-file", Place(path), {"reason": reason, **details})


def _is_inside(real: str, root: str) -> bool:
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def too_large(path: str, size_bytes: int) -> Fault:
    """Why a file of that size is not read."""
    return Fault(
        "file-too-large", Place(path), {"size_bytes": size_bytes, "limit_bytes": MAX_BYTES}
    )
