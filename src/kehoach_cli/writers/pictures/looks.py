"""How pictures look: typeface, the fill of each tone, the sheet that everything is drawn on.

Nothing is told by colour alone: fills differ by how dark they are and by their hatching, so that
they stay apart on a black-and-white copy, and every figure is written out.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib as mpl
import PIL.Image
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.patches import Patch

from kehoach_cli.document.blocks import Tone
from kehoach_cli.document.pictures import Series
from kehoach_cli.frozen import frozen

Looks = dict[str, Any]
"""Properties of what matplotlib draws, by its names."""

DPI = 300
_COLOURS = 64
"""Enough for seven grounds and the smoothing of letters; a third of the bytes of full colour."""

_MM_PER_INCH = 25.4
_PT_PER_INCH = 72
_MEASURED_PT = 100.0

TYPEFACES = ("Times New Roman", "Liberation Serif", "Tinos", "DejaVu Serif")
"""The first that is installed draws the letters; the last comes with matplotlib. What one lacks is
taken from the next, and all of them have every Vietnamese letter."""

TEXT_PT, KEY_PT, SMALL_PT = 10.0, 9.0, 8.0
SPACING = 1.15
"""From line to line: the signs above and below letters must not touch."""

_LONGEST = 400
"""Letters of a line that are looked at when it is cut."""

_STEP_MM = 2.0
"""By how much lines are tried narrower, to make them even."""


@frozen
class Fill:
    """Ground and hatching; ``ink`` is what letters upon it are written in."""

    ground: str
    hatch: str = ""
    ink: str = "black"


FILLS: Mapping[Tone, Fill] = {
    "finished": Fill("#1d6b3a", ink="white"),
    "belated": Fill("#a9d8b8", "////"),
    "running": Fill("#9fc6ec"),
    "late": Fill("#eb9a93", "xxxx"),
    "open": Fill("#eef4fa", "..."),
    "other": Fill("#d5d9dd", "---"),
    "silent": Fill("#ffffff"),
}


@contextmanager
def quiet() -> Iterator[None]:
    """Matplotlib with our settings alone; a letter that no font has is no matter for a warning."""
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mpl.rcdefaults()
        known = set(fontManager.get_font_names())
        mpl.rc("font", family=[name for name in TYPEFACES if name in known], size=TEXT_PT)
        mpl.rc("text", parse_math=False)  # a title may hold «$»
        mpl.rc("hatch", linewidth=0.5)
        mpl.rc("axes", linewidth=0.5)
        yield


def rendered(width_mm: float, height_mm: float, fill: Callable[[Figure], None]) -> bytes:
    """The PNG of a sheet of that size, once ``fill`` has drawn on it."""
    sheet = Figure(figsize=(width_mm / _MM_PER_INCH, height_mm / _MM_PER_INCH), dpi=DPI)
    fill(sheet)
    raw = io.BytesIO()
    sheet.savefig(raw, format="rgba")
    size = (int(sheet.bbox.width), int(sheet.bbox.height))
    drawn = PIL.Image.frombytes("RGBA", size, raw.getvalue()).convert("RGB")
    out = io.BytesIO()
    few = drawn.quantize(_COLOURS, dither=PIL.Image.Dither.NONE)
    few.save(out, "PNG", dpi=(DPI, DPI))
    return out.getvalue()


def axes(sheet: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Axes at that place, all in mm from the upper left corner of the sheet."""
    across, down = (inches * _MM_PER_INCH for inches in sheet.get_size_inches())
    place = (left / across, 1 - (top + height) / down, width / across, height / down)
    return sheet.add_axes(place)


HEADING_SHARE = 0.93
"""How much of the sheet's width the heading of a group may fill; bold letters are wider."""


def heading(plot: Axes, lines: Sequence[str], middle: float, left: float) -> None:
    """The heading of a group of rows; ``left`` is its place in widths of the plot."""
    plot.text(
        left,
        middle,
        "\n".join(lines),
        transform=plot.get_yaxis_transform(),
        va="center",
        weight="bold",
        linespacing=SPACING,
        zorder=6,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
    )


