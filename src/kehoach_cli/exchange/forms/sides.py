"""What matching a returned workbook works with: its cells, the form, the sides of the merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach_cli.exchange.forms.cells import Setting
from kehoach_cli.exchange.forms.content import Form, Row
from kehoach_cli.exchange.forms.identity import Identity
from kehoach_cli.exchange.forms.layout import Column, ListName
from kehoach_cli.exchange.forms.notes import Notes
from kehoach_cli.exchange.forms.reading import RawBook, RawCell
from kehoach_cli.exchange.forms.table import Spot
from kehoach_cli.exchange.forms.values import Told
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.text import nearest

Path = tuple[str, str, str, str]
"""Part of the report, plan, code of the row, key; the head of a report has the code ""."""


@frozen
class Gone:
    """A row of a whole table that the workbook was made with and has no more; ``spot``: where."""

    part: str
    row: Row
    base: Mapping[str, Told]
    spot: Spot


@dataclass(slots=True)
class Sides:
    """The sides of the merge, and where in the workbook each value stands.

    ``loose``: the same for rows whose base nobody knows any more. ``gone``: by code.
    """

    base: dict[Path, Told] = field(default_factory=dict)
    theirs: dict[Path, Told] = field(default_factory=dict)
    ours: dict[Path, Told] = field(default_factory=dict)
    loose: dict[Path, Told] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)
    gone: dict[str, Gone] = field(default_factory=dict)
    filled: int = 0


@frozen
class Matching:
    """What matching one workbook needs to know."""

    book: RawBook
    form: Form
    identity: Identity
    setting: Setting
    notes: Notes
    sides: Sides


def refuse_cell(of: Matching, cell: RawCell, spot: Spot, column: Column, reason: str) -> None:
    """Say why a cell cannot be read, with what stands in it and what may stand there."""
    said: dict[str, object] = {"reason": reason, "got": _seen(cell)}
    if reason == "choice":
        said["nearest"] = _near_label(of, column.choices or "yes", cell.text)
    of.notes.add("form-cell", spot, **said)


def _seen(cell: RawCell) -> str:
    """What the cell shows, as people write it."""
    match cell.value:
        case bool() as value:
            return "TRUE" if value else "FALSE"
        case date() as day:
            return format_day(day)
        case _:
            return cell.text[:80]


def _near_label(of: Matching, name: ListName, text: str) -> str:
    """The label of the choice whose spelling is nearest; "" where none is near."""
    spellings = of.setting.spellings[name]
    near = nearest(text, spellings)
    return of.form.lists[name].get(spellings[near], near) if near else ""
