"""WordprocessingML in one line an element; nothing here knows documents.

Elements are text and go into the file as they are; ``parsed`` makes objects of the few that
python-docx must see. That is many times as fast as objects, let alone python-docx's own cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NewType, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for this type

Xml = NewType("Xml", str)
"""One element with all that is in it; ``w:`` stands for its namespace."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SIGNS = {"\n": "br", "\t": "tab"}
_PIECES = re.compile(r"(\n|\t)")


def tag(name: str) -> str:
    """The full name of a WordprocessingML element or attribute, as lxml has it."""
    return f"{{{NAMESPACE}}}{name}"


def root(name: str, *children: Xml) -> str:
    """The element ``name`` with its children as a text of its own, its namespaces declared."""
    spaces = f'xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"'
    return f"<w:{name} {spaces}>{''.join(children)}</w:{name}>"


def parsed(name: str, children: Iterable[Xml]) -> BaseOxmlElement:
    """The element ``name`` with its children, as objects of python-docx."""
    return parse_xml(root(name, *children))


def reference(element: Element) -> Xml:
    """A ``headerReference`` or ``footerReference`` that python-docx has made, as text."""
    shown = (element.get(tag("type")), element.get(f"{{{_RELATIONSHIPS}}}id"))
    return Xml(f'<w:{etree.QName(element).localname} w:type="{shown[0]}" r:id="{shown[1]}"/>')


def el(name: str, *children: Xml | None, **attributes: str | int) -> Xml:
    """An element with its children in the given order, ``None`` left out."""
    shown = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    inside = "".join(child for child in children if child is not None)
    return Xml(f"<w:{name}{shown}>{inside}</w:{name}>" if inside else f"<w:{name}{shown}/>")


def run(text: str, style: str | None = None) -> Xml:
    """A run of text; a line end becomes a line break, a tab a tab."""
    pieces = [piece for piece in _PIECES.split(text) if piece]
    inside = "".join([el(_SIGNS[p]) if p in _SIGNS else _text("t", p) for p in pieces])
    return Xml(f"<w:r>{_run_properties(style)}{inside}</w:r>")


@lru_cache
def _run_properties(style: str | None) -> str:
    return el("rPr", el("rStyle", val=style)) if style else ""


def _text(name: str, text: str) -> Xml:
    return Xml(f'<w:{name} xml:space="preserve">{escape(text)}</w:{name}>')


def paragraph(
    style: str,
    *runs: Xml,
    keep: bool = False,
    before: int | None = None,
    indents: tuple[int, int] | None = None,
    section: Xml | None = None,
) -> Xml:
    """A paragraph of a named style.

    ``keep`` holds its lines together and on the page of what follows; ``before`` (the gap above)
    and ``indents`` (left, right) are twips; ``section`` is the ``sectPr`` of the section that ends
    here.
    """
    properties = _paragraph_properties(style, keep, before, indents, section)
    return Xml(f"<w:p>{properties}{''.join(runs)}</w:p>")


@lru_cache(maxsize=1024)
def _paragraph_properties(
    style: str,
    keep: bool,  # noqa: FBT001 - the cache is faster without names
    before: int | None,
    indents: tuple[int, int] | None,
    section: Xml | None,
) -> Xml:
    return el(
        "pPr",
        el("pStyle", val=style),
        el("keepNext") if keep else None,
        el("keepLines") if keep else None,
        el("spacing", before=before) if before is not None else None,
        el("ind", left=indents[0], right=indents[1]) if indents else None,
        section,
    )


def field(instruction: str) -> tuple[Xml, ...]:
    """A complex field, as Word itself writes it."""
    return (
        el("r", el("fldChar", fldCharType="begin")),
        el("r", _text("instrText", f" {instruction} ")),
        el("r", el("fldChar", fldCharType="separate")),
        run("2"),
        el("r", el("fldChar", fldCharType="end")),
    )


def picture(relationship: str, number: int, name: str, words: str, extent: tuple[int, int]) -> Xml:
    """A run with a picture in the line; ``extent`` is its width and height in EMU.

    ``number`` must be its own in the document; ``words`` are read to those who cannot see it.
    """
    across, down = extent
    size = f'cx="{across}" cy="{down}"'
    called = f'id="{number}" name={quoteattr(name)} descr={quoteattr(words)}'
    return Xml(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {called}/>"
        f'<a:graphic xmlns:a="{_DRAWN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {called}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(style: str, widths: tuple[int, ...], *rows: Xml) -> Xml:
    """A table of fixed column widths (twips)."""
    return el(
        "tbl",
        el(
            "tblPr",
            el("tblStyle", val=style),
            el("tblW", w=sum(widths), type="dxa"),
            el("tblLayout", type="fixed"),
        ),
        el("tblGrid", *(el("gridCol", w=width) for width in widths)),
        *rows,
    )


def row(*cells: Xml, header: bool = False, breaks: bool = False) -> Xml:
    """A row that ``breaks`` across pages or stays whole; a ``header`` row repeats on each."""
    return Xml(f"<w:tr>{_row_properties(header, breaks)}{''.join(cells)}</w:tr>")


@lru_cache
def _row_properties(header: bool, breaks: bool) -> Xml:  # noqa: FBT001 - as above
    whole, repeats = None if breaks else el("cantSplit"), el("tblHeader") if header else None
    return el("trPr", whole, repeats) if whole or repeats else Xml("")


def cell(width: int, *content: Xml, span: int = 1, merge: str | None = None) -> Xml:
    """A cell ``width`` twips wide; ``merge`` is ``restart`` or ``continue`` of a vertical merge."""
    return Xml(f"<w:tc>{_cell_properties(width, span, merge)}{''.join(content)}</w:tc>")


@lru_cache(maxsize=1024)
def _cell_properties(width: int, span: int, merge: str | None) -> Xml:
    return el(
        "tcPr",
        el("tcW", w=width, type="dxa"),
        el("gridSpan", val=span) if span > 1 else None,
        el("vMerge", val=merge) if merge else None,
        el("vAlign", val="center") if merge else None,
    )
