"""The focal agency's own register (Sổ theo dõi báo cáo) as a workbook of all senders, out and in.

It is a form like the senders': the same cells, the same merge. Its rows are the last papers of
``receipts.yaml`` that were not sent back, and an empty row for who has handed in nothing; on a
second sheet, the results that ``typing_in`` takes into the senders' reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.drafting.item_words import plan_heading
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.exchange.forms.content import Form, PlanPart, Row, Sheet, with_plans
from kehoach_cli.exchange.forms.layout import REGISTER, RESULTS
from kehoach_cli.exchange.forms.lists import first_words, lists_of
from kehoach_cli.exchange.forms.purposes import REGISTER_BOOK
from kehoach_cli.exchange.forms.sides import Path
from kehoach_cli.exchange.forms.taking import rows_of
from kehoach_cli.exchange.forms.typing_in import result_rows, typed_in_changes
from kehoach_cli.exchange.forms.values import Told, data_of, told
from kehoach_cli.progress import Progress, Sender
from kehoach_cli.source.edit import Operation, Remove, Set
from kehoach_cli.source.fold import Data
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.records import Change, last_receipt, receipt_added


def register_form(ws: Workspace, progress: Progress) -> Form:
    """The register of one period, for all plans and senders."""
    titles = {plan.id: plan_heading(plan) for plan in progress.plans}
    plans = tuple(PlanPart(one.id, titles[one.id], one.is_issued, {}) for one in progress.plans)
    settings = ws.settings.value if ws.settings else None
    focal = name_of(ws, settings.focal) if settings else ""
    shown = first_words(titles)
    rows = tuple(_row(ws, progress, one, shown) for one in progress.senders)
    return Form(
        sender=REGISTER_BOOK.sender,
        name=focal,
        focal=focal,
        period=progress.period.id,
        period_label=progress.period.label,
        as_of=progress.as_of,
        plans=plans,
        sheets=(
            Sheet(with_plans(REGISTER, plans), rows),
            Sheet(with_plans(RESULTS, plans), tuple(result_rows(ws, progress, shown))),
        ),
        lists=lists_of(ws, titles),
        notice=(settings.notice or "") if settings else "",
        head_columns=(),
        purpose=REGISTER_BOOK,
    )


def _row(ws: Workspace, progress: Progress, one: Sender, titles: Mapping[str, str]) -> Row:
    folder = ws.folder(one.plan_id)
    last = last_receipt(folder, one.id, progress.period.id, None) if folder else None
    return Row(
        code=f"{one.plan_id}/{one.id}",
        plan=one.plan_id,
        values={
            column.key: told(column, getattr(last.value, column.key) if last else None)
            for column in REGISTER.inputs
        },
        shown={
            "plan": titles[one.plan_id],
            "title": name_of(ws, one.id),
            "send_by": format_day(one.send_by) if one.send_by else "",
            "state": capitalised(one.register.label),
        },
    )


def register_changes(ws: Workspace, form: Form, values: Mapping[Path, Told]) -> list[Change]:
    """Changes of each plan's ``receipts.yaml``, and of the reports that results were typed in for.

    Lines of the register are added, changed or taken away.
    """
    return [*_receipts(ws, form, values), *typed_in_changes(ws, form, values)]


def _receipts(ws: Workspace, form: Form, values: Mapping[Path, Told]) -> list[Change]:
    found: list[Change] = []
    for plan in form.plans:
        parts = [one for one in _changes(ws, form, values) if one[0] == plan.id]
        if parts:
            operations = tuple(step for _, change in parts for step in change.operations)
            news = [one for _, change in parts for one in _fresh(change)]
            comment = next((change.comment for _, change in parts if change.comment), "")
            found.append(Change(parts[0][1].file, operations, news, comment))
    return found


def _fresh(change: Change) -> list[Data]:
    return change.fresh if isinstance(change.fresh, list) else []


def _changes(
    ws: Workspace, form: Form, values: Mapping[Path, Told]
) -> Iterator[tuple[str, Change]]:
    """Plan and change of each row."""
    for row in rows_of(values):
        part, plan, code = row
        folder = ws.folder(plan)
        if folder is None or part != REGISTER.part:
            continue
        sender = code.partition("/")[2]
        fields = {
            column.key: None if values[path] is None else data_of(column, str(values[path]), {})
            for column in REGISTER.inputs
            if (path := (*row, column.key)) in values
        }
        last = last_receipt(folder, sender, form.period, None)
        if last is None:
            said = {key: value for key, value in fields.items() if value is not None}
            yield plan, receipt_added(folder, {"period": form.period, "sender": sender, **said})
            continue
        steps: tuple[Operation, ...] = tuple(
            Remove((*last.path, key)) if value is None else Set((*last.path, key), value)
            for key, value in fields.items()
        )
        gone = all(fields.get(key, "") is None for key in REGISTER.needs)
        yield plan, Change(last.file, (Remove(last.path),) if gone else steps, None, "")
