"""One returned file from its bytes to its outcome; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.forms.annex_book import annex_changes, annex_form, tasks_file
from kehoach_cli.exchange.forms.cells import Setting
from kehoach_cli.exchange.forms.content import Form, form_of
from kehoach_cli.exchange.forms.heading import match_head
from kehoach_cli.exchange.forms.identity import Identity, identity_of
from kehoach_cli.exchange.forms.layout import ListName
from kehoach_cli.exchange.forms.lists import Lists, spellings_of
from kehoach_cli.exchange.forms.matching import match
from kehoach_cli.exchange.forms.notes import Notes, fault_at
from kehoach_cli.exchange.forms.purposes import ANNEX_BOOK, OWN_BOOKS, REGISTER_BOOK
from kehoach_cli.exchange.forms.reading import RawBook, read_book
from kehoach_cli.exchange.forms.register import register_changes, register_form
from kehoach_cli.exchange.forms.sides import Matching, Path, Sides
from kehoach_cli.exchange.forms.taking import (
    Asked,
    Taken,
    column_of,
    said,
    take,
    take_out_gone,
)
from kehoach_cli.exchange.forms.typing_in import note_unreceived
from kehoach_cli.exchange.forms.values import Told
from kehoach_cli.exchange.forms.writing_back import changes_of
from kehoach_cli.exchange.package import TOO_LARGE, Refused
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import Progress
from kehoach_cli.vn.text import nearest
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.records import Change

UNSURE = "form-unsure"
GONE = "form-gone"
EMPTIED = "form-emptied"
TOLD = frozenset({"form-ignored"})
"""Kinds of faults that are told and need nobody's yes."""
WARNINGS = frozenset({UNSURE, GONE, EMPTIED, "form-column", *TOLD})
"""Kinds of faults beside which a form can be taken."""

_CHANGES: Mapping[str, Callable[[Workspace, Form, Taken], list[Change]]] = {
    "": lambda ws, form, taken: changes_of(ws, form, taken.values),
    REGISTER_BOOK.sender: lambda ws, form, taken: register_changes(ws, form, taken.values),
    ANNEX_BOOK.sender: annex_changes,
}
"""What becomes of the values of each kind of workbook, by its purpose."""

ProgressOf = Callable[[str], Progress | None]
"""Id of a period → its figures; None where there is no such period."""


@frozen
class Outcome:
    """What comes of one file; ``filled``: rows that say anything, taken before or not."""

    file: str
    faults: tuple[Fault, ...]
    form: Form | None = None
    taken: Taken | None = None
    filled: int = 0

    @property
    def is_sound(self) -> bool:
        """Nothing forbids to take it."""
        return self.taken is not None and all(one.kind in WARNINGS for one in self.faults)

    @property
    def is_sure(self) -> bool:
        """Nothing of it needs somebody's yes: no row known by sight alone, no column missing."""
        return self.is_sound and all(one.kind in TOLD for one in self.faults)

    def changes(self, ws: Workspace) -> list[Change]:
        """What it changes in which files; nothing while anything is wrong with it."""
        if self.form is None or self.taken is None or not self.is_sound:
            return []
        return _CHANGES[self.form.purpose.sender](ws, self.form, self.taken)

    def told(self) -> list[str]:
        """Every value that is taken, in words: «mau-10 · Kết quả đạt được: …»."""
        if self.form is None or self.taken is None:
            return []
        return [_told(self.form, path, value) for path, value in self.taken.values.items()]

    def added(self) -> list[str]:
        """The tasks that are new by it, with the ids that they get: «pl-02: Xây dựng …»."""
        return [f"{code}: {title}" for code, title in self._titles() if not self._has(code)]

    def removed(self) -> list[str]:
        """The tasks that go by it."""
        return [code for code, title in self._titles() if title is None and self._has(code)]

    def emptied(self) -> list[str]:
        """The rows of which nothing is left by it, with what the data held: «pl-1, trước ghi …»."""
        said = (one.args for one in self.faults if one.kind == EMPTIED)
        return [f"{one['code']}, trước ghi {one['held']}" for one in said]

    def _titles(self) -> list[tuple[str, Told]]:
        """Of each task whose title is taken, the code and the title."""
        if self.form is None or self.taken is None or self.form.purpose is not ANNEX_BOOK:
            return []
        part = self.form.sheets[0].kind.part
        values = self.taken.values.items()
        return [(path[2], one) for path, one in values if (path[0], path[3]) == (part, "title")]

    def _has(self, code: str) -> bool:
        return self.form is not None and any(row.code == code for row in self.form.sheets[0].rows)

    def overwritten(self) -> list[str]:
        """What of the data gives way to the form, with both values in words."""
        if self.form is None or self.taken is None:
            return []
        return [
            f"{_told(self.form, path, clash.theirs)} (thay «{said(self.form, path, clash.ours)}»)"
            for path, clash in self.taken.clashes.items()
            if path in self.taken.values
        ]


