"""The .docx as a package: opened with care, refused with a reason.

Limits: 50 MB of file, 5,000 parts, 100 MB of text in one part, 300 MB in all parts that are read.
Pictures are never unpacked. A file that reaches a limit was made by mistake or to do harm.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

from kehoach_cli.exchange.docx.xml import Element, R, Refused, parse

MAX_BYTES = 50_000_000
_MAX_PARTS = 5_000
_MAX_PART_BYTES = 100_000_000
_MAX_TOTAL_BYTES = 300_000_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_MAIN = "word/document.xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ODF = b"application/vnd.oasis.opendocument"
_OTHERS = (("xl/", "Excel"), ("ppt/", "PowerPoint"), ("visio/", "Visio"))


class Unreadable(Exception):  # noqa: N818 - named for what happened
    """Why a file is not read: one of the reasons of the rule «docx-unreadable»."""

    def __init__(self, reason: str, **args: object) -> None:
        """Keep the words for the sentence."""
        super().__init__(reason)
        self.reason = reason
        self.args_of_sentence = args


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part: its root and the parts that it refers to, by relationship id."""

    name: str
    root: Element
    targets: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    """The last word of a relationship's type («styles», «theme») → the part's name."""


class Package:
    """The parts of an opened .docx, parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the package and find its main part.

        Raises:
            Unreadable: It is no .docx, or must not be opened.
        """
        _refuse_by_first_bytes(data)
        self._zip = _opened(data)
        self._names = set(self._zip.namelist())
        self._read_bytes = 0
        self._refuse_by_names()
        main = self.part(self._main_name())
        if main is None:
            raise Unreadable("no-document")
        self.main = main

    def part(self, name: str) -> Part | None:
        """A part with its relationships; None where the package has none of that name."""
        if name not in self._names:
            return None
        targets: dict[str, str] = {}
        kinds: dict[str, str] = {}
        for key, kind, target in self._relationships(name):
            targets[key] = target
            kinds.setdefault(kind, target)
        return Part(name, self._parsed(name), targets, kinds)

    def related(self, part: Part, kind: str) -> Part | None:
        """The part that this one refers to as its «styles», «theme» …; None where there is none."""
        return self.part(part.kinds.get(kind, ""))

    def _refuse_by_names(self) -> None:
        if len(self._names) > _MAX_PARTS:
            raise Unreadable("too-many-parts", limit=_MAX_PARTS)
        if "mimetype" in self._names and self._bytes("mimetype").startswith(_ODF):
            raise Unreadable("other-program", program="OpenDocument")
        if any(name.endswith("vbaProject.bin") for name in self._names):
            raise Unreadable("macros")
        for folder, program in _OTHERS:
            if any(name.startswith(folder) for name in self._names):
                raise Unreadable("other-program", program=program)

    def _main_name(self) -> str:
        kinds = {kind: target for _, kind, target in self._relationships("")}
        return kinds.get("officeDocument", _MAIN)

    def _relationships(self, name: str) -> Iterator[tuple[str, str, str]]:
        folder = dirname(name)
        source = join(folder, "_rels", f"{name[len(folder) :].lstrip('/')}.rels")
        if source not in self._names:
            return
        for one in self._parsed(source).iter(_RELATIONSHIP):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                place = target.lstrip("/") if target.startswith("/") else join(folder, target)
                yield one.get("Id", ""), one.get("Type", "").rpartition("/")[2], normpath(place)

    def _parsed(self, name: str) -> Element:
        try:
            return parse(self._bytes(name))
        except Refused:
            raise Unreadable("doctype", part=name) from None
        except etree.XMLSyntaxError:
            raise Unreadable("broken-xml", part=name) from None

    def _bytes(self, name: str) -> bytes:
        """The part unpacked; ``zipfile`` never gives more bytes than the package declares."""
        size = self._zip.getinfo(name).file_size
        self._read_bytes += size
        if size > _MAX_PART_BYTES or self._read_bytes > _MAX_TOTAL_BYTES:
            raise Unreadable("unpacks-too-large", part=name, limit_mb=_MAX_PART_BYTES // 1_000_000)
        try:
            return self._zip.read(name)
        except RuntimeError:
            raise Unreadable("encrypted") from None
        except _ZIP_ERRORS:
            raise Unreadable("truncated") from None


def _refuse_by_first_bytes(data: bytes) -> None:
    if not data:
        raise Unreadable("empty")
    if data.startswith(_OLE):
        raise Unreadable("encrypted" if _ENCRYPTED in data else "old-word")
    if not data.startswith(_ZIP):
        raise Unreadable("not-word")


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _ZIP_ERRORS:
        raise Unreadable("truncated") from None


def target_of(part: Part, element: Element) -> str:
    """The part that an element's ``r:id`` names; "" where it names none."""
    return part.targets.get(element.get(f"{{{R}}}id", ""), "")
