"""Drawn rules under the issuer, the motto and the title.

A rule is the border of an empty paragraph whose indents leave exactly the length wanted: Word and
LibreOffice draw it alike, and it moves with its text. Source: NĐ 30/2020, PL I, II.1.b, II.2.b,
II.5.b (as long as the tiêu ngữ; 1/3 to 1/2 of the line under the others, balanced).
"""

from __future__ import annotations

from kehoach_cli.document.blocks import Role
from kehoach_cli.writers.docx.styles import Look, Style, Styles
from kehoach_cli.writers.docx.widths import text_width, wrapped
from kehoach_cli.writers.docx.xml import Xml, paragraph

SHARE = 0.42
"""Length of a rule to its line: between 1/3 and 1/2, whatever the rounding."""


def as_set(text: str, look: Look) -> str:
    """The letters that the style prints."""
    return text.upper() if look.caps else text


def width_of(text: str, styles: Styles, name: Role | Style) -> int:
    """Twips that the text takes in the style."""
    look = styles.look(name)
    return text_width(as_set(text, look), look.size_pt, bold=look.bold)


def rule_under(text: str, styles: Styles, name: Role | Style, room: int) -> int:
    """Length of the rule under the last of the lines that ``text`` makes in ``room`` twips."""
    look = styles.look(name)
    lines = wrapped(as_set(text, look), look.size_pt, room, bold=look.bold)
    return round(SHARE * width_of(lines[-1], styles, name)) if lines else 0


def rule(style_id: str, length: int, room: int) -> Xml:
    """A rule of ``length`` twips in the middle of ``room`` twips."""
    left = max(0, (room - length) // 2)
    right = max(0, room - length - left)
    return paragraph(style_id, indents=(left, right))
