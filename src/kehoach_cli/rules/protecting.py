"""What must not change, or only through the record that allows it: two workspaces judged.

The table of it is ``rules.rights``. A plan whose text is only reconstructed may become verbatim:
that brings the data to the issued text, it does not change that text. It never becomes
reconstructed again where ``issued.md`` holds it: whoever did so could then write another text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach_cli.diagnostics import Fault, Place
from kehoach_cli.drafting.change_words import THING_LABELS, change_words, value_words
from kehoach_cli.model.plan import Plan, Task
from kehoach_cli.model.report import Report
from kehoach_cli.rules.amended import is_amended
from kehoach_cli.workspace import PlanFolder, Workspace
from kehoach_cli.workspace.changes import Change, Changes
from kehoach_cli.workspace.changes.protection import is_of_issued_text

_ISSUE = {"number", "date", "state", "text"}
_SHOWN = 60


def text_refusals(old: Workspace, new: Workspace, changes: Changes) -> Iterator[Fault]:
    """Changes of issued plans and of dues that no document allows."""
    issued = {folder.id: folder for folder in old.folders if _is_issued(folder)}
    for one in changes:
        folder = issued.get(one.plan)
        if one.thing == "task" and one.aspect == "due":
            if _is_given(old, one, is_issued=folder is not None):
                yield from _due(old, new, one)
        elif _is_lost(old, new, one):
            yield _lost(one)
        elif folder is not None and folder.plan is not None:
            yield from _text(old, new, one, folder.plan.value)


def _is_issued(folder: PlanFolder) -> bool:
    return folder.plan is not None and folder.plan.value.is_issued


def _is_given(old: Workspace, one: Change, *, is_issued: bool) -> bool:
    """The due came with an issued plan or with a numbered document of its own."""
    item = old.index["task"].get(one.id)
    task = item.value if item else None
    if not isinstance(task, Task):
        return False
    document = task.source.document
    return is_issued or bool(document and document.number)


def _is_lost(old: Workspace, new: Workspace, one: Change) -> bool:
    """A task of a document of its own has gone; those that the plan prints are judged as text."""
    if one.thing != "task" or one.kind != "removed" or is_of_issued_text(old, new, one):
        return False
    return _is_given(old, one, is_issued=False)


def _lost(one: Change) -> Fault:
    args = {"reason": "gone", "id": one.id, "old": _short(one.title), "new": ""}
    return Fault("original-due-rewritten", _place(one), args)


def _due(old: Workspace, new: Workspace, one: Change) -> Iterator[Fault]:
    was, now = (_set_by(ws, one.id) for ws in (old, new))
    if (now and now != was) or is_amended((old, new), one):
        return
    reason = "added" if one.old is None else "removed" if one.new is None else "changed"
    yield Fault(
        "original-due-rewritten",
        _place(one),
        {"reason": reason, "id": one.id, "old": one.old or "", "new": one.new or ""},
    )


def _set_by(ws: Workspace, own: str) -> str | None:
    item = ws.index["task"].get(own)
    task = item.value if item else None
    document = task.due_set_by if isinstance(task, Task) else None
    return document.number if document else None


def _text(old: Workspace, new: Workspace, one: Change, plan: Plan) -> Iterator[Fault]:
    if one.thing == "plan" and (not one.aspect or one.aspect in _ISSUE):
        if not _may_follow(old, new, one, plan):
            yield _refused(old, new, one, "issue" if one.aspect else "gone")
        return
    is_text = is_of_issued_text(old, new, one) or (one.thing == "issued-text" and one.was)
    if not is_text or _becomes_verbatim(new, plan) or is_amended((old, new), one):
        return
    yield _refused(old, new, one, "text" if one.aspect else one.kind)


def _may_follow(old: Workspace, new: Workspace, one: Change, plan: Plan) -> bool:
    """What was open may be filled in, and an issued plan may be amended or ended."""
    if not one.aspect:
        return False
    if one.aspect == "text":
        before = old.folder(one.plan)
        return plan.text == "reconstructed" or not (before and before.issued)
    if one.aspect == "state":
        folder = new.folder(one.plan)
        return bool(folder and folder.plan and folder.plan.value.is_issued)
    return getattr(plan, one.aspect) is None


def _becomes_verbatim(new: Workspace, plan: Plan) -> bool:
    folder = new.folder(plan.id)
    after = folder.plan.value if folder and folder.plan else None
    is_taken = after is not None and after.text == "verbatim" and bool(folder and folder.issued)
    return plan.text == "reconstructed" and is_taken


def _refused(old: Workspace, new: Workspace, one: Change, reason: str) -> Fault:
    before, after = (value_words(old, new, value) for value in (one.old, one.new))
    words = {
        "reason": reason,
        "id": one.id,
        "plan": one.plan,
        "what": change_words(one),
        "thing": THING_LABELS[one.thing],
        "title": _short(one.title or one.id),
        "old": _short(before, _same(before, after)),
        "new": _short(after, _same(before, after)),
    }
    return Fault("issued-plan-rewritten", _place(one), words)


def _place(one: Change) -> Place:
    """Where it stands now; of what has gone the top of its file."""
    if one.now is not None:
        return one.now
    return Place(one.was.file if one.was else "")


def _same(old: str, new: str) -> int:
    """How many letters at the beginning need not be shown: whole words that both have."""
    pairs = enumerate(zip(old, new, strict=False))
    whole = min(len(old), len(new))
    shared = next((place for place, (mine, theirs) in pairs if mine != theirs), whole)
    if max(len(old), len(new)) <= _SHOWN or shared < _SHOWN // 2:
        return 0
    return old.rfind(" ", 0, shared - _SHOWN // 3) + 1


def _short(text: str, begin: int = 0) -> str:
    said = " ".join(text[begin:].split())
    cut = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"
    return f"…{cut}" if begin else cut


def foreign_files(files: Iterable[tuple[str, str]], new: Workspace, sender: str) -> Iterator[Fault]:
    """Of (path, kind) what the sender may not touch: all but its own reports and new evidence.

    A link is never its own words, and its report does not speak in another's name.
    """
    own = re.compile(rf"data/plans/[^/]+/progress/[^/]+/{re.escape(sender)}\.yaml")
    reports = {one.file: one for one in new.of(Report)}
    for path, kind in files:
        is_own = own.fullmatch(path) is not None
        is_evidence = re.match(r"data/plans/[^/]+/evidence/", path) and kind == "A"
        said = reports.get(path)
        if kind == "L" or not (is_own or is_evidence):
            args = {"file": path, "sender": sender, "reason": _TOUCHED.get(kind, "file")}
            yield Fault("foreign-file", Place(path), args)
        elif is_own and said is not None and said.value.sender != sender:
            args = {"file": path, "sender": sender, "got": said.value.sender, "reason": "named"}
            yield Fault("foreign-file", said.at("sender"), args)


_TOUCHED = {"X": "mode", "L": "link"}
