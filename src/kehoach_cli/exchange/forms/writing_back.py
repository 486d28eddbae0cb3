"""What is taken of a form, as changes of the sender's own files: nobody else's, nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.exchange.forms.content import Form, PlanPart, entry_of
from kehoach_cli.exchange.forms.heading import head_of
from kehoach_cli.exchange.forms.layout import SheetKind
from kehoach_cli.exchange.forms.sides import Path
from kehoach_cli.exchange.forms.taking import column_of, rows_of
from kehoach_cli.exchange.forms.values import Told, data_of, held_products
from kehoach_cli.model.report import Report
from kehoach_cli.source.edit import Append, Operation, Remove, Set
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.records import Change

_DOCUMENT = ("number", "date")
_COMMENT = "Báo cáo kỳ {period} của {name}, nhận từ biểu Excel."

Fields = dict[str, Told]


def changes_of(ws: Workspace, form: Form, values: Mapping[Path, Told]) -> list[Change]:
    """One change for each plan that anything is taken for."""
    plans = (plan for plan in form.plans if any(path[1] == plan.id for path in values))
    return [_Writing(ws, form, plan, values).change() for plan in plans]


class _Writing:
    """One plan's report, new or changed."""

    def __init__(
        self, ws: Workspace, form: Form, plan: PlanPart, values: Mapping[Path, Told]
    ) -> None:
        self._form, self._plan, self._values = form, plan, values
        report = plan.report
        file = f"data/plans/{plan.id}/progress/{form.period}/{form.sender}.yaml"
        self._file = report.file if report else file
        source = ws.sources.get(self._file)
        held = source.data if source and report else None
        self._raw: dict[str, Data] = held if isinstance(held, dict) else {}

    def change(self) -> Change:
        comment = _COMMENT.format(period=self._form.period, name=self._form.name)
        if self._plan.report is None:
            return Change(self._file, (), self._fresh(), comment)
        operations = (*self._head(), *self._removed_lists(), *self._rows())
        return Change(self._file, operations, None, comment)

    def _fresh(self) -> dict[str, Data]:
        head = head_of(self._values, self._plan.id)
        made: dict[str, Data] = {
            "sender": self._form.sender,
            "period": self._form.period,
            "reported": head["reported"],
        }
        document: dict[str, Data] = {key: head[key] for key in _DOCUMENT if head.get(key)}
        if document:
            made["document"] = document
        if head.get("nothing_to_report"):
            made["nothing_to_report"] = True
        for kind, code, fields in self._entries():
            entry = self._entry(kind, code, fields)
            listed = made.setdefault(kind.part, [])
            if len(entry) > 1 and isinstance(listed, list):
                listed.append(entry)
        made = {key: value for key, value in made.items() if value != []}
        Report.model_validate(made)
        return made

    def _entries(self) -> Iterator[tuple[SheetKind, str, Fields]]:
        """Rows of this plan with what is taken of each, in the order of the form."""
        for part, plan, code in rows_of(self._values):
            sheet = self._form.sheet(part)
            if plan == self._plan.id and sheet is not None:
                keys = [one.key for one in sheet.kind.inputs]
                paths = {key: (part, plan, code, key) for key in keys}
                fields = {k: self._values[p] for k, p in paths.items() if p in self._values}
                yield sheet.kind, code, fields

    def _entry(self, kind: SheetKind, code: str, fields: Fields) -> dict[str, Data]:
        said = {
            key: data_of(column_of(self._form, (kind.part, "", "", key)), value, {})
            for key, value in fields.items()
            if value is not None
        }
        return {kind.id_key: code, **said}

    def _head(self) -> Iterator[Operation]:
        head = head_of(self._values, self._plan.id)
        if head.get("reported"):
            yield Set(("reported",), head["reported"])
        yield from self._document({key: head[key] for key in _DOCUMENT if key in head})
        if "nothing_to_report" in head:
            says = head["nothing_to_report"] is not None
            yield (
                Set(("nothing_to_report",), value=True) if says else Remove(("nothing_to_report",))
            )

    def _document(self, said: Fields) -> Iterator[Operation]:
        if not said:
            return
        held = self._raw.get("document")
        if not isinstance(held, dict):
            yield Set(("document",), {key: value for key, value in said.items() if value})
        elif all(said.get(key, held[key]) is None for key in held):
            yield Remove(("document",))
        else:
            yield from (_put(("document", key), value) for key, value in said.items())

    def _rows(self) -> Iterator[Operation]:
        for kind, code, fields in self._entries():
            index = self._index(kind, code)
            if index is None:
                yield Append((kind.part,), self._entry(kind, code, fields))
            elif kind.part not in self._emptied():
                yield from self._changed(kind, code, index, fields)

    def _changed(
        self, kind: SheetKind, code: str, index: int, fields: Fields
    ) -> Iterator[Operation]:
        path = (kind.part, index)
        if self._is_emptied(kind, code, fields):
            yield Remove(path)
            return
        raw = self._list(kind)[index]
        held = held_products(entry_of(kind, self._plan.report, code), raw)
        for key, value in fields.items():
            column = column_of(self._form, (kind.part, "", "", key))
            yield _put((*path, key), None if value is None else data_of(column, value, held))

    def _list(self, kind: SheetKind) -> list[Data]:
        listed = self._raw.get(kind.part)
        return listed if isinstance(listed, list) else []

    def _index(self, kind: SheetKind, code: str) -> int | None:
        ids = [one.get(kind.id_key) if isinstance(one, dict) else None for one in self._list(kind)]
        return ids.index(code) if code in ids else None

    def _is_emptied(self, kind: SheetKind, code: str, fields: Fields) -> bool:
        """Nothing of the row is left; keys that no form shows keep it alive."""
        index = self._index(kind, code)
        raw = self._list(kind)[index] if index is not None else None
        left = set(raw) if isinstance(raw, dict) else set()
        return not left - {kind.id_key} - {key for key, value in fields.items() if value is None}

    def _emptied(self) -> set[str]:
        """Lists of which nothing is left: they go whole, since an empty list says nothing."""
        gone: dict[str, int] = {}
        news: set[str] = set()
        sizes = {}
        for kind, code, fields in self._entries():
            sizes[kind.part] = len(self._list(kind))
            if self._index(kind, code) is None:
                news.add(kind.part)
            elif self._is_emptied(kind, code, fields):
                gone[kind.part] = gone.get(kind.part, 0) + 1
        return {part for part, count in gone.items() if count == sizes[part]} - news

    def _removed_lists(self) -> Iterator[Operation]:
        return (Remove((part,)) for part in sorted(self._emptied()))


def _put(path: tuple[str | int, ...], value: Data) -> Operation:
    return Remove(path) if value is None else Set(path, value)
