"""What commands do alike that read office files of others and write new files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Diagnostic, Fault, Place, Span
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
        from kehoach_cli.exchange.intake.reader import size_rule

        raise KehoachError(
            f"không đọc «{file}»: tệp lớn hơn {_MAX_BYTES // 1_000_000} MB",
            "bỏ bớt ảnh trong tệp rồi lưu lại",
            size_rule(data[:8]),
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
        said = refusal_of(error, file)
        raise KehoachError(
            f"không đọc được «{file}»: {said.message}", said.hint, said.name
        ) from error


def refusal_of(error: Refused, file: str) -> Diagnostic:
    """Why a file is refused and what to do, as the rule on such files says it."""
    from kehoach_cli.rules.run import worded

    place = Place(file, span=Span(file))
    return worded([Fault(error.rule, place, {"reason": error.reason, **error.said})])[0]


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
