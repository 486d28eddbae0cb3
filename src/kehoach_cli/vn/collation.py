"""Vietnamese alphabetical order, the same on every machine: no locale is asked.

Words are compared one after another, as printed dictionaries do: first their letters
(a ă â b c d đ e ê …), then their tones (ngang, huyền, hỏi, ngã, sắc, nặng), then the next word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_BEFORE_LETTERS = 0
_BEYOND_ALPHABET = 1000
_WORD = re.compile(r"[0-9]+|(?:[^\W\d_]|[\u0300-\u036f'’ʼ])+")
_SILENT = str.maketrans("", "", "'’ʼ")

_Letter = tuple[int, int]  # rank in the alphabet, then tone
_WordKey = tuple[tuple[int, ...], tuple[int, ...]]
SortKey = tuple[tuple[_WordKey, ...], str]

_RANKS: dict[str, _Letter] = {
    unicodedata.normalize("NFC", letter + mark): (rank, tone)
    for rank, letter in enumerate(_ALPHABET, 1)
    for tone, mark in enumerate(_TONES)
}


@lru_cache(maxsize=8192)
def key(s: str) -> SortKey:
    """What to sort names by: ``sorted(names, key=collation.key)``.

    Numbers sort by value and before letters, apostrophes do not count, other signs part words.
    Names that differ in nothing else (capitals, signs) fall back on their code points, so that
    the order is total.
    """
    text = unicodedata.normalize("NFC", s)
    words = _WORD.findall(text.lower())
    return tuple(_word_key(word) for word in words), text


def _word_key(word: str) -> _WordKey:
    """Ranks of the letters, then their tones; a number is one rank before all letters."""
    if word[0] in "0123456789":
        stripped = word.lstrip("0")
        return (_BEFORE_LETTERS, len(stripped), *map(ord, stripped)), ()
    letters = [_rank(c) for c in word.translate(_SILENT)]
    return tuple(rank for rank, _ in letters), tuple(tone for _, tone in letters)


def _rank(letter: str) -> _Letter:
    """Place in the alphabet; a letter with marks foreign to Vietnamese goes with its base."""
    known = _RANKS.get(letter)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", letter)[0]
    return _RANKS.get(base, (_BEYOND_ALPHABET + ord(base), 0))
