"""``kehoach money``: the money of a year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.answering import Form, open_inquiry, reply
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written, write_documents
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import FORMATS, AsOf, Force, Out, PlanOption, Root, one_of, read_year


def command(
    *,
    year: Annotated[
        int, typer.Option("--year", metavar="NĂM", parser=read_year, help="Năm ngân sách.")
    ],
    gaps: Annotated[
        bool,
        typer.Option("--gaps", metavar="", help="Chỉ những nhiệm vụ và đơn vị chưa nêu số tiền."),
    ] = False,
    plan: PlanOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="DẠNG",
            parser=one_of(FORMATS),
            help="Soạn bảng tổng hợp gửi Sở Tài chính thay cho in ra: docx, xlsx, pdf, html, md.",
        ),
    ] = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Cộng kinh phí của một năm theo cơ quan, nhiệm vụ, cấp, loại, nguồn; chỉ ra chỗ còn thiếu.

    Ví dụ: kehoach money --year 2027 · kehoach money --year 2027 --gaps ·
    kehoach money --year 2027 --to docx --to xlsx
    """
    if to and (gaps or form != "text"):
        raise typer.BadParameter("--to soạn cả bảng tổng hợp, không dùng cùng --gaps và --format")
    if to:
        return _write(root, as_of, year, plan, to=to, out=out, force=force)
    from kehoach_cli.drafting.questions.money import money_view

    inquiry = open_inquiry(root, as_of, plan=plan, period=str(year))
    view = money_view(inquiry.ws, inquiry.progress, plan=plan, gaps_only=gaps)
    return reply(inquiry, view, form)


def _write(
    root: Path | None,
    as_of: date | None,
    year: int,
    plan: str | None,
    *,
    to: list[str],
    out: Path,
    force: bool,
) -> int:
    """Write the table for the finance agency; 1 where senders' reports have errors."""
    from kehoach_cli.drafting.budget_document import KIND, budget_document
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of)
    errors, has_bad_reports = errors_in(context, known_plans(context, [plan] if plan else []))
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=str(year), plan=plan)
    document = budget_document(context.ws, progress, plan=plan)
    name = f"{KIND}-{year}" + (f"-{plan}" if plan else "")
    say_written(write_documents(context, {name: document}, formats=to, out=out, force=force))
    return exits.FOUND if has_bad_reports else exits.CLEAN
