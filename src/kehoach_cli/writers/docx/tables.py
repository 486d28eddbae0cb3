"""A ``Table`` as a Word table: scaled widths, header rows that repeat, merged and group cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from kehoach_cli.document.blocks import Block, Role, Row, Table
from kehoach_cli.document.cells import Placed, cell_text, laid_out
from kehoach_cli.document.styles import Style
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.docx.columns import widths
from kehoach_cli.writers.docx.rules import width_of
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Xml, cell, paragraph, row, run, table

GAP_BELOW = 120
"""Twips between a table and the paragraph after it, the least gap of paragraphs (PL I, II.6.e)."""

_PADDING = 200  # twips of a cell beside its text: margins of the table style, lines, some slack

_LETTER = 110  # twips of an average letter in a cell
_MOST_LINES = 15  # a third of a page

_ALIGNED = {"left": Style.CELL, "center": Style.CELL_CENTER, "right": Style.CELL_RIGHT}


def draw(content: Table, styles: Styles, room: int, *, keep: bool = False) -> Iterator[Xml]:
    """Caption and table in ``room`` twips; ``keep`` holds the last row with what follows."""
    if content.caption:
        yield paragraph(styles[Role.CAPTION], run(content.caption))
    if not is_drawn(content):
        yield paragraph(styles[Style.TABLE_EMPTY], run(content.empty), keep=keep)
        return
    drawing = _Drawing(content, styles, _widths(content, styles, room))
    yield table(styles[Style.TABLE], drawing.widths, *drawing.head(), *drawing.body(keep=keep))


def is_drawn(block: Block) -> bool:
    """Whether the block is printed as a table; one without rows may be a sentence instead."""
    return isinstance(block, Table) and bool(block.rows or not block.empty)


def _widths(content: Table, styles: Styles, room: int) -> tuple[int, ...]:
    return widths(content, room, lambda word: width_of(word, styles, Style.CELL_HEAD), _PADDING)


_TEXT = "\0"  # stands for the text of a cell, which cannot hold it


@frozen
class _Form:
    """A cell without its text; ``most`` letters leave its row whole."""

    before: str
    after: str
    empty: Xml
    most: float


@frozen
class _Drawing:
    """A table together with what is needed to draw it."""

    content: Table
    styles: Styles
    widths: tuple[int, ...]

    def head(self) -> Iterator[Xml]:
        """One header row, or two where groups stand over columns."""
        columns = range(len(self.widths))
        groups = {group.start: group for group in self.content.header_groups}
        if not groups:
            yield row(*(self._head_cell(i, 1, self._title(i)) for i in columns), header=True)
            return
        grouped = {i for g in groups.values() for i in range(g.start, g.start + g.span)}
        top = []
        for i in columns:
            if i in groups:
                top.append(self._head_cell(i, groups[i].span, groups[i].title))
            elif i not in grouped:
                top.append(self._head_cell(i, 1, self._title(i), "restart"))
        yield row(*top, header=True)
        yield row(
            *(
                self._head_cell(i, 1, self._title(i))
                if i in grouped
                else self._head_cell(i, 1, "", "continue")
                for i in columns
            ),
            header=True,
        )

    def body(self, *, keep: bool) -> Iterator[Xml]:
        """The rows; the last one may be kept with what follows the table."""
        last = len(self.content.rows) - 1
        forms = {bold: self._forms(bold=bold) for bold in (False, True)}
        for index, (line, placed) in enumerate(laid_out(self.content)):
            stays = line.group or (keep and index == last)
            if placed is None and not stays:
                yield self._plain(line, forms)
                continue
            own = placed or tuple(Placed(one, i, 1) for i, one in enumerate(line.cells))
            cells = [self._cell(line, one, keep=stays) for one in own]
            yield row(*cells, breaks=any(self._is_long(one) for one in own))

    def _forms(self, *, bold: bool) -> list[_Form]:
        """What stands around the text of a cell of each column."""
        letters = self.styles[Style.BOLD] if bold else None
        forms = []
        for column, width in zip(self.content.columns, self.widths, strict=True):
            style = self.styles[_ALIGNED[column.align]]
            before, after = cell(width, paragraph(style, run(_TEXT, letters))).split(_TEXT)
            most = _MOST_LINES * (width - _PADDING) / _LETTER
            forms.append(_Form(before, after, cell(width, paragraph(style)), most))
        return forms

    def _plain(self, line: Row, forms: Mapping[bool, list[_Form]]) -> Xml:
        """A row in which each cell fills its column: nearly all of a long table, so done fast."""
        cells, breaks = [], False
        for column, one in enumerate(line.cells):
            text = cell_text(one)
            form = forms[line.total or one.bold][column]
            if "\n" in text or "\t" in text:
                cells.append(self._cell(line, Placed(one, column, 1), keep=False))
            elif text:
                cells.append(Xml(f"{form.before}{escape(text)}{form.after}"))
            else:
                cells.append(form.empty)
            breaks = breaks or len(text) > form.most
        return row(*cells, breaks=breaks)

    def _is_long(self, placed: Placed) -> bool:
        """Whether the cell would leave much of a page empty if its row had to stay whole."""
        width = sum(self.widths[placed.column : placed.column + placed.columns]) - _PADDING
        return len(cell_text(placed.cell)) * _LETTER > _MOST_LINES * width

    def _cell(self, line: Row, placed: Placed, *, keep: bool) -> Xml:
        width = sum(self.widths[placed.column : placed.column + placed.columns])
        merge = "continue" if placed.covered else ("restart" if placed.rows_below else None)
        spans_table = line.group and placed.columns == len(self.widths)
        align = "left" if spans_table else self.content.columns[placed.column].align
        bold = line.group or line.total or placed.cell.bold
        letters = self.styles[Style.BOLD] if bold else None
        style = self.styles[_ALIGNED[align]]
        parts = ("" if placed.covered else cell_text(placed.cell)).split("\n")
        content = [paragraph(style, *_runs(part, letters), keep=keep) for part in parts]
        return cell(width, *content, span=placed.columns, merge=merge)

    def _head_cell(self, start: int, span: int, text: str, merge: str | None = None) -> Xml:
        content = paragraph(self.styles[Style.CELL_HEAD], *_runs(text, None))
        return cell(sum(self.widths[start : start + span]), content, span=span, merge=merge)

    def _title(self, column: int) -> str:
        return self.content.columns[column].title


def _runs(text: str, style: str | None) -> tuple[Xml, ...]:
    return (run(text, style),) if text else ()
