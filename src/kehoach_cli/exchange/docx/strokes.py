"""Drawn horizontal lines: shapes of Word (DrawingML, VML) and their length in twips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.exchange.docx.looks import Stroke
from kehoach_cli.exchange.docx.xml import (
    EMU_PER_TWIP,
    MC,
    WP,
    WPS,
    A,
    Element,
    O,
    V,
    twips,
    w,
    whole,
)

_LINES = {"line", "straightConnector1"}
_FLAT = 20  # twips; anything thinner is a line, whatever shape it was made from
_LINE_SHAPE = "#_x0000_t32"
_STYLE = re.compile(r"(?:^|;)\s*width\s*:\s*([^;]+)")


def strokes(run: Element) -> Iterator[Stroke]:
    """The lines that are drawn in a run; of two versions of one drawing only the first counts."""
    for alternative in run.findall(f"{{{MC}}}AlternateContent"):
        choice = alternative.find(f"{{{MC}}}Choice")
        if choice is not None:
            yield from _drawn(choice)
        elif (fallback := alternative.find(f"{{{MC}}}Fallback")) is not None:
            yield from _pictured(fallback)
    for drawing in run.findall(w("drawing")):
        yield from _drawn(drawing)
    for picture in (*run.findall(w("pict")), *run.findall(w("object"))):
        yield from _pictured(picture)


def _drawn(element: Element) -> Iterator[Stroke]:
    for shape in element.iter(f"{{{WPS}}}wsp"):
        geometry = shape.find(f".//{{{A}}}prstGeom")
        extent = shape.find(f".//{{{A}}}xfrm/{{{A}}}ext")
        across, down = _extent(extent if extent is not None else _outer(element))
        is_line = geometry is not None and geometry.get("prst") in _LINES
        if across > down and (is_line or down <= _FLAT):
            yield Stroke(across or None)


def _outer(element: Element) -> Element | None:
    return next(element.iter(f"{{{WP}}}extent"), None)


def _extent(extent: Element | None) -> tuple[int, int]:
    if extent is None:
        return 0, 0
    across, down = (whole(extent.get(name), 0) // EMU_PER_TWIP for name in ("cx", "cy"))
    return across, down


def _pictured(element: Element) -> Iterator[Stroke]:
    for line in element.iter(f"{{{V}}}line"):
        ends = [_point(line.get(name)) for name in ("from", "to")]
        (left, top), (right, bottom) = ends
        if abs(right - left) >= abs(bottom - top):
            yield Stroke(abs(right - left) or None)
    for kind in ("shape", "rect"):
        for shape in element.iter(f"{{{V}}}{kind}"):
            if shape.get("type") == _LINE_SHAPE or shape.get(f"{{{O}}}hr"):
                width = _STYLE.search(shape.get("style", ""))
                yield Stroke((twips(width[1]) if width else None) or None)


def _point(text: str | None) -> tuple[int, int]:
    """«12.3pt,4pt» as twips; bare numbers in VML are pixels."""
    parts = [*(text or "").split(","), "", ""][:2]
    across, down = (
        twips(part if not part.strip().replace(".", "").lstrip("-").isdigit() else f"{part}px") or 0
        for part in parts
    )
    return across, down
