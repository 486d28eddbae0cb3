"""Numbers over a whole document: of headings I., 1., 1.1., a) and of pictures.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.đ and V.6.b (phần, mục, khoản, điểm).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kehoach_cli.document.blocks import Block, Paragraph, Picture, Role, SectionBreak
from kehoach_cli.vn.text import POINT_LETTERS, point_letter, roman

_LEVELS = {Role.SECTION: 0, Role.CLAUSE: 1, Role.SUBCLAUSE: 2, Role.POINT_TITLE: 3}


def number(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Fills ``Paragraph.number`` of headings in their order; an annex begins anew.

    A number that is there already is kept, and counted. Other roles keep what was written.
    Pictures count through the whole document.
    """
    counts = [0, 0, 0, 0]
    pictures = 0
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, SectionBreak):
            counts = [0, 0, 0, 0]
        if isinstance(block, Paragraph) and block.role in _LEVELS:
            level = _LEVELS[block.role]
            counts = [*counts[:level], counts[level] + 1, *[0] * (3 - level)]
            out.append(block if block.number else replace(block, number=_written(counts, level)))
        elif isinstance(block, Picture):
            pictures += 1
            out.append(replace(block, number=pictures))
        else:
            out.append(block)
    return tuple(out)


def _written(counts: list[int], level: int) -> str:
    """The number of the last counted heading; a khoản cấp hai without a khoản has one figure."""
    _, clause, subclause, point = counts
    if level == 0:
        return f"{roman(counts[0])}."
    if level == 1:
        return f"{clause}."
    if level == 2:  # noqa: PLR2004 - the third of four levels
        return f"{clause}.{subclause}." if clause else f"{subclause}."
    return f"{letter(point)})"


def letter(count: int) -> str:
    """Letter of a điểm, from 1; after the last one (y) the letters are doubled."""
    rounds, index = divmod(count - 1, len(POINT_LETTERS))
    return point_letter(index + 1) * (rounds + 1)
