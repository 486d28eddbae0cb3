"""``Document`` → .docx in the form of NĐ 30/2020/NĐ-CP, with the looks of a reference file."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kehoach_cli.document.frame import Document


def write(document: Document, out: BinaryIO, reference: Path | bytes) -> None:
    """Writes the file; the same document and reference give the same bytes.

    Raises:
        TemplateError: The reference cannot be read or lacks a style.
        OutputError: The document holds a character that XML cannot hold.
    """
    from kehoach_cli.writers.docx.package import assemble  # noqa: PLC0415 - python-docx: +83 ms

    out.write(assemble(document, reference))
