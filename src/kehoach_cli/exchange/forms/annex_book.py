"""The tasks of a plan's annex as a workbook, out to whoever drafts the plan and back in.

It is a form like the senders': the same cells, the same merge. A row without a code is a new task,
and a row that is gone is a task to take out, once somebody has said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.drafting.wording import name_of, uncapitalised
from kehoach_cli.errors import EditRefused
from kehoach_cli.exchange.forms.annex_layout import ANNEX, MONEY
from kehoach_cli.exchange.forms.content import Form, PlanPart, Row, Sheet
from kehoach_cli.exchange.forms.layout import SheetKind
from kehoach_cli.exchange.forms.lists import annex_lists
from kehoach_cli.exchange.forms.purposes import ANNEX_BOOK
from kehoach_cli.exchange.forms.taking import Taken, rows_of
from kehoach_cli.exchange.forms.values import Told, data_of, told
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import MoneyLine, Task
from kehoach_cli.model.shape import references
from kehoach_cli.source.edit import Append, Insert, Operation, Remove, Set
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import Located, PlanFolder, Workspace
from kehoach_cli.workspace.adding import numbered_id, task_prefix
from kehoach_cli.workspace.records import Change

_MOST_NEW = 1000
_COMMENT = "Nhiệm vụ của Kế hoạch."
_SOURCE: dict[str, Data] = {"clause": "Phụ lục"}


def tasks_file(plan: str) -> str:
    """Where the tasks of the plan stand."""
    return f"data/plans/{plan}/tasks.yaml"


def annex_form(ws: Workspace, folder: PlanFolder, as_of: date) -> Form:
    """The workbook of the tasks of that plan's annex, whose plan file is sound."""
    heading = f"Kế hoạch {uncapitalised(folder.plan.value.title)}" if folder.plan else folder.id
    settings = ws.settings.value if ws.settings else None
    tasks = [one.value for one in folder.tasks if one.value.kind == "annex"]
    return Form(
        sender=ANNEX_BOOK.sender,
        name=heading,
        focal=name_of(ws, settings.focal) if settings else "",
        period=folder.id,
        period_label=heading,
        as_of=as_of,
        plans=(PlanPart(folder.id, heading, is_issued=False, head={}),),
        sheets=(
            Sheet(ANNEX, tuple(_task_row(folder.id, one) for one in tasks), _free(ws, folder)),
            Sheet(MONEY, tuple(row for one in tasks for row in _money_rows(folder.id, one))),
        ),
        lists=annex_lists(ws),
        notice=(settings.notice or "") if settings else "",
        head_columns=(),
        purpose=ANNEX_BOOK,
    )


def _free(ws: Workspace, folder: PlanFolder) -> tuple[str, ...]:
    """Ids that no task has, as those of the annex go on: the next after the last, and so on."""
    annex = tuple(one for one in folder.tasks if one.value.kind == "annex")
    prefix = task_prefix(replace(folder, tasks=annex) if annex else folder)
    first = numbered_id(ws, "task", prefix, width=2)
    prefix, _, number = first.rpartition("-")
    last = int(number) + _MOST_NEW
    return tuple(f"{prefix}-{one:0{len(number)}d}" for one in range(int(number), last))


def _task_row(plan: str, task: Task) -> Row:
    return Row(task.id, plan, _values(ANNEX, task))


def _money_rows(plan: str, task: Task) -> Iterator[Row]:
    """Its lines, and an empty one."""
    for number, line in enumerate((*task.money, None), start=1):
        values = _values(MONEY, line)
        yield Row(f"{task.id}/{number}", plan, values, {"title": task.title})


def _values(kind: SheetKind, entity: Entity | None) -> dict[str, Told]:
    return {one.key: told(one, getattr(entity, one.key, None)) for one in kind.inputs}


def annex_changes(ws: Workspace, form: Form, taken: Taken) -> list[Change]:
    """One change of the plan's ``tasks.yaml``.

    Raises:
        EditRefused: A task that is to be taken out is referred to.
    """
    folder = ws.folder(form.period)
    if folder is None or not taken.values:
        return []
    return [_Writing(ws, folder, form, taken).change()]


