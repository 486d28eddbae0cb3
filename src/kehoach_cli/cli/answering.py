"""What all commands that answer a question do alike: figures, words on broken data, showing."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, say_written
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import one_of
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.cli.selection import chosen_period, known_agency
from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.drafting.questions.view import View
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import Workspace

FORMATS = ("text", "json", "html", "md")
SHEETS = ("xlsx",)
CSV = "csv"
"""A file for each table; only where no row heads or sums up others."""

Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="DẠNG", parser=one_of(FORMATS), help="text, json, html hoặc md."
    ),
]

To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="xlsx",
        parser=one_of(SHEETS),
        help="Ghi các bảng thành tệp Excel: ngày là ngày, số là số, lọc được.",
    ),
]

_BROKEN = (
    "Dữ liệu có {count} lỗi (xem: kehoach validate); mục không đọc được thì không có trong bảng.\n"
)


@frozen
class Sheets:
    """Where the tables of an answer go: ``name`` without its ending, nothing without ``to``."""

    to: str | None
    out: Path
    name: str
    force: bool = False


@frozen
class Telling:
    """What stands on every page of an answer, whose it is, and the day that it is of."""

    notice: str
    author: str
    as_of: date


@frozen
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


def reply(inquiry: Inquiry, view: View, form: str, sheets: Sheets | None = None) -> int:
    """Show the view, or write its tables; 1 where the data it comes from have errors."""
    from kehoach_cli.drafting.wording import name_of

    settings = inquiry.ws.settings.value if inquiry.ws.settings else None
    notice = (settings.notice or "") if settings else ""
    author = name_of(inquiry.ws, settings.focal) if settings else ""
    tell(view, form, sheets, Telling(notice, author, inquiry.context.as_of))
    return exits.CLEAN if inquiry.is_clean else exits.FOUND


def tell(view: View, form: str, sheets: Sheets | None, telling: Telling) -> None:
    """Show the view, or write its tables."""
    if sheets and sheets.to:
        say_written(_write_sheets(view, sheets, telling))
    elif form == "json":
        sys.stdout.write(json.dumps(view.data, ensure_ascii=False, indent=2) + "\n")
    elif form == "text":
        print_blocks(view.blocks, sys.stdout)
    else:
        sys.stdout.write(_page(view, form, telling))


def _write_sheets(view: View, sheets: Sheets, telling: Telling) -> list[Path]:
    """The tables of the view as a workbook, or a file each."""
    from kehoach_cli.cli.output import write_all
    from kehoach_cli.document.blocks import Table
    from kehoach_cli.document.frame import Properties
    from kehoach_cli.writers.csv import table_csv
    from kehoach_cli.writers.xlsx.book import assemble_tables

    tables = [one for one in view.blocks if isinstance(one, Table) and one.rows]
    if not tables:
        raise OutputError(
            "câu trả lời không có dòng nào để ghi thành tệp", "bỏ --to để xem trên màn hình"
        )
    if sheets.to == CSV:
        files = {f"{sheets.name}-{one.name}.{CSV}": table_csv(one) for one in tables}
    else:
        properties = Properties(_title(view), telling.author, telling.as_of)
        data = assemble_tables(view.blocks, properties, telling.notice)
        files = {f"{sheets.name}.{sheets.to}": data}
    return write_all(sheets.out, files, force=sheets.force)


def _page(view: View, form: str, telling: Telling) -> str:
    """The view as a page to keep or to send, with what the workspace says on every page."""
    from kehoach_cli.writers.html.page import write_page
    from kehoach_cli.writers.markdown.page import write_text

    if form == "md":
        return write_text(view.blocks, telling.notice)
    return write_page(view.blocks, _title(view), telling.notice)


def _title(view: View) -> str:
    """The first line of the view."""
    from kehoach_cli.document.blocks import Paragraph
    from kehoach_cli.document.inlines import plain

    lines = (plain(one.inlines) for one in view.blocks if isinstance(one, Paragraph))
    return next(lines, "kehoach")
