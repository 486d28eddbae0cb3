"""The .docx as a package of parts that refer to each other. Pictures are never unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from posixpath import dirname, join, normpath

from lxml import etree

from kehoach_cli.exchange.docx.xml import Element, R, Refused, parse
from kehoach_cli.exchange.package import WORD, Opened, Unreadable
from kehoach_cli.frozen import frozen

_MAIN = "word/document.xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@frozen
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
        self._opened = Opened(data, WORD)
        self._names = set(self._opened.names)
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
            return parse(self._opened.read(name))
        except Refused:
            raise Unreadable("doctype", part=name) from None
        except etree.XMLSyntaxError:
            raise Unreadable("broken-xml", part=name) from None


def target_of(part: Part, element: Element) -> str:
    """The part that an element's ``r:id`` names; "" where it names none."""
    return part.targets.get(element.get(f"{{{R}}}id", ""), "")