class _Writing:
    """The tasks of one annex: new, changed, taken out."""

    def __init__(self, ws: Workspace, folder: PlanFolder, form: Form, taken: Taken) -> None:
        self._ws, self._form, self._values = ws, form, taken.values
        self._order = [code for part, code in taken.order if part == ANNEX.part]
        self._tasks = {one.value.id: one for one in folder.tasks}
        self._rows = {row.code: row for sheet in form.sheets for row in sheet.rows}

    def change(self) -> Change:
        annex = [code for part, _, code in rows_of(self._values) if part == ANNEX.part]
        news = {code: self._record(code) for code in annex if code not in self._tasks}
        old = [code for code in annex if code in self._tasks]
        gone = [code for code in old if self._is_emptied(ANNEX, code)]
        operations: list[Operation] = [self._removal(code, gone) for code in gone]
        for code in old:
            if code not in gone:
                operations += self._changed(ANNEX, code, self._tasks[code].path)
        operations += self._money(gone)
        operations += self._added(news, gone)
        fresh: Data = {"tasks": list[Data](news.values())}
        return Change(tasks_file(self._form.period), tuple(operations), fresh, _COMMENT)

    def _added(self, news: Mapping[str, Data], gone: Sequence[str]) -> Iterator[Operation]:
        """New tasks where they stand in the table: behind the row above, or with their group."""
        kept = {
            own: one for own, one in self._tasks.items() if own in self._rows and own not in gone
        }
        if not kept:
            yield from (Append(("tasks",), one) for one in news.values())
            return
        behind: dict[DataPath, list[Data]] = {}
        for code in sorted(news, key=self._order.index):
            behind.setdefault(self._place(code, kept), []).append(news[code])
        yield from (Insert(path, tuple(added)) for path, added in behind.items())

    def _place(self, code: str, kept: Mapping[str, Located[Task]]) -> DataPath:
        """The path of the task that a new one comes behind."""
        above = [one for one in self._order[: self._order.index(code)] if one in kept]
        group = self._values.get((ANNEX.part, self._form.period, code, "group"))
        same = [own for own in kept if group and self._group(own) == group]
        if same and not (above and above[-1] in same):
            return kept[same[-1]].path
        if above:
            return kept[above[-1]].path
        *_, first = next(iter(kept.values())).path
        return ("tasks", int(first) - 1)

    def _group(self, code: str) -> Told:
        return {**self._rows[code].values, **self._fields(ANNEX, code)}.get("group")

    def _fields(self, kind: SheetKind, code: str) -> dict[str, Told]:
        paths = {one.key: (kind.part, self._form.period, code, one.key) for one in kind.inputs}
        return {key: self._values[path] for key, path in paths.items() if path in self._values}

    def _is_emptied(self, kind: SheetKind, code: str) -> bool:
        after = {**self._rows[code].values, **self._fields(kind, code)}
        return all(value is None for value in after.values())

    def _data(self, kind: SheetKind, code: str) -> dict[str, Data]:
        return {
            key: data_of(kind.column(key), value, {})
            for key, value in self._fields(kind, code).items()
            if value is not None
        }

    def _record(self, code: str) -> dict[str, Data]:
        record = {"id": code, "kind": "annex", "source": dict(_SOURCE), **self._data(ANNEX, code)}
        Task.model_validate(record)
        return record

    def _changed(
        self, kind: SheetKind, code: str, path: tuple[str | int, ...]
    ) -> Iterator[Operation]:
        for key, value in self._fields(kind, code).items():
            at = (*path, key)
            yield Remove(at) if value is None else Set(at, data_of(kind.column(key), value, {}))

    def _removal(self, code: str, gone: list[str]) -> Operation:
        task = self._tasks[code]
        for item in self._ws.located:
            if any((one.kind, one.id) == ("task", code) for one in references(item.value)):
                own = getattr(item.value, "id", "")
                if not isinstance(item.value, Task) or own not in gone:
                    raise EditRefused(
                        f"không bỏ được nhiệm vụ «{code}»: «{item.file}» còn nói đến nó",
                        "bỏ chỗ nói đến trước, hoặc giữ dòng của nhiệm vụ trong bảng",
                    )
        return Remove(task.path)

    def _money(self, gone: list[str]) -> Iterator[Operation]:
        lines: dict[str, list[str]] = {}
        for part, _, code in rows_of(self._values):
            if part == MONEY.part:
                lines.setdefault(code.rpartition("/")[0], []).append(code)
        for own, codes in lines.items():
            if own not in gone:
                yield from self._lines(self._tasks[own], codes)

    def _lines(self, task: Located[Task], codes: list[str]) -> Iterator[Operation]:
        """The lines of one task; where none is left the key goes with them."""
        path = (*task.path, "money")
        places = {code: int(code.rpartition("/")[2]) - 1 for code in codes}
        old = [code for code in codes if places[code] < len(task.value.money)]
        news = [self._line(code) for code in codes if code not in old]
        emptied = [code for code in old if self._is_emptied(MONEY, code)]
        if emptied and len(emptied) == len(task.value.money):
            yield Set(path, list[Data](news)) if news else Remove(path)
            return
        for code in old:
            at = (*path, places[code])
            if code in emptied:
                yield Remove(at)
            else:
                yield from self._changed(MONEY, code, at)
        yield from (Append(path, one) for one in news)

    def _line(self, code: str) -> dict[str, Data]:
        line = self._data(MONEY, code)
        MoneyLine.model_validate(line)
        return line
