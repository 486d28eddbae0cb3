"""HTML as text of a type of its own: only ``words`` makes some of a user's text, escaped.

``el`` takes nothing but ``Html``, so the type checker sees to it that no text becomes markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

from kehoach_cli.document.blocks import Text

Html = NewType("Html", str)

_VOID = frozenset(("meta", "br", "col", "img"))
_INLINE = frozenset(("strong", "em", "span", "td", "th"))
"""Elements that no line ends after; all others are easier to read, and compare, line by line."""


def el(tag: str, *children: Html, **attributes: str | int | None) -> Html:
    """An element; an attribute that is ``None`` is left out, ``css`` stands for ``class``."""
    shown = "".join(
        f' {"class" if key == "css" else key}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    end = "" if tag in _VOID else f"{''.join(children)}</{tag}>"
    after = "" if tag in _INLINE else "\n"
    return Html(f"<{tag}{shown}>{end}{after}")


def words(text: str) -> Html:
    """Text as it is; a line end becomes a line break."""
    return Html("<br>".join(escape(line) for line in text.split("\n")))


def runs(inlines: Iterable[Text]) -> Html:
    """Runs of text with their looks."""
    return Html("".join(_run(run) for run in inlines))


def _run(run: Text) -> Html:
    shown = words(run.text)
    if run.italic:
        shown = el("em", shown)
    return el("strong", shown) if run.bold else shown


def lines(css: str, texts: Iterable[str]) -> Html:
    """A paragraph of that class for each text."""
    return Html("".join(el("p", words(text), css=css) for text in texts))
