"""One command at a time writes into a workspace; the next one waits for it, then reads afresh.

The system lets go of a lock when its process ends, however it ends, and no file is left behind:
the folder itself is locked (on Windows a byte of ``kehoach.yaml`` far behind its end). A disk that
knows no locks goes without; then the comparison before each write still finds who was faster.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from kehoach_cli.errors import OutputError

_PATIENCE_SECONDS = 20.0
_PAUSE_SECONDS = 0.05

_held: dict[Path, int] = {}


def hold(root: Path) -> None:
    """Keep others from writing into the workspace until ``release``.

    Raises ``OutputError`` where another command does not come to its end.
    """
    until = time.monotonic() + _PATIENCE_SECONDS
    while not try_hold(root):
        if time.monotonic() > until:
            raise OutputError(
                "một lệnh kehoach khác đang ghi vào thư mục làm việc này",
                "chờ lệnh đó xong rồi chạy lại",
            )
        time.sleep(_PAUSE_SECONDS)


def try_hold(root: Path) -> bool:
    """The same without waiting; whether nobody else holds it."""
    key = root.resolve()
    if key in _held:
        return True
    try:
        handle = _opened(key)
    except OSError:
        return True
    try:
        _lock(handle)
    except BlockingIOError:
        os.close(handle)
        return False
    except OSError:  # no locks on this disk
        os.close(handle)
        return True
    _held[key] = handle
    return True


def release() -> None:
    """Let go of all that this process holds."""
    while _held:
        os.close(_held.popitem()[1])


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def _opened(root: Path) -> int:
        return os.open(root / "kehoach.yaml", os.O_RDWR | os.O_BINARY)

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _opened(root: Path) -> int:
        return os.open(root, os.O_RDONLY)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
