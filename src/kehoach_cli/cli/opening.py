"""Opening the workspace for a command: root, clock, findings, and who may go on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Counts, Diagnostic, Severity
from kehoach_cli.errors import WorkspaceNotFound
from kehoach_cli.source.disk import find_root

if TYPE_CHECKING:
    from kehoach_cli.reporters import Manual, Summary
    from kehoach_cli.reporters.base import LineOf
    from kehoach_cli.rules.base import Context


def open_context(root: Path | None, as_of: date | None, *, to_write: bool = False) -> Context:
    """The workspace at ``root`` (or above the current folder) and the day to look at it.

    ``to_write``: no other command writes into it until this one ends.
    """
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import load

    folder = open_folder(root, to_write=to_write)
    with working("đang đọc dữ liệu"):
        return Context(load(folder), as_of or today())


def open_folder(root: Path | None, *, to_write: bool = False) -> Path:
    """The folder of the workspace at ``root``, or above the current folder; nothing is read yet."""
    from kehoach_cli.cli.storing import make_ready

    folder = _given(root) if root else find_root(Path.cwd())
    make_ready(folder, to_write=to_write)
    return folder


def today() -> date:
    """The day where the office stands; a machine's own zone is what people see on its clock."""
    return datetime.now(UTC).astimezone().date()


def _given(root: Path) -> Path:
    folder = root.resolve()
    if find_root(folder) != folder:
        raise WorkspaceNotFound(f"«{root}» không có kehoach.yaml", "chỉ đúng thư mục làm việc")
    return folder


def find_all(context: Context) -> list[Diagnostic]:
    """All findings of the workspace."""
    from kehoach_cli.rules.run import findings

    with working("đang kiểm tra"):
        return findings(context)


@contextmanager
def working(words: str) -> Iterator[None]:
    """Show on a terminal that something goes on; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(words):
        yield


def summarise(counts: Counts, unchecked: Sequence[str], found: Sequence[Diagnostic]) -> Summary:
    """How much was found in how much."""
    from kehoach_cli.reporters.base import Summary

    def count(severity: Severity) -> int:
        return sum(one.severity == severity for one in found)

    return Summary(
        errors=count(Severity.ERROR),
        warnings=count(Severity.WARNING),
        infos=count(Severity.INFO),
        files=counts.files,
        plans=counts.plans,
        tasks=counts.tasks,
        commitments=counts.commitments,
        unchecked=tuple(unchecked),
    )


def show_findings(context: Context, found: Sequence[Diagnostic], *, to_stderr: bool) -> None:
    """Print findings as text."""
    stream = sys.stderr if to_stderr else sys.stdout
    stream.write(as_text(context, found, "text", colour=wants_colour(stream.isatty())))


def as_text(context: Context, found: Sequence[Diagnostic], form: str, *, colour: bool) -> str:
    """Findings in one of the reporters' forms."""
    from kehoach_cli.source.spans import Locator

    summary = summarise(context.facts.counts, context.facts.unchecked, found)
    line_of = Locator(context.text_of).line
    return in_form(form, found, summary, line_of, root=context.ws.root, colour=colour)


def in_form(
    form: str,
    found: Sequence[Diagnostic],
    summary: Summary,
    line_of: LineOf,
    *,
    root: Path,
    colour: bool,
) -> str:
    """The same, whether the workspace is at hand or not."""
    from kehoach_cli.reporters import REPORTERS

    above = _above(root)
    return REPORTERS[form](found, summary, line_of, colour=colour, manual=manual_of, above=above)


def manual_of(code: str) -> Manual:
    """The page of the rule with that code."""
    from kehoach_cli.reporters import Manual
    from kehoach_cli.rules import RULES
    from kehoach_cli.rules.page import page

    text = next((page(rule) for rule in RULES if code == rule.CODE), "")
    return Manual(text.partition("\n")[0].rstrip("."), text)


def _above(root: Path) -> str:
    """The way from the top of the repository that holds the workspace, "" or with «/» at its end.

    A repository is known by ``.git``, a folder or (in a worktree) a file; without one the
    workspace is the top.
    """
    here = root.resolve()
    top = next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
    way = here.relative_to(top).as_posix()
    return "" if way == "." else f"{way}/"


def wants_colour(is_terminal: bool) -> bool:  # noqa: FBT001 - the one thing it is asked
    """Colour on a terminal, unless the user said no (https://no-color.org)."""
    import os

    return is_terminal and not os.environ.get("NO_COLOR")