def _told(form: Form, path: Path, value: str | None) -> str:
    whose = f"{path[2]} · " if path[2] else ""
    return f"{whose}{column_of(form, path).title}: {said(form, path, value)}"


def receive_form(
    ws: Workspace, progress_of: ProgressOf, data: bytes, file: str, asked: Asked
) -> Outcome:
    """Read, match and merge one file; ``file`` is what findings call it. Raises on no bytes."""
    try:
        book = read_book(data)
    except Refused as error:
        return _refused(file, "form-unreadable", error)
    return receive_book(ws, progress_of, book, file, asked)


def receive_book(
    ws: Workspace, progress_of: ProgressOf, book: RawBook, file: str, asked: Asked
) -> Outcome:
    """Match and merge a workbook whose cells have been read."""
    try:
        identity = identity_of(book)
        form = _form_of(ws, progress_of, identity, asked)
    except Refused as error:
        return _refused(file, "form-foreign", error)
    setting = Setting(_spellings(ws, form.lists), book.epoch)
    of = Matching(book, form, identity, setting, Notes(file), Sides())
    return _outcome(ws, of, asked)


def _refused(file: str, kind: str, error: Refused) -> Outcome:
    kind = "form-too-large" if error.reason in TOO_LARGE else kind
    return Outcome(file, (fault_at(file, kind, None, reason=error.reason, **error.said),))


def _form_of(ws: Workspace, progress_of: ProgressOf, identity: Identity, asked: Asked) -> Form:
    """The workbook as it would be made today; ``Refused`` where it is not to be taken in."""
    if (identity.sender == ANNEX_BOOK.sender) != asked.is_annex:
        raise Refused("no-tasks" if asked.is_annex else "tasks")
    if asked.is_annex:
        return _annex_form(ws, identity.period, asked)
    progress = _known(ws, progress_of, identity)
    if identity.sender == REGISTER_BOOK.sender:
        return register_form(ws, progress)
    return form_of(ws, progress, identity.sender)


def _annex_form(ws: Workspace, plan: str, asked: Asked) -> Form:
    folder = ws.folder(plan)
    if folder is None or folder.plan is None:
        raise Refused("unknown-plan", plan=plan)
    if folder.plan.value.is_issued:
        raise Refused("issued", plan=plan)
    if any(one.place.file == tasks_file(plan) for one in ws.faults):
        raise Refused("broken-tasks", file=tasks_file(plan))
    return annex_form(ws, folder, asked.received)


def _known(ws: Workspace, progress_of: ProgressOf, identity: Identity) -> Progress:
    """The figures of the form's period; ``Refused`` where it or the sender is not known here."""
    if identity.sender not in {*OWN_BOOKS, *ws.actors}:
        near = nearest(identity.sender, ws.actors) or ""
        raise Refused("unknown-sender", sender=identity.sender, nearest=near)
    progress = progress_of(identity.period)
    if progress is None:
        raise Refused("unknown-period", period=identity.period)
    bad = {one for folder in ws.folders for one in folder.bad_reports}
    if (identity.period, identity.sender) in bad:
        raise Refused("broken-report", sender=identity.sender, period=identity.period)
    return progress


def _outcome(ws: Workspace, of: Matching, asked: Asked) -> Outcome:
    match_head(of)
    match(of)
    take_out_gone(of, asked)
    taken = take(ws, of, asked)
    if of.form.purpose is REGISTER_BOOK:
        note_unreceived(ws, of, taken.values)
    for row in dict.fromkeys(path[:3] for path in sorted(taken.unsure)):
        spots = (of.sides.spots.get(path) for path in sorted(taken.unsure) if path[:3] == row)
        code = row[2] or "thông tin báo cáo"
        of.notes.add(UNSURE, next(filter(None, spots), None), code=code)
    return Outcome(of.notes.file, tuple(of.notes.faults), of.form, taken, of.sides.filled)


def _spellings(ws: Workspace, lists: Lists) -> dict[ListName, dict[str, str]]:
    return {name: spellings_of(ws, lists, name) for name in lists}
