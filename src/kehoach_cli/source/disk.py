"""The bytes of a file of the workspace, or why they cannot be had; no YAML needed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from kehoach_cli.diagnostics import Fault, Place
from kehoach_cli.errors import WorkspaceNotFound

SETTINGS = "kehoach.yaml"
"""The file that makes a folder a workspace."""

MAX_BYTES = 20_000_000
"""A file of 20 MB would hold some 30,000 tasks; a larger one was put there by mistake."""

Held = Mapping[str, bytes | Fault]
"""Files by path as they were read, or what kept them from being read."""

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


def bytes_of(root: Path, path: str) -> bytes | Fault:
    """The bytes of a file under ``root``; never raises, and never leads out of it."""
    try:
        real = os.path.realpath(root / path, strict=True)
        kind = os.stat(real)  # noqa: PTH116 - a thousand files: no Path for each
        reason = _refusal(real, os.path.realpath(root), kind.st_mode)
        if reason:
            return unreadable(path, reason)
        if kind.st_size > MAX_BYTES:
            return too_large(path, kind.st_size)
        return Path(real).read_bytes()
    except OSError as error:
        return unreadable(path, _REASONS.get(error.errno or 0, "io-error"))
    except ValueError:  # a NUL in the name
        return unreadable(path, "missing")


def limited(path: str, data: bytes | Fault) -> bytes | Fault:
    """The same, or a fault for what is too large to be one of our files."""
    if isinstance(data, Fault) or len(data) <= MAX_BYTES:
        return data
    return too_large(path, len(data))


def unreadable(path: str, reason: str, **details: object) -> Fault:
    """An ``unreadable-file`` for one of the reasons that its rule has words for."""
    return Fault("unreadable-file", Place(path), {"reason": reason, **details})


def _refusal(real: str, root: str, mode: int) -> str:
    """Why a thing that exists is not opened; empty when it may be."""
    if real != root and not real.startswith(root.rstrip(os.sep) + os.sep):
        return "outside-workspace"
    if stat.S_ISDIR(mode):
        return "directory"
    return "" if stat.S_ISREG(mode) else "not-a-file"


def too_large(path: str, size_bytes: int) -> Fault:
    """Why a file of that size is not read."""
    return Fault(
        "file-too-large", Place(path), {"size_bytes": size_bytes, "limit_bytes": MAX_BYTES}
    )
