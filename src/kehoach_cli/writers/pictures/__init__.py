"""``Picture`` → PNG, for the formats that can hold one.

Drawn by matplotlib, which is asked for here only and imported when there is something to draw. The
same drawing gives the same bytes with one release of matplotlib and one set of fonts.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import assert_never

from kehoach_cli.document.pictures import Bars, Drawing, Timeline
from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen

WIDTH_MM = 160
"""The text width of a portrait page (NĐ 30/2020, PL I.I.3: margins of 30 and 20 mm)."""


@frozen
class Image:
    """A PNG and how large it is meant to be."""

    png: bytes
    width_mm: float
    height_mm: float


@lru_cache(maxsize=32)
def draw(drawing: Drawing) -> Image:
    """The picture, ``WIDTH_MM`` wide and as high as its rows need; once for all formats.

    Raises:
        OutputError: matplotlib is not there.
    """
    with _unheard():
        return _drawn(drawing)


def _drawn(drawing: Drawing) -> Image:
    try:
        from kehoach_cli.writers.pictures.bars import draw_bars  # noqa: PLC0415 - matplotlib: +0.5 s
        from kehoach_cli.writers.pictures.timeline import draw_timeline  # noqa: PLC0415 - as above
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "kehoach_cli":
            raise
        raise OutputError(
            "cần thư viện matplotlib để vẽ hình mà máy này chưa có",
            "cài bằng lệnh: pip install matplotlib, hoặc xuất văn bản không kèm hình",
        ) from error
    match drawing:
        case Bars():
            return Image(*draw_bars(drawing, WIDTH_MM))
        case Timeline():
            return Image(*draw_timeline(drawing, WIDTH_MM))
        case _:
            assert_never(drawing)


@contextmanager
def _unheard() -> Iterator[None]:
    """Without matplotlib's English remarks: that it reads fonts, or has nowhere to keep them."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)
