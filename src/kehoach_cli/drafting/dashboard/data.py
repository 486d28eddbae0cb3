"""Everything the dashboard shows, as one value that JSON can hold: ``data.json``.

Totals are those of ``kehoach status --format json``; the pages count nothing of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from kehoach_cli.drafting.dashboard import registers
from kehoach_cli.drafting.dashboard.audience import OFFICE, Audience, shown_to
from kehoach_cli.drafting.dashboard.items import ItemRow, Teller
from kehoach_cli.drafting.dashboard.overview import difficulties, overview
from kehoach_cli.drafting.item_words import KIND_LABELS
from kehoach_cli.drafting.questions.challenges import challenge_view
from kehoach_cli.drafting.questions.view import as_data
from kehoach_cli.drafting.state_tones import tone_of
from kehoach_cli.drafting.status_view import status_json, totals_json
from kehoach_cli.drafting.wording import capitalised, name_of, short_name_of
from kehoach_cli.model.partner import Agreement
from kehoach_cli.model.status import STATES, State
from kehoach_cli.progress import COMMITMENT_STATES, Progress
from kehoach_cli.progress.current_round import round_before
from kehoach_cli.workspace import Workspace

SCHEMA = 1


def dashboard_data(
    ws: Workspace, everything: Progress, audience: Audience = OFFICE
) -> dict[str, object]:
    """The site's data for an audience; days are ISO 8601, keys without a value are left out.

    ``agencies`` holds the names of all ids that the rest names.
    """
    progress = shown_to(audience, everything)
    rows = tuple(audience.row(row) for row in Teller(ws, progress).rows())
    asked = difficulties(ws, progress) if audience.sees("difficulties") else ()
    parts = {
        "overview": overview(ws, progress, audience, asked),
        "plans": registers.plans(progress),
        "items": rows,
        "agreements": tuple(map(audience.agreement, registers.agreement_rows(ws, progress))),
        "difficulties": asked,
        "proposals": _proposals(progress, audience),
        "money": tuple(registers.money_rows(progress)) if audience.sees("money") else (),
        "money_years": tuple(registers.money_years(progress)) if audience.sees("money") else (),
        "senders": registers.sender_rows(progress) if audience.sees("senders") else (),
    }
    found = {key: _lean(as_data(part)) for key, part in parts.items()}
    return {
        **_head(ws, progress, audience),
        **found,
        "challenges": _challenges(ws, progress, audience),
        "by_agency": [
            {"agency": row.agency, **totals_json(row.totals)} for row in progress.by_agency
        ],
        "agencies": _names(ws, _ids(rows, progress)),
    }


def _proposals(progress: Progress, audience: Audience) -> tuple[registers.ProposalRow, ...]:
    if not audience.sees("proposals"):
        return ()
    return registers.proposal_rows(progress, tells_money=audience.sees("money"))


def _head(ws: Workspace, progress: Progress, audience: Audience) -> dict[str, object]:
    settings = ws.settings.value if ws.settings else None
    period = progress.period
    other = round_before(ws, period, progress.as_of)
    return {
        "schema": SCHEMA,
        "as_of": progress.as_of.isoformat(),
        "day": progress.day.isoformat(),
        "period": {
            "id": period.id,
            "label": period.label,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "has_begun": progress.has_begun,
            "reporting": {"id": other.id, "label": other.label} if other else None,
        },
        "province": settings.province.name if settings else "",
        "notice": (settings.notice or "") if settings else "",
        "kept_back": sorted(audience.kept_back),
        "states": [_state(state) for state in dict.fromkeys((*STATES, *COMMITMENT_STATES))],
        "kinds": {key: capitalised(label) for key, label in KIND_LABELS.items()},
        "totals": status_json(progress)["totals"],
    }


def _state(state: State) -> dict[str, str]:
    return {"code": state.code, "label": capitalised(state.label), "tone": tone_of(state)}


def _challenges(ws: Workspace, progress: Progress, audience: Audience) -> list[object]:
    """The rows of ``status --by challenge``; tasks by id, proposals only where they are shown."""
    found = challenge_view(ws, progress).data["challenges"]
    rows = found if isinstance(found, list) else []
    hidden = set() if audience.sees("proposals") else {"proposals"}
    return [
        _lean({key: one for key, one in row.items() if key not in {*hidden, "tasks"}})
        for row in rows
    ]


def _ids(rows: Iterable[ItemRow], progress: Progress) -> Iterable[str]:
    """Every actor that a row names by its id."""
    for row in rows:
        yield from row.support
        yield from (one.agency for one in row.assignments)
        yield from (one.via for one in row.assignments if one.via)
        if row.approver:
            yield row.approver
    yield from (one.id for one in progress.senders)
    yield from (one.sender for one in progress.proposals)
    yield from (one.owner for one in progress.workspace.of(Agreement))


def _names(ws: Workspace, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Full and short name of each, in the order of the register."""
    wanted = set(ids)
    order = {actor: number for number, actor in enumerate(ws.actors)}
    return {
        actor: {"name": name_of(ws, actor), "short": short_name_of(ws, actor)}
        for actor in sorted(wanted, key=lambda one: (order.get(one, len(order)), one))
    }


def _lean(value: object) -> object:
    """The same without keys that hold nothing: a page of 3,000 tasks stays light."""
    match value:
        case dict():
            held = {key: _lean(one) for key, one in value.items()}
            return {key: one for key, one in held.items() if not _is_empty(one)}
        case list():
            return [_lean(one) for one in value]
        case _:
            return value


def _is_empty(value: object) -> bool:
    """A count of 0 says something; nothing, «no», "" and an empty list do not."""
    return value is None or value is False or value in ("", [])
