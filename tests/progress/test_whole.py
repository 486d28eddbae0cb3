"""Everything that is computed of whole workspaces, on days on which something turns."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.progress.whole import told

from kehoach_cli.progress import (
    Progress,
    evaluate,
    letter_rows,
    money_before,
    money_entries,
    money_gaps,
)
from kehoach_cli.progress.closings import closing_over
from kehoach_cli.progress.fingerprint import fingerprint_of, sender_fingerprints
from kehoach_cli.progress.groups import Roster
from kehoach_cli.progress.requests import requests_of
from kehoach_cli.workspace import load

if TYPE_CHECKING:
    from tests.conftest import Golden

REPOSITORY = Path(__file__).parents[2]
EVERY_STATE = "tests/workspaces/every-state"


@pytest.mark.parametrize(
    ("folder", "as_of", "period"),
    [
        (EVERY_STATE, date(2027, 12, 14), "2027"),
        (EVERY_STATE, date(2028, 1, 31), "2028"),
        ("examples", date(2027, 12, 10), "2027"),
    ],
    ids=str,
)
def test_nothing_has_changed(golden: Golden, folder: str, as_of: date, period: str) -> None:
    progress = evaluate(load(REPOSITORY / folder), as_of, period=period)
    parts = {**of_progress(progress), **of_workspace(progress)}
    text = "".join(told(name, part) for name, part in parts.items())
    golden(f"progress/{Path(folder).name}-{as_of}.txt", text)


def of_progress(progress: Progress) -> dict[str, object]:
    figures = ("task_totals", "assignment_totals", "commitment_totals", "by_kind", "by_agency")
    return {
        "plans": progress.plans,
        **{item.key: item for item in progress.items},
        **{f"{one.plan_id}/{one.id}": one for one in progress.senders},
        "reports": progress.reports,
        "earlier": progress.earlier,
        **{name: getattr(progress, name) for name in figures},
        "register": progress.register,
        "missing": {one.plan_id: one.id for one in progress.missing},
        "difficulties": progress.difficulties,
        "proposals": progress.proposals,
        "requests": requests_of(progress, None),
        "money": money_entries(progress),
        "money before": money_before(progress),
        "money gaps": money_gaps(progress),
    }


def of_workspace(progress: Progress) -> dict[str, object]:
    ws, period = progress.workspace, progress.period.id
    roster = Roster(ws, progress.day)
    groups = {actor: roster.expand(actor) for actor in ws.actors}
    said = {folder.id: sender_fingerprints(ws, folder, period) for folder in ws.folders}
    return {
        "letters": letter_rows(ws, progress.as_of),
        "holders": {
            actor: {holder.actor: holder.senders for holder in group.holders}
            for actor, group in groups.items()
        },
        "open groups": {actor: group.open_to for actor, group in groups.items()},
        "closings": tuple(closing_over(ws, folder, period) for folder in ws.folders),
        "fingerprints": said,
        "fingerprint": {plan: fingerprint_of(senders) for plan, senders in said.items()},
    }
