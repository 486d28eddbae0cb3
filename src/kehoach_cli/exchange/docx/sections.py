"""Page size, margins, headers and footers of a section, page numbers above all."""

from __future__ import annotations

from kehoach_cli.exchange.docx.looks import Align, Margin, PageNumber, Section
from kehoach_cli.exchange.docx.package import Package, target_of
from kehoach_cli.exchange.docx.styles import Styles
from kehoach_cli.exchange.docx.xml import Element, is_on, twips, w, whole

_LETTER_PAGE = (12240, 15840)  # what Word takes where a section names no size
_FRAME_ALIGNS: dict[str, Align] = {"center": "center", "right": "right", "outside": "right"}


def read_section(
    element: Element, before: Section | None, package: Package, styles: Styles
) -> Section:
    """One ``w:sectPr``; headers and footers that it does not name are those of ``before``."""
    size, margins = element.find(w("pgSz")), element.find(w("pgMar"))
    numbers = element.find(w("pgNumType"))

    def measure(parent: Element | None, name: str, otherwise: int = 0) -> int:
        found = None if parent is None else twips(parent.get(w(name)))
        return otherwise if found is None else found

    inherited = before or _NOTHING
    return Section(
        width=measure(size, "w", _LETTER_PAGE[0]),
        height=measure(size, "h", _LETTER_PAGE[1]),
        **{side: abs(measure(margins, side, 0)) for side in ("top", "right", "bottom", "left")},
        gutter=measure(margins, "gutter"),
        header_distance=measure(margins, "header"),
        has_title_page=bool(is_on(element, "titlePg")),
        starts_at=_start(numbers),
        number_format="" if numbers is None else numbers.get(w("fmt"), ""),
        columns=_columns(element),
        headers=inherited.headers | _margins(element, "headerReference", package, styles),
        footers=inherited.footers | _margins(element, "footerReference", package, styles),
    )


_NOTHING = Section(0, 0, 0, 0, 0, 0, 0, 0, False, None, "", 1, {}, {})  # noqa: FBT003 - a blank


def _start(numbers: Element | None) -> int | None:
    start = None if numbers is None else numbers.get(w("start"))
    return None if start is None else whole(start, 1)


def _columns(element: Element) -> int:
    columns = element.find(w("cols"))
    return 1 if columns is None else whole(columns.get(w("num")), 1)


def _margins(element: Element, name: str, package: Package, styles: Styles) -> dict[str, Margin]:
    found = {}
    for reference in element.findall(w(name)):
        part = package.part(target_of(package.main, reference))
        if part is not None:
            found[reference.get(w("type"), "default")] = _margin(part.root, styles)
    return found


def _margin(root: Element, styles: Styles) -> Margin:
    texts = [one.text or "" for one in root.iter(w("t"))]
    numbers = (_page_number(one, styles) for one in root.iter(w("p")))
    return Margin("".join(texts), next((one for one in numbers if one is not None), None))


def _page_number(paragraph: Element, styles: Styles) -> PageNumber | None:
    codes = "".join(one.text or "" for one in paragraph.iter(w("instrText")))
    codes += "".join(one.get(w("instr"), "") for one in paragraph.iter(w("fldSimple")))
    if "PAGE" not in codes.upper().replace("NUMPAGES", "").split():
        return None
    ppr = paragraph.find(w("pPr"))
    style = styles.paragraph_style(ppr)
    rpr = _shown(paragraph)
    return PageNumber(_align(ppr, styles, style), styles.letters(rpr, style, "", "1"))


def _shown(paragraph: Element) -> Element | None:
    """The properties of the number as printed: of the run with its text, else of the field."""
    runs = list(paragraph.iter(w("r")))
    texts = [run for run in runs if (run.findtext(w("t")) or "").strip()]
    codes = [run for run in runs if run.find(w("instrText")) is not None]
    return next((run.find(w("rPr")) for run in (*texts, *codes)), None)


def _align(ppr: Element | None, styles: Styles, style: str) -> Align:
    """Where the number stands: a frame or a tab may move it, not only the paragraph."""
    frame = None if ppr is None else ppr.find(w("framePr"))
    if frame is not None and frame.get(w("xAlign")):
        return _FRAME_ALIGNS.get(frame.get(w("xAlign"), ""), "left")
    return styles.layout(ppr, style, "").align
