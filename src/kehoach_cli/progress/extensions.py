"""Extensions that were asked for and that no document has granted yet: the old due still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kehoach_cli.model.plan import Extension
from kehoach_cli.progress.extension_states import asked_on, extension_state
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
    asked = [one for one in folder.extensions if extension_state(one.value, day).is_waiting]
    asked.sort(key=lambda item: asked_on(item.value))
    return {item.value.task: item for item in asked}
