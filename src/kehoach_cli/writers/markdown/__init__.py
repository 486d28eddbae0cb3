"""``Document`` → .md: CommonMark with the tables of GFM, for reading, searching and comparing."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kehoach_cli.document.frame import Document
from kehoach_cli.writers.markdown.page import page


def write(document: Document, out: BinaryIO, reference: Path | bytes) -> None:  # noqa: ARG001 - looks of Word
    """Writes the file; the same document gives the same bytes.

    Raises:
        OutputError: The document holds a character that no page can hold.
    """
    out.write(page(document).encode())
