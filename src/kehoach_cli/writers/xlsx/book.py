"""The workbook: which tables go in, under which names, with fixed stamps."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from xlsxwriter import Workbook

from kehoach_cli.document.blocks import Block, Cell, Column, Paragraph, Role, Row, Table
from kehoach_cli.document.frame import Document, Properties
from kehoach_cli.document.inlines import plain
from kehoach_cli.errors import OutputError
from kehoach_cli.writers.characters import refuse_illegal
from kehoach_cli.writers.xlsx.formats import FONT, Formats
from kehoach_cli.writers.xlsx.sheet import Page, fill

_OPTIONS = {
    "in_memory": True,  # stamps every part with the same day
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_HEADINGS = {Role.ANNEX_TITLE, Role.CAPTION, Role.SECTION, Role.CLAUSE, Role.SUBCLAUSE}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_DRAFT = "DỰ THẢO"
_ANNEX = "phu-luc"
_NOTE_MM = 120.0


def assemble(document: Document) -> bytes:
    """The bytes of the file."""
    refuse_illegal(document)
    blocks = document.blocks if any(_titled(document.blocks)) else tuple(_said_empty(document))
    if not blocks:
        raise OutputError(
            "văn bản này không có bảng nào để ghi thành tệp Excel", "xuất dạng docx thay cho xlsx"
        )
    mark = _DRAFT if document.frame.draft_mark else ""
    return assemble_tables(blocks, document.properties, document.notice, mark)


def assemble_tables(
    blocks: tuple[Block, ...], properties: Properties, notice: str, mark: str = ""
) -> bytes:
    """The bytes of a file with all tables of the blocks that have rows, a sheet each.

    ``mark`` stands at the top of every page, ``notice`` at its foot. Without such a table one
    empty sheet.
    """
    out = io.BytesIO()
    book = Workbook(out, {**_OPTIONS, "default_format_properties": dict(FONT)})
    _describe(book, properties)
    formats = Formats(book)
    names: list[str] = []
    for title, table in _titled(blocks):
        names.append(_name(table, names))
        fill(book.add_worksheet(names[-1]), table, Page(title, mark, notice), formats)
    book.close()
    return out.getvalue()


def _said_empty(document: Document) -> Iterator[Table]:
    """Tables and Phụ lục without rows, the sentence that says so as their only row."""
    title = ""
    for block in document.blocks:
        match block:
            case Table(empty=str() as sentence) if sentence:
                yield replace(block, rows=(Row((Cell(sentence),), group=True),))
            case Paragraph(role=Role.ANNEX_TITLE, inlines=inlines):
                title = plain(inlines)
            case Paragraph(role=Role.NOTE, inlines=inlines) if title:
                column = Column("note", "Nội dung", _NOTE_MM)
                yield Table(_ANNEX, (column,), (Row((Cell(plain(inlines)),)),), caption=title)


def _titled(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Table]]:
    """Every table with rows, and its caption or else the nearest heading above it."""
    heading = ""
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in _HEADINGS:
            heading = f"{block.number} {plain(block.inlines)}".strip()
        if isinstance(block, Table) and block.rows:
            yield block.caption or heading, block


def _name(table: Table, taken: list[str]) -> str:
    """A name that Excel takes: short, without its forbidden signs, told apart without case."""
    base = _NOT_IN_NAMES.sub("-", table.name)[:_LONGEST_NAME] or "bang"
    used = {one.lower() for one in taken}
    tries = (base, *(f"{base[: _LONGEST_NAME - 4]}-{n}" for n in range(2, len(taken) + 3)))
    return next(one for one in tries if one.lower() not in used)


def _describe(book: Workbook, properties: Properties) -> None:
    book.set_properties(
        {
            "title": properties.title,
            "author": properties.author,
            "created": datetime.combine(properties.created, time()),
        }
    )
