"""Bytes of a .docx → ``Pages``: every paragraph in reading order with its effective formatting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach_cli.exchange.docx.looks import Pages, Paragraph, Run, Section, Spot, Stroke
from kehoach_cli.exchange.docx.numbering import Numbering
from kehoach_cli.exchange.docx.package import Package
from kehoach_cli.exchange.docx.sections import read_section
from kehoach_cli.exchange.docx.strokes import strokes
from kehoach_cli.exchange.docx.styles import Styles
from kehoach_cli.exchange.docx.xml import MC, Element, is_on, twips, value, w, whole
from kehoach_cli.exchange.package import WORD, Unreadable

_TRANSPARENT = {
    w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple")
} | {w("customXml"), w("dir"), w("bdo")}
_CHANGES = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange"))
_SIGNS = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("ptab"): "\t",
}
_TEXT = w("t")
_MAX_DEPTH = 40
_LONGEST_PARAGRAPH = 100_000


def read(data: bytes) -> Pages:
    """The file as a reader sees it.

    Raises:
        Unreadable: It is no .docx, or must not be opened.
    """
    package = Package(data)
    main = package.main
    parts = {name: package.related(main, name) for name in ("styles", "theme", "numbering")}
    roots = {name: None if part is None else part.root for name, part in parts.items()}
    numbering = Numbering(roots["numbering"])
    styles = Styles(roots["styles"], roots["theme"], numbering)
    body = main.root.find(w("body"))
    if body is None:
        return Pages((), ())
    sections = _sections(package, body, styles)
    paragraphs = list(_Reader(styles, numbering, sections).read(body))
    if max((len(one.text) for one in paragraphs), default=0) > _LONGEST_PARAGRAPH:
        raise Unreadable("too-much-content", limit=WORD.most_pieces)
    settings = package.related(main, "settings")
    return Pages(
        tuple(paragraphs),
        sections,
        has_changes=next(body.iter(*_CHANGES), None) is not None,
        differs_even_odd=bool(settings and is_on(settings.root, "evenAndOddHeaders")),
    )


def _sections(package: Package, body: Element, styles: Styles) -> tuple[Section, ...]:
    found: list[Section] = []
    for element in body.iter(w("sectPr")):
        before = found[-1] if found else None
        found.append(read_section(element, before, package, styles))
    return tuple(found)


@dataclass(slots=True)
class _Around:
    """What lies around a paragraph: its cell, the table's style, the room."""

    width: int
    spot: Spot | None = None
    table_style: str = ""
    in_box: bool = False
    depth: int = 0


