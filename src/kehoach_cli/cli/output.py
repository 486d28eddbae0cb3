"""Writing files: all or nothing, and never over what someone has changed by hand."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from kehoach_cli.cli.atomic import replace_file, replace_files
from kehoach_cli.cli.journal import replace_in
from kehoach_cli.errors import OutputError
from kehoach_cli.source.file_names import is_reserved

LEDGER = ".kehoach-written.json"
"""Beside the written files: name → SHA-256 of what we wrote, the last first.

It is written before they are: were the run killed in between, the old file is still known as ours.
"""

_REMEMBERED = 2


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> list[Path]:
    """Write the files; refuse before the first byte when one of them was edited since."""
    if taken := [folder / name for name in files if (folder / name).is_dir()]:
        raise OutputError(
            f"không ghi được «{taken[0]}»: ở đó có một thư mục trùng tên tệp",
            "đổi tên thư mục đó, hoặc chọn nơi khác bằng --out",
        )
    if odd := [folder / name for name in (*files, LEDGER) if _is_no_file(folder / name)]:
        raise OutputError(f"không ghi được «{odd[0]}»: {_NO_FILE}", "chọn nơi khác bằng --out")
    refuse_reserved(files)
    _refuse_leading_out(folder, files)
    written = _ledger(folder)
    edited = [name for name in files if _is_foreign(folder / name, written.get(name, []))]
    if edited and not force:
        raise OutputError(
            f"{', '.join(f'«{folder / name}»' for name in edited)} đã được sửa sau khi xuất "
            "nên không bị ghi đè",
            "đổi tên tệp đó để giữ lại, hoặc thêm --force để ghi đè",
        )
    news = {name: [_sum(data), *written.get(name, [])] for name, data in files.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_files(
            {folder / LEDGER: _as_json(written | news)}
            | {folder / name: data for name, data in files.items()}
        )
    except OSError as error:
        raise OutputError(
            f"không ghi được vào «{folder}»: {reason_of(error)}", "chọn nơi khác bằng --out"
        ) from error
    return [folder / name for name in files]


def write_new(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write the files that are not there yet; the answer names those that are and stay."""
    kept = [folder / name for name in texts if os.path.lexists(folder / name)]
    news = {folder / name: text.encode("utf-8") for name, text in texts.items()}
    refuse_reserved(texts)
    _refuse_leading_out(folder, texts)
    try:
        replace_in(folder, {path: data for path, data in news.items() if path not in kept})
    except OSError as error:
        raise OutputError(f"không ghi được vào «{folder}»: {reason_of(error)}") from error
    return kept


def append_text(path: Path, text: str) -> None:
    """Put ``text`` at the end of a file, as CI services want their summaries written."""
    if _is_no_file(path):
        raise OutputError(f"không ghi được «{path}»: {_NO_FILE}")
    try:
        before = path.read_bytes() if path.exists() else b""
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, before + text.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"không ghi được «{path}»: {reason_of(error)}") from error


def refuse_reserved(names: Iterable[str]) -> None:
    """Raise ``OutputError`` for a file that nobody could check out on Windows, wherever we are."""
    for name in names:
        if part := next((one for one in Path(name).parts if is_reserved(one)), None):
            raise OutputError(
                f"không ghi «{name}»: Windows giữ riêng tên «{part}», máy Windows không mở được",
                "đặt mã khác, ví dụ thêm một từ",
                "windows-name",
            )


def reason_of(error: OSError) -> str:
    """Why the system does not let us write, in words."""
    return next(
        (words for kind, words in _REASONS if isinstance(error, kind)),
        _BY_NUMBER.get(error.errno or 0, "ổ đĩa đầy hoặc không dùng được"),
    )


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "không có quyền ghi"),
    (FileExistsError, "ở đó có một tệp trùng tên thư mục"),
    (NotADirectoryError, "đường dẫn đi qua một tệp"),
    (IsADirectoryError, "ở đó có một thư mục trùng tên tệp"),
)
_NO_FILE = "ở đó là một thiết bị hoặc ống dẫn, không phải tệp"
_BY_NUMBER = {
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EFBIG: "tệp lớn quá mức máy cho phép",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENODEV: _NO_FILE,
}


def _refuse_leading_out(folder: Path, files: Mapping[str, object]) -> None:
    """A link in the folder must not lead what is written to some other place."""
    real = Path(os.path.realpath(folder))
    for name in files:
        if not Path(os.path.realpath((folder / name).parent)).is_relative_to(real):
            raise OutputError(
                f"không ghi «{folder / name}»: thư mục này là một liên kết dẫn ra ngoài «{folder}»",
                "xóa liên kết đó rồi chạy lại",
            )


def _is_no_file(path: Path) -> bool:
    """A device or a pipe: reading one may never end, replacing one breaks the machine."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _is_foreign(path: Path, known: list[str]) -> bool:
    """Whether someone else wrote what stands there."""
    try:
        return path.exists() and _sum(path.read_bytes()) not in known[:_REMEMBERED]
    except OSError:
        return True


def _ledger(folder: Path) -> dict[str, list[str]]:
    """What was written before; a ledger that cannot be read, or written again, knows nothing."""
    try:
        data = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        json.dumps(data, ensure_ascii=False).encode()  # half a character is a ``ValueError``
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {
        str(name): [str(one) for one in (held if isinstance(held, list) else [held])]
        for name, held in data.items()
    }


def _as_json(sums: Mapping[str, list[str]]) -> bytes:
    kept = {name: list(dict.fromkeys(held))[:_REMEMBERED] for name, held in sums.items()}
    return (json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
