"""Any file that a Kế hoạch comes in, by what it is and not by how it is called."""

from __future__ import annotations

import re

from kehoach_cli.errors import KehoachError
from kehoach_cli.exchange.intake.lines import Source, as_lines
from kehoach_cli.exchange.intake.texts import read_text
from kehoach_cli.exchange.intake.word import read_word
from kehoach_cli.exchange.package import PdfTooLarge, Unreadable
from kehoach_cli.vn.encoding import looks_like_tcvn3_or_vni

_SECRET = re.compile(r"(?:TUYỆT |TỐI )?MẬT")
_ZIP = b"PK"
_TAIL = 200_000
_PDF = b"%PDF"
_SHEETS = b"xl/workbook.xml"
_OLD_SHEETS = "Workbook".encode("utf-16-le")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def read_file(name: str, data: bytes) -> Source:
    """The paragraphs and tables of the file.

    Raises:
        Refused: An office file that is broken, or must not be opened; a table or PDF too long.
        KehoachError: The bytes are no text that can be read, or the document is secret.
    """
    source = _read(name, data)
    for line in as_lines(source.items):
        if _SECRET.fullmatch(line.text):
            raise KehoachError(
                f"không đọc «{name}»: văn bản mang dấu chỉ độ mật «{line.text}» ({line.where})",
                "văn bản mật không được đưa vào thư mục làm việc",
            )
    return source


def size_rule(start: bytes) -> str:
    """The rule about files that are too large, by the first bytes of one."""
    if start.startswith(_PDF):
        return PdfTooLarge.large
    return Unreadable.large if start.startswith((_ZIP, _OLE)) else "file-too-large"


def _read(name: str, data: bytes) -> Source:
    if data.startswith(_PDF):
        from kehoach_cli.exchange.intake.portable import read_pdf  # noqa: PLC0415 - +0.2 s

        return read_pdf(name, data)
    if _is_workbook(data):
        from kehoach_cli.exchange.intake.sheets import read_sheets  # noqa: PLC0415 - +0.3 s

        return read_sheets(name, data)
    if data.startswith((_ZIP, _OLE)):
        return read_word(name, data)
    return read_text(name, _decoded(name, data))


def _is_workbook(data: bytes) -> bool:
    """Whether a package holds sheets, whatever its name; its list of parts stands at its end.

    An old .xls, which is refused, names its stream in UTF-16.
    """
    if data.startswith(_OLE):
        return _OLD_SHEETS in data
    return data.startswith(_ZIP) and _SHEETS in data[-_TAIL:]


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        legacy = looks_like_tcvn3_or_vni(data)
        said = f"ghi theo bảng mã {legacy}" if legacy else "không phải văn bản UTF-8"
        raise KehoachError(
            f"không đọc được «{name}»: tệp {said}", "mở tệp, chuyển mã sang Unicode rồi lưu lại"
        ) from None
    if "\x00" in text or not text.strip():
        said = "tệp rỗng" if not text.strip("\x00 \n") else "tệp không phải là văn bản"
        raise KehoachError(f"không đọc được «{name}»: {said}", "lấy lại tệp gốc")
    return text
