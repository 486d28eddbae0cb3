"""How an extension (gia hạn) stands on a day: which documents about it are there by then."""

from __future__ import annotations

from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Extension


@frozen
class ExtensionState:
    """How an extension stands; ``is_waiting``: somebody must answer, ``is_in_force``: it counts."""

    code: str
    label: str
    is_waiting: bool = False
    is_in_force: bool = False


NOT_ASKED = ExtensionState("not-asked", "chưa đề nghị")
ASKED = ExtensionState("asked", "đã đề nghị, chưa có văn bản cho phép", is_waiting=True)
GRANTED = ExtensionState("granted", "đã được gia hạn", is_in_force=True)

EXTENSION_STATES: tuple[ExtensionState, ...] = (NOT_ASKED, ASKED, GRANTED)
"""All states of an extension, in the order in which it goes through them."""


def extension_state(extension: Extension, day: date) -> ExtensionState:
    """How it stands on the day.

    A document without a day has always been there; so has the request where none is named.
    """
    if extension.granted is not None and granted_on(extension) <= day:
        return GRANTED
    return ASKED if asked_on(extension) <= day else NOT_ASKED


def granted_on(extension: Extension) -> date:
    """The day of the document that granted it; the first of all days where it has none."""
    return (extension.granted.date if extension.granted else None) or date.min


def asked_on(extension: Extension) -> date:
    """The day of the request; the first of all days where it has none."""
    return (extension.requested.date if extension.requested else None) or date.min
