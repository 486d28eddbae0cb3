"""Showing blocks of a document on the screen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO, TypeVar

from kehoach_cli.cli.opening import wants_colour

if TYPE_CHECKING:
    from kehoach_cli.document.blocks import Block

T = TypeVar("T")

PIPE_WIDTH = 160
"""Columns where nobody says how wide the screen is: files and pipes."""
PLAIN_TERMINALS = {"dumb", "unknown"}
"""What editors and readers of the screen call themselves that show letters and nothing else."""


def print_blocks(blocks: Iterable[Block], stream: TextIO) -> None:
    """Paragraphs and tables in the width of the terminal, wider in a file or pipe.

    Only a terminal gets colours and bars, and only one that says it can show them.
    """
    from kehoach_cli.writers.terminal import plain_text, write_terminal

    if not stream.isatty():
        stream.write(plain_text(blocks, PIPE_WIDTH))
    elif os.environ.get("TERM") in PLAIN_TERMINALS:
        stream.write(plain_text(blocks, _width()))
    else:
        from rich.console import Console

        console = Console(
            file=stream,
            width=_width(),
            no_color=not wants_colour(is_terminal=True),
            force_terminal=True,
            highlight=False,
        )
        write_terminal(blocks, console)


def _width() -> int:
    """The columns of the terminal; older Windows consoles go to the next line after a full one."""
    return shutil.get_terminal_size().columns - (os.name == "nt")


def stepping(items: Iterable[T], words: str, total: int | None = None) -> Iterator[T]:
    """The items one by one, with a bar that shows how far it is; only on a terminal.

    ``total``: how many there are, where the items cannot tell.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, words, total, console=console, transient=True)
