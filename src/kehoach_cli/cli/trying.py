"""Trying a change before it is written: the workspace as it would be, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kehoach_cli.cli.opening import find_all
from kehoach_cli.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from kehoach_cli.rules.base import Context


def tried(context: Context, texts: Mapping[str, str]) -> Context:
    """The workspace with these whole texts in place of its files; nothing is written."""
    from kehoach_cli.rules.base import Context
    from kehoach_cli.workspace import load

    root = context.ws.root
    held = {
        path: (root / path).read_bytes() if path in context.ws.sources else b""
        for path in context.ws.paths
        if (root / path).is_file() and path not in context.ws.unread
    }
    held |= {path: text.encode("utf-8") for path, text in texts.items()}
    return Context(load(root, held), context.as_of)


def new_errors(before: Context, after: Context) -> list[Diagnostic]:
    """Errors that only the change brings; the line may have moved."""
    known = {(one.code, one.span.file, one.message) for one in find_all(before)}
    return [
        one
        for one in find_all(after)
        if one.severity is Severity.ERROR and (one.code, one.span.file, one.message) not in known
    ]
