"""How cells look: one format of the workbook for each look that is used."""

from __future__ import annotations

from dataclasses import field

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kehoach_cli.frozen import frozen

FONT = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": False}


@frozen
class Look:
    """What tells one format from another; ``number`` is Excel's number format."""

    align: str = "left"
    number: str = ""
    bold: bool = False
    italic: bool = False
    filled: bool = False
    is_typed_text: bool = False  # stays text when someone edits the cell
    is_framed: bool = True
    wraps: bool = True  # where it is framed; else the text goes on over the empty cells beside it


@frozen
class Formats:
    """The formats of one workbook, made when first asked for."""

    book: Workbook
    _made: dict[Look, Format] = field(default_factory=dict)

    def of(self, look: Look) -> Format:
        """The format of that look."""
        made = self._made.get(look)
        if made is None:
            made = self._made[look] = self.book.add_format(_properties(look))
        return made


def _properties(look: Look) -> dict[str, object]:
    found: dict[str, object] = {**FONT, "bold": look.bold, "italic": look.italic}
    if look.is_framed:
        found |= {"border": 1, "align": look.align, "valign": "vcenter", "text_wrap": look.wraps}
    if look.number:
        found["num_format"] = look.number
    if look.filled:
        found["bg_color"] = "#EDEDED"
    if look.is_typed_text:
        found["quote_prefix"] = True
    return found
