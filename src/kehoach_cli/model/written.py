"""How single values are typed, as JSON Schema, for editors that check while one types.

An editor sees what YAML makes of a value: digits without quotes are a number there, which the
fields read as text. Patterns hold for text only, bounds for numbers only. What no pattern can say
stays with the fields: 29/2 of a year that has none, a range whose ends are exchanged.
"""

from __future__ import annotations

from kehoach_cli.vn.money import UNITS

Schema = dict[str, object]

_YEAR = "(?:19|20|21)[0-9]{2}"
_MONTH = "(?:0?[1-9]|1[0-2])"
_DAYS = (
    ("(?:0?[1-9]|1[0-9]|2[0-8])", _MONTH),
    ("(?:29|30)", "(?:0?[13-9]|1[0-2])"),
    ("31", "(?:0?[13578]|1[02])"),
    ("29", "0?2"),
)
"""Days and the months that have them."""


def _padded(pattern: str) -> str:
    """The pattern of a day or month that must have two digits."""
    return pattern.replace("0?", "0")


_DAY = "|".join(
    [f"{day}/{month}/{_YEAR}" for day, month in _DAYS]
    + [f"{_YEAR}-{_padded(month)}-{_padded(day)}" for day, month in _DAYS]
)
_DAY_OR_MONTH = f"{_DAY}|{_YEAR}-{_padded(_MONTH)}|{_MONTH}/{_YEAR}"

DAY: Schema = {
    "type": "string",
    "pattern": rf"^\s*(?:{_DAY})\s*$",
    "examples": ["2026-07-20", "20/7/2026"],
}
DAY_OR_MONTH: Schema = {
    "type": "string",
    "pattern": rf"^\s*(?:{_DAY_OR_MONTH})\s*$",
    "examples": ["2026-07-20", "2026-07"],
}
YEARS: Schema = {
    "type": ["string", "integer"],
    "pattern": r"^\s*[0-9]{4}(?:\s*[-–]\s*[0-9]{4})?\s*$",
    "minimum": 1000,
    "maximum": 9999,
    "examples": ["2026 - 2030", "2026"],
}


def integer(low: int, high: int, digits: str) -> Schema:
    """A whole number within both ends, as a number or as digits; ``digits``: what fits of those.

    Zeros may stand before them, as long as there are not more than two digits too many.
    """
    most = len(str(high)) + 2
    return {
        "type": ["integer", "string"],
        "minimum": low,
        "maximum": high,
        "pattern": rf"^(?=[0-9]{{1,{most}}}$)0*(?:{digits})$",
    }


def _any_case(word: str) -> str:
    return "".join(rf"[{one}{one.upper()}]" if one.isalpha() else r"\s+" for one in word)


def _amount(unit: str, zeros: int) -> str:
    """Amounts in one unit: no more decimals than the đồng that it has."""
    return rf"(?:,(?=[0-9])[0-9]{{0,{zeros}}}0*)?\s+{_any_case(unit)}"


_WHOLE = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|0|[1-9][0-9]*)"
_AMOUNTS = "|".join(_amount(unit, zeros) for unit, zeros in UNITS.items())

MONEY: Schema = {
    "type": ["string", "integer"],
    "minimum": 0,
    "pattern": rf"^\s*(?:(?:0|[1-9][0-9]*)|{_WHOLE}(?:{_AMOUNTS}))\s*$",
    "examples": ["1.500 triệu đồng", "2,4 tỷ đồng"],
}
