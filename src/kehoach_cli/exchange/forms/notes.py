"""What is said about a returned form: faults that name sheet, row, column and cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.exchange.forms.table import Spot


@dataclass(slots=True)
class Notes:
    """The faults of one file so far; ``file`` is what findings call it."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def add(self, kind: str, spot: Spot | None, **said: object) -> None:
        """One more."""
        self.faults.append(fault_at(self.file, kind, spot, **said))


def fault_at(file: str, kind: str, spot: Spot | None, **said: object) -> Fault:
    """A fault of the rule ``kind``; its sentence begins with ``where``."""
    line, column = (max(spot.row, 1), max(spot.column, 1)) if spot else (1, 1)
    span = Span(file, line, column, line, column + 1)
    where = {"where": str(spot), "sheet": spot.sheet} if spot else {"where": "tệp", "sheet": ""}
    return Fault(kind, Place(file, span=span), {**where, **said})
