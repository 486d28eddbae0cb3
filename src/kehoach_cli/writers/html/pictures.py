"""A ``Picture`` as a figure whose image is part of the page, so that the page stands alone."""

from __future__ import annotations

from base64 import b64encode

from kehoach_cli.document.blocks import Picture
from kehoach_cli.document.picture_words import alternative, caption_line
from kehoach_cli.writers.html.elements import Html, el, words
from kehoach_cli.writers.pictures import draw


def figure(content: Picture, turns: str = "") -> Html:
    """The drawing, what it says for those who cannot see it, and the caption below."""
    image = draw(content.drawing)
    shown = el(
        "img",
        src=f"data:image/png;base64,{b64encode(image.png).decode()}",
        alt=alternative(content),
        style=f"width:{image.width_mm:g}mm",
    )
    return el(
        "figure", shown, el("figcaption", words(caption_line(content))), css=turns.strip() or None
    )