def key(sheet: Figure, handles: Sequence[Artist], columns: int = 2) -> None:
    """The key at the foot of the sheet."""
    sheet.legend(
        handles=list(handles),
        loc="lower center",
        ncols=columns,
        frameon=False,
        fontsize=KEY_PT,
        handlelength=2.2,
        handleheight=1.1,
        labelspacing=0.35,
        borderaxespad=0.1,
    )


def key_height(count: int, columns: int = 2) -> float:
    """How many mm the key of so many entries needs."""
    return 4.4 * -(-count // columns) + 3


def patch(series: Series) -> Patch:
    """How the key shows a series."""
    fill = FILLS[series.tone]
    return Patch(
        facecolor=fill.ground,
        hatch=fill.hatch,
        edgecolor="black",
        linewidth=0.5,
        label=series.label,
    )


def wrapped(text: str, width_mm: float, size_pt: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines, as even as they can be; one that is cut ends in «…»."""
    lines = _broken(text, width_mm, size_pt, most)
    narrower = width_mm
    while len(lines) > 1 and narrower > width_mm / 2:
        narrower -= _STEP_MM
        tried = _broken(text, narrower, size_pt, most + 1)
        if len(tried) > len(lines) or any(width_of(one, size_pt) > narrower for one in tried):
            break
        lines = tried
    return tuple(_cut(line, width_mm, size_pt) for line in lines)


def _broken(text: str, width_mm: float, size_pt: float, most: int) -> list[str]:
    """Lines of whole words; what does not fit into so many makes the last one too long."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most:
        count = 1
        while count < len(words) and _fits(" ".join(words[: count + 1]), width_mm, size_pt):
            count += 1
        lines.append(" ".join(words[:count]))
        words = words[count:]
    return [*lines[:-1], " ".join([*lines[-1:], *words])]


def _cut(line: str, width_mm: float, size_pt: float) -> str:
    shown = line if _fits(line, width_mm, size_pt) else line[:_LONGEST]
    while shown and not _fits(line if shown == line else f"{shown}…", width_mm, size_pt):
        shown = shown[:-1].rstrip(" ,;:")
    return line if shown == line else f"{shown}…"


def _fits(line: str, width_mm: float, size_pt: float) -> bool:
    return width_of(line, size_pt) <= width_mm


def width_of(line: str, size_pt: float) -> float:
    """Width of a line in mm, by the first typeface, letters not drawn together."""
    faces = tuple(mpl.rcParams["font.family"])
    ems = sum(_advance(letter, faces) for letter in line)
    return ems * size_pt / _PT_PER_INCH * _MM_PER_INCH


@cache
def _advance(letter: str, faces: tuple[str, ...]) -> float:
    """Width of a letter in widths of an em; of one that the typeface lacks, a whole em."""
    font = get_font(findfont(FontProperties(family=list(faces))))
    if not font.get_char_index(ord(letter)):
        return 1.0
    font.set_size(_MEASURED_PT, _PT_PER_INCH)
    return font.load_char(ord(letter)).linearHoriAdvance / 2**16 / _MEASURED_PT  # 16.16 fixed point


def dress(plot: Axes, down: float) -> None:
    """The frame of a picture of rows: ``down`` mm high from its top, a line at each mark below."""
    plot.set_ylim(down, 0)
    plot.set_yticks([])
    plot.tick_params(axis="x", length=2, width=0.5, pad=2)
    plot.spines[["top", "right", "left"]].set_visible(False)
    plot.grid(axis="x", color="#b5bbc1", linewidth=0.4)
    plot.set_axisbelow(True)


def filled(plot: Axes, middle: float, ends: tuple[float, float], thick: float, fill: Fill) -> None:
    """A lying bar between both ends, in units of the scale, with its hatching."""
    left, right = ends
    plot.barh(
        middle,
        right - left,
        thick,
        left,
        color=fill.ground,
        hatch=fill.hatch,
        edgecolor="black",
        linewidth=0.5,
    )
