"""Records that allow things, and closed periods: they stand once they have been made."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kehoach_cli.diagnostics import Fault, Place
from kehoach_cli.drafting.change_words import THING_LABELS, change_words
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Extension
from kehoach_cli.model.records import Closing
from kehoach_cli.progress.closings import covers
from kehoach_cli.progress.fingerprint import sender_fingerprints
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located, PlanFolder, Workspace
from kehoach_cli.workspace.changes import Change, Changes


def record_refusals(old: Workspace, changes: Changes) -> Iterator[Fault]:
    """Granted extensions, issued amendments and closings that went or say something else."""
    known = {(item.file, item.path): item.value for item in old.located}
    for one in changes:
        if one.thing not in {"extension", "amendment", "closing"} or one.was is None:
            continue
        path = one.was.path[: len(one.was.path) - bool(one.aspect)]
        record = known.get((one.was.file, path))
        if record is not None and _stands(record, one):
            place = one.now or Place(one.was.file)
            args = {"thing": THING_LABELS[one.thing], "id": one.id, "what": change_words(one)}
            reason = "changed" if one.aspect else "gone"
            yield Fault("record-rewritten", place, {**args, "reason": reason})


def _stands(record: Entity, one: Change) -> bool:
    match record:
        case Extension(granted=granted):
            return granted is not None
        case Amendment(number=number, date=day):
            return number is not None and day is not None
        case Closing():
            return one.aspect != "reopened" or one.old is not None
    return False


def period_refusals(
    old: Workspace, new: Workspace, changed: Collection[str] = ()
) -> Iterator[Fault]:
    """What was reported for periods closed before, unless they were reopened since.

    ``changed``: files of the workspace that were replaced or deleted; evidence of such a report
    must not be among them.
    """
    for folder in old.folders:
        last = {one.value.period: one for one in folder.closings}
        for closing in last.values():
            after = new.folder(folder.id)
            if closing.value.reopened is None and not _is_reopened(after, closing.value):
                yield from _rewritten(old, new, folder, closing.value)
                yield from _evidence(old, folder, closing.value, changed)


def _is_reopened(folder: PlanFolder | None, closing: Closing) -> bool:
    same = (closing.period, closing.closed)
    return any(
        one.value.reopened is not None and (one.value.period, one.value.closed) == same
        for one in (folder.closings if folder else ())
    )


def _rewritten(
    old: Workspace, new: Workspace, folder: PlanFolder, closing: Closing
) -> Iterator[Fault]:
    before = sender_fingerprints(old, folder, closing.period)
    after_folder = new.folder(folder.id)
    after = sender_fingerprints(new, after_folder, closing.period) if after_folder else {}
    for sender in sorted({*before, *after}):
        if before.get(sender) != after.get(sender):
            places = _places(new, after_folder, closing.period, sender)
            place = next(places, Place(f"data/plans/{folder.id}/closings.yaml"))
            yield _fault(new, place, closing, sender)


def _places(ws: Workspace, folder: PlanFolder | None, period: str, sender: str) -> Iterator[Place]:
    """Where the sender's reports and receipts for the period stand."""
    found: tuple[Located[Entity], ...] = (*folder.reports, *folder.receipts) if folder else ()
    for one in found:
        value = one.value
        if getattr(value, "sender", "") == sender and covers(
            ws, period, str(getattr(value, "period", ""))
        ):
            yield one.at("sender")


def _evidence(
    old: Workspace, folder: PlanFolder, closing: Closing, changed: Collection[str]
) -> Iterator[Fault]:
    for report in folder.reports:
        if not covers(old, closing.period, report.value.period):
            continue
        proofs = [proof for entry in report.value.tasks for proof in entry.product]
        proofs += [proof for entry in report.value.commitments for proof in entry.product]
        files = {proof.file for proof in proofs if proof.file}
        for file in sorted(files):
            path = f"data/plans/{folder.id}/{file}"
            if path in changed:
                yield _fault(old, Place(path), closing, report.value.sender)


def _fault(ws: Workspace, place: Place, closing: Closing, sender: str) -> Fault:
    args = {
        "period": closing.period,
        "day": format_day(closing.closed),
        "name": short_name_of(ws, sender),
    }
    return Fault("closed-period-rewritten", place, args)
