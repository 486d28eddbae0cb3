"""WordprocessingML as it comes in: names, safe parsing, lengths. Knows no documents."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for this type

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix that Word writes
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP.encode()),
)
"""Namespaces of «Strict Open XML», which Word can also save, and the usual ones."""

_OFF = {"0", "false", "off", "none"}
_LENGTH = re.compile(r"\s*(-?\d{1,12}(?:\.\d+)?)\s*(mm|cm|in|pt|pc|pi|px)?\s*")
_TWIPS = {
    "mm": 1440 / 25.4,
    "cm": 1440 / 2.54,
    "in": 1440.0,
    "pt": 20.0,
    "pc": 240.0,
    "pi": 240.0,
    "px": 15.0,
}
_MOST_DIGITS = 12
"""Of a number in a file: Word knows none of more than ten."""
TWIPS_PER_MM = _TWIPS["mm"]
EMU_PER_TWIP = 635


class Refused(ValueError):  # noqa: N818 - named for what happened
    """A part holds a document type declaration, by which entities could be brought in."""


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def parse(data: bytes) -> Element:
    """The root of a part; entities are never resolved, nothing is fetched.

    Raises:
        Refused: The part declares a document type.
        etree.XMLSyntaxError: It is not well-formed, or nests too deep.
    """
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused
    return root


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of a child; "" where the child has none, None where there is no child."""
    child = None if parent is None else parent.find(w(name))
    found: str | None = None if child is None else child.get(w("val"), "")
    return found


def is_on(parent: Element | None, name: str) -> bool | None:
    """A switch («w:b»): on, off, or None where nothing is said."""
    found = value(parent, name)
    return None if found is None else found not in _OFF


def twips(text: str | None) -> int | None:
    """A length in twips, from a bare number of twips or with its unit; None for anything else."""
    match = _LENGTH.fullmatch(text or "")
    return round(float(match[1]) * _TWIPS.get(match[2] or "", 1.0)) if match else None


def whole(text: str | None, otherwise: int) -> int:
    """A whole number as a file gives it; ``otherwise`` for anything else, and for endless ones."""
    is_number = text and len(text) <= _MOST_DIGITS and text.isascii() and text.isdigit()
    return int(text) if text and is_number else otherwise
