"""Files of the workspace: never over what somebody has typed since they were read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.cli.journal import finish, is_pending, replace_in
from kehoach_cli.cli.locking import hold, release, try_hold
from kehoach_cli.cli.output import reason_of, refuse_reserved
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.workspace import Workspace


def store(ws: Workspace, texts: Mapping[str, str]) -> None:
    """Write whole files of the workspace by their paths in it: all of them, or none.

    Raises:
        EditRefused: somebody has changed one of them since the workspace was read.
        OutputError: one cannot be written, lies behind a link out of the workspace, or has a name
            that Windows keeps for itself.
    """
    from kehoach_cli.workspace.records import text_on_disk

    def check() -> None:
        for file in texts:
            text_on_disk(ws, file)

    refuse_reserved(texts)
    files = {_inside(ws.root, file): text.encode("utf-8") for file, text in texts.items()}
    try:
        replace_in(ws.root, files, check)
    except OSError as error:
        raise OutputError(
            f"không ghi được {_named(texts)}: {reason_of(error)}",
            "xem quyền ghi của tệp và thư mục",
        ) from error


def make_ready(root: Path, *, to_write: bool) -> bool:
    """Before the workspace is read: one writer at a time, and no half of what another promised.

    The answer is whether an interrupted run was finished.
    Raises ``OutputError`` where another command is writing and does not end, and where a command
    that is to write cannot finish what was interrupted.
    """
    if to_write:
        hold(root)
    if not is_pending(root) or not try_hold(root):
        return False
    is_done = _finish(root, to_write=to_write)
    if not to_write:
        release()
    return is_done


def _finish(root: Path, *, to_write: bool) -> bool:
    try:
        finished = finish(root.resolve())
    except OSError as error:
        if to_write:
            raise OutputError(
                f"lần ghi trước bị ngắt giữa chừng, nay chưa ghi nốt được: {reason_of(error)}",
                "xem quyền ghi của thư mục làm việc",
            ) from error
        return False
    if finished.written:
        sys.stderr.write(
            f"Lần ghi trước bị ngắt giữa chừng, đã ghi nốt {_named(finished.written)}\n"
        )
    if finished.kept:
        sys.stderr.write(
            f"Lần ghi trước bị ngắt giữa chừng; {_named(finished.kept)} đã được sửa sau đó "
            "nên giữ nguyên, hãy xem lại\n"
        )
    return bool(finished.written)


def _inside(root: Path, file: str) -> Path:
    """Where a link leads: it stays a link; out of the workspace it leads nowhere."""
    path = Path(os.path.realpath(root / file))
    if not path.is_relative_to(os.path.realpath(root)):
        raise OutputError(
            f"không ghi «{file}»: đó là liên kết dẫn ra ngoài thư mục làm việc",
            "thay liên kết bằng tệp thật",
        )
    return path


def _named(files: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(f"«{file}»" for file in files)
