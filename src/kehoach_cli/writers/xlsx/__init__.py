"""``Document`` → .xlsx: its tables for whoever goes on calculating, a sheet each; no other text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kehoach_cli.document.frame import Document


def write(document: Document, out: BinaryIO, reference: Path | bytes) -> None:  # noqa: ARG001 - looks of a page
    """Writes the file; the same document gives the same bytes.

    Raises:
        OutputError: The document has no table, or a text that no cell can hold.
    """
    from kehoach_cli.writers.xlsx.book import assemble  # noqa: PLC0415 - xlsxwriter: +60 ms

    out.write(assemble(document))
