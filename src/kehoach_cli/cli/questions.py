"""The questions of ``kehoach status`` beside its plain table; one is asked at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.options import one_of

if TYPE_CHECKING:
    from kehoach_cli.cli.answering import Inquiry
    from kehoach_cli.drafting.questions.view import View

BY = ("challenge",)


def read_keys(text: str) -> str:
    """Words with commas between them, each one that ``--missing`` knows."""
    from kehoach_cli.drafting.questions.missing import CHOICES

    known = one_of(CHOICES)
    return ",".join(dict.fromkeys(known(word.strip()) for word in text.split(",")))


Missing = Annotated[
    str | None,
    typer.Option(
        "--missing",
        metavar="KHÓA,…",
        parser=read_keys,
        help="Chỉ việc còn thiếu: due, product, lead, person, approver, split.",
    ),
]
WaitingOn = Annotated[
    str | None,
    typer.Option(
        "--waiting-on",
        metavar="AI",
        help="Việc đang chờ ai: mã cơ quan, partner (đối tác) hoặc ubnd (cơ quan ban hành).",
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="challenge",
        parser=one_of(BY),
        help="challenge: theo từng bài toán lớn, ai chuẩn bị, việc và đề xuất nào trả lời.",
    ),
]


Explain = Annotated[
    str | None,
    typer.Option(
        "--explain", metavar="MÃ_VIỆC", help="Vì sao việc này có ngày cuối như vậy, từng bước."
    ),
]


def status_view_of(
    inquiry: Inquiry,
    *,
    agency: str | None,
    missing: str | None,
    waiting_on: str | None,
    by: str | None,
    explain: str | None,
) -> View:
    """The one that was asked; the table of all items where none was."""
    _only_one({"--missing": missing, "--waiting-on": waiting_on, "--by": by, "--explain": explain})
    ws, progress = inquiry.ws, inquiry.progress
    if missing:
        from kehoach_cli.drafting.questions.missing import missing_view

        return missing_view(ws, progress, missing.split(","), agency=agency)
    if waiting_on:
        return _waiting(inquiry, waiting_on)
    if by:
        from kehoach_cli.drafting.questions.challenges import challenge_view

        return challenge_view(ws, progress)
    if explain:
        from kehoach_cli.cli.selection import known_task
        from kehoach_cli.drafting.questions.last_day import last_day_view

        return last_day_view(ws, progress, known_task(inquiry.context, explain))
    from kehoach_cli.drafting.questions.view import View
    from kehoach_cli.drafting.status_view import status_json, status_view

    return View(status_view(ws, progress, agency=agency), status_json(progress, agency=agency))


def _waiting(inquiry: Inquiry, who: str) -> View:
    from kehoach_cli.cli.selection import known_agency
    from kehoach_cli.drafting.questions.waiting import ISSUER, PARTNER, waiting_view

    if who not in {ISSUER, PARTNER}:
        known_agency(inquiry.context, who)
    return waiting_view(inquiry.ws, inquiry.progress, who)


def _only_one(asked: dict[str, str | None]) -> None:
    given = [name for name, value in asked.items() if value]
    if len(given) > 1:
        raise typer.BadParameter(f"chỉ dùng một trong: {', '.join(given)}")
