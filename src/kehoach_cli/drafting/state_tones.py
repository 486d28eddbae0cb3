"""How a state strikes the eye: one table for the terminal and the dashboard."""

from __future__ import annotations

from kehoach_cli.document.blocks import Tone
from kehoach_cli.model.status import DONE_LATE, OPEN_ENDED, State

_OWN: dict[State, Tone] = {DONE_LATE: "belated", OPEN_ENDED: "open"}
_BY_PROPERTY: tuple[tuple[str, Tone], ...] = (
    ("is_silent", "silent"),
    ("is_done", "finished"),
    ("is_late", "late"),
    ("is_running", "running"),
)


def tone_of(state: State) -> Tone:
    """The state's own tone, else that of the first of its properties that holds."""
    tone: Tone = next((tone for key, tone in _BY_PROPERTY if getattr(state, key)), "other")
    return _OWN.get(state, tone)
