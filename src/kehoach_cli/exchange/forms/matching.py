"""A returned workbook against the form as it would be made today: which row and value is which.

Out of it come three sides for the merge (what was sent out, what came back, what the data say) and
what is wrong, cell by cell. Rows are known by their codes alone: order, other columns and filters
do not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kehoach_cli.exchange.forms.cells import Setting, Unread, read_cell
from kehoach_cli.exchange.forms.content import Form, Row, Sheet, mark_of
from kehoach_cli.exchange.forms.display import cell_of
from kehoach_cli.exchange.forms.identity import BaseRow, Identity
from kehoach_cli.exchange.forms.layout import CODE, HEAD, MARK, SHEETS, Column, ListName, SheetKind
from kehoach_cli.exchange.forms.notes import Notes
from kehoach_cli.exchange.forms.reading import EMPTY, RawBook, RawCell
from kehoach_cli.exchange.forms.table import Found, Spot, find_table
from kehoach_cli.exchange.forms.values import Told, tidy
from kehoach_cli.vn.text import fold, nearest

Path = tuple[str, str, str, str]
"""Part of the report, plan, code of the row, key; the head of a report has the code ""."""

_PLAN = "plan"


@dataclass(slots=True)
class Sides:
    """The sides of the merge, and where in the workbook each value stands.

    ``loose``: the same for rows whose base nobody knows any more.
    """

    base: dict[Path, Told] = field(default_factory=dict)
    theirs: dict[Path, Told] = field(default_factory=dict)
    ours: dict[Path, Told] = field(default_factory=dict)
    loose: dict[Path, Told] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)
    filled: int = 0


@dataclass(frozen=True, slots=True)
class Matching:
    """What matching one workbook needs to know."""

    book: RawBook
    form: Form
    identity: Identity
    setting: Setting
    notes: Notes
    sides: Sides

    def match(self) -> None:
        """Go through every sheet of the form."""
        for sheet in self.form.sheets:
            table = find_table(self.book, sheet.kind)
            if table is None:
                self._note_missing(sheet)
                continue
            self._note_columns(table)
            _Rows(self, sheet, table).match()
        self._refuse_foreign_sheets()

    def _note_missing(self, sheet: Sheet) -> None:
        if not sheet.kind.spare or any(not _is_empty(row.values) for row in sheet.rows):
            self.notes.add("form-column", None, reason="no-sheet", name=sheet.kind.name)

    def _note_columns(self, table: Found) -> None:
        spot = Spot(table.sheet.title, table.header)
        for title in table.doubled:
            self.notes.add("form-row", spot, reason="column-twice", title=title)
        for column in table.kind.inputs:
            if column.key not in table.places:
                self.notes.add("form-column", spot, reason="no-column", name=column.title)

    def _refuse_foreign_sheets(self) -> None:
        """Rows on a sheet that this sender's form does not have at all: they are another's."""
        own = {sheet.kind.part for sheet in self.form.sheets}
        for kind in SHEETS:
            table = find_table(self.book, kind) if kind.part not in own else None
            if table is not None:
                _Rows(self, Sheet(kind, ()), table).match()


def _is_empty(values: Mapping[str, Told]) -> bool:
    return all(value is None for key, value in values.items() if key != _PLAN)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one table."""

    of: Matching
    sheet: Sheet
    table: Found

    def match(self) -> None:
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
        sides.filled += not _is_empty(values)
        for key, value in values.items():
            path = self._path(plan, row, key)
            sides.ours[path] = row.values.get(key)
            sides.spots[path] = self.table.spot(number, self._kind().column(key))
            if base is None:
                sides.loose[path] = value
            else:
                sides.base[path] = base.get(key)
                sides.theirs[path] = value


_TEXTS = frozenset({"text", "words", "document", "products"})


def refuse_cell(of: Matching, cell: RawCell, spot: Spot, column: Column, reason: str) -> None:
    """Say why a cell cannot be read, with what stands in it and what may stand there."""
    said: dict[str, object] = {"reason": reason, "got": cell.text[:80]}
    if reason == "choice":
        said["nearest"] = _near_label(of, column.choices or "yes", cell.text)
    of.notes.add("form-cell", spot, **said)


def _near_label(of: Matching, name: ListName, text: str) -> str:
    """The label of the choice whose spelling is nearest; "" where none is near."""
    spellings = of.setting.spellings[name]
    near = nearest(text, spellings)
    return of.form.lists[name].get(spellings[near], near) if near else ""


def _as_typed(cell: RawCell) -> str:
    return tidy(cell.value) if isinstance(cell.value, str) else cell.text


def _as_shown(column: Column, known: Told, of: Matching) -> str:
    """The text that the form showed for a value."""
    value = cell_of(column, known, of.form.lists)
    if value is None:
        return ""
    return tidy(value) if isinstance(value, str) else str(value)


def head_paths(form: Form) -> dict[str, list[Path]]:
    """The keys of a report's head → their paths in each plan."""
    return {key: [(HEAD, plan.id, "", key) for plan in form.plans] for key in form.head}
