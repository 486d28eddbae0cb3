"""Office files as packages: one guard before anything of a .docx or .xlsx is read.

| | .docx | .xlsx |
|---|---|---|
| the file | 50 MB | 20 MB |
| parts inside | 5,000 | 2,000 |
| one part, unpacked | 40 MB | 60 MB |
| all parts that are read, unpacked | 80 MB | 60 MB |
| marks of XML in them | 1,000,000 | 1,000,000 |
| one text | 200,000 bytes | 200,000 bytes |
| paragraphs, or cells and texts | 50,000 | 120,000 |

A plan has some hundred kilobytes and a form that was filled in less: what reaches a limit was made
by mistake or to do harm. The sizes are those that the package declares, beyond which ``zipfile``
unpacks nothing. Also refused: files with a password, with macros, of the programs of before 2007,
of another program under a wrong name, cut off ones. Links to other files are never followed, and
declarations of entities are refused by whoever parses a part.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import ClassVar

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_ODF = b"application/vnd.oasis.opendocument"
_MACROS = "vbaProject.bin"
_MEGABYTE = 1_000_000
_MOST_MARKS = 1_000_000
_LONGEST_TEXT = 200_000
XML = (".xml", ".rels", ".vml")
"""How the names of parts end that are XML."""

TOO_LARGE = frozenset(
    {
        *("too-large", "too-many-parts", "unpacks-too-large", "merged-too-large"),
        "too-much-content",
    }
)
"""Reasons that a rule of its own has words for: «docx-too-large», «form-too-large»."""

_IS_ENCRYPTED = 1
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
_PROGRAMS = {"word/": "Word", "xl/": "Excel", "ppt/": "PowerPoint", "visio/": "Visio"}


class Refused(Exception):  # noqa: N818 - named for what happened
    """Why a file is not read: a reason of «form-unreadable» or «form-too-large»."""

    unreadable: ClassVar[str] = "form-unreadable"
    large: ClassVar[str] = "form-too-large"

    def __init__(self, reason: str, **said: object) -> None:
        """Keep the words for the sentence."""
        super().__init__(reason)
        self.reason = reason
        self.said = said

    @property
    def rule(self) -> str:
        """The rule that has the words for it."""
        return self.large if self.reason in TOO_LARGE else self.unreadable


class Unreadable(Refused):
    """The same of a .docx: a reason of «docx-unreadable» or «docx-too-large»."""

    unreadable = "docx-unreadable"
    large = "docx-too-large"


class TableTooLong(Refused):
    """A table of what ``kehoach import`` reads: a reason of «table-too-long»."""

    unreadable = large = "table-too-long"


class PdfTooLarge(Refused):
    """A reason of «pdf-too-large»."""

    unreadable = large = "pdf-too-large"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of office file and its limits, in bytes but for ``parts``.

    ``is_read_whole``: some library unpacks every part, so that all of them are counted at once.
    """

    folder: str
    refusal: type[Refused]
    old: str
    other: str
    file: int
    parts: int
    part: int
    unpacked: int
    pieces: re.Pattern[bytes]
    most_pieces: int
    is_read_whole: bool = False
    others: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Every other program's folder is a wrong one."""
        others = {folder: name for folder, name in _PROGRAMS.items() if folder != self.folder}
        object.__setattr__(self, "others", others)


WORD = Kind(
    folder="word/",
    refusal=Unreadable,
    old="old-word",
    other="not-word",
    file=50 * _MEGABYTE,
    parts=5_000,
    part=40 * _MEGABYTE,
    unpacked=80 * _MEGABYTE,
    pieces=re.compile(rb"<(?:\w+:)?p[ />]"),
    most_pieces=50_000,
)
EXCEL = Kind(
    folder="xl/",
    refusal=Refused,
    old="old-excel",
    other="not-excel",
    file=20 * _MEGABYTE,
    parts=2_000,
    part=60 * _MEGABYTE,
    unpacked=60 * _MEGABYTE,
    pieces=re.compile(rb"<(?:\w+:)?(?:c|si)[ />]"),
    most_pieces=120_000,
    is_read_whole=True,
)


class Opened:
    """A package that is safe to read, part by part, as far as its limits go."""

    def __init__(self, data: bytes, kind: Kind) -> None:
        """Look at the package without trusting what it says of itself.

        Raises:
            Refused: It is no file of this kind, or one that must not be opened.
        """
        self._kind = kind
        self._unpacked = self._marks = self._pieces = 0
        _refuse_by_first_bytes(data, kind)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*_ZIP_ERRORS, RuntimeError):
            raise kind.refusal("truncated") from None
        self.names = tuple(self._zip.namelist())
        self._refuse_by_sizes()
        self._refuse_by_names()

    def read(self, name: str) -> bytes:
        """A part unpacked.

        Raises:
            Refused: It is too large, needs a password, or is broken.
        """
        size = self._zip.getinfo(name).file_size
        self._unpacked += size
        if size > self._kind.part or self._unpacked > self._kind.unpacked:
            limit = self._kind.part // _MEGABYTE
            raise self._kind.refusal("unpacks-too-large", part=name, limit=limit)
        try:
            data = self._zip.read(name)
        except RuntimeError:
            raise self._kind.refusal("encrypted") from None
        except _ZIP_ERRORS:
            raise self._kind.refusal("truncated") from None
        if name.endswith(XML):
            self._refuse_by_content(data)
        return data

    def _refuse_by_content(self, data: bytes) -> None:
        """Whoever reads a part needs some microseconds for each mark, and far more for a piece."""
        self._marks += data.count(b"<")
        is_much = self._marks > _MOST_MARKS
        self._pieces += 0 if is_much else len(self._kind.pieces.findall(data))
        is_much = is_much or max(map(len, data.split(b"<"))) > _LONGEST_TEXT
        if is_much or self._pieces > self._kind.most_pieces:
            raise self._kind.refusal("too-much-content", limit=self._kind.most_pieces)

    def _refuse_by_sizes(self) -> None:
        parts = self._zip.infolist()
        if len(parts) > self._kind.parts or len(set(self.names)) < len(parts):
            raise self._kind.refusal("too-many-parts", limit=self._kind.parts)
        if self._kind.is_read_whole and sum(one.file_size for one in parts) > self._kind.unpacked:
            limit = self._kind.unpacked // _MEGABYTE
            raise self._kind.refusal("unpacks-too-large", part="", limit=limit)

    def _refuse_by_names(self) -> None:
        if any(one.flag_bits & _IS_ENCRYPTED for one in self._zip.infolist()):
            raise self._kind.refusal("encrypted")
        if any(name.endswith(_MACROS) for name in self.names):
            raise self._kind.refusal("macros")
        if "mimetype" in self.names and self.read("mimetype").startswith(_ODF):
            raise self._kind.refusal("other-program", program="OpenDocument")
        for folder, program in self._kind.others.items():
            if any(name.startswith(folder) for name in self.names):
                raise self._kind.refusal("other-program", program=program)


def _refuse_by_first_bytes(data: bytes, kind: Kind) -> None:
    if not data:
        raise kind.refusal("empty")
    if len(data) > kind.file:
        raise kind.refusal("too-large", limit=kind.file // _MEGABYTE)
    if data.startswith(_OLE):
        raise kind.refusal("encrypted" if _ENCRYPTED in data else kind.old)
    if not data.startswith(_ZIP):
        raise kind.refusal(kind.other)
