"""Extensions that were asked for and that no document has granted yet: the old due still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kehoach_cli.model.plan import Extension
from kehoach_cli.progress.items import Item
from kehoach_cli.workspace import Located, PlanFolder


def with_asked_extensions(items: Iterable[Item], folder: PlanFolder, day: date) -> Iterator[Item]:
    """The items, each with the extension that waits for an answer on the day.

    The rounds of a recurring task are not extended one by one, so they carry none.
    """
    asked = extensions_asked(folder, day)
    for item in items:
        waiting = None if item.occurrence else asked.get(item.id)
        yield replace(item, asked_extension=waiting) if waiting else item


def extensions_asked(folder: PlanFolder, day: date) -> dict[str, Located[Extension]]:
    """Task → the extension asked for by the day and not granted by it; of several the latest.

    One that names no request has always been asked for.
    """
    asked = [item for item in folder.extensions if _is_waiting(item.value, day)]
    asked.sort(key=lambda item: _asked_on(item.value))
    return {item.value.task: item for item in asked}


def _is_waiting(extension: Extension, day: date) -> bool:
    granted = extension.granted
    is_granted = granted is not None and (granted.date or date.min) <= day
    return not is_granted and _asked_on(extension) <= day


def _asked_on(extension: Extension) -> date:
    return (extension.requested.date if extension.requested else None) or date.min
