"""Which kind of document is wanted, and of what; refused in words where that does not fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli.selection import chosen_period, known_agency, known_session
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.document.frame import Document
    from kehoach_cli.rules.base import Context

_BY_COMMAND = {
    "cong-van-don-doc": "kehoach remind",
    "cong-van-nhac-han": "kehoach remind --to early",
}
"""Kinds that a command of their own writes, since they need to know whom to write to."""


@frozen
class Wanted:
    """What the command line asks for."""

    kind: str
    params: Mapping[str, str] = field(default_factory=dict)
    partner: str | None = None
    period: str | None = None
    agency: str | None = None
    session: str | None = None
    each: bool = False
    written_by: str | None = None


def check_kind(context: Context, wanted: Wanted, plans: Collection[str]) -> None:
    """Refuse a kind that there is not, and options that say nothing of that kind."""
    from kehoach_cli.drafting.kinds import scope_of
    from kehoach_cli.drafting.templates import SCOPES, document_kinds

    kinds = document_kinds(context.ws.root)
    if wanted.kind not in kinds:
        raise typer.BadParameter(f"không có loại «{wanted.kind}»; các loại: {', '.join(kinds)}")
    if wanted.kind in _BY_COMMAND:
        raise typer.BadParameter(f"loại «{wanted.kind}» do lệnh {_BY_COMMAND[wanted.kind]} soạn")
    scope = scope_of(wanted.kind, context.ws.root)
    given = {
        "partner": wanted.partner,
        "period": wanted.period,
        "agency": wanted.agency,
        "session": wanted.session,
    }
    for option, value in given.items():
        if value is not None and option not in SCOPES[scope]:
            raise typer.BadParameter(f"loại «{wanted.kind}» không dùng --{option}")
    if plans and scope != "plan":
        raise typer.BadParameter(f"loại «{wanted.kind}» không soạn theo từng kế hoạch")
    for needing, option in (("sender", "agency"), ("session", "session")):
        if scope == needing and given[option] is None:
            raise typer.BadParameter(f"loại «{wanted.kind}» cần --{option}")
    if wanted.each and scope != "session":
        raise typer.BadParameter(f"loại «{wanted.kind}» không dùng --each")


def documents_of(
    context: Context, wanted: Wanted, plans: Collection[str]
) -> tuple[dict[str, Document], bool]:
    """The documents by their files' names, and whether they draw on the senders' reports."""
    from kehoach_cli.drafting.kinds import About, kind_document, scope_of
    from kehoach_cli.progress import evaluate

    scope = scope_of(wanted.kind, context.ws.root)
    if scope == "plan":
        return _of_plans(context, wanted, plans), False
    if scope == "session":
        return _of_session(context, wanted), False
    partner = _known_partner(context, wanted.partner) if wanted.partner else None
    sender = known_agency(context, wanted.agency) if wanted.agency else None
    progress = evaluate(context.ws, context.as_of, period=chosen_period(context, wanted.period))
    about = About(partner, sender, wanted.params, wanted.written_by)
    shown = progress.period.id if wanted.period or scope != "partner" else None
    name = "-".join(filter(None, (wanted.kind, shown, partner, sender)))
    return {name: kind_document(context.ws, progress, wanted.kind, about)}, True


def _of_plans(context: Context, wanted: Wanted, plans: Collection[str]) -> dict[str, Document]:
    """The document of each plan; of several plans, of those that have anything to tell in it."""
    from kehoach_cli.drafting.plan_document import plan_document
    from kehoach_cli.errors import NothingToDraft

    made: dict[str, Document] = {}
    nothing: list[NothingToDraft] = []
    for folder in (one for one in context.ws.folders if one.id in plans):
        try:
            made[f"{wanted.kind}-{folder.id}"] = plan_document(
                context.ws,
                folder,
                context.as_of,
                kind=wanted.kind,
                params=wanted.params,
                written_by=wanted.written_by,
            )
        except NothingToDraft as error:
            nothing.append(error)
    if nothing and not made:
        raise nothing[0]
    return made


def _of_session(context: Context, wanted: Wanted) -> dict[str, Document]:
    from kehoach_cli.drafting.kinds import SessionAsked, session_documents

    found = known_session(context, wanted.session or "")
    asked = SessionAsked(wanted.each, wanted.params, wanted.written_by)
    made = session_documents(context.ws, context.as_of, wanted.kind, found, asked)
    names = {guest: "-".join(filter(None, (wanted.kind, found.value.id, guest))) for guest in made}
    return {names[guest]: document for guest, document in made.items()}


def _known_partner(context: Context, partner: str) -> str:
    """The id of a partner or a group of partners."""
    from kehoach_cli.model.partner import Partner

    known = [one.value.id for one in context.ws.of(Partner)]
    if partner in known:
        return partner
    raise typer.BadParameter(f"không có đối tác «{partner}»; các đối tác: {', '.join(known)}")
