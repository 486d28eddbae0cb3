"""The rows of one returned table: known by their codes alone, read cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach_cli.exchange.forms.cells import Unread, read_cell
from kehoach_cli.exchange.forms.content import Row, Sheet, mark_of
from kehoach_cli.exchange.forms.display import cell_of
from kehoach_cli.exchange.forms.identity import BaseRow
from kehoach_cli.exchange.forms.layout import CODE, MARK, Column, SheetKind
from kehoach_cli.exchange.forms.reading import EMPTY, RawCell
from kehoach_cli.exchange.forms.sides import Matching, Path, refuse_cell
from kehoach_cli.exchange.forms.table import Found, Spot
from kehoach_cli.exchange.forms.values import Told, tidy
from kehoach_cli.vn.text import fold

_PLAN = "plan"
_TEXTS = frozenset({"text", "words", "document", "products"})


def is_empty(values: Mapping[str, Told]) -> bool:
    """Nothing is said, whatever plan it would be about."""
    return all(value is None for key, value in values.items() if key != _PLAN)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table."""

    of: Matching
    sheet: Sheet
    table: Found

    def match(self) -> None:
        """Put what each row says into the sides, or note why it cannot be told."""
        known = {fold(row.code): row for row in self.sheet.rows}
        seen: dict[str, int] = {}
        for number in self.table.rows:
            code = self.table.cell(number, CODE)
            row = known.get(code.folded)
            if row is None:
                self._unknown(number, code)
            elif self._is_own(number, row):
                self._take(number, row, seen)

    def _kind(self) -> SheetKind:
        return self.table.kind

    def _inputs(self) -> Iterator[Column]:
        return (one for one in self._kind().inputs if one.key in self.table.places)

    def _is_filled(self, number: int) -> bool:
        cells = (self.table.cell(number, one.key) for one in self._inputs())
        return any(cell.text or cell.is_formula or cell.is_error for cell in cells)

    def _spot(self, number: int) -> Spot:
        return self.table.spot(number, self._kind().column(CODE))

    def _unknown(self, number: int, cell: RawCell) -> None:
        """A row of somebody else, a row that has lost its code, or words below the table."""
        if not self._is_filled(number):
            return
        reason = "no-code"
        if cell.is_formula:
            reason = "formula"
        elif cell.text:
            is_base = self._base_row(cell.text) is not None
            reason = "not-now" if is_base else "not-yours"
            if is_base and self._is_untouched(number, cell.text):
                return
        self.of.notes.add(
            "form-row", self._spot(number), reason=reason, code=cell.text, name=self.of.form.name
        )

    def _is_untouched(self, number: int, code: str) -> bool:
        """What left the plan since, and was not filled in: nothing to say."""
        base = self._base_row(code)
        values = base.values if base else {}
        return all(
            _as_typed(self.table.cell(number, one.key))
            == _as_shown(one, values.get(one.key), self.of)
            for one in self._inputs()
        )

    def _base_row(self, code: str) -> BaseRow | None:
        return (self.of.identity.rows or {}).get((self._kind().part, code))

    def _is_own(self, number: int, row: Row) -> bool:
        """The code still stands in the row that it was made for."""
        mark = self.table.cell(number, MARK).text
        made_for = mark.partition(":")[0]
        moved = made_for if mark and made_for != row.code else ""
        title = self.table.cell(number, "title")
        if not moved and not mark and self._kind().is_titled and title.text:
            moved = "" if fold(title.text) == fold(row.shown.get("title", "")) else "?"
        if moved:
            shown = f" (dòng này lập cho {moved})" if moved != "?" else ""
            self.of.notes.add(
                "form-row", self._spot(number), reason="moved", code=row.code, shown=shown
            )
        return not moved

    def _take(self, number: int, row: Row, seen: dict[str, int]) -> None:
        plan = self._plan_of(number, row)
        if plan is None:
            return
        base = self._base_of(number, row)
        values: dict[str, Told] = {}
        for column in self._inputs():
            if column.key == _PLAN:
                continue
            known = base if base is not None else row.values
            values[column.key] = self._value(number, column, known.get(column.key))
        if row.code in seen:
            self._twice(number, row, plan, values, seen)
            return
        seen[row.code] = number
        self._keep(number, row, plan, base, values)

    def _plan_of(self, number: int, row: Row) -> str | None:
        """The plan of the row; None where it is needed and cannot be told."""
        if row.plan or not self._is_filled(number):
            return row.plan
        column = self._kind().column(_PLAN)
        try:
            plan = read_cell(column, self.table.cell(number, _PLAN), EMPTY, self.of.setting)
        except Unread as error:
            self._refuse_cell(number, column, error.reason)
            return None
        if plan is None:
            self.of.notes.add("form-incomplete", self.table.spot(number, column), reason="no-plan")
        return plan

    def _base_of(self, number: int, row: Row) -> Mapping[str, Told] | None:
        """What the row held when it was made; None where nobody knows any more.

        Where only the fingerprint is left it still says whether the data have stayed the same.
        """
        mark = self.table.cell(number, MARK).text
        base = self._base_row(row.code)
        if base is not None and (not mark or mark == mark_of(row.code, base.plan, base.values)):
            return base.values
        return row.values if mark and mark == row.mark else None

    def _value(self, number: int, column: Column, known: Told) -> Told:
        """What the cell tells; as it was, where it shows what it showed, or cannot be told."""
        cell = self.table.cell(number, column.key)
        units = (one.key for one in self._kind().columns if one.unit_of == column.key)
        unit = self.table.cell(number, next(units, ""))
        is_clear = not (cell.is_formula or cell.is_error or cell.is_merged)
        is_text = known is not None and column.kind in _TEXTS
        if is_clear and is_text and _as_typed(cell) == _as_shown(column, known, self.of):
            return known
        try:
            return read_cell(column, cell, unit, self.of.setting)
        except Unread as error:
            self._refuse_cell(number, column, error.reason)
            return known

    def _refuse_cell(self, number: int, column: Column, reason: str) -> None:
        refuse_cell(
            self.of,
            self.table.cell(number, column.key),
            self.table.spot(number, column),
            column,
            reason,
        )

    def _twice(
        self, number: int, row: Row, plan: str, values: Mapping[str, Told], seen: Mapping[str, int]
    ) -> None:
        """A row that was copied: no harm while both say the same."""
        sides = (self.of.sides.theirs, self.of.sides.loose)
        first = {
            key: next((s[path] for s in sides if (path := self._path(plan, row, key)) in s), None)
            for key in values
        }
        if first != dict(values):
            self.of.notes.add(
                "form-row",
                self._spot(number),
                reason="twice",
                code=row.code,
                first=seen[row.code],
            )

    def _path(self, plan: str, row: Row, key: str) -> Path:
        return (self._kind().part, plan, row.code, key)

    def _keep(
        self,
        number: int,
        row: Row,
        plan: str,
        base: Mapping[str, Told] | None,
        values: Mapping[str, Told],
    ) -> None:
        sides = self.of.sides
        sides.filled += not is_empty(values)
        for key, value in values.items():
            path = self._path(plan, row, key)
            sides.ours[path] = row.values.get(key)
            sides.spots[path] = self.table.spot(number, self._kind().column(key))
            if base is None:
                sides.loose[path] = value
            else:
                sides.base[path] = base.get(key)
                sides.theirs[path] = value


def _as_typed(cell: RawCell) -> str:
    return tidy(cell.value) if isinstance(cell.value, str) else cell.text


def _as_shown(column: Column, known: Told, of: Matching) -> str:
    """The text that the form showed for a value."""
    value = cell_of(column, known, of.form.lists)
    if value is None:
        return ""
    return tidy(value) if isinstance(value, str) else str(value)
