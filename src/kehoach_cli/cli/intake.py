"""What commands do alike that read office files of others and write new files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import KehoachError, OutputError

if TYPE_CHECKING:
    from kehoach_cli.exchange.package import Refused
    from kehoach_cli.workspace import Workspace

_MAX_BYTES = 50_000_000


def read_bytes(file: Path) -> bytes:
    """The bytes of a file that somebody names; raises ``KehoachError`` where it has none."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_MAX_BYTES + 1)  # what a device or a pipe gives may never end
    except OSError as error:
        reason = next((words for kind, words in _REASONS if isinstance(error, kind)), "lỗi ổ đĩa")
        raise KehoachError(f"không đọc được «{file}»: {reason}", "xem lại tên tệp") from error
    if len(data) > _MAX_BYTES:
        raise KehoachError(
            f"không đọc «{file}»: tệp lớn hơn {_MAX_BYTES // 1_000_000} MB",
            "bỏ bớt ảnh trong tệp rồi lưu lại",
        )
    return data


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "không có tệp này"),
    (IsADirectoryError, "đây là thư mục"),
    (PermissionError, "không có quyền đọc"),
)


@contextmanager
def office_errors(file: str) -> Iterator[None]:
    """Say why an office file is not opened, in the words of the rule on such files."""
    from kehoach_cli.exchange.package import Refused

    try:
        yield
    except Refused as error:
        message, hint = words_of(error)
        raise KehoachError(f"không đọc được «{file}»: {message}", hint) from error


def words_of(error: Refused) -> tuple[str, str]:
    """Why a file is refused and what to do, as the rule on such files says it."""
    from kehoach_cli.exchange.package import TOO_LARGE, Unreadable
    from kehoach_cli.rules import docx_too_large, docx_unreadable, form_too_large, form_unreadable

    is_large = error.reason in TOO_LARGE
    if isinstance(error, Unreadable):
        rule = docx_too_large if is_large else docx_unreadable
    else:
        rule = form_too_large if is_large else form_unreadable
    said = (rule.MESSAGE, rule.HINT)
    message, hint = (words[error.reason].format(**error.said) for words in said)
    return message, hint


def write_new(ws: Workspace, files: Mapping[str, str], *, joins: bool = False) -> list[str]:
    """Write files into a folder that must not be there yet; refused before the first byte.

    ``joins``: the texts were made of the files that are there.
    """
    from kehoach_cli.cli.storing import store

    for name in files:
        if not joins and (ws.root / name).parent.is_dir():
            raise OutputError(
                f"«{Path(name).parent.as_posix()}» đã có nên không ghi vào đó",
                "chọn mã khác bằng --id; muốn nhập lại từ đầu thì xóa thư mục ấy trước",
            )
    store(ws, files)
    return list(files)
