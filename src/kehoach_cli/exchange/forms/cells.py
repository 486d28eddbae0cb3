"""One cell read strictly: what it tells, or why it cannot be told.

Never guessed: a day shown as a month, a calculated value, a number that may be đồng or triệu đồng.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pydantic import ValidationError

from kehoach_cli.exchange.forms.layout import Column, Kind, ListName
from kehoach_cli.exchange.forms.lists import UNITS
from kehoach_cli.exchange.forms.reading import RawCell
from kehoach_cli.exchange.forms.values import (
    NotADay,
    Told,
    one_line,
    tidy,
    told_document,
    told_products,
)
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import NUMBER_PATTERN
from kehoach_cli.vn.dates import FIRST_YEAR, LAST_YEAR, format_day, parse_day
from kehoach_cli.vn.due import DueProblem, read_due
from kehoach_cli.vn.money import MoneyError, parse_money
from kehoach_cli.vn.text import fold

_FIRST_YEAR = 2000  # earlier days come from a number typed into a cell for days
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 1/1/2000, 31/12/2099
_MOST_PERCENT = 100
_OF_LINES = frozenset({"text", "products", "actors"})
_MILLIONS = RawCell(UNITS[0])
_NO_DUES = frozenset({DueProblem.UNKNOWN_WORDS, DueProblem.IMPOSSIBLE_DATE})
_MOST_DONG = 10**12  # more, typed as a bare number, was meant in another unit
_DAY_PARTS = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_PERCENT = re.compile(r"(\d{1,3}) ?%?")
_UNSURE_COMMA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
"""«1,250»: 1250 as English Excel groups it, or 1,25 with a zero too many."""
_IN_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_NUMBER_WORD = re.compile(r"^(?:báo cáo |công văn )?số:? ", re.IGNORECASE)


class Unread(ValueError):  # noqa: N818 - named for what happened
    """Why a cell is refused: one of the reasons of the rule «form-cell».

    ``got``: the words that are meant, where the cell holds more than these.
    """

    def __init__(self, reason: str, got: str = "") -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
        self.got = got


@frozen
class Setting:
    """What cells are read by: accepted spellings by list, the day that numbers count from."""

    spellings: Mapping[ListName, Mapping[str, str]]
    epoch: datetime


def read_cell(column: Column, cell: RawCell, unit: RawCell, setting: Setting) -> Told:
    """What the cell tells; ``unit`` is the cell beside an amount.

    Raises:
        Unread: It cannot be told for sure.
    """
    for is_so, reason in (
        (cell.is_formula, "formula"),
        (cell.is_error, "error"),
        (cell.is_merged, "merged"),
    ):
        if is_so:
            raise Unread(reason)
    if cell.value is None or (isinstance(cell.value, str) and not tidy(cell.value)):
        return None
    return _read(column, cell, unit, setting) or None


def _read(column: Column, cell: RawCell, unit: RawCell, setting: Setting) -> str:
    match column.kind:
        case "choice":
            return _choice(column, "true" if cell.value is True else cell.text, setting)
        case "actors":
            return "\n".join(_actors(column, cell, setting))
        case "day":
            return _day(cell, setting).isoformat()
        case "money" | "millions":
            return str(_money(cell, _MILLIONS if column.kind == "millions" else unit))
        case kind:
            return _READERS[kind](column, cell)


def _choice(column: Column, text: str, setting: Setting) -> str:
    spellings = setting.spellings[column.choices or "yes"]
    found = spellings.get(fold(text).rstrip("."))
    if found is None:
        raise Unread("choice", text)
    return found


def _actors(column: Column, cell: RawCell, setting: Setting) -> dict[str, None]:
    """Each of them once; a name may hold a comma, so that only a list of names is cut at one."""
    found: dict[str, None] = {}
    for line in re.split(r"[\n;]", _words(column, cell)):
        text = one_line(line)
        try:
            found |= dict.fromkeys([_choice(column, text, setting)] if text else [])
        except Unread:
            parts = filter(None, map(one_line, text.split(",")))
            found |= dict.fromkeys(_choice(column, part, setting) for part in parts)
    return found


def _due(column: Column, cell: RawCell) -> str:
    """A deadline as it is printed; a real day as «30/6/2027»."""
    if isinstance(cell.value, datetime | date):
        if "d" not in _IN_FORMAT.sub("", cell.format).lower():
            raise Unread("month-shown")
        return format_day(cell.value)
    text = _words(column, cell)
    if read_due(text).problem in _NO_DUES:
        raise Unread("due")
    return text


def _year(_: Column, cell: RawCell) -> str:
    text = cell.text
    if isinstance(cell.value, float) and cell.value == int(cell.value):
        text = str(int(cell.value))
    if not (text.isascii() and text.isdigit() and FIRST_YEAR + 100 <= int(text) <= LAST_YEAR):
        raise Unread("year")
    return text


def _day(cell: RawCell, setting: Setting) -> date:
    match cell.value:
        case datetime() | date() as day:
            if "d" not in _IN_FORMAT.sub("", cell.format).lower():
                raise Unread("month-shown")
            found = day.date() if isinstance(day, datetime) else day
        case bool() | time() | timedelta():
            raise Unread("day")
        case int() | float() as serial:
            found = _day_of_serial(serial, setting)
        case _:
            found = _typed_day(cell.text)
    if found.year < _FIRST_YEAR:
        raise Unread("day-too-early")
    return found


def _day_of_serial(serial: float, setting: Setting) -> date:
    """A day that lost its format when somebody pasted values: the number of days is still there."""
    if serial != int(serial) or not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        raise Unread("day")
    return (setting.epoch + timedelta(days=int(serial))).date()


def _typed_day(text: str) -> date:
    words = text.lower().removeprefix("ngày ").rstrip(" .")
    if parts := _DAY_PARTS.fullmatch(words):
        words = "/".join(parts.groups())
    day = parse_day(words)
    if day is None:
        raise Unread("day")
    return day


def _percent(_: Column, cell: RawCell) -> str:
    if isinstance(cell.value, str):
        typed = _PERCENT.fullmatch(cell.text)
        number = Decimal(typed[1]) if typed else Decimal(-1)
    else:
        number = _number(cell, "percent") * (_MOST_PERCENT if "%" in cell.format else 1)
    number = round(number, 6)
    if number != int(number) or not 0 <= number <= _MOST_PERCENT:
        raise Unread("percent")
    return str(int(number))


def _money(cell: RawCell, unit: RawCell) -> int:
    """Whole đồng: a number or figure in the unit beside it, or an amount with its own unit."""
    typed = one_line(unit.text).lower() if isinstance(unit.value, str) else ""
    if not isinstance(cell.value, str):
        return _scaled(_number(cell, "money"), typed)
    try:
        return parse_money(cell.text)
    except MoneyError as error:
        if error.kind != "no-unit" or typed not in UNITS:
            raise Unread("money") from None
    if _UNSURE_COMMA.fullmatch(cell.text):
        raise Unread("money-comma")
    try:
        return _believed(parse_money(f"{cell.text} {typed}"), typed)
    except MoneyError:
        raise Unread("money") from None


def _scaled(number: Decimal, unit: str) -> int:
    if unit not in UNITS:
        raise Unread("money-unit")
    dong = number * parse_money(f"1 {unit}")
    if dong != int(dong) or dong < 0:
        raise Unread("money")
    return _believed(int(dong), unit)


def _believed(dong: int, unit: str) -> int:
    """The amount, where the unit beside a bare figure can be the one that was meant."""
    if dong >= _MOST_DONG and unit != UNITS[-1]:
        raise Unread("money-too-much")
    return dong


def _number(cell: RawCell, reason: str) -> Decimal:
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        raise Unread(reason)
    return Decimal(repr(cell.value))


def _words(column: Column, cell: RawCell) -> str:
    match cell.value:
        case str() as text:
            return tidy(text) if column.kind in _OF_LINES else one_line(text)
        case bool():
            raise Unread("not-text")
        case int():
            return str(cell.value)
        case float() if cell.value == int(cell.value) and cell.format == "General":
            return str(int(cell.value))
        case float():
            raise Unread("not-text")
        case _:
            raise Unread("date-in-text")


def _document(column: Column, cell: RawCell) -> str:
    text = _words(column, cell)
    try:
        return told_products(text) if column.kind == "products" else told_document(text)
    except NotADay:
        raise Unread("document-day") from None
    except ValidationError:
        raise Unread("document") from None


def _number_of_document(column: Column, cell: RawCell) -> str:
    text = _NUMBER_WORD.sub("", _words(column, cell))
    if not re.fullmatch(NUMBER_PATTERN, text) or not any(map(str.isalpha, text)):
        raise Unread("document-number")
    return text


def _line(column: Column, cell: RawCell) -> str:
    return (_number_of_document if column.key == "number" else _words)(column, cell)


_READERS: dict[Kind, Callable[[Column, RawCell], str]] = {
    "text": _words,
    "words": _line,
    "percent": _percent,
    "year": _year,
    "due": _due,
    "document": _document,
    "products": _document,
}
