"""The outcome of one returned form: what is taken, what clashes, which changes of files it makes.

All or nothing: as long as anything is wrong with the file or clashes, no change is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kehoach_cli.exchange.forms.content import Form, PlanPart
from kehoach_cli.exchange.forms.display import in_words
from kehoach_cli.exchange.forms.layout import HEAD, REGISTER, Column, SheetKind
from kehoach_cli.exchange.forms.purposes import REPORT
from kehoach_cli.exchange.forms.sides import Matching, Path
from kehoach_cli.exchange.forms.values import Told
from kehoach_cli.exchange.merge import Clash, merge, merge_unbased
from kehoach_cli.frozen import frozen
from kehoach_cli.model.status import STATUSES
from kehoach_cli.progress.closings import closing_over
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace

_REPORTED, _NOTHING = "reported", "nothing_to_report"


@frozen
class Taken:
    """What comes of a form: values to write by path, clashes, and which of them need a yes.

    ``order``: part and code of each row that was read, as the rows stand in the workbook.
    """

    values: Mapping[Path, Told]
    clashes: Mapping[Path, Clash[str]]
    unsure: frozenset[Path]
    order: tuple[tuple[str, str], ...] = ()


@frozen
class Asked:
    """How to take forms in.

    ``received`` is the day of a report that does not say its own; ``prefers_form``: where both
    sides changed a value, somebody has decided for the form's. ``removes``: the same for rows that
    are gone from a table of tasks, which ``is_annex`` says that it has to be.
    """

    received: date
    prefers_form: bool = False
    removes: bool = False
    is_annex: bool = False


def take_out_gone(of: Matching, asked: Asked) -> None:
    """Rows that are gone are taken out where somebody has said so; else they are named and stay."""
    for code, gone in of.sides.gone.items():
        if code.rpartition("/")[0] in of.sides.gone:
            continue  # the money of a task that is gone
        if not asked.removes:
            title = gone.row.values.get("title") or gone.row.shown.get("title", "")
            of.notes.add("form-gone", gone.spot, code=code, title=title)
            continue
        for key, value in gone.base.items():
            path = (gone.part, gone.row.plan, code, key)
            of.sides.base[path], of.sides.theirs[path] = value, None
            of.sides.ours[path] = gone.row.values.get(key)
            of.sides.spots[path] = gone.spot


def take(ws: Workspace, of: Matching, asked: Asked) -> Taken:
    """Merge the sides, and note what is wrong with the outcome."""
    sides = of.sides
    sure = merge(sides.base, sides.theirs, sides.ours)
    loose = merge_unbased(sides.loose, sides.ours)
    merged: dict[Path, Told] = {**sure.taken, **loose.taken}
    clashes = {**sure.clashes, **loose.clashes}
    if asked.prefers_form:
        merged |= {path: clash.theirs for path, clash in clashes.items()}
    values = _with_day(of.form, _without_idle(of.form, merged), asked.received)
    for path, clash in clashes.items():
        if not asked.prefers_form:
            _note_clash(of, path, clash)
    _note_contradictions(of, values)
    if of.form.purpose.is_reported:
        _note_closed(ws, of, values)
    unsure = frozenset(path for path in loose.taken if path in values)
    return Taken(values, clashes, unsure, _order(of))


def _order(of: Matching) -> tuple[tuple[str, str], ...]:
    """The rows by sheet and line."""
    by_line = sorted(of.sides.spots.items(), key=lambda one: (one[0][0], one[1].row))
    return tuple(dict.fromkeys((path[0], path[2]) for path, _ in by_line))


def _without_idle(form: Form, merged: Mapping[Path, Told]) -> dict[Path, Told]:
    """Without the head of reports that do not exist yet and would say nothing but their day."""
    busy = {plan for part, plan, _, _ in merged if part != HEAD}
    kept = {plan.id for plan in form.plans if plan.report or plan.id in busy or _says(plan, merged)}
    return {path: value for path, value in merged.items() if path[1] in kept}


def _says(plan: PlanPart, merged: Mapping[Path, Told]) -> bool:
    return merged.get((HEAD, plan.id, "", _NOTHING)) is not None


def _with_day(form: Form, values: dict[Path, Told], received: date) -> dict[Path, Told]:
    """Every report needs its day: where none is given, that of its document or of receiving it."""
    if form.purpose is not REPORT:
        return values
    for plan in form.plans:
        path = (HEAD, plan.id, "", _REPORTED)
        is_new = plan.report is None and any(one[1] == plan.id for one in values)
        is_emptied = path in values and values[path] is None
        if is_emptied and plan.report is not None:
            del values[path]
        elif values.get(path) is None and is_new:
            values[path] = values.get((HEAD, plan.id, "", "date")) or received.isoformat()
    return values


def column_of(form: Form, path: Path) -> Column:
    """The column of a value."""
    part, _, _, key = path
    sheet = form.sheet(part)
    columns = sheet.kind.columns if sheet else form.head_columns
    return next(one for one in columns if one.key == key)


def said(form: Form, path: Path, value: Told) -> str:
    """A value in a sentence."""
    return in_words(column_of(form, path), value, form.lists)


def _note_clash(of: Matching, path: Path, clash: Clash[str]) -> None:
    of.notes.add(
        "form-conflict",
        of.sides.spots.get(path),
        reason="changed" if path in of.sides.base else "unknown-base",
        theirs=said(of.form, path, clash.theirs),
        ours=said(of.form, path, clash.ours),
        base=said(of.form, path, clash.base),
    )


def rows_of(values: Mapping[Path, Told]) -> Iterator[tuple[str, str, str]]:
    """The rows (part, plan, code) that any of the values belong to, heads left out."""
    return iter(dict.fromkeys(path[:3] for path in values if path[0] != HEAD))


def _note_contradictions(of: Matching, values: Mapping[Path, Told]) -> None:
    for row in rows_of(values):
        sheet = of.form.sheet(row[0])
        if sheet is not None:
            _note_row(of, sheet.kind, row, values)
    for plan in of.form.plans:
        _note_nothing(of, plan, values)


def _note_row(
    of: Matching, kind: SheetKind, row: tuple[str, str, str], values: Mapping[Path, Told]
) -> None:
    """A row that says something must say enough."""
    keys = [one.key for one in kind.inputs if one.key != "plan"]
    after = {key: _after(of, (*row, key), values) for key in keys}
    if all(value is None for value in after.values()):
        _note_emptied(of, row, keys)
        return
    if kind.part == REGISTER.part and (after["date"] or "") > (after["received"] or ""):
        spot = of.sides.spots.get((*row, "date"))
        of.notes.add("form-incomplete", spot, reason="dated-later")
    needed = list(kind.needs)
    status = STATUSES.get(after.get("status") or "")
    needed += [key for key in status.needs if key in keys] if status else []
    for key in needed:
        if after[key] is None:
            spot = of.sides.spots.get((*row, key))
            of.notes.add(
                "form-incomplete",
                spot,
                reason="status-needs" if status and key in status.needs else "needs",
                status=status.label if status else "",
            )


_SHOWN = 60
"""Characters of a value that a sentence can carry."""


def _note_emptied(of: Matching, row: tuple[str, str, str], keys: Sequence[str]) -> None:
    """Nothing is left of what the data hold: somebody may have cleared the row by mistake."""
    paths = [(*row, key) for key in keys if of.sides.ours.get((*row, key)) is not None]
    if not paths or not of.form.purpose.is_reported:
        return
    held = (
        f"{column_of(of.form, path).title} «{_cut(said(of.form, path, of.sides.ours[path]))}»"
        for path in paths
    )
    spot = of.sides.spots.get(paths[0])
    of.notes.add("form-emptied", spot, code=row[2], held=", ".join(held))


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def _after(of: Matching, path: Path, values: Mapping[Path, Told]) -> Told:
    return values[path] if path in values else of.sides.ours.get(path)


def _note_nothing(of: Matching, plan: PlanPart, values: Mapping[Path, Told]) -> None:
    """«Không có nội dung phát sinh», and yet something is said of a task or commitment."""
    path = (HEAD, plan.id, "", _NOTHING)
    touched = path in values or any(one[1] == plan.id and one[0] != HEAD for one in values)
    if not touched or _after(of, path, values) is None:
        return
    sides = {**of.sides.ours, **values}
    if any(one[1] == plan.id and one[0] != HEAD and value for one, value in sides.items()):
        of.notes.add("form-incomplete", of.sides.spots.get(path), reason="nothing-and-something")


def _note_closed(ws: Workspace, of: Matching, values: Mapping[Path, Told]) -> None:
    for plan in dict.fromkeys(path[1] for path in values):
        folder = ws.folder(plan)
        closing = closing_over(ws, folder, of.form.period) if folder else None
        if closing is not None:
            of.notes.add(
                "form-closed-period",
                None,
                period=closing.value.period,
                plan=plan,
                day=format_day(closing.value.closed),
            )
