"""Writing files: all or nothing, and never over what someone has changed by hand."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kehoach_cli.errors import OutputError

LEDGER = ".kehoach-written.json"
"""Beside the written files: name → SHA-256 of what we wrote."""


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> list[Path]:
    """Write the files; refuse before the first byte when one of them was edited since."""
    if taken := [folder / name for name in files if (folder / name).is_dir()]:
        raise OutputError(
            f"không ghi được «{taken[0]}»: ở đó có một thư mục trùng tên tệp",
            "đổi tên thư mục đó, hoặc chọn nơi khác bằng --out",
        )
    written = _ledger(folder)
    edited = [name for name in files if _is_foreign(folder / name, written.get(name))]
    if edited and not force:
        raise OutputError(
            f"{', '.join(f'«{folder / name}»' for name in edited)} đã được sửa sau khi xuất "
            "nên không bị ghi đè",
            "đổi tên tệp đó để giữ lại, hoặc thêm --force để ghi đè",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            replace_file(folder / name, data)
        sums = written | {name: _sum(data) for name, data in files.items()}
        replace_file(folder / LEDGER, _as_json(sums))
    except OSError as error:
        raise OutputError(
            f"không ghi được vào «{folder}»: {_reason(error)}", "chọn nơi khác bằng --out"
        ) from error
    return [folder / name for name in files]


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file at once: no reader ever sees half of it."""
    handle, temporary = tempfile.mkstemp(prefix=".kehoach-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_new(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write the files that are not there yet; the answer names those that are and stay."""
    kept = [folder / name for name in texts if os.path.lexists(folder / name)]
    try:
        for path, text in ((folder / name, text) for name, text in texts.items()):
            if path not in kept:
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, text.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"không ghi được vào «{folder}»: {_reason(error)}") from error
    return kept


def append_text(path: Path, text: str) -> None:
    """Put ``text`` at the end of a file, as CI services want their summaries written."""
    try:
        before = path.read_bytes() if path.exists() else b""
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, before + text.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"không ghi được «{path}»: {_reason(error)}") from error


def _mode(path: Path) -> int:
    """The file's own rights, or what the user's umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _is_foreign(path: Path, known: str | None) -> bool:
    """Whether someone else wrote what stands there."""
    try:
        return path.exists() and _sum(path.read_bytes()) != known
    except OSError:
        return True


def _ledger(folder: Path) -> dict[str, str]:
    """What was written before; a ledger that cannot be read knows nothing."""
    try:
        data = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in data.items()} if isinstance(data, dict) else {}


def _as_json(sums: Mapping[str, str]) -> bytes:
    return (json.dumps(sums, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "không có quyền ghi"),
    (FileExistsError, "ở đó có một tệp trùng tên thư mục"),
    (NotADirectoryError, "đường dẫn đi qua một tệp"),
)


def _reason(error: OSError) -> str:
    return next(
        (words for kind, words in _REASONS if isinstance(error, kind)),
        "ổ đĩa đầy hoặc không dùng được",
    )
