"""``kehoach validate``: every fault of the workspace's files, with its line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.checking import check
from kehoach_cli.cli.opening import in_form, open_folder, summarise, today, wants_colour
from kehoach_cli.cli.options import AsOf, FindingsForm, Root, Strict, read_path
from kehoach_cli.cli.output import append_text
from kehoach_cli.cli.plain import Outcome
from kehoach_cli.cli.remembering import is_wanted
from kehoach_cli.diagnostics import Severity, Shown


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="ĐƯỜNG_DẪN", parser=read_path, help="Chỉ hiện lỗi của các tệp, thư mục này."
        ),
    ] = None,
    *,
    form: FindingsForm = "text",
    summary: Annotated[
        Path | None,
        typer.Option(
            "--summary",
            metavar="TỆP",
            parser=read_path,
            help="Viết thêm bản tóm tắt Markdown vào cuối tệp này.",
        ),
    ] = None,
    strict: Strict = False,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Kiểm tra dữ liệu và chỉ ra từng chỗ sai: tệp, dòng, cột, cách sửa.

    Ví dụ: kehoach validate · kehoach validate data/plans/mobifone-2026-2030 --strict
    · kehoach validate --format github --summary tom-tat.md
    """
    folder = open_folder(root)
    outcome = check(folder, as_of or today(), remembers=is_wanted())
    found = _within(outcome.found, _relative(paths or [], folder))
    sys.stdout.write(_report(outcome, found, form, folder, wants_colour(sys.stdout.isatty())))
    if summary is not None:
        append_text(summary, _report(outcome, found, "markdown", folder))
    weighs = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return exits.FOUND if any(one.finding.severity in weighs for one in found) else exits.CLEAN


def _report(
    outcome: Outcome,
    shown: Sequence[Shown],
    form: str,
    root: Path,
    colour: bool = False,  # noqa: FBT001, FBT002 - as the terminal can
) -> str:
    """What was found, in one of the reporters' forms."""
    found = [one.finding for one in shown]
    lines = {(one.finding.span.file, one.finding.span.line): one.line for one in shown}
    return in_form(
        form,
        found,
        summarise(outcome.counts, outcome.unchecked, found),
        lambda file, line: lines.get((file, line), ""),
        root=root,
        colour=colour,
    )


def _relative(paths: Sequence[Path], root: Path) -> list[str]:
    """Paths as typed, relative to the workspace."""
    relative = []
    for path in paths:
        if not path.exists():
            raise typer.BadParameter(f"không có tệp hoặc thư mục «{path}»")
        if not path.resolve().is_relative_to(root.resolve()):
            raise typer.BadParameter(f"«{path}» nằm ngoài thư mục làm việc «{root}»")
        relative.append(path.resolve().relative_to(root.resolve()).as_posix())
    return relative


def _within(found: Sequence[Shown], paths: Sequence[str]) -> Sequence[Shown]:
    if not paths or "." in paths:
        return found
    return [
        one
        for one in found
        if any(f"{one.finding.span.file}/".startswith(f"{path}/") for path in paths)
    ]
