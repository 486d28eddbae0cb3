"""One returned file from its bytes to its outcome; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.forms.cells import Setting
from kehoach_cli.exchange.forms.content import Form, form_of
from kehoach_cli.exchange.forms.heading import match_head
from kehoach_cli.exchange.forms.identity import Identity, identity_of
from kehoach_cli.exchange.forms.layout import ListName
from kehoach_cli.exchange.forms.lists import Lists, spellings_of
from kehoach_cli.exchange.forms.matching import match
from kehoach_cli.exchange.forms.notes import Notes, fault_at
from kehoach_cli.exchange.forms.package import Refused
from kehoach_cli.exchange.forms.reading import RawBook, read_book
from kehoach_cli.exchange.forms.register import (
    REGISTER_ID,
    register_changes,
    register_form,
)
from kehoach_cli.exchange.forms.sides import Matching, Path, Sides
from kehoach_cli.exchange.forms.taking import Asked, Taken, column_of, said, take
from kehoach_cli.exchange.forms.writing_back import changes_of
from kehoach_cli.progress import Progress
from kehoach_cli.vn.text import nearest
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.records import Change

UNSURE = "form-unsure"
WARNINGS = frozenset({UNSURE, "form-column"})
"""Kinds of faults beside which a form can be taken."""

ProgressOf = Callable[[str], Progress | None]
"""Id of a period → its figures; None where there is no such period."""


@dataclass(frozen=True, slots=True)
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
        return self.is_sound and not self.faults

    def changes(self, ws: Workspace) -> list[Change]:
        """What it changes in which files; nothing while anything is wrong with it."""
        if self.form is None or self.taken is None or not self.is_sound:
            return []
        make = register_changes if self.form.is_register else changes_of
        return make(ws, self.form, self.taken.values)

    def told(self) -> list[str]:
        """Every value that is taken, in words: «mau-10 · Kết quả đạt được: …»."""
        if self.form is None or self.taken is None:
            return []
        return [_told(self.form, path, value) for path, value in self.taken.values.items()]

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
        progress = _known(ws, progress_of, identity)
    except Refused as error:
        return _refused(file, "form-foreign", error)
    is_register = identity.sender == REGISTER_ID
    form = register_form(ws, progress) if is_register else form_of(ws, progress, identity.sender)
    setting = Setting(_spellings(ws, form.lists), book.epoch)
    of = Matching(book, form, identity, setting, Notes(file), Sides())
    return _outcome(ws, of, asked)


def _refused(file: str, kind: str, error: Refused) -> Outcome:
    return Outcome(file, (fault_at(file, kind, None, reason=error.reason, **error.said),))


def _known(ws: Workspace, progress_of: ProgressOf, identity: Identity) -> Progress:
    """The figures of the form's period; ``Refused`` where it or the sender is not known here."""
    if identity.sender not in {REGISTER_ID, *ws.actors}:
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
    taken = take(ws, of, asked)
    for row in dict.fromkeys(path[:3] for path in sorted(taken.unsure)):
        spots = (of.sides.spots.get(path) for path in sorted(taken.unsure) if path[:3] == row)
        code = row[2] or "thông tin báo cáo"
        of.notes.add(UNSURE, next(filter(None, spots), None), code=code)
    return Outcome(of.notes.file, tuple(of.notes.faults), of.form, taken, of.sides.filled)


def _spellings(ws: Workspace, lists: Lists) -> dict[ListName, dict[str, str]]:
    return {name: spellings_of(ws, lists, name) for name in lists}
