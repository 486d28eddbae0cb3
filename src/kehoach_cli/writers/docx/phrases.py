"""Where the lines of a centred name or title end: before a connective, as typists break them.

A gap between two words has a price; the lines are those of the smallest sum of prices and unequal
lengths. No rule of NĐ 30/2020 says where to break: this is the custom of signed documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from kehoach_cli.frozen import frozen

_PHRASE, _LIGHT, _SEAM, _PLAIN, _NAME, _JOINED = 0.0, 0.2, 0.7, 1.0, 2.0, 8.0
_EXTRA_LINE = 0.5
_UNEQUAL = 2.0

CONNECTIVES: Mapping[str, float] = {
    **dict.fromkeys(("và", "về", "giữa", "với", "tại", "trên", "theo", "do", "trong"), _PHRASE),
    **dict.fromkeys(("giai đoạn", "đối với", "cùng với", "nhằm", "để", "đến", "từ"), _PHRASE),
    **dict.fromkeys(("của", "cho", "năm", "các", "quý"), _LIGHT),
}
"""Words that begin a phrase, with the price of a break before them; none ends a line."""

COMPOUNDS = frozenset(
    (
        *("tự do", "tồn tại", "hiện tại", "kèm theo", "tiếp theo", "dựa trên", "gắn với"),
        *("hằng năm", "hàng năm", "đầu năm", "cuối năm", "cả năm", "gửi đến"),
    )
)
"""Two words of which the second is no connective here."""

_INSEPARABLE = frozenset(
    (
        *("tổng công", "công ty", "tập đoàn", "ủy ban", "nhân dân", "trung tâm", "văn phòng"),
        *("đại học", "cao đẳng", "học viện", "bệnh viện", "hiệp hội", "doanh nghiệp", "kế hoạch"),
    )
)
"""Two syllables of one word, as they stand in names of organs; half of it ends no line."""

_ORGANS = frozenset(("sở", "bộ", "phòng", "ban", "cục", "vụ", "viện", "trung tâm", "học viện"))
_PARTNERS = frozenset(
    ("sở", "bộ", "ubnd", "ủy ban", "hội", "tổng công", "tập đoàn", "công ty", "trường", "đại học")
)
_TERRITORIES = frozenset(("tỉnh", "thành", "xã", "phường", "đặc"))
_DASHES = frozenset("-–—")
_ROMAN = re.compile(r"[IVX]+|\d[\d./]*")
_WORD = re.compile(r"[^ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")  # a no-break space is no gap
_AROUND = "()[]«»“”\"'‘’.,;:"

Measure = Callable[[str], int]


def phrases(text: str, room: int, measure: Measure) -> tuple[str, ...]:
    """The lines of ``text``, its words and inner spaces kept, none wider than ``room``.

    ``measure`` gives the width of a line in the unit of ``room``. A word wider than that has a line
    of its own; a line end in the text stays one. At most one line more than the fewest is made.
    """
    return tuple(line for part in text.split("\n") for line in _lines(part, room, measure))


@frozen
class _Words:
    """The gaps of one text: word ``i`` may end a line whose first word is any earlier one."""

    spans: list[tuple[int, int]]
    prices: list[float]  # of a break before word i; nothing after the last
    reach: list[list[tuple[int, int]]]  # from word i: (the next line's first word, width)
    needed: list[int]  # fewest lines from word i on


def _lines(text: str, room: int, measure: Measure) -> Iterator[str]:
    words = _read(text, room, measure)
    if not words.spans:
        return
    fewest = words.needed[0]
    target = measure(text.strip())
    found = [_cheapest(words, count, target / count, room) for count in (fewest, fewest + 1)]
    costs = [cost + _EXTRA_LINE * extra for extra, (cost, _) in enumerate(found)]
    starts = found[costs.index(min(costs))][1]
    for first, after in zip((0, *starts), (*starts, len(words.spans)), strict=True):
        yield text[words.spans[first][0] : words.spans[after - 1][1]]


def _read(text: str, room: int, measure: Measure) -> _Words:
    matches = list(_WORD.finditer(text))
    spans = [match.span() for match in matches]
    plain = [match[0] for match in matches]
    count = len(spans)
    reach = [list(_reach(text, spans, first, room, measure)) for first in range(count)]
    needed = [0] * (count + 1)
    for first in range(count - 1, -1, -1):
        needed[first] = 1 + needed[reach[first][-1][0]]
    prices = [_price(plain[:i], plain[i:]) for i in range(1, count)]
    return _Words(spans, [0.0, *prices, 0.0], reach, needed)


def _reach(
    text: str, spans: Sequence[tuple[int, int]], first: int, room: int, measure: Measure
) -> Iterator[tuple[int, int]]:
    start = spans[first][0]
    for last in range(first, len(spans)):
        width = measure(text[start : spans[last][1]])
        if last > first and width > room:
            return
        yield last + 1, width


def _cheapest(words: _Words, count: int, target: float, room: int) -> tuple[float, tuple[int, ...]]:
    """Cost and first words of the lines after the first, of the best setting in ``count`` lines."""
    end = len(words.spans)
    states: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for left in range(count - 1, -1, -1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, path) in states.items():
            for after, width in words.reach[first]:
                if words.needed[after] > left or (after == end) != (left == 0):
                    continue
                unequal = _UNEQUAL * ((width - target) / max(room, 1)) ** 2
                total = cost + unequal + words.prices[after]
                if after not in reached or total < reached[after][0]:
                    reached[after] = total, ((*path, after) if left else path)
        states = reached
    return states.get(end, (float("inf"), ()))


def _price(before: Sequence[str], after: Sequence[str]) -> float:
    """What a break between the two costs; the first rule that speaks decides."""
    rules = (_joined, _phrase, _territory, _name)
    prices = (rule(before, after) for rule in rules)
    return next((price for price in prices if price is not None), _PLAIN)


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip(_AROUND).lower() for word in words]


def _joined(before: Sequence[str], after: Sequence[str]) -> float | None:
    """What belongs together: a word, a connective and its phrase, a number and what it counts."""
    last, following = _bare(before[-2:]), _bare(after[:2])
    pair = f"{last[-1]} {following[0]}"
    if pair in COMPOUNDS or pair in CONNECTIVES or pair in _INSEPARABLE:
        return _JOINED
    if _ends_in_connective(last) or {before[-1], after[0]} & _DASHES:
        return _JOINED
    numbered = _ROMAN.fullmatch(before[-1]) and following[0] in {"năm", "tháng"}
    counted = after[0][0].isdigit() and following[1:] != ["tháng"]
    return _JOINED if numbered or counted else None


def _ends_in_connective(last: list[str]) -> bool:
    pair = " ".join(last)
    return pair in CONNECTIVES or (last[-1] in CONNECTIVES and pair not in COMPOUNDS)


def _phrase(before: Sequence[str], after: Sequence[str]) -> float | None:
    """Before a connective or a bracket, after a comma; a name's own «và» is none."""
    following = _bare(after[:3])
    if after[0].startswith(("(", "«", "“")) or before[-1].endswith((",", ";", ":")):
        return _PHRASE
    if after[0][0].isdigit():  # «6 tháng đầu năm»
        return _PHRASE
    if following[0] == "và" and _in_organ(before, following[1:]):
        return _SEAM
    return CONNECTIVES.get(" ".join(following[:2]), CONNECTIVES.get(following[0]))


