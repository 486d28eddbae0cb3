"""A told value as a cell shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kehoach_cli.exchange.forms.layout import Column, Kind
from kehoach_cli.exchange.forms.lists import UNITS, Lists
from kehoach_cli.exchange.forms.values import Told, day_of
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.money import with_unit

_THOUSAND = 1_000
_MILLION = 1_000_000

CellValue = str | int | float | date | None


def cell_of(column: Column, value: Told, lists: Lists) -> CellValue:
    """The value that the cell holds: a day, a number, the words of a list, else the text."""
    if value is None:
        return None
    if column.choices:
        labels = lists[column.choices]
        return "\n".join(labels.get(one, one) for one in value.split("\n"))
    return _SHOWN[column.kind](value) if column.kind in _SHOWN else value


def unit_cell(value: Told) -> str:
    """The unit beside an amount; the usual one beside an empty cell."""
    return UNITS[0] if value is None or int(value) % _THOUSAND == 0 else UNITS[-1]


def _amount(dong: int) -> int | float:
    """In the unit of ``unit_cell``; at most three decimals, so that a float holds it exactly."""
    if dong % _THOUSAND:
        return dong
    return _in_millions(dong)


def _in_millions(dong: int) -> int | float:
    """At most six decimals, so that a float holds it exactly."""
    return dong // _MILLION if dong % _MILLION == 0 else dong / _MILLION


_SHOWN: dict[Kind, Callable[[str], CellValue]] = {
    "day": lambda value: day_of(value) or value,
    "percent": int,
    "year": int,
    "money": lambda value: _amount(int(value)),
    "millions": lambda value: _in_millions(int(value)),
}


def in_words(column: Column, value: Told, lists: Lists) -> str:
    """The value in a sentence; «(trống)» for an empty cell.

    A base that somebody has tampered with may hold anything; it is shown as it is.
    """
    if value is None:
        return "(trống)"
    try:
        return _in_words(column, value, lists)
    except ValueError:
        return " ".join(value.split())


def _in_words(column: Column, value: str, lists: Lists) -> str:
    if column.kind in {"money", "millions"}:
        return with_unit(int(value))
    if column.kind == "percent":
        return f"{value}%"
    cell = cell_of(column, value, lists)
    if column.kind == "actors":
        return "; ".join(str(cell).split("\n"))
    return format_day(cell) if isinstance(cell, date) else " ".join(str(cell).split())
