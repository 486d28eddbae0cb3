"""Text as copied from a portal or a page: .txt with its lines, .md with headings, bold, tables."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from kehoach_cli.exchange.intake.lines import (
    Field,
    Grid,
    Item,
    Line,
    Source,
    full_grid,
    refuse_long,
    tidy,
)
from kehoach_cli.exchange.intake.wrapping import is_wrapped

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?")
_RULE = re.compile(r"[-_*=\s]{3,}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINE_ENDS = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
"""A backslash that breaks the line, not one that stands for itself."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|b|i|u|em|strong|center|font)\b[^>]*>", re.IGNORECASE)
_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_CELL = re.compile(r"(?<!\\)\|")
_MARKDOWN = re.compile(r"^#{1,6}\s|\*\*\S|^\|.*\|\s*$", re.MULTILINE)


def read_text(name: str, text: str) -> Source:
    """The text as paragraphs and tables; Markdown where it looks like it."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_markdown = _MARKDOWN.search(text) is not None
    items = tuple(_items(rows) if is_markdown else _plain(rows))
    wrapped = is_wrapped([one.text for one in items if isinstance(one, Line)])
    return Source(name, items, wrapped)


def _plain(rows: Sequence[str]) -> Iterator[Item]:
    apart = False
    for number, row in enumerate(rows, 1):
        said = tidy(row)
        if said and not _RULE.fullmatch(said):
            yield Line(said, f"dòng {number}", apart=apart)
        apart = not said


def _items(rows: Sequence[str]) -> Iterator[Item]:
    table: list[tuple[int, str]] = []
    apart = False
    for number, row in enumerate(rows, 1):
        stripped = row.strip()
        if stripped.startswith("|") and stripped.count("|") > 1:
            table.append((number, stripped))
            continue
        yield from _table(table)
        table.clear()
        line = _markdown_line(stripped, f"dòng {number}", apart=apart)
        if line is not None:
            yield line
        apart = not stripped
    yield from _table(table)


def _markdown_line(text: str, where: str, *, apart: bool) -> Line | None:
    heading = _HEADING.fullmatch(text)
    said, bold = _unmarked(heading[2] if heading else text.removeprefix("> "))
    if not said or _RULE.fullmatch(text):
        return None
    return Line(said, where, bold, apart=apart, is_heading=heading is not None)


def _unmarked(text: str) -> tuple[str, int]:
    """The words without the signs of Markdown and HTML, and how many letters are bold first."""
    text = html.unescape(_TAG.sub("", _BREAK.sub(" ", _LINE_ENDS.sub(r"\1", text.rstrip()))))
    lead = _BOLD.match(text.lstrip())
    bold = len(tidy(_plain_words(lead[2]))) if lead else 0
    return tidy(_plain_words(text)), bold


def _plain_words(text: str) -> str:
    """The words alone; bold that goes on over lines leaves half of its signs behind."""
    bare = _ITALIC.sub(r"\2", _BOLD.sub(r"\2", text)).replace("**", "")
    return _ESCAPE.sub(r"\1", bare)


def _table(rows: Sequence[tuple[int, str]]) -> Iterator[Grid]:
    lines = [row.strip().strip("|") for _, row in rows if not _TABLE_RULE.fullmatch(row)]
    if not lines:
        return
    where = f"bảng ở dòng {rows[0][0]}"
    refuse_long(len(lines), 1 + max(len(_CELL.findall(line)) for line in lines), where)
    yield full_grid([[_table_cell(cell) for cell in _CELL.split(line)] for line in lines], where)


def _table_cell(text: str) -> Field:
    parts = (_unmarked(part)[0] for part in _BREAK.split(text.replace("\\|", "|")))
    return Field("\n".join(part for part in parts if part))