def _in_organ(before: Sequence[str], following: list[str]) -> bool:
    """«Sở Khoa học | và Công nghệ» but not «Sở Tài chính | và Sở Nội vụ»."""
    inside: list[str] = []
    for word in reversed(_bare(before[-6:])):
        inside.insert(0, word)
        if inside[0] in _ORGANS or " ".join(inside[:2]) in _ORGANS:
            return not _PARTNERS & {*following[:1], " ".join(following)}
        if word in CONNECTIVES or word in _TERRITORIES:
            return False
    return False


def _territory(before: Sequence[str], after: Sequence[str]) -> float | None:
    """«Ủy ban nhân dân | tỉnh Đắk Lắk», but not «UBND | tỉnh Đắk Lắk»."""
    short = _is_capital(before[-1]) and after[0].islower()
    return _SEAM if _bare(after[:1])[0] in _TERRITORIES and len(after) > 1 and not short else None


def _name(before: Sequence[str], after: Sequence[str]) -> float | None:
    """Between two words of a name, as far as capitals tell."""
    if _is_capital(before[-1]):
        return _NAME
    near = any(map(_is_capital, _until_connective(after[:4])))
    inside = any(map(_is_capital, _until_connective(before[:0:-1][:3])))
    return _NAME if near and inside else None


def _until_connective(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word.lower() in CONNECTIVES:
            return
        yield word


def _is_capital(word: str) -> bool:
    return word.strip(_AROUND)[:1].isupper()
