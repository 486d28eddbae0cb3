"""What an unknown word probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach_cli.vn.text import nearest


def meant(name: str, known: Iterable[str]) -> str:
    """The end of a sentence on an unknown name: the nearest known one, else all there are."""
    choices = tuple(known)
    near = nearest(name, choices)
    return f"; có phải là «{near}»" if near else f"; có: {', '.join(choices)}"
