"""Where the parts of a Kế hoạch begin: head, title, text, what is below it, its annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise

from kehoach_cli.exchange.intake.lines import Grid, Item, Line, Remark, Source, Surety, as_lines
from kehoach_cli.exchange.intake.marks import mark_of
from kehoach_cli.exchange.intake.wrapping import fits_inside, joined
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold

_TYPE = "ke hoach"
_OTHER_TYPES = {
    "quyet dinh",
    "nghi quyet",
    "bao cao",
    "thong bao",
    "to trinh",
    "chi thi",
    "bien ban",
    "giay moi",
    "chuong trinh",
    "de an",
}
_FRAME = re.compile(r"CỘNG H[ÒO][ÀA]? XÃ HỘI|^Số\s*:|^Nơi nhận\b", re.MULTILINE)
_BELOW = re.compile(
    r"Nơi nhận\b.*|(?:TM|KT|TL|TUQ|Q)\. ?[^\W\da-z]{2}.*|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC)"
)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?: (?:[IVXLC]+|\d+|số \d+))?\s*[:.]?(?:\s.{0,120})?")
_CITES = re.compile(r"Phụ lục .*(?:kèm theo|này|nêu|quy định)")


@frozen
class AnnexPart:
    """A Phụ lục: its heading lines and what follows."""

    items: tuple[Item, ...]
    where: str


@frozen
class Parts:
    """The document cut up; ``type_name`` is "" where no line says what it is."""

    head: tuple[Line, ...]
    type_name: str
    title: tuple[Line, ...]
    text: tuple[Item, ...]
    below: tuple[Line, ...]
    annexes: tuple[AnnexPart, ...]
    remarks: tuple[Remark, ...] = field(default=())


def split(source: Source) -> Parts:
    """The parts of the document, its pages' lines joined; nothing is left out."""
    items = _without_layout_tables(source.items)
    named = next((n for n, one in enumerate(items) if _type_of(one)), None)
    start = 0 if named is None else named + 1
    head = tuple(as_lines(items[: named or 0]))
    after_title = start if named is None else _end_of_title(items, start, source)
    annex_starts = _annex_starts(items, after_title)
    end = annex_starts[0] if annex_starts else len(items)
    below = _start_of_below(items, after_title, end)
    return Parts(
        head=head,
        type_name="" if named is None else _type_of(items[named]),
        title=tuple(as_lines(items[start:after_title])),
        text=_paragraphs(items[after_title:below], source),
        below=_below(items[below:end], source),
        annexes=tuple(
            AnnexPart(_paragraphs(items[a:b], source), items[a].where)
            for a, b in pairwise([*annex_starts, len(items)])
        ),
        remarks=_remarks(items, named),
    )


def _without_layout_tables(items: Sequence[Item]) -> list[Item]:
    """Tables that hold the head or what is below the text become lines."""
    found: list[Item] = []
    for item in items:
        is_frame = isinstance(item, Grid) and any(
            _FRAME.search(cell.text) for row in item.rows for cell in row
        )
        found += as_lines([item]) if is_frame else [item]
    return found


def _type_of(item: Item) -> str:
    if not isinstance(item, Line):
        return ""
    said = fold(item.text).strip(" .:")
    known = said == _TYPE or said in _OTHER_TYPES
    return said if known and (item.text.isupper() or item.is_bold) else ""


def _end_of_title(items: Sequence[Item], start: int, source: Source) -> int:
    """The title is the first line and those that go on with it."""
    end = start
    for item in items[start:]:
        before = items[end - 1] if end > start else None
        if not isinstance(item, Line) or (before and not _is_title(before, item, source)):
            break
        end += 1
    return end


def _is_title(before: Item, line: Line, source: Source) -> bool:
    """Whether the title goes on with this line."""
    mark = mark_of(line.text)
    if source.is_wrapped:
        inside = mark is not None and fits_inside(_text(before), mark.rest)
        return inside or (mark is None and (not line.apart or line.text[0].islower()))
    is_marked = line.is_heading or line.is_bold
    return is_marked and mark is None and not line.text.startswith("Căn cứ")


def _annex_starts(items: Sequence[Item], start: int) -> list[int]:
    """Lines that say «Phụ lục»; a table behind the signature begins one even without."""
    return [
        number
        for number, item in enumerate(items)
        if number >= start
        and isinstance(item, Line)
        and _ANNEX.fullmatch(item.text)
        and not _CITES.match(item.text)
        and not item.text.endswith((".", ";", ","))
    ]


def _start_of_below(items: Sequence[Item], start: int, end: int) -> int:
    for number in range(start, end):
        item = items[number]
        if isinstance(item, Line) and _BELOW.fullmatch(item.text):
            return number
    return end


def _paragraphs(items: Sequence[Item], source: Source) -> tuple[Item, ...]:
    """The same with the lines of pages joined, up to each table."""
    if not source.is_wrapped:
        return tuple(items)
    found: list[Item] = []
    waiting: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            waiting.append(item)
        else:
            found += [*joined(waiting), item]
            waiting = []
    return (*found, *joined(waiting))


def _below(items: Sequence[Item], source: Source) -> tuple[Line, ...]:
    """Lines below the text; a recipient may go over two lines of a page, a signature never."""
    found: list[Line] = []
    for line in as_lines(items):
        before = found[-1].text if found else ""
        broken = before.startswith("-") and not before.endswith((";", ".", "/"))
        if source.is_wrapped and broken and mark_of(line.text) is None and not line.text.isupper():
            found[-1] = Line(f"{before} {line.text}", found[-1].where)
        else:
            found.append(line)
    return tuple(found)


def _remarks(items: Sequence[Item], named: int | None) -> tuple[Remark, ...]:
    if named is None:
        said = "không thấy dòng tên loại «KẾ HOẠCH»; cả tệp được coi là phần lời hoặc Phụ lục"
        return (Remark(Surety.OPEN, "tên loại", said),)
    if _type_of(items[named]) == _TYPE:
        return ()
    said = f"văn bản mang tên loại khác, không phải Kế hoạch: {_text(items[named])}"
    return (Remark(Surety.OPEN, "tên loại", said, items[named].where),)


def _text(item: Item) -> str:
    return item.text if isinstance(item, Line) else ""
