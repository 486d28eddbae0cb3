"""Stacked bars: every row as long as the others, its parts with their figures, its whole beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kehoach_cli.document.pictures import Bar, Bars
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import thousands
from kehoach_cli.writers.pictures.looks import (
    FILLS,
    HEADING_SHARE,
    SMALL_PT,
    SPACING,
    TEXT_PT,
    Looks,
    axes,
    dress,
    filled,
    heading,
    key,
    key_height,
    patch,
    quiet,
    rendered,
    width_of,
    wrapped,
)

_LABELS, _WHOLES = 52.0, 17.0
"""Mm beside the bars: for their names, and for what their parts are a part of."""

_HEAD, _FOOT = 9.0, 8.0
"""Mm above the rows for the name of the wholes, below them for the scale."""

_ROW, _GROUP, _THICK = 9.0, 5.0, 4.4
"""Mm of a row, of a line of a heading, and of the bar itself."""

_LIFT = 3.9
"""Mm from the middle of a bar up to figures that do not fit into it."""

_BESIDE = 0.8
"""Mm that a figure needs beside it."""


@frozen
class _Row:
    """A bar, or the heading of those below it: its lines and its middle in mm from the top."""

    middle: float
    bar: Bar | None
    lines: tuple[str, ...]


def draw_bars(drawing: Bars, width_mm: float) -> tuple[bytes, float, float]:
    """The PNG with its width and height in mm."""
    with quiet():
        rows = tuple(_placed(drawing.bars, width_mm))
        down = rows[-1].middle + _ROW / 2
        height = _HEAD + down + _FOOT + key_height(len(drawing.shown))

        def fill(sheet: Figure) -> None:
            room = width_mm - _LABELS - _WHOLES
            plot = axes(sheet, _LABELS, _HEAD, room, down)
            _scale(plot, drawing, down)
            for row in rows:
                _draw_row(plot, drawing, row, room)
            key(sheet, [patch(one) for one in drawing.shown])

        return rendered(width_mm, height, fill), width_mm, height


def _placed(bars: Sequence[Bar], width_mm: float) -> Iterator[_Row]:
    top, group = 0.0, ""
    for bar in bars:
        if bar.group and bar.group != group:
            lines = wrapped(bar.group, HEADING_SHARE * width_mm, TEXT_PT, 2)
            height = _GROUP * len(lines)
            yield _Row(top + height / 2, None, lines)
            top += height
        group = bar.group
        yield _Row(top + _ROW / 2 + 1, bar, wrapped(bar.label, _LABELS - 3, TEXT_PT, 2))
        top += _ROW


def _scale(plot: Axes, drawing: Bars, down: float) -> None:
    plot.set_xlim(0, 100)
    dress(plot, down)
    ticks = (0, 25, 50, 75, 100)
    plot.set_xticks(ticks, [f"{one}%" for one in ticks], fontsize=SMALL_PT)
    beside: Looks = {"transform": plot.get_yaxis_transform(), "fontsize": SMALL_PT}
    plot.text(1.02, -0.8, f"Tổng số\n{drawing.counted}", ha="left", va="bottom", **beside)


def _draw_row(plot: Axes, drawing: Bars, row: _Row, room: float) -> None:
    if row.bar is None:
        heading(plot, row.lines, row.middle, (1 - _LABELS) / room)
        return
    side: Looks = {"transform": plot.get_yaxis_transform(), "va": "center", "linespacing": SPACING}
    weight = "bold" if row.bar.is_total else "normal"
    plot.text(-3 / room, row.middle, "\n".join(row.lines), ha="right", weight=weight, **side)
    plot.text(1.02, row.middle, thousands(row.bar.whole), weight=weight, **side)
    if row.bar.whole:
        _draw_parts(plot, drawing, row.bar, row.middle, room)


def _draw_parts(plot: Axes, drawing: Bars, bar: Bar, middle: float, room: float) -> None:
    left = 0.0
    lifted: list[tuple[float, str]] = []
    for one, count in zip(drawing.series, bar.counts, strict=True):
        if not count:
            continue
        share, fill = 100 * count / bar.whole, FILLS[one.tone]
        filled(plot, middle, (left, left + share), _THICK, fill)
        centre, text = left + share / 2, thousands(count)
        if width_of(text, SMALL_PT) + 2 * _BESIDE <= share * room / 100:
            plate = {"facecolor": "white", "edgecolor": "none", "pad": 0.6} if fill.hatch else None
            plot.text(
                centre,
                middle,
                text,
                ha="center",
                va="center_baseline",
                fontsize=SMALL_PT,
                color=fill.ink,
                bbox=plate,
            )
        else:
            lifted.append((centre, text))
        left += share
    _lift(plot, lifted, middle, room)


def _lift(plot: Axes, figures: Sequence[tuple[float, str]], middle: float, room: float) -> None:
    """Figures of parts that are too narrow for them: above, each with a line to its part."""
    widths = [(width_of(text, SMALL_PT) + _BESIDE) * 100 / room for _, text in figures]
    for place, (centre, text) in zip(
        _apart([one for one, _ in figures], widths), figures, strict=True
    ):
        plot.text(place, middle - _LIFT, text, ha="center", va="center_baseline", fontsize=SMALL_PT)
        plot.plot(
            [place, centre],
            [middle - _LIFT + 1.1, middle - _THICK / 2],
            color="black",
            linewidth=0.3,
        )


def _apart(centres: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Centres moved to the right, then back from the right edge, until nothing overlaps."""
    places = list(centres)
    gaps = [(one + other) / 2 for one, other in pairwise(widths)]
    for index, gap in enumerate(gaps):
        places[index + 1] = max(places[index + 1], places[index] + gap)
    limit = 100.0
    for index in reversed(range(len(places))):
        places[index] = min(
            places[index],
            limit - widths[index] / 2
            if index == len(places) - 1
            else places[index + 1] - gaps[index],
        )
    return places
