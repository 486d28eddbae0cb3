"""Widths of text as Word sets it: how long a rule must be, where a line breaks."""

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


def wrapped(text: str, size_pt: float, width: int, *, bold: bool) -> tuple[str, ...]:
    """The lines that ``text`` makes in ``width`` twips; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size_pt, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def balanced(text: str, size_pt: float, width: int, *, bold: bool) -> int:
    """The smallest width, in twips and at most ``width``, that makes no more lines than it."""
    count = len(wrapped(text, size_pt, width, bold=bold))
    low, high = 0, width
    while high - low > TWIPS_PER_POINT:
        middle = (low + high) // 2
        lines = wrapped(text, size_pt, middle, bold=bold)
        fits = all(text_width(line, size_pt, bold=bold) <= middle for line in lines)
        low, high = (low, middle) if fits and len(lines) <= count else (middle, high)
    return high
