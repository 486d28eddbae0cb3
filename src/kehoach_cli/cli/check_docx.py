"""``kehoach check-docx``: does a Word file keep the form that the decree asks for?"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.opening import manual_of, wants_colour, working
from kehoach_cli.cli.options import FindingsForm, Strict, read_path
from kehoach_cli.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from kehoach_cli.exchange.docx.checking import Checked
    from kehoach_cli.reporters.base import Summary

RULE_SET = "nd30-2020"


def command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="TỆP", parser=read_path, help="Các tệp .docx cần kiểm tra."),
    ],
    *,
    form: FindingsForm = "text",
    strict: Strict = False,
) -> int:
    """Kiểm tra thể thức của tệp Word theo Nghị định 30/2020; không sửa tệp.

    Số sau tên tệp là số thứ tự của đoạn văn, đếm cả đoạn trong bảng.

    Ví dụ: kehoach check-docx ke-hoach.docx · kehoach check-docx build/*.docx --format json
    """
    from kehoach_cli.reporters import REPORTERS
    from kehoach_cli.rules.run import worded

    with working("đang kiểm tra"):
        checked = {path.as_posix(): _check(path) for path in files}
    found = worded(fault for one in checked.values() for fault in one.faults)
    sys.stdout.write(
        REPORTERS[form](
            found,
            _summary(found, checked),
            lambda file, line: _line(checked, file, line),
            colour=wants_colour(sys.stdout.isatty()),
            manual=manual_of,
        )
    )
    weighs = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return exits.FOUND if any(one.severity in weighs for one in found) else exits.CLEAN


def _check(path: Path) -> Checked:
    from kehoach_cli.exchange.docx.checking import check, unreadable
    from kehoach_cli.exchange.docx.ruleset import rule_set
    from kehoach_cli.exchange.package import WORD

    name = path.as_posix()
    try:
        with path.open("rb") as opened:
            data = opened.read(WORD.file + 1)  # what a device or a pipe gives may never end
        return check(data, name, rule_set(RULE_SET))
    except OSError as error:
        reasons = (reason for kind, reason in _REASONS if isinstance(error, kind))
        return unreadable(name, next(reasons, "io-error"))


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "missing"),
    (NotADirectoryError, "missing"),
    (PermissionError, "no-permission"),
    (IsADirectoryError, "directory"),
)


def _line(checked: Mapping[str, Checked], file: str, line: int) -> str:
    lines = checked[file].lines
    return lines[line - 1] if 1 <= line <= len(lines) else ""


def _summary(found: Sequence[Diagnostic], checked: Mapping[str, Checked]) -> Summary:
    from kehoach_cli.exchange.docx.checking import LARGE, UNREADABLE
    from kehoach_cli.reporters.base import Summary

    def count(severity: Severity) -> int:
        return sum(one.severity == severity for one in found)

    return Summary(
        errors=count(Severity.ERROR),
        warnings=count(Severity.WARNING),
        infos=count(Severity.INFO),
        files=len(checked),
        plans=0,
        tasks=0,
        commitments=0,
        unchecked=tuple(one.span.file for one in found if one.name in {LARGE, UNREADABLE}),
    )
