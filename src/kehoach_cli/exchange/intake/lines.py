"""What a file says: paragraphs and tables in reading order, each with its place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from kehoach_cli.exchange.package import TableTooLong
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import nfc, thousands

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")


MOST_ROWS = 5_000
MOST_COLUMNS = 60
"""Of one table: an annex of a province has some hundred rows, and six columns."""


class Surety(StrEnum):
    """How sure a guess is; ``OPEN``: nothing was guessed, someone has to say it."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"
    OPEN = "open"


@frozen
class Remark:
    """One thing that was understood or not: what it is, what it was taken for, where it stands."""

    surety: Surety
    what: str
    said: str
    where: str = ""


@frozen
class Line:
    """A paragraph, or a line of one while its source is still wrapped.

    ``bold`` counts the letters in bold from its beginning. ``apart``: a blank line stands before
    it. ``is_heading``: the source marks it as one, or centres it.
    """

    text: str
    where: str
    bold: int = 0
    apart: bool = False
    is_heading: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, or the source calls it a heading."""
        return self.is_heading or (bool(self.text) and self.bold >= len(self.text))


@frozen
class Field:
    """A cell; ``covered`` by a merged one above or to the left, whose text it then repeats."""

    text: str
    covered: bool = False


@frozen
class Grid:
    """A table whose rows all have the same width; paragraphs of a cell end with a line break."""

    rows: tuple[tuple[Field, ...], ...]
    where: str
    first_row: int = 1

    def place(self, row: int) -> str:
        """«bảng 1, hàng 3» for the row ``row``, counted from 0."""
        return f"{self.where}, hàng {row + self.first_row}"


Item = Line | Grid


def full_grid(rows: Sequence[Sequence[Field]], where: str) -> Grid:
    """The rows as a table, short ones filled up; raises ``TableTooLong`` for what is none."""
    width = max(map(len, rows), default=0)
    refuse_long(len(rows), width, where)
    return Grid(tuple((*row, *[Field("")] * (width - len(row))) for row in rows), where)


def refuse_long(rows: int, columns: int, where: str) -> None:
    """Raise ``TableTooLong`` for a table beyond what is read; nothing is left out silently."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise TableTooLong("table", where=where, limit=thousands(MOST_ROWS), columns=MOST_COLUMNS)


@frozen
class Source:
    """A file as read; ``is_wrapped``: its lines are those of pages, not paragraphs."""

    name: str
    items: tuple[Item, ...]
    is_wrapped: bool = False
    remarks: tuple[Remark, ...] = ()


def tidy(text: str) -> str:
    """NFC, single spaces, nothing that cannot be seen; the same words."""
    return _SPACES.sub(" ", _UNSEEN.sub("", nfc(text))).strip()


def as_lines(items: Iterable[Item]) -> Iterator[Line]:
    """All paragraphs; those of tables that only lay out a page, cell by cell."""
    for item in items:
        if isinstance(item, Line):
            yield item
            continue
        for number, row in enumerate(item.rows):
            for cell in row:
                if not cell.covered:
                    yield from _cell_lines(cell, item.place(number))


def _cell_lines(cell: Field, where: str) -> Iterator[Line]:
    return (Line(text, where) for part in cell.text.split("\n") if (text := tidy(part)))
