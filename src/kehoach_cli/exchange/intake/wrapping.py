"""Paragraphs out of the lines of pages: PDF text, and text copied from one.

A blank line proves nothing there: it also stands in the middle of sentences, after a first line
that is set in and where a page ends. What counts is whether a sentence can go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kehoach_cli.exchange.intake.lines import Line
from kehoach_cli.exchange.intake.marks import Level, mark_of

_FULL = 0.8
"""Share of the widest lines from which on a line ended because the page did."""
_WIDE = 0.9
_SHARE_OF_SMALL = 0.1
_LONGEST_LINE = 160
_LISTED = re.compile(r"\((\d{1,2})\)")
_PAGE_NUMBER = re.compile(r"(?:Trang\s+)?-?\s*\d{1,3}\s*-?(?:\s*/\s*\d{1,3})?")
_ENDED = (".", ";", ":", "!", "?", "…")
_UNFINISHED = re.compile(
    r".*(?:,|\b(?:và|của|với|các|về|theo|cho|hoặc|tại|trong|từ|là|để|giữa|do|trên|những|một))"
)
_PAIRS = (("(", ")"), ("“", "”"))
_ALWAYS_NEW = re.compile(r"(?:Nơi nhận|Kính gửi)\b|(?:Trên đây là|Căn cứ)\s|(?:PHỤ LỤC|Phụ lục)\b")


def is_wrapped(texts: Sequence[str]) -> bool:
    """Whether these are lines of pages: none is long, and many go on from the one before."""
    said = [text for text in texts if text.strip()]
    small = sum(text.strip()[:1].islower() and mark_of(text.strip()) is None for text in said)
    longest = max(map(len, said), default=0)
    return bool(said) and longest <= _LONGEST_LINE and small >= _SHARE_OF_SMALL * len(said)


def without_page_numbers(lines: Iterable[Line]) -> list[Line]:
    """The lines, but for those that hold the number of a page and nothing else."""
    return [line for line in lines if not _PAGE_NUMBER.fullmatch(line.text)]


def joined(lines: Sequence[Line]) -> list[Line]:
    """The paragraphs; each stands where its first line does."""
    width = _usual_width(lines)
    found: list[Line] = []
    last = ""
    for line in without_page_numbers(lines):
        if found and _goes_on(found[-1].text, line, is_full=len(last) >= _FULL * width):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}", bold=0)
        else:
            found.append(line)
        last = line.text
    return found


def _usual_width(lines: Sequence[Line]) -> int:
    widths = sorted(len(line.text) for line in lines)
    return widths[int(len(widths) * _WIDE)] if widths else 0


def _goes_on(before: str, line: Line, *, is_full: bool) -> bool:
    """Whether the line goes on with the sentence of the paragraph before it."""
    text, mark = line.text, mark_of(line.text)
    if _ALWAYS_NEW.match(text) or (mark is not None and mark.level is Level.SECTION):
        return False
    if any(before.count(left) > before.count(right) for left, right in _PAIRS):
        return True
    has_ended = before.endswith(_ENDED)
    if mark is not None:
        is_dash = mark.level is Level.DASH
        return is_dash and is_full and not has_ended and fits_inside(before, mark.rest)
    if listed := _LISTED.match(text):
        return f"({int(listed[1]) - 1})" in before[1:]  # none begins a line of its own
    if text[0].islower() or _UNFINISHED.fullmatch(before[-8:]):
        return not (has_ended and line.apart)
    return is_full and not (has_ended and line.apart)


def fits_inside(before: str, rest: str) -> bool:
    """Whether a dash stands between two words: «2026 - 2030», «khoa học - công nghệ»."""
    return rest[0].islower() or (rest[0].isdigit() and before[-1].isdigit())
