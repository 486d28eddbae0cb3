"""Fingerprints of what was reported for a period, by which a closed one is seen to have changed.

A fingerprint is a SHA-256 over what the files say, not over their bytes: comments, the order of
keys, line breaks and the way in which a day or an amount is written may change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from unicodedata import normalize

from kehoach_cli.model.fields import Entity
from kehoach_cli.model.shape import slots
from kehoach_cli.model.status import Status
from kehoach_cli.progress.periods import calendar_of
from kehoach_cli.progress.received import is_inside, read_period
from kehoach_cli.workspace import PlanFolder, Workspace

_BROKEN = "broken"


def sender_fingerprints(ws: Workspace, folder: PlanFolder, period_id: str) -> dict[str, str]:
    """Sender → fingerprint of its progress files and receipts of the period and those inside it.

    Senders without either are not among them. A file that cannot be used counts as broken. Sorted
    by sender; empty for a period that does not exist.
    """
    found: dict[str, list[object]] = {}
    covered = _Covered(ws, period_id)
    for report in folder.reports:
        if report.value.period in covered:
            found.setdefault(report.value.sender, []).append(["report", content_of(report.value)])
    for receipt in folder.receipts:
        if receipt.value.period in covered:
            one = ["receipt", content_of(receipt.value)]
            found.setdefault(receipt.value.sender, []).append(one)
    for period, sender in folder.bad_reports:
        if period in covered:
            found.setdefault(sender, []).append([_BROKEN, period])
    return {sender: _hash(sorted(map(_canonical, found[sender]))) for sender in sorted(found)}


def fingerprint_of(senders: Mapping[str, str]) -> str:
    """The fingerprint of a whole period from those of its senders, in whatever order."""
    return _hash(sorted(senders.items()))


class _Covered:
    """The periods that a closed one covers: itself and those inside it."""

    def __init__(self, ws: Workspace, period_id: str) -> None:
        self._calendar = calendar_of(ws)
        self._outer = read_period(period_id, self._calendar)

    def __contains__(self, period_id: str) -> bool:
        inner = read_period(period_id, self._calendar)
        return inner is not None and self._outer is not None and is_inside(inner, self._outer)


def content_of(value: object) -> object:
    """What a value says, as plain data: no spaces that only lay out, no keys left at their default.

    A key that a later version adds therefore changes no fingerprint until somebody uses it.
    """
    match value:
        case Entity():
            return _fields(value)
        case tuple():
            return [content_of(one) for one in value]
        case Status(code=code):
            return code
        case date():
            return value.isoformat()
        case str():
            return " ".join(normalize("NFC", value).split())
        case _:
            return value


def _fields(entity: Entity) -> dict[str, object]:
    fields = type(entity).model_fields
    return {
        slot.key: content_of(value)
        for slot in slots(type(entity))
        if (value := getattr(entity, slot.name)) != fields[slot.name].default
    }


def _canonical(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(data: Iterable[object]) -> str:
    return sha256(_canonical(list(data)).encode()).hexdigest()
