"""WordprocessingML elements in one line each; nothing here knows documents.

Elements are made directly: python-docx's own cells cost a hundred times as much.
"""

from __future__ import annotations

import re

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"\n": "br", "\t": "tab"}
_PIECES = re.compile(r"(\n|\t)")


def tag(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{NAMESPACE}}}{name}"


def el(name: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element with its children in the given order, ``None`` left out."""
    element = etree.Element(tag(name), {tag(key): str(v) for key, v in attributes.items()})
    element.extend(child for child in children if child is not None)
    return element


def run(text: str, style: str | None = None) -> Element:
    """A run of text; a line end becomes a line break, a tab a tab."""
    out = el("r", el("rPr", el("rStyle", val=style)) if style else None)
    pieces = (piece for piece in _PIECES.split(text) if piece)
    out.extend(el(_SIGNS[piece]) if piece in _SIGNS else _text(piece) for piece in pieces)
    return out


def _text(text: str) -> Element:
    element = el("t")
    element.text = text
    element.set(_SPACE, "preserve")
    return element


def paragraph(
    style: str,
    *runs: Element,
    keep: bool = False,
    indents: tuple[int, int] | None = None,
    section: Element | None = None,
) -> Element:
    """A paragraph of a named style.

    ``keep`` holds its lines together and on the page of what follows; ``indents`` (left, right)
    are twips; ``section`` is the ``sectPr`` of the section that ends here.
    """
    properties = el(
        "pPr",
        el("pStyle", val=style),
        el("keepNext") if keep else None,
        el("keepLines") if keep else None,
        el("ind", left=indents[0], right=indents[1]) if indents else None,
        section,
    )
    return el("p", properties, *runs)


def field(instruction: str) -> tuple[Element, ...]:
    """A complex field, as Word itself writes it."""
    code = el("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    return (
        el("r", el("fldChar", fldCharType="begin")),
        el("r", code),
        el("r", el("fldChar", fldCharType="separate")),
        run("2"),
        el("r", el("fldChar", fldCharType="end")),
    )


def table(style: str, widths: tuple[int, ...], *rows: Element) -> Element:
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


def row(*cells: Element, header: bool = False) -> Element:
    """A row that never breaks across pages; a ``header`` row repeats on each."""
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader") if header else None), *cells)


def cell(width: int, *content: Element, span: int = 1, merge: str | None = None) -> Element:
    """A cell ``width`` twips wide; ``merge`` is ``restart`` or ``continue`` of a vertical merge."""
    properties = el(
        "tcPr",
        el("tcW", w=width, type="dxa"),
        el("gridSpan", val=span) if span > 1 else None,
        el("vMerge", val=merge) if merge else None,
        el("vAlign", val="center") if merge else None,
    )
    return el("tc", properties, *content)
