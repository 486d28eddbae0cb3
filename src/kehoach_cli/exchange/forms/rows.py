"""The rows of one returned table: known by their codes alone, read cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.exchange.forms.cells import Unread, read_cell
from kehoach_cli.exchange.forms.content import Row, Sheet, mark_of
from kehoach_cli.exchange.forms.display import cell_of
from kehoach_cli.exchange.forms.identity import BaseRow
from kehoach_cli.exchange.forms.ignored import is_below, tell_ignored
from kehoach_cli.exchange.forms.layout import CODE, MARK, Column, SheetKind
from kehoach_cli.exchange.forms.purposes import ANNEX_BOOK
from kehoach_cli.exchange.forms.reading import EMPTY, RawCell
from kehoach_cli.exchange.forms.sides import Gone, Matching, Path, refuse_cell
from kehoach_cli.exchange.forms.table import Found, Spot
from kehoach_cli.exchange.forms.values import Told, tidy
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold, thousands

_PLAN, _TITLE = "plan", "title"
_TEXTS = frozenset({"text", "words", "document", "products", "due"})


def is_empty(values: Mapping[str, Told]) -> bool:
    """Nothing is said, whatever plan it would be about."""
    return all(value is None for key, value in values.items() if key != _PLAN)


@frozen
class Rows:
    """The rows of one table."""

    of: Matching
    sheet: Sheet
    table: Found

    def match(self) -> None:
        """Put what each row says into the sides, or note why it cannot be told."""
        known = {fold(row.code): row for row in self.sheet.rows}
        seen: dict[str, int] = {}
        named: set[str] = set()
        for number in self.table.rows:
            code = self.table.cell(number, CODE)
            row = known.get(code.folded)
            if row is not None:
                named.add(row.code)
            if row is not None and self._is_own(number, row):
                self._take(number, row, seen)
            elif row is None and not (self._kind().grows and self._is_fresh(code)):
                self._unknown(number, code)
        if self._kind().grows:
            self._take_fresh(named, seen)
        if self._kind().is_whole:
            self._note_gone(seen)
        elif all(one.kind != "form-row" for one in self.of.notes.faults):
            tell_ignored(self.of, self.sheet, self.table)

    @staticmethod
    def _is_fresh(code: RawCell) -> bool:
        return not (code.text or code.is_formula or code.is_merged)

    def _take_fresh(self, named: set[str], seen: dict[str, int]) -> None:
        """Rows without a code: one that has lost it, one taken before, else a new one."""
        free = iter(self.sheet.fresh)
        titles = {fold(row.values.get(_TITLE) or ""): row for row in self.sheet.rows[::-1]}
        for number in self.table.rows:
            if not self._is_fresh(self.table.cell(number, CODE)) or not self._is_filled(number):
                continue
            title = self.table.cell(number, _TITLE)
            row = titles.get(title.folded) if title.text else None
            if row is None or row.code in named:
                code = next(free, "")
                row = Row(code, self.sheet.rows[0].plan if self.sheet.rows else self._plan(), {})
                if not code:
                    limit = thousands(len(self.sheet.fresh))
                    self.of.notes.add("form-too-many", self._spot(number), limit=limit)
                    return
            named.add(row.code)
            self._take(number, row, seen)

    def _plan(self) -> str:
        return self.of.form.plans[0].id

    def _note_gone(self, seen: Mapping[str, int]) -> None:
        """Rows of the workbook as it was made that nobody finds in it any more, or finds empty."""
        bases = self.of.identity.rows
        for row in self.sheet.rows:
            base = self._base_row(row.code)
            is_known = base is not None if bases is not None else not is_empty(row.values)
            if row.code in seen or not is_known or (base and is_empty(base.values)):
                continue
            values = base.values if base else row.values
            spot = Spot(self.table.sheet.title, self.table.header)
            self.of.sides.gone[row.code] = Gone(self._kind().part, row, values, spot)

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
        if not self._is_filled(number) or is_below(self.sheet, self.table, number):
            return
        reason = "no-code"
        if cell.is_formula:
            reason = "formula"
        elif cell.text:
            is_base = self._base_row(cell.text) is not None
            reason = "not-now" if is_base else "not-yours"
            if is_base and self._is_untouched(number, cell.text):
                return
            if self.of.form.purpose is ANNEX_BOOK:
                reason = "not-now-task" if is_base else "no-such-task"
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
        if self._kind().grows and is_empty(values):
            return
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
            self._refuse_cell(number, column, error)
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
        if mark and mark == row.mark:
            return row.values
        return {} if self._kind().grows and self.of.identity.is_whole else None

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
            self._refuse_cell(number, column, error)
            return known

    def _refuse_cell(self, number: int, column: Column, error: Unread) -> None:
        cell = RawCell(error.got) if error.got else self.table.cell(number, column.key)
        refuse_cell(self.of, cell, self.table.spot(number, column), column, error.reason)

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
