"""What the report says of itself, on the sheet of instructions: one value for all its plans."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_cli.exchange.forms.cells import Unread, read_cell
from kehoach_cli.exchange.forms.layout import HEAD, Column
from kehoach_cli.exchange.forms.reading import EMPTY, RawCell
from kehoach_cli.exchange.forms.sides import Matching, refuse_cell
from kehoach_cli.exchange.forms.table import Spot
from kehoach_cli.exchange.forms.values import Told
from kehoach_cli.vn.text import fold

_DEEP = 60


def match_head(of: Matching) -> None:
    """Puts the values of the head into the sides of the merge.

    What is shown is what all plans' reports say alike; a cell that still shows it leaves each of
    them as it is.
    """
    places = _places(of)
    heads = of.identity.heads
    known = heads if heads is not None else {plan.id: plan.head for plan in of.form.plans}
    for column in of.form.head_columns:
        found = places.get(column.key)
        shown = _common([known.get(plan.id, {}).get(column.key) for plan in of.form.plans])
        value = _value(of, column, found, shown) if found else shown
        for plan in of.form.plans:
            path = (HEAD, plan.id, "", column.key)
            of.sides.ours[path] = plan.head.get(column.key)
            if found:
                of.sides.spots[path] = found[0]
            if heads is None:
                of.sides.loose[path] = value
                continue
            base = heads.get(plan.id, {}).get(column.key)
            of.sides.base[path] = base
            of.sides.theirs[path] = base if value == shown else value


def _common(values: list[Told]) -> Told:
    return values[0] if len(set(values)) == 1 else None


def _places(of: Matching) -> dict[str, tuple[Spot, RawCell]]:
    """Key → the cell to the right of its label, on the first sheet that has the label."""
    titles = {fold(column.title): column for column in of.form.head_columns}
    found: dict[str, tuple[Spot, RawCell]] = {}
    for sheet in of.book.sheets:
        for (row, place), cell in sorted(sheet.cells.items()):
            column = titles.get(cell.folded) if row <= _DEEP else None
            if column is not None:
                spot = Spot(sheet.title, row, place + 1, column.title)
                found.setdefault(column.key, (spot, sheet.at(row, place + 1)))
    return found


def _value(of: Matching, column: Column, found: tuple[Spot, RawCell], shown: Told) -> Told:
    spot, cell = found
    try:
        return read_cell(column, cell, EMPTY, of.setting)
    except Unread as error:
        refuse_cell(of, cell, spot, column, error.reason)
        return shown


def head_of(taken: Mapping[tuple[str, str, str, str], Told], plan: str) -> dict[str, Told]:
    """What is taken of the head of one plan's report, by key."""
    return {key: value for (part, of, _, key), value in taken.items() if (part, of) == (HEAD, plan)}
