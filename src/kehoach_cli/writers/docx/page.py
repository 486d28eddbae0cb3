"""The page: size and margins from the reference file, sections, page numbers, the notice.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I (A4, margins, page number centred in the
top margin and hidden on page 1) and III.1.đ (each annex numbered on its own).
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_cli.document.styles import Style
from kehoach_cli.errors import TemplateError
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Element, Xml, el, field, paragraph, run, tag

_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")


@frozen
class Page:
    """A portrait page; all measures in twips."""

    width: int
    height: int
    margins: dict[str, int]

    def text_width(self, *, landscape: bool) -> int:
        """Room between the margins; they keep their sides when the page is turned."""
        across = self.height if landscape else self.width
        return across - self.margins["left"] - self.margins["right"] - self.margins["gutter"]


@frozen
class Margins:
    """References to headers and footers: of the first section, and of the first annex.

    A section without any has those of the one before it.
    """

    main: Sequence[Xml] = ()
    annex: Sequence[Xml] = ()


def read_page(document: Element) -> Page:
    """The page of the reference file's last section; ``document`` is the root of its main part.

    Raises:
        TemplateError: The file has no page size or margins.
    """
    last = f"{tag('body')}/{tag('sectPr')}"
    size = document.find(f"{last}/{tag('pgSz')}")
    margins = document.find(f"{last}/{tag('pgMar')}")
    if size is None or margins is None:
        raise TemplateError("tệp kiểu reference.docx không có khổ giấy và lề trang")
    width, height = sorted(int(size.get(tag(key), "0")) for key in ("w", "h"))
    return Page(width, height, {side: int(margins.get(tag(side), "0")) for side in _SIDES})


def section(page: Page, *, landscape: bool, restart: bool, margins: Sequence[Xml] = ()) -> Xml:
    """``w:sectPr`` in schema order; ``restart`` counts its pages from 1 again.

    ``margins`` are the references to headers and footers; without them a section has those of the
    one before it.
    """
    across, down = (page.height, page.width) if landscape else (page.width, page.height)
    turned = {"orient": "landscape"} if landscape else {}
    return el(
        "sectPr",
        *margins,
        el("type", val="nextPage"),
        el("pgSz", w=across, h=down, **turned),
        el("pgMar", **page.margins),
        el("pgNumType", start=1) if restart else None,
        el("cols", space=720),
        el("titlePg"),
    )


def page_number(styles: Styles) -> Xml:
    """The paragraph in the top margin."""
    return paragraph(styles[Style.PAGE_NUMBER], *field("PAGE"))


def notice(styles: Styles, text: str) -> Xml:
    """The paragraph in the bottom margin; without text it is empty."""
    return paragraph(styles[Style.NOTICE], *([run(text)] if text else []))


def address(styles: Styles, text: str) -> Xml:
    """Where the organ is found, at the foot of the first page; its rule is the style's border."""
    return paragraph(styles[Style.ADDRESS], run(text))
