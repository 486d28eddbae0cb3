"""Money as whole đồng in code, with its unit in text; integers throughout, nothing is rounded.

Vietnamese figures use a dot between thousands and a comma before decimals.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from kehoach_cli.vn.patterns import late
from kehoach_cli.vn.text import nfc, thousands

MoneyFault = Literal["no-unit", "not-money", "fraction-of-dong"]
Unit = Literal["tỷ đồng", "triệu đồng", "nghìn đồng", "đồng"]

_ZEROS: dict[Unit, int] = {"tỷ đồng": 9, "triệu đồng": 6, "nghìn đồng": 3, "đồng": 0}
_SPELLINGS: dict[str, Unit] = {
    "tỉ đồng": "tỷ đồng",
    "ngàn đồng": "nghìn đồng",
    **{unit: unit for unit in _ZEROS},
}
UNITS: dict[str, int] = {spelling: _ZEROS[unit] for spelling, unit in _SPELLINGS.items()}
"""Every unit that is understood, in lower case, and the zeros that it stands for."""
_UNFINISHED_UNITS = frozenset({"", "tỷ", "tỉ", "triệu", "nghìn", "ngàn"})
_MOST_DIGITS = 18
_NATURAL_DECIMALS = 3

_BARE = late(r"0|[1-9][0-9]*")
_AMOUNT = late(
    r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|0|[1-9][0-9]*)"
    r"(?:,(?P<part>[0-9]+))?(?: (?P<unit>.*))?"
)


class MoneyError(ValueError):
    """Why a text is no amount of money: ``kind`` is one of ``MoneyFault``."""

    def __init__(self, kind: MoneyFault) -> None:
        """Keep the kind; the sentence for the user is written by a rule."""
        super().__init__(kind)
        self.kind: MoneyFault = kind


@lru_cache(maxsize=4096)  # round amounts come back again and again
def parse_money(text: str) -> int:
    """Đồng from «1.500 triệu đồng», «2,4 tỷ đồng», «12.500.000 đồng» or bare digits «1200000».

    Raises ``MoneyError``: ``no-unit`` for separators without a unit («1.500», «1.500 triệu»),
    ``fraction-of-dong`` when less than one đồng is left over, else ``not-money`` (negative,
    a dot before decimals, another currency, more than 18 digits).
    """
    text = " ".join(nfc(text).split())
    found = _AMOUNT().fullmatch(text)
    if found is None or len(text) > 2 * _MOST_DIGITS:
        raise MoneyError("not-money")
    if _BARE().fullmatch(text):
        return _within_limit(int(text))
    unit = _unit(found["unit"] or "")
    part = (found["part"] or "").rstrip("0")
    return _within_limit(_scale(found["whole"].replace(".", ""), part, _ZEROS[unit]))


def _unit(text: str) -> Unit:
    """The unit of a spelling, whatever its capitals."""
    name = text.lower()
    if name in _UNFINISHED_UNITS:
        raise MoneyError("no-unit")
    if name not in _SPELLINGS:
        raise MoneyError("not-money")
    return _SPELLINGS[name]


def _scale(whole: str, part: str, zeros: int) -> int:
    """``whole,part`` times 10 to the power of ``zeros``, without leaving the integers."""
    if len(part) > zeros:
        raise MoneyError("fraction-of-dong")
    return int(whole + part.ljust(zeros, "0"))


def _within_limit(vnd: int) -> int:
    """The amount, unless it is too large to be one."""
    if vnd >= 10**_MOST_DIGITS:
        raise MoneyError("not-money")
    return vnd


def format_money(vnd: int, unit: Unit = "triệu đồng") -> str:
    """The figure without its unit, exact: 1500000000 in triệu đồng is «1.500», 2400000 is «2,4»."""
    sign = "-" if vnd < 0 else ""
    zeros = _ZEROS[unit]
    whole, rest = divmod(abs(vnd), 10**zeros)
    part = f"{rest:0{zeros}d}".rstrip("0") if rest else ""
    figure = f"{sign}{thousands(whole)}"
    return f"{figure},{part}" if part else figure


def with_unit(vnd: int) -> str:
    """The figure with the largest unit that leaves at most three decimals: «2,4 tỷ đồng».

    Reads back by ``parse_money`` to the same amount (when not negative).
    """
    for unit, zeros in _ZEROS.items():
        enough = abs(vnd) >= 10**zeros
        if enough and vnd % 10 ** max(zeros - _NATURAL_DECIMALS, 0) == 0:
            return f"{format_money(vnd, unit)} {unit}"
    return f"{format_money(vnd, 'đồng')} đồng"
