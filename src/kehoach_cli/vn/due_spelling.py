"""Puts right the slips of typing that occur in real deadline cells, and nothing else.

What comes out is what the cell should have said; whether it is a deadline at all is decided in
``vn.due_shapes``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach_cli.vn.dates import Month, day_or_none, format_day, month_or_none
from kehoach_cli.vn.text import nfc, roman

_WORDS = {
    "thang": "tháng",
    "quy": "quý",
    "quí": "quý",
    "qúy": "quý",
    "qúi": "quý",
    "nam": "năm",
    "ngay": "ngày",
    "truoc": "trước",
    "tù": "từ",
}
_BEFORE_DATE = r"(?= ?(?:[0-9]|[ivx]+\b|(?:ng[aà]y|th[aá]ng|qu[yýií]|qú[yi]|n[aă]m) ?[0-9ivx]))"
"""Elsewhere «quy», «nam», «ngay» are words of their own: Quy chế, Việt Nam, ngay sau khi."""
_SHORT_YEAR = "[2-4][0-9]"
"""The last digits of a year; a bare 6/27 stays, it may be meant for a day."""
_Match = re.Match[str]


def _word(found: _Match) -> str:
    """The word with its diacritics, a first capital kept."""
    right = _WORDS[found[0].lower()]
    return right.capitalize() if found[0][0].isupper() else right


def _month_word(found: _Match) -> str:
    """«T6/2027» and «Th.6/2027» as «Tháng 6/2027»; a small letter where words stand before it."""
    return "Tháng " if found.start() == 0 else "tháng "


def _quarter_word(found: _Match) -> str:
    """«Q4/2027» and «Q.IV/2027» as «Quý 4/2027», «Quý IV/2027»."""
    return "Quý " if found.start() == 0 else "quý "


def _quarter(found: _Match) -> str:
    """A quarter's number in Roman capitals; numbers above 4 stay, they are no quarter."""
    digit = found[2]
    return f"{found[1]} {roman(int(digit)) if digit in '1234' else digit.upper()}"


def _iso_day(found: _Match) -> str:
    """2026-07-20 as 20/7/2026; an impossible day stays."""
    day = day_or_none(int(found[1]), int(found[2]), int(found[3]))
    return found[0] if day is None else format_day(day)


def _iso_month(found: _Match) -> str:
    """2026-07 as 7/2026; what is no month stays."""
    month: Month | None = month_or_none(int(found[1]), int(found[2]))
    return found[0] if month is None else f"{month.month}/{month.year}"


_MENDS: tuple[tuple[re.Pattern[str], str | Callable[[_Match], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        (r" ?[.;,]+$", ""),
        (r"\bth?\.? ?(?=[0-9]{1,2} ?[-/.] ?(?:20)?[0-9]{2}\b(?![-/.]))", _month_word),
        (r"\bq\.? ?(?=(?:[1-4]|i{1,3}|iv)\b ?[-/.] ?(?:20)?[0-9]{2}\b)", _quarter_word),
        (r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b", _iso_day),
        (r"^([0-9]{4})-([0-9]{2})$", _iso_month),
        (r" ?/[ /]*", "/"),
        (rf"\b(?:{'|'.join(_WORDS)}){_BEFORE_DATE}", _word),
        (r"\b(tháng|quý|năm|ngày)(?=[0-9])", r"\1 "),
        (r"/năm (?=[0-9]{4}\b)", "/"),
        (r"\b(quý) ([1-9]|i{1,3}|iv)\b", _quarter),
        (r"\b(tháng [0-9]{1,2}|quý [ivx]+)(?: ?[-.] ?| )(?=[0-9]{4}\b)", r"\1/"),
        (rf"\b(tháng [0-9]{{1,2}}|quý [ivx]+) ?[-./] ?({_SHORT_YEAR})$", r"\1/20\2"),
        (r"\b([0-9]{1,2})[.-]([0-9]{1,2})[.-](?=(?:[0-9]{2}){1,2}\b)", r"\1/\2/"),
        (rf"\b(năm) (?={_SHORT_YEAR}$)", r"\1 20"),
        (r"^([0-9]{1,2})[.-](?=[0-9]{4}$)", r"\1/"),
        (r"(?<![0-9/])([0-9]{1,2}/[0-9]{1,2}/)([0-9]{2})(?![0-9/])", r"\g<1>20\2"),
    )
)


RIGHT = re.compile(
    r"(?:(?:Trước |Chậm nhất |)(?:ngày )?[0-9]{1,2}/[0-9]{1,2}|Tháng [0-9]{1,2}|Quý (?:I{1,3}|IV)"
    r"|[0-9]{1,2})/[0-9]{4}|(?:Năm )?[0-9]{4}|Thường xuyên"
)
"""The forms typed most, in which there is nothing to mend."""


def mend(text: str) -> str:
    """The text without slips: spaces, slashes, diacritics, abbreviations, quarters in digits.

    A text without slips comes back as it is, in NFC.
    """
    if RIGHT.fullmatch(text):
        return text
    text = " ".join(nfc(text).split())
    for pattern, replacement in _MENDS:
        text = pattern.sub(replacement, text)
    return text
