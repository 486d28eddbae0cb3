"""All that ``kehoach check-change`` refuses between two readings of a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kehoach_cli.diagnostics import Fault
from kehoach_cli.rules.protecting import foreign_files, text_refusals
from kehoach_cli.rules.standing_records import period_refusals, record_refusals
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.changes import compare

Touched = tuple[str, str]
"""A file by its path in the workspace, and how: «A» new, «D» gone, «X» only its mode, «L» a
symbolic link now, or else changed."""


def refusals(
    old: Workspace, new: Workspace, touched: Iterable[Touched] = (), sender: str | None = None
) -> Iterator[Fault]:
    """What must not have changed so.

    With a sender also every file that is not its to change. What can no longer be read is refused
    too: nobody could say that it stayed the same.
    """
    files = list(touched)
    changes = compare(old, new)
    replaced = {path for path, kind in files if kind not in {"A", "X"}}
    yield from chain(
        foreign_files(files, new, sender) if sender is not None else (),
        record_refusals(old, changes),
        period_refusals(old, new, replaced),
        text_refusals(old, new, changes),
        (one for one in new.faults if one not in old.faults),
    )
