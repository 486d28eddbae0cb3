"""What all commands that write documents do alike: who may go on, rendering, writing, exit code."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.opening import find_all, show_findings, working
from kehoach_cli.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from kehoach_cli.document.frame import Document
    from kehoach_cli.rules.base import Context

REFERENCE = "reference.docx"
PDF = "pdf"
"""The format that no writer makes, but LibreOffice of the .docx."""

_PROGRESS = re.compile(r"data/plans/[^/]+/progress/")
_PLAN = re.compile(r"data/plans/([^/]+)/")


def errors_in(context: Context, plans: Collection[str]) -> tuple[list[Diagnostic], bool]:
    """Errors that forbid a document of these plans, and whether progress files have any.

    A progress file with errors does not stop a document: its sender is named, there and here.
    """
    errors = [
        one for one in find_all(context) if one.severity is Severity.ERROR and _concerns(one, plans)
    ]
    drawn_on = [one for one in errors if not _PROGRESS.match(one.span.file)]
    bad = dict.fromkeys(one.span.file for one in errors if _PROGRESS.match(one.span.file))
    if bad:
        named = ", ".join(_sender_of(context, file) for file in bad)
        sys.stderr.write(f"Báo cáo có lỗi: {named}; xem: kehoach validate\n")
    return drawn_on, bool(bad)


def _sender_of(context: Context, file: str) -> str:
    """«Sở Y tế (kỳ 2027)», by the path of its file."""
    from kehoach_cli.drafting.wording import short_name_of

    *_, period, name = file.split("/")
    return f"{short_name_of(context.ws, name.partition('.')[0])} (kỳ {period})"


def _concerns(one: Diagnostic, plans: Collection[str]) -> bool:
    match = _PLAN.match(one.span.file)
    return match is None or match[1] in plans


def refuse(context: Context, errors: list[Diagnostic]) -> int:
    """Say why nothing is written."""
    show_findings(context, errors, to_stderr=True)
    sys.stderr.write("Chưa xuất văn bản nào: hãy sửa các lỗi trên rồi chạy lại.\n")
    return exits.FOUND


def known_plans(context: Context, wanted: Collection[str]) -> tuple[str, ...]:
    """The plans' ids, all of them when none is asked for."""
    known = [folder.id for folder in context.ws.folders]
    for name in wanted:
        if name not in known:
            raise typer.BadParameter(
                f"không có kế hoạch «{name}»; các kế hoạch: {', '.join(known) or 'chưa có'}"
            )
    return tuple(wanted or known)


def write_documents(
    context: Context,
    documents: Mapping[str, Document],
    *,
    formats: Collection[str],
    out: Path,
    force: bool,
) -> list[Path]:
    """Render each document in each format and write all of them, or none."""
    from kehoach_cli.cli.output import write_all
    from kehoach_cli.drafting.templates import resource
    from kehoach_cli.writers import WRITERS

    def written(document: Document, form: str) -> bytes:
        data = BytesIO()
        WRITERS[form].write(document, data, reference)
        return data.getvalue()

    files = {}
    with working("đang xuất văn bản"):
        reference = resource(REFERENCE, context.ws.root)
        for form in formats:
            if form == PDF:
                made = _printed(documents, written)
            else:
                made = {name: written(one, form) for name, one in documents.items()}
            files.update({f"{name}.{form}": data for name, data in made.items()})
    return write_all(out, files, force=force)


def _printed(
    documents: Mapping[str, Document], written: Callable[[Document, str], bytes]
) -> dict[str, bytes]:
    """The documents as LibreOffice prints them."""
    from kehoach_cli.cli.office import Printable, to_pdf

    return to_pdf(
        {
            name: Printable(written(one, "docx"), one.properties.created)
            for name, one in documents.items()
        }
    )


def say_written(paths: list[Path]) -> None:
    """Name each written file."""
    for path in paths:
        sys.stdout.write(f"Đã ghi {path}\n")
