"""Pictures: drawn and put into the package first, then placed in the text with their captions."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

from docx.parts.document import DocumentPart

from kehoach_cli.document.blocks import Block, Picture
from kehoach_cli.document.picture_words import alternative, caption_line
from kehoach_cli.document.styles import Style
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Xml, paragraph, picture, run
from kehoach_cli.writers.pictures import draw

_EMU_PER_MM = 36_000
_EMU_PER_TWIP = 635


@frozen
class Stored:
    """A picture in the package: its relationship, its number there, its size in EMU."""

    relationship: str
    number: int
    across: int
    down: int


def store(blocks: Iterable[Block], part: DocumentPart) -> Mapping[Picture, Stored]:
    """Draws the pictures and puts each into the package."""
    wanted = dict.fromkeys(block for block in blocks if isinstance(block, Picture))
    return {one: _stored(one, number, part) for number, one in enumerate(wanted, start=1)}


def _stored(one: Picture, number: int, part: DocumentPart) -> Stored:
    image = draw(one.drawing)
    relationship, _ = part.get_or_add_image(io.BytesIO(image.png))
    size = (round(side * _EMU_PER_MM) for side in (image.width_mm, image.height_mm))
    return Stored(relationship, number, *size)


def place(
    one: Picture, stored: Stored, styles: Styles, room: int, *, keep: bool = False
) -> Iterator[Xml]:
    """The picture, no wider than ``room`` twips, and below it on the same page its caption."""
    share = min(1.0, room * _EMU_PER_TWIP / stored.across)
    extent = (round(stored.across * share), round(stored.down * share))
    shown = picture(stored.relationship, stored.number, one.name, alternative(one), extent)
    yield paragraph(styles[Style.PICTURE], shown, keep=True)
    yield paragraph(styles[Style.PICTURE_CAPTION], run(caption_line(one)), keep=keep)
