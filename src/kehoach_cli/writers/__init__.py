"""A ``Document`` becomes bytes: one file or folder per format, one line each in ``WRITERS``.

Writers ask nothing about plans and never open a file to write.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Protocol

from kehoach_cli.document.frame import Document
from kehoach_cli.writers import docx, html, markdown, xlsx


class Writer(Protocol):
    """What a module of this room must have to be a format."""

    def write(self, document: Document, out: BinaryIO, reference: Path | bytes) -> None:
        """Writes the whole file; ``reference`` carries the looks.

        Raises:
            TemplateError: The reference cannot be read or lacks a style.
            OutputError: The document holds a character that no file of this format can hold.
        """


WRITERS: dict[str, Writer] = {"docx": docx, "xlsx": xlsx, "html": html, "md": markdown}
"""Formats by the name that the command line uses."""
