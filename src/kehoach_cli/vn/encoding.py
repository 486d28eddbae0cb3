"""Names the 8-bit encoding of an old Vietnamese text file: TCVN3 (ABC), VNI or Windows-1258.

Each candidate decodes the bytes; the one that gives Vietnamese syllables is named. Nothing is
converted for use: the user is told what the file is and saves it again as UTF-8.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

from kehoach_cli.vn.patterns import late

_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_ENOUGH_WORDS = 3
_ENOUGH_SHARE = 0.7
_LOOKED_AT_BYTES = 64 * 1024

# TCVN 5712:1993 VN3, small letters and the seven capitals that have a code of their own.
_TCVN3 = {
    code: letter
    for start, letters in (
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
        (0xB5, "àảãáạ"),
        (0xBB, "ằẳẵắ"),
        (0xC6, "ặầẩẫấậè"),
        (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"),
        (0xE1, "ỏõóọồổỗốộờởỡớợù"),
        (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    )
    for code, letter in enumerate(letters, start)
}
# VNI for Windows: a base letter, then a byte for its marks; capitals have the byte less 0x20.
_VNI_MARKS = {
    0xE2: "\u0302",
    0xE1: "\u0302\u0301",
    0xE0: "\u0302\u0300",
    0xE5: "\u0302\u0309",
    0xE3: "\u0302\u0303",
    0xE4: "\u0323\u0302",
    0xEA: "\u0306",
    0xE9: "\u0306\u0301",
    0xE8: "\u0306\u0300",
    0xFA: "\u0306\u0309",
    0xFC: "\u0306\u0303",
    0xEB: "\u0323\u0306",
    0xF9: "\u0301",
    0xF8: "\u0300",
    0xFB: "\u0309",
    0xF5: "\u0303",
    0xEF: "\u0323",
}
_VNI_LETTERS = {
    0xF1: "đ",
    0xF4: "ơ",
    0xF6: "ư",
    0xED: "í",
    0xEC: "ì",
    0xE6: "ỉ",
    0xF3: "ĩ",
    0xF2: "ị",
    0xEE: "ỵ",
}
_VNI = {
    code - shift: marks.upper() if shift else marks
    for shift in (0, 0x20)
    for code, marks in (_VNI_MARKS | _VNI_LETTERS).items()
}

# Codas with k, for the names of the highlands: Đắk Lắk.
_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_NUCLEUS = (
    "oai|oay|oeo|oao|uây|uôi|uya|uyê|uyu|iêu|yêu|ươi|ươu|uêu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|"
    "ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]"
)
_SYLLABLE = late(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|ng|nh|[ckmnpt])?")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")


def _from_tcvn3(word: bytes) -> str:
    """The word as TCVN3; a byte without a letter becomes U+FFFD."""
    return "".join(chr(b) if b < 0x80 else _TCVN3.get(b, "\ufffd") for b in word)  # noqa: PLR2004 - ASCII


def _from_vni(word: bytes) -> str:
    """The word as VNI; a byte without a letter becomes U+FFFD."""
    return "".join(chr(b) if b < 0x80 else _VNI.get(b, "\ufffd") for b in word)  # noqa: PLR2004 - ASCII


def _from_cp1258(word: bytes) -> str:
    """The word as Windows-1258: some letters precomposed, tones as combining marks."""
    return word.decode("cp1258", errors="replace")


_CANDIDATES: tuple[tuple[str, Callable[[bytes], str]], ...] = (
    ("TCVN3 (ABC)", _from_tcvn3),
    ("VNI", _from_vni),
    ("Windows-1258", _from_cp1258),
)


def _is_syllable(word: str) -> bool:
    """Whether the word could be one Vietnamese syllable with at most one tone."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = "".join(c for c in decomposed if c not in _TONES)
    if len(decomposed) - len(bare) > 1:
        return False
    return _SYLLABLE().fullmatch(unicodedata.normalize("NFC", bare)) is not None


def looks_like_tcvn3_or_vni(data: bytes) -> str | None:
    """«TCVN3 (ABC)», «VNI», «Windows-1258» or «UTF-16»; ``None`` for UTF-8 and anything else.

    Looks at the first 64 KiB; needs at least three words beyond ASCII of which seven in ten read
    as Vietnamese syllables. Of two equally good readings the first of the table is named.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    words = set(_WORD.findall(data[:_LOOKED_AT_BYTES]))
    if len(words) < _ENOUGH_WORDS or _is_utf8(data):
        return None
    scores = {name: sum(_is_syllable(read(w)) for w in words) for name, read in _CANDIDATES}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= max(_ENOUGH_WORDS, _ENOUGH_SHARE * len(words)) else None


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
