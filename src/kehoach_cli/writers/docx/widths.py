"""Widths of text as Word sets it: how long a rule must be, what fits on a line."""

from __future__ import annotations

from kehoach_cli.writers.docx.advances import BOLD, REGULAR, UNITS_PER_EM

TWIPS_PER_POINT = 20
_ADVANCES = {
    bold: {letter: advance for advance, letters in rows for letter in letters}
    for bold, rows in ((False, REGULAR), (True, BOLD))
}
_UNKNOWN = UNITS_PER_EM // 2


def text_width(text: str, size_pt: float, *, bold: bool) -> int:
    """Twips from the first to the last letter; a letter not in the table counts half an em."""
    advances = _ADVANCES[bold]
    units = sum(advances.get(letter, _UNKNOWN) for letter in text)
    return round(units * size_pt * TWIPS_PER_POINT / UNITS_PER_EM)
