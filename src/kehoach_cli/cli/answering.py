"""What all commands that answer a question do alike: figures, words on broken data, showing."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import one_of
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.cli.selection import chosen_period, known_agency

if TYPE_CHECKING:
    from kehoach_cli.drafting.questions.view import View
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import Workspace

FORMATS = ("text", "json", "html", "md")

Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="DẠNG", parser=one_of(FORMATS), help="text, json, html hoặc md."
    ),
]

_BROKEN = (
    "Dữ liệu có {count} lỗi (xem: kehoach validate); mục không đọc được thì không có trong bảng.\n"
)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The workspace and the figures that a question is answered from."""

    context: Context
    progress: Progress
    is_clean: bool

    @property
    def ws(self) -> Workspace:
        """The workspace."""
        return self.context.ws


def open_inquiry(
    root: Path | None,
    as_of: date | None,
    *,
    plan: str | None = None,
    period: str | None = None,
    actor: str | None = None,
    of_round: bool = False,
) -> Inquiry:
    """The figures of the period on that day; errors in the data are said and do not stop it.

    Without a period those of the year that holds the day; ``of_round``: of what is reported on.
    A plan, a period or an actor that does not exist is refused.
    """
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of)
    wanted = known_plans(context, [plan] if plan else [])
    chosen = chosen_period(context, period) if period or of_round else None
    if actor:
        known_agency(context, actor)
    errors, has_bad_reports = errors_in(context, wanted)
    if errors:
        sys.stderr.write(_BROKEN.format(count=len(errors)))
    progress = evaluate(context.ws, context.as_of, period=chosen, plan=plan)
    return Inquiry(context, progress, is_clean=not (errors or has_bad_reports))


def reply(inquiry: Inquiry, view: View, form: str) -> int:
    """Show the view; 1 where the data it comes from have errors."""
    if form == "json":
        sys.stdout.write(json.dumps(view.data, ensure_ascii=False, indent=2) + "\n")
    elif form == "text":
        print_blocks(view.blocks, sys.stdout)
    else:
        sys.stdout.write(_page(inquiry, view, form))
    return exits.CLEAN if inquiry.is_clean else exits.FOUND


def _page(inquiry: Inquiry, view: View, form: str) -> str:
    """The view as a page to keep or to send, with what the workspace says on every page."""
    from kehoach_cli.document.blocks import Paragraph
    from kehoach_cli.document.inlines import plain
    from kehoach_cli.model.register import Settings
    from kehoach_cli.writers.html.page import write_page
    from kehoach_cli.writers.markdown.page import write_text

    notice = "".join(one.value.notice or "" for one in inquiry.ws.of(Settings))
    if form == "md":
        return write_text(view.blocks, notice)
    lines = (plain(one.inlines) for one in view.blocks if isinstance(one, Paragraph))
    return write_page(view.blocks, next(lines, "kehoach"), notice)
