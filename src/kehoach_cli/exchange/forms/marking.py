"""The sender's own workbook with every fault in its place: a coloured cell and a comment."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Mapping
from io import BytesIO

from kehoach_cli.exchange.forms.table import letters

_FILL = "FFF4B0B0"
_STAMP = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_EARLY = rb"\g<1>1980-01-01T00:00:00Z"
_WIDTH, _HEIGHT = 320, 110  # pixels of a comment

Marks = Mapping[tuple[str, int, int], str]
"""Sheet, row and column (from 1) → what is said there."""


def marked_copy(data: bytes, marks: Marks, author: str) -> bytes:
    """A copy with the marks; all that openpyxl can keep stays as it was. Same input, same bytes.

    ``data`` is a workbook that ``reading`` has read. Marks on a sheet that it lacks go to the
    first.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - +0.2 s
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drawings and extensions that it leaves out
        book = load_workbook(BytesIO(data), keep_links=False)
        for (title, row, column), words in marks.items():
            sheet = book[title] if title in book.sheetnames else book.worksheets[0]
            place = f"{letters(column)}{row}"
            cell = next(
                (
                    sheet[one.coord.split(":")[0]]
                    for one in sheet.merged_cells.ranges
                    if place in one
                ),
                sheet[place],
            )
            cell.fill = PatternFill("solid", fgColor=_FILL)
            earlier = f"{cell.comment.text}\n" if cell.comment else ""
            cell.comment = Comment(f"{earlier}{words}", author, height=_HEIGHT, width=_WIDTH)
        out = BytesIO()
        book.save(out)
    return _stamped(out.getvalue())


def _stamped(data: bytes) -> bytes:
    """The same package without the clock that openpyxl puts into it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == _CORE:
                part = _MODIFIED.sub(_EARLY, part)
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return out.getvalue()
