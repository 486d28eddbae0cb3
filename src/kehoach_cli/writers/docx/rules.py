"""Drawn rules under the issuer, the motto and the title.

A rule is the border of an empty paragraph whose indents leave exactly the length wanted: Word and
LibreOffice draw it alike, and it moves with its text. Source: NĐ 30/2020, PL I, II.1.b, II.2.b,
II.5.b (as long as the tiêu ngữ; 1/3 to 1/2 of the line under the others, balanced).
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_cli.document.blocks import Role
from kehoach_cli.document.styles import Style
from kehoach_cli.writers.docx.phrases import phrases
from kehoach_cli.writers.docx.styles import Look, Styles
from kehoach_cli.writers.docx.widths import text_width
from kehoach_cli.writers.docx.xml import Xml, paragraph, run

SHARE = 0.42
"""Length of a rule to its line: between 1/3 and 1/2, whatever the rounding."""

_SLACK = 60
"""Twips that a line may be longer in another program before it breaks once more."""


def width_of(text: str, styles: Styles, name: Role | Style) -> int:
    """Twips that the text takes in the style."""
    return _width(text, styles.look(name))


def lines_of(text: str, styles: Styles, name: Role | Style, room: int) -> tuple[str, ...]:
    """The lines in which the style sets the text in ``room`` twips, each a phrase if it can be."""
    look = styles.look(name)
    return phrases(text, room - _SLACK, lambda line: _width(line, look))


def _width(text: str, look: Look) -> int:
    letters = text.upper() if look.caps else text
    return text_width(letters, look.size_pt, bold=look.bold)


def rule_under(lines: Sequence[str], styles: Styles, name: Role | Style) -> int:
    """Length of the rule under the last of the printed lines."""
    return round(SHARE * width_of(lines[-1], styles, name)) if lines else 0


def rule(style_id: str, length: int, room: int) -> Xml:
    """A rule of ``length`` twips in the middle of ``room`` twips."""
    return paragraph(style_id, indents=_centred(length, room))


def boxed(style_id: str, text: str, width: int, room: int) -> Xml:
    """Words in a frame ``width`` twips wide in the middle of ``room`` twips."""
    return paragraph(style_id, run(text), indents=_centred(width, room))


def _centred(width: int, room: int) -> tuple[int, int]:
    """The indents that leave this width in the middle."""
    left = max(0, (room - width) // 2)
    return left, max(0, room - width - left)
