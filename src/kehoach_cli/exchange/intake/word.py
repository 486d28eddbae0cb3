"""A .docx as paragraphs and tables: automatic numbers written out, merged cells repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_cli.exchange.docx.looks import Pages, Paragraph
from kehoach_cli.exchange.docx.package import Package
from kehoach_cli.exchange.docx.reading import read
from kehoach_cli.exchange.docx.xml import Element, value, w, whole
from kehoach_cli.exchange.intake.lines import (
    Field,
    Grid,
    Item,
    Line,
    Remark,
    Source,
    Surety,
    full_grid,
    refuse_long,
    tidy,
)
from kehoach_cli.exchange.intake.marks import mark_of

_CHANGES = "tệp còn dấu vết sửa đổi (Track Changes); đọc như đã chấp nhận hết"


def read_word(name: str, data: bytes) -> Source:
    """The body of the file, in reading order.

    Raises:
        Unreadable, TableTooLong: It is no .docx, or must not be opened.
    """
    pages = read(data)
    tables = list(Package(data).main.root.iter(w("tbl")))
    remarks = (Remark(Surety.UNSURE, "sửa đổi", _CHANGES),) if pages.has_changes else ()
    return Source(name, tuple(_items(pages, tables)), remarks=remarks)


def _items(pages: Pages, tables: Sequence[Element]) -> Iterator[Item]:
    """Paragraphs, and each outermost table where its first paragraph stands."""
    waiting: list[Paragraph] = []
    for paragraph in pages.paragraphs:
        top = paragraph.spot.top if paragraph.spot else None
        before = waiting[0].spot.top if waiting and waiting[0].spot else None
        if waiting and top != before:
            yield _grid(waiting, tables)
            waiting = []
        if top is None:
            yield from _lines(paragraph)
        else:
            waiting.append(paragraph)
    if waiting:
        yield _grid(waiting, tables)


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph; a typed line break in it parts it where the next line has its own mark."""
    pieces = [one.words for one in paragraph.lines() if one.words]
    if not pieces:
        return
    where = f"đoạn {paragraph.number}"
    joined = [pieces[0]]
    for piece in pieces[1:]:
        if mark_of(piece) or piece.isupper() or joined[-1].isupper():
            joined.append(piece)
        else:
            joined[-1] = f"{joined[-1]} {piece}"
    centred = paragraph.layout.align == "center"
    for text in joined:
        bold = min(_bold(paragraph), len(text)) if text is joined[0] else 0
        yield Line(tidy(text), where, bold, is_heading=centred)


def _bold(paragraph: Paragraph) -> int:
    """How many letters are bold from the beginning, the automatic number among them."""
    lead = ""
    for run in paragraph.runs:
        if not run.letters.bold and run.text.strip():
            break
        lead += run.text
    said = tidy(lead)
    label = f"{paragraph.label} " if paragraph.label else ""
    return len(label) + len(said) if said else 0


@dataclass(slots=True)
class _Cells:
    """The text of the cells of one table, by row and column."""

    texts: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    last: tuple[int, int] = (0, 0)

    def take(self, paragraph: Paragraph, table: int) -> None:
        """Add a paragraph to its cell; those of a table inside go to the cell around it."""
        spot = paragraph.spot
        if spot is not None and spot.table == table:
            self.last = (spot.row, spot.column)
        said = [tidy(line.words) for line in paragraph.lines()]
        self.texts.setdefault(self.last, []).extend(text for text in said if text)


def _grid(paragraphs: Sequence[Paragraph], tables: Sequence[Element]) -> Grid:
    spot = paragraphs[0].spot
    number = spot.top if spot else 0
    cells = _Cells()
    for paragraph in paragraphs:
        cells.take(paragraph, number)
    table = tables[number] if number < len(tables) else None
    where = f"bảng {number + 1}"
    return full_grid(_merged(table, cells, where) if table is not None else [], where)


def _merged(table: Element, cells: _Cells, where: str) -> list[list[Field]]:
    """The rows as a full grid; a cell that another covers repeats its text."""
    rows: list[list[Field]] = []
    for number, row in enumerate(_rows(table)):
        before = whole(value(row.find(w("trPr")), "gridBefore"), 0)
        refuse_long(number, before, where)
        out = [Field("")] * before
        for cell in row.iterchildren(w("tc")):
            column = len(out)
            properties = cell.find(w("tcPr"))
            goes_on = value(properties, "vMerge") in {"", "continue"}
            above = rows[-1][column].text if goes_on and rows and column < len(rows[-1]) else None
            own = "\n".join(cells.texts.get((number, column), []))
            text = own if above is None else above
            span = max(1, whole(value(properties, "gridSpan"), 1))
            refuse_long(number, column + span, where)
            out.append(Field(text, covered=above is not None))
            out += [Field(text, covered=True)] * (span - 1)
        rows.append(out)
    return rows


def _rows(table: Element) -> Iterator[Element]:
    for row in table.iterchildren(w("tr")):
        if row.find(f"{w('trPr')}/{w('del')}") is None:
            yield row
