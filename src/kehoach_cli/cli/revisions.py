"""What commands on revisions do alike: the repository, its workspaces, what could not be read."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.opening import working
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.drafting.questions.view import View
    from kehoach_cli.gitlog import Repository
    from kehoach_cli.workspace import Workspace

WORK_TREE = "tệp trên đĩa"

BaseOption = Annotated[
    str,
    typer.Option("--base", metavar="BẢN", help="Nhánh, thẻ hoặc commit để so, ví dụ origin/main."),
]


@frozen
class Revision:
    """A workspace as of a commit; ``name`` is what the user called it."""

    name: str
    commit: str
    ws: Workspace


def read(repository: Repository, name: str, *, from_fork: bool = False) -> Revision:
    """The workspace at that revision; what cannot be read in it is said.

    ``from_fork``: at the point where the checked-out branch left it.
    """
    from kehoach_cli.gitlog import common_ancestor, read_revision, resolve

    commit = resolve(repository, name)
    if from_fork:
        commit = common_ancestor(repository, commit)
    with working("đang đọc lịch sử"):
        ws = read_revision(repository, commit)
    say_unread(ws, f"{name} ({commit[:7]})")
    return Revision(name, commit, ws)


def say_unread(ws: Workspace, name: str) -> None:
    """Say which files of a side are broken, so that nobody takes their things for gone."""
    broken = sorted(path for path, source in ws.sources.items() if source.is_broken)
    there = [path for path in broken if path in ws.paths and ws.settings is not None]
    if there:
        sys.stderr.write(f"Không đọc được ở {name}: {', '.join(there)}; không so các tệp này.\n")


def show(view: View, form: str) -> None:
    """The view as text, Markdown or JSON."""
    from kehoach_cli.writers.markdown.page import write_text

    if form == "json":
        sys.stdout.write(json.dumps(view.data, ensure_ascii=False, indent=2) + "\n")
    elif form == "md":
        sys.stdout.write(write_text(view.blocks))
    else:
        print_blocks(view.blocks, sys.stdout)
