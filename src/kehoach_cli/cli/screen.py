"""Showing blocks of a document on the screen."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

from kehoach_cli.cli.opening import wants_colour

if TYPE_CHECKING:
    from kehoach_cli.document.blocks import Block

T = TypeVar("T")

PIPE_WIDTH = 160
"""Columns where nobody says how wide the screen is: files and pipes."""


def print_blocks(blocks: Iterable[Block], stream: TextIO) -> None:
    """Paragraphs and tables in the width of the terminal, wider in a file or pipe."""
    from rich.console import Console

    from kehoach_cli.writers.terminal import write_terminal

    is_terminal = stream.isatty()
    console = Console(
        file=stream,
        width=None if is_terminal else PIPE_WIDTH,
        no_color=not wants_colour(is_terminal),
        force_terminal=is_terminal,
        highlight=False,
        soft_wrap=False,
    )
    write_terminal(blocks, console)


def stepping(items: Sequence[T], words: str) -> Iterator[T]:
    """The items one by one, with a bar that shows how far it is; only on a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=words, console=Console(stderr=True), transient=True)
