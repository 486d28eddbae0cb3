"""Is it safe to open? What a returned file is, before any of it is read.

Limits: 20 MB of file, 2,000 parts, 60 MB unpacked, merged cells over at most 100,000 cells. A form
that was filled in has some hundred kilobytes; what reaches a limit is no form.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

MAX_BYTES = 20_000_000
_MAX_PARTS = 2_000
_MAX_UNPACKED = 60_000_000
_MAX_MERGED = 100_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODF = b"application/vnd.oasis.opendocument"
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_WIDE = re.compile(rb"<\x00!\x00|\x00<\x00!")  # the same in UTF-16
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_STRICT = b"http://purl.oclc.org/ooxml"
_FIRST_BYTES = 4096
_XML = (".xml", ".rels", ".vml")


class Refused(Exception):  # noqa: N818 - named for what happened
    """Why a file is not read: one of the reasons of the rule «form-unreadable»."""

    def __init__(self, reason: str, **said: object) -> None:
        """Keep the words for the sentence."""
        super().__init__(reason)
        self.reason = reason
        self.said = said


def refuse_unsafe(data: bytes) -> None:
    """Look at the package without trusting what it says of itself.

    Raises:
        Refused: It is no .xlsx file, or one that must not be opened.
    """
    _refuse_by_first_bytes(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _refuse_by_size(package)
            _refuse_by_names(package)
            _refuse_by_parts(package)
    except _ZIP_ERRORS:
        raise Refused("truncated") from None


def _refuse_by_first_bytes(data: bytes) -> None:
    if not data:
        raise Refused("empty")
    if len(data) > MAX_BYTES:
        raise Refused("too-large", limit=MAX_BYTES // 1_000_000)
    if data.startswith(_OLE):
        raise Refused("encrypted" if _ENCRYPTED in data else "old-excel")
    if not data.startswith(b"PK"):
        raise Refused("not-excel")


def _refuse_by_names(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if len(names) > _MAX_PARTS or len(set(names)) < len(names):
        raise Refused("too-many-parts", limit=_MAX_PARTS)
    if any(one.flag_bits & 1 for one in package.infolist()):
        raise Refused("encrypted")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refused("macros")
    if any(name.startswith("word/") for name in names):
        raise Refused("other-program", program="Word")
    if "mimetype" in names and package.read("mimetype").startswith(_ODF):
        raise Refused("other-program", program="OpenDocument")
    if "xl/workbook.xml" not in names:
        raise Refused("not-excel")
    if _STRICT in package.read("xl/workbook.xml")[:_FIRST_BYTES]:
        raise Refused("strict")


def _refuse_by_size(package: zipfile.ZipFile) -> None:
    """By the sizes that the package declares, beyond which zipfile unpacks nothing."""
    if sum(one.file_size for one in package.infolist()) > _MAX_UNPACKED:
        raise Refused("unpacks-too-large", limit=_MAX_UNPACKED // 1_000_000)


def _refuse_by_parts(package: zipfile.ZipFile) -> None:
    for name in package.namelist():
        if name.endswith(_XML):
            _refuse_by_content(package.read(name))


def _refuse_by_content(data: bytes) -> None:
    if _DOCTYPE.search(data) or _WIDE.search(data[:_FIRST_BYTES]):
        raise Refused("doctype")
    for left, top, right, bottom in _MERGED.findall(data):
        width = _number_of(right) - _number_of(left) + 1
        if width * (int(bottom) - int(top) + 1) > _MAX_MERGED:
            raise Refused("merged-too-large", limit=_MAX_MERGED)


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
