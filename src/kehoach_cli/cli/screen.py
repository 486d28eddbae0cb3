"""Showing blocks of a document on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from kehoach_cli.cli.opening import wants_colour

if TYPE_CHECKING:
    from kehoach_cli.document.blocks import Block

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
