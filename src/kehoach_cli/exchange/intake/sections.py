"""The mục of a plan, and the last sentence after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach_cli.exchange.intake.lines import Grid, Item, Line, Remark, Surety
from kehoach_cli.exchange.intake.marks import Level, mark_of
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import roman

_CLOSING = re.compile(r"Trên đây là\b|Yêu cầu các (?:sở|cơ quan|đơn vị)\b.*\./\.$", re.DOTALL)
_MARK = "./."


@frozen
class Section:
    """A mục: its heading without the number, and its paragraphs."""

    heading: str
    lines: tuple[Line, ...]
    where: str
    index: int
    prefix: str = ""
    """«3.», which stands before the numbers of its items where the mục are counted 1., 2. …"""


@frozen
class Body:
    """The text cut up: what stands before mục I, the mục, the last sentence."""

    opening: tuple[Line, ...]
    sections: tuple[Section, ...]
    closing: str
    remarks: tuple[Remark, ...]
    numbering: str = ""
    """«figures» where the mục are 1., 2. …; "" for Roman numbers."""


def read_body(items: Sequence[Item]) -> Body:
    """The mục in their order; a table in the text is named as not taken."""
    lines = [one for one in items if isinstance(one, Line)]
    lost = [
        Remark(Surety.OPEN, "bảng trong phần lời", "chưa đưa vào dữ liệu", one.where)
        for one in items
        if isinstance(one, Grid)
    ]
    lines, closing, where = _closed(lines)
    starts = _starts(lines)
    first = starts[0] if starts else len(lines)
    numbering = "figures" if _are_figures(lines, starts) else ""
    sections = tuple(
        _section(lines[a:b], index, numbering)
        for index, (a, b) in enumerate(pairwise([*starts, len(lines)]))
    )
    remarks = [*_numbers(lines, starts, numbering), *lost]
    said = "đã thấy" if closing else "không thấy câu «Trên đây là …»"
    remarks.append(Remark(Surety.SURE if closing else Surety.OPEN, "câu kết", said, where))
    return Body(tuple(lines[:first]), sections, closing, tuple(remarks), numbering)


def _starts(lines: Sequence[Line]) -> list[int]:
    """Where mục begin: at Roman numbers, in a plan without any at «1.», «2.»."""
    marks = [(number, mark) for number, one in enumerate(lines) if (mark := mark_of(one.text))]
    levels = {mark.level for _, mark in marks}
    top = Level.SECTION if Level.SECTION in levels else Level.CLAUSE
    return [number for number, mark in marks if mark.level is top]


def _closed(lines: list[Line]) -> tuple[list[Line], str, str]:
    """The lines without the last sentence, that sentence without its mark, and where it stands."""
    if not lines:
        return lines, "", ""
    last = lines[-1]
    if not (_CLOSING.match(last.text) or last.text.endswith(_MARK)):
        return lines, "", ""
    return lines[:-1], last.text.removesuffix(_MARK).rstrip(" ."), last.where


def _section(lines: Sequence[Line], index: int, numbering: str) -> Section:
    mark = mark_of(lines[0].text)
    heading = mark.rest if mark else lines[0].text
    prefix = f"{index + 1}." if numbering else ""
    return Section(heading, tuple(lines[1:]), lines[0].where, index, prefix)


def _are_figures(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether the mục are counted in figures: 1., 2. and so on."""
    marks = [mark_of(lines[start].text) for start in starts]
    counted = [f"{count}." for count in range(1, len(marks) + 1)]
    return bool(marks) and [mark.number for mark in marks if mark] == counted


def _numbers(lines: Sequence[Line], starts: Sequence[int], numbering: str) -> list[Remark]:
    """Mục whose printed number is not the one that the program will count to."""
    found = []
    for count, start in enumerate(starts, 1):
        mark = mark_of(lines[start].text)
        if mark and not numbering and mark.number != roman(count):
            said = f"văn bản ghi «{mark.number}», chương trình đánh số «{roman(count)}»"
            found.append(Remark(Surety.UNSURE, "số của mục", said, lines[start].where))
    sure = Surety.SURE if starts else Surety.OPEN
    where = lines[starts[0]].where if starts else ""
    return [Remark(sure, "các mục", f"{len(starts)} mục", where), *found]
