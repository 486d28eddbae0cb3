"""What all commands that write records do alike: reading, closed periods, errors, writing."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.opening import find_all
from kehoach_cli.diagnostics import Diagnostic, Severity
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.model.fields import Entity
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import Located, PlanFolder
    from kehoach_cli.workspace.records import Change

PeriodArgument = Annotated[
    str, typer.Argument(metavar="KỲ", help="Kỳ báo cáo: 2027, 2027-h1, 2027-q3 …")
]

_REPORT = re.compile(r"data/plans/([^/]+)/progress/([^/]+)/")
_PLAN = re.compile(r"data/plans/([^/]+)/")


def read_number(text: str) -> str:
    """Number and symbol of a document, as data files hold them."""
    from kehoach_cli.model.fields import EXPECTED_BY_PATTERN, NUMBER_PATTERN

    number = unicodedata.normalize("NFC", text.strip())
    if not re.fullmatch(NUMBER_PATTERN, number) or not number.isprintable():
        raise typer.BadParameter(f"«{text}» không phải là {EXPECTED_BY_PATTERN[NUMBER_PATTERN]}")
    return number


def read_words(text: str) -> str:
    """A line of words: composed, single spaces, nothing that cannot be seen."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if not words or not words.isprintable():
        raise typer.BadParameter(f"«{text}» phải là một dòng chữ")
    return words


def place_of(context: Context, item: Located[Entity]) -> str:
    """«data/plans/…/receipts.yaml:12»: where the entity begins."""
    span = context.locator.span(item.at())
    return f"{span.file}:{span.line}"


def folders_of(context: Context, plans: Collection[str]) -> tuple[PlanFolder, ...]:
    """The folders of those plans."""
    return tuple(folder for folder in context.ws.folders if folder.id in plans)


def refuse_closed(context: Context, folders: Iterable[PlanFolder], period_id: str) -> None:
    """Raise ``OutputError`` where the period is closed for one of the plans."""
    from kehoach_cli.progress.closings import closing_over
    from kehoach_cli.vn.dates import format_day

    for folder in folders:
        closing = closing_over(context.ws, folder, period_id)
        if closing is not None:
            raise OutputError(
                f"kỳ {closing.value.period} của kế hoạch «{folder.id}» đã chốt ngày "
                f"{format_day(closing.value.closed)} (ghi ở {place_of(context, closing)})",
                f"mở lại kỳ bằng văn bản: kehoach period reopen {closing.value.period} …",
            )


def errors_against_closing(
    context: Context, plans: Collection[str], period_id: str
) -> list[Diagnostic]:
    """Errors in what is closed, and in what says who had to report.

    Reports of periods that do not lie in the closed one do not matter.
    """
    from kehoach_cli.progress.closings import covers

    def matters(file: str) -> bool:
        if report := _REPORT.match(file):
            return report[1] in plans and covers(context.ws, period_id, report[2])
        plan = _PLAN.match(file)
        return plan is None or plan[1] in plans

    found = find_all(context)
    return [one for one in found if one.severity is Severity.ERROR and matters(one.span.file)]


def write_changes(context: Context, changes: Iterable[Change]) -> None:
    """Write all of them; every text is made and proven before the first byte is written."""
    from kehoach_cli.workspace.records import changed_text

    write_texts(context, {one.file: changed_text(context.ws, one) for one in changes})


def write_texts(context: Context, texts: Mapping[str, str]) -> None:
    """Write whole files of the workspace by their paths in it, all or none, and name each."""
    from kehoach_cli.cli.storing import store

    store(context.ws, texts)
    for file in texts:
        sys.stdout.write(f"Đã ghi {file}\n")
