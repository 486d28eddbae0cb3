"""Vietnamese text: normal form, near matches, letters and figures, words in a row.

Legacy 8-bit encodings are recognised in ``vn.encoding``.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm in their order: NĐ 30/2020 itself goes c), d), đ), e), g), h)."""

_PLAIN = str.maketrans({"đ": "d", "‘": "'", "’": "'", "ʼ": "'", "–": "-", "—": "-"})
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LARGEST_ROMAN = 3999


def nfc(s: str) -> str:
    """Precomposed form, as TCVN 6909:2001 asks for (NĐ 30/2020, Phụ lục I, Phần I, I.4)."""
    return unicodedata.normalize("NFC", s)


def is_nfc(s: str) -> bool:
    """Whether the text is already precomposed."""
    return unicodedata.is_normalized("NFC", s)


def fold(s: str) -> str:
    """Lower case without diacritics, đ as d, single spaces: for near matches only."""
    decomposed = unicodedata.normalize("NFD", s.lower())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.translate(_PLAIN).split())


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.75) -> str | None:
    """The choice that most likely was meant, diacritics and case aside; ``None`` when none is near.

    ``cutoff`` is difflib's similarity, 0 to 1. Of choices that fold alike the first one counts.
    """
    by_fold: dict[str, str] = {}
    for choice in choices:
        by_fold.setdefault(fold(choice), choice)
    found = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else None


def point_letter(n: int) -> str:
    """The letter of the ``n``-th điểm, from 1; ``ValueError`` outside the alphabet."""
    if not 1 <= n <= len(POINT_LETTERS):
        raise ValueError(f"no letter for point {n}")
    return POINT_LETTERS[n - 1]


@lru_cache(maxsize=256)  # of sections and quarters; each heading asks for its own
def roman(n: int) -> str:
    """Roman numeral of 1 to 3999; ``ValueError`` outside."""
    if not 1 <= n <= _LARGEST_ROMAN:
        raise ValueError(f"no Roman numeral for {n}")
    digits = []
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        digits.append(letters * count)
    return "".join(digits)


def thousands(n: int) -> str:
    """A whole number with dots between its thousands: «1.500», «-12.000»."""
    return f"{n:,}".replace(",", ".")


def join_vi(words: Sequence[str]) -> str:
    """Words in a row as in running text: «a», «a và b», «a, b và c»; nothing gives ""."""
    if len(words) < 2:  # noqa: PLR2004 - a row begins with two
        return "".join(words)
    return f"{', '.join(words[:-1])} và {words[-1]}"
