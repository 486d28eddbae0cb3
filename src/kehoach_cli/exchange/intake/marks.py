"""What a paragraph begins with: «II.», «1.», «3.1.», «đ)», «-»."""

from __future__ import annotations

import re
from enum import StrEnum

from kehoach_cli.frozen import frozen


class Level(StrEnum):
    """The sorts of numbers before paragraphs, from the highest."""

    SECTION = "section"
    CLAUSE = "clause"
    SUBCLAUSE = "subclause"
    POINT = "point"
    DASH = "dash"


@frozen
class Mark:
    """The number as printed («3.1») and the words after it."""

    level: Level
    number: str
    rest: str


_PATTERNS = (
    (Level.SECTION, re.compile(r"([IVXLC]{1,7})[.)/]\s+(\S.*)", re.DOTALL)),
    (Level.SUBCLAUSE, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,2}\.?)\s+(\S.*)", re.DOTALL)),
    (Level.CLAUSE, re.compile(r"(\d{1,2}\.)\s*(?<=[.\s])([^\W\d].*|[“\"(].*)", re.DOTALL)),
    (Level.POINT, re.compile(r"([a-zđ]\))\s*(\S.*)", re.DOTALL)),
    (Level.DASH, re.compile(r"([-–—•▪●])\s+(\S.*)", re.DOTALL)),
)


def mark_of(text: str) -> Mark | None:
    """The mark before a paragraph; None where it begins with words."""
    found = ((level, pattern.fullmatch(text)) for level, pattern in _PATTERNS)
    return next((Mark(level, match[1], match[2]) for level, match in found if match), None)
