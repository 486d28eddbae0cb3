"""``kehoach check-change``: what changed that must not, or only through a record."""

from __future__ import annotations

import posixpath
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.opening import as_text, open_context, wants_colour, working
from kehoach_cli.cli.options import FindingsForm, Root
from kehoach_cli.cli.revisions import BaseOption, read
from kehoach_cli.cli.selection import known_agency
from kehoach_cli.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.gitlog import Repository
    from kehoach_cli.rules.base import Context


def command(
    base: BaseOption,
    *,
    sender: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="MÃ", help="Người sửa là đơn vị báo cáo này: chỉ được sửa tệp của mình."
        ),
    ] = None,
    form: FindingsForm = "text",
    root: Root = None,
) -> int:
    """Soát thay đổi so với nhánh chính: chỗ nào không được sửa, hoặc phải có văn bản mới được sửa.

    Lời văn của kế hoạch đã ban hành, thời hạn ban đầu, kỳ đã chốt chỉ đổi qua bản ghi cho phép (sửa
    đổi, gia hạn, mở lại kỳ). Ai được sửa gì: docs/quyen-sua.md.

    Ví dụ: kehoach check-change --base HEAD · kehoach check-change --base HEAD~1 --as so-yt
    """
    from kehoach_cli.gitlog import find_repository
    from kehoach_cli.rules.changing import refusals
    from kehoach_cli.rules.run import worded

    context = open_context(root, None)
    repository = find_repository(context.ws.root)
    old = read(repository, base, from_fork=True)
    limited = _limited(context, sender)
    with working("đang kiểm tra"):
        touched = list(_touched(repository, old.commit))
        found = worded(refusals(old.ws, context.ws, touched, limited), context)
    sys.stdout.write(as_text(context, found, form, colour=wants_colour(sys.stdout.isatty())))
    return exits.FOUND if any(one.severity is Severity.ERROR for one in found) else exits.CLEAN


def _limited(context: Context, sender: str | None) -> str | None:
    """Whose files alone may change; the focal agency keeps them all."""
    if sender is None:
        return None
    settings = context.ws.settings
    if known_agency(context, sender) == (settings.value.focal if settings else None):
        return None
    return sender


def _touched(repository: Repository, commit: str) -> Iterator[tuple[str, str]]:
    """Every file of the repository that differs, its path as seen from the workspace."""
    from kehoach_cli.gitlog import changed_files

    for one in changed_files(repository, commit):
        yield posixpath.relpath(one.path, repository.prefix or "."), one.kind