@dataclass(slots=True)
class _Reader:
    """Walks the body once; counts paragraphs, tables, sections and lists."""

    styles: Styles
    numbering: Numbering
    sections: Sequence[Section]
    found: list[Paragraph] = field(default_factory=list)
    tables: int = 0
    section: int = 0

    def read(self, body: Element) -> list[Paragraph]:
        for element in _blocks(body):
            room = self.sections[self.section].text_width if self._has_section() else 0
            self._block(element, _Around(room))
            if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                self.section += 1
        return self.found

    def _has_section(self) -> bool:
        return self.section < len(self.sections)

    def _block(self, element: Element, around: _Around) -> None:
        if element.tag == w("p"):
            self._paragraph(element, around)
        elif element.tag == w("tbl") and around.depth < _MAX_DEPTH:
            self._table(element, around)

    def _table(self, table: Element, around: _Around) -> None:
        number, self.tables = self.tables, self.tables + 1
        style = self.styles.table_style(table.find(w("tblPr")))
        grid = [twips(one.get(w("w"))) or 0 for one in table.iter(w("gridCol"))]
        for row_number, row in enumerate(_rows(table)):
            start = whole(value(row.find(w("trPr")), "gridBefore"), 0)
            for cell in _cells(row):
                tcpr = cell.find(w("tcPr"))
                span = whole(value(tcpr, "gridSpan"), 1)
                width = _cell_width(tcpr) or sum(grid[start : start + span])
                top = around.spot.top if around.spot else number
                spot = Spot(number, row_number, start, width, top)
                inside = _Around(width, spot, style, around.in_box, around.depth + 1)
                first = len(self.found)
                for element in _blocks(cell):
                    self._block(element, inside)
                self._rule_off(tcpr, first, width)
                start += span

    def _rule_off(self, tcpr: Element | None, first: int, width: int) -> None:
        """A cell's own border above or below is a line at its first or last paragraph."""
        borders = None if tcpr is None else tcpr.find(w("tcBorders"))
        if first == len(self.found):
            return
        for side, index in (("top", first), ("bottom", len(self.found) - 1)):
            if value(borders, side) not in {None, "", "nil", "none"}:
                one = self.found[index]
                self.found[index] = replace(one, strokes=(*one.strokes, Stroke(width or None)))

    def _paragraph(self, element: Element, around: _Around) -> None:
        ppr = element.find(w("pPr"))
        style = self.styles.paragraph_style(ppr)
        runs, drawn, boxes = self._runs(element, style, around.table_style)
        numbered = self.styles.numbering_of(ppr, style)
        has_text = any(run.text.strip() for run in runs)
        label = self.numbering.next_label(*numbered) if numbered and has_text else ""
        self.found.append(
            Paragraph(
                len(self.found) + 1,
                runs,
                label,
                self.styles.layout(ppr, style, around.table_style),
                self.styles.name(style),
                around.spot,
                min(self.section, len(self.sections) - 1),
                around.width,
                drawn,
                around.in_box,
            )
        )
        for box in boxes:
            inside = replace(around, in_box=True, depth=around.depth + 1, width=0)
            for inner in _blocks(box) if inside.depth < _MAX_DEPTH else ():
                self._block(inner, inside)

    def _runs(
        self, element: Element, style: str, table: str
    ) -> tuple[tuple[Run, ...], tuple[Stroke, ...], list[Element]]:
        """Runs of text, lines drawn among them, and text boxes that are anchored here."""
        runs: list[Run] = []
        drawn: list[Stroke] = []
        boxes: list[Element] = []
        instruction = 0  # inside a field's code nothing is printed
        for run in _run_elements(element):
            drawn += strokes(run)
            boxes += _boxes(run)
            text, instruction = _text(run, instruction)
            rpr = run.find(w("rPr"))
            if text and not self.styles.is_hidden(rpr, style):
                runs.append(Run(text, self.styles.letters(rpr, style, table, text)))
        return tuple(runs), tuple(drawn), boxes


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, those inside content controls and accepted insertions too."""
    for child in parent:
        if child.tag in {w("p"), w("tbl")}:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _blocks(child)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == w("tr"):
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)


def _cell_width(tcpr: Element | None) -> int:
    width = None if tcpr is None else tcpr.find(w("tcW"))
    if width is None or width.get(w("type"), "dxa") != "dxa":
        return 0
    return twips(width.get(w("w"))) or 0


def _run_elements(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == w("r"):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _run_elements(child)


def _text(run: Element, instruction: int) -> tuple[str, int]:
    """The printed text of a run; ``instruction`` counts the field codes that are open."""
    pieces = []
    for child in run:
        if child.tag == w("fldChar"):
            kind = child.get(w("fldCharType"))
            if kind == "begin":
                instruction += 1
            elif instruction and kind == "separate":
                instruction -= 1
        elif instruction:
            continue
        elif child.tag == _TEXT:
            pieces.append(child.text or "")
        elif child.tag in _SIGNS and child.get(w("type")) != "page":
            pieces.append(_SIGNS[child.tag])
    return "".join(pieces), instruction


def _boxes(run: Element) -> Iterator[Element]:
    """Contents of text boxes; of two versions of one drawing only the first counts."""
    for child in run:
        if child.tag == f"{{{MC}}}AlternateContent":
            version = next(iter(child), None)
            yield from () if version is None else version.iter(w("txbxContent"))
        elif child.tag in {w("drawing"), w("pict")}:
            yield from child.iter(w("txbxContent"))
