"""Which column of an annex's table is which, by what its header says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.exchange.intake.lines import Grid
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold

_DEEPEST = 6
"""Rows among which a header is looked for."""
_ENOUGH = 2
_UNIT = re.compile(
    r"\(?\s*(?:đvt|đơn vị tính)?\s*:?\s*((?:nghìn|ngàn|triệu|tỷ|tỉ) đồng)", re.IGNORECASE
)

_KNOWN = (
    ("number", r"tt|stt|so tt|so thu tu|ma( so)?( nhiem vu)?"),
    (
        "lead",
        r"(co quan |don vi )*(, don vi )?(chu tri|dau moi).*|don vi thuc hien|co quan thuc hien",
    ),
    ("support", r"(co quan |don vi )*(, don vi )?phoi hop.*"),
    ("approver", r".*(phe duyet|tham quyen|cap trinh|ban hanh)\b.*"),
    ("product", r".*(san pham|ket qua).*"),
    ("due", r".*(thoi han|thoi gian|tien do|hoan thanh|lo trinh).*"),
    ("person", r".*(nguoi|ca nhan|bo phan|lanh dao) .*(phu trach|thuc hien|chiu trach nhiem).*"),
    ("note", r"ghi chu.*"),
    ("title", r".*(nhiem vu|noi dung|cong viec|ten du an|danh muc|hoat dong).*"),
)
_PRINTED = ("title", "lead", "support", "person", "product", "approver", "due", "note")


@frozen
class Columns:
    """Where what stands; ``titles``: columns that tasks have no key for, by place."""

    places: dict[str, int]
    titles: dict[int, str]
    first_row: int
    unit: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that the annex prints, in the order of the source."""
        known = [key for key in _PRINTED if key in self.places]
        return tuple(sorted(known, key=lambda key: self.places[key]))


def find_columns(grid: Grid) -> Columns | None:
    """The columns by the first rows; None where no row names tasks and one thing besides."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number in range(min(_DEEPEST, len(grid.rows))):
        places = _places(_titles(grid, number))
        if "title" in places and len(places) > max(len(best[1]), _ENOUGH - 1):
            best = (number, places)
    last, places = best
    if not places:
        return None
    titles = _titles(grid, last)
    others = {n: text for n, text in enumerate(titles) if text and n not in places.values()}
    unit = next((found[1] for text in titles if (found := _UNIT.search(text))), "")
    return Columns(places, others, last + 1, unit.lower())


def _titles(grid: Grid, last: int) -> list[str]:
    """The headings of the columns: what stands above them down to that row, nothing twice."""
    return [
        " - ".join(
            dict.fromkeys(_one_line(row[column].text) for row in grid.rows[: last + 1])
        ).strip(" -")
        for column in range(len(grid.rows[0]))
    ]


def _places(titles: Sequence[str]) -> dict[str, int]:
    """Kind → column; the first that says so."""
    found: dict[str, int] = {}
    for column, title in enumerate(titles):
        kind = next((kind for kind in _kinds(title) if kind not in found), None)
        if kind is not None:
            found[kind] = column
    return found


def _kinds(title: str) -> Iterator[str]:
    """The kinds that a heading may mean; its last part first, then all of it."""
    for words in dict.fromkeys((title.rpartition(" - ")[2], title)):
        folded = re.sub(r"\(.*?\)", "", fold(words)).strip(" .:")
        yield from (kind for kind, pattern in _KNOWN if re.fullmatch(pattern, folded))


def _one_line(text: str) -> str:
    return " ".join(text.split())
