"""A line of time: a row for each task with its span, extension, milestones, and last day beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from kehoach_cli.document.pictures import Lane, Timeline
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.dates import format_day
from kehoach_cli.writers.pictures.looks import (
    FILLS,
    HEADING_SHARE,
    KEY_PT,
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
    wrapped,
)
from kehoach_cli.writers.pictures.scale import Scale, first_day, scale_of

_LABELS, _DAYS = 58.0, 28.0
"""Mm beside the line: for the names of the rows, and for their last days."""

_HEAD, _FOOT = 9.0, 7.0
_GROUP, _LINE, _GAP, _THICK = 5.0, 3.9, 1.8, 3.4
"""Mm of a line of a heading, of a line of a name, between rows, of the bar itself."""

_MOST_LINES = 3

_PUT_OFF: Looks = {
    "facecolor": "white",
    "edgecolor": "black",
    "linestyle": (0, (3, 2)),
    "linewidth": 0.7,
}
_STEP: Looks = {"marker": "D", "markersize": 3.6, "color": "black", "linestyle": "none"}
_TODAY: Looks = {"color": "black", "linestyle": (0, (6, 2, 1, 2)), "linewidth": 1.0}


@frozen
class _Row:
    """A lane, or the heading of those below it: its lines and its middle in mm from the top."""

    middle: float
    lane: Lane | None
    lines: tuple[str, ...]


def draw_timeline(drawing: Timeline, width_mm: float) -> tuple[bytes, float, float]:
    """The PNG with its width and height in mm."""
    with quiet():
        rows, down = _placed(drawing, width_mm)
        entries = tuple(_entries(drawing))
        height = _HEAD + down + _FOOT + key_height(len(entries))
        scale = scale_of([drawing.day, *(day for lane in drawing.lanes for day in lane.days)])

        def fill(sheet: Figure) -> None:
            room = width_mm - _LABELS - _DAYS
            plot = axes(sheet, _LABELS, _HEAD, room, down)
            _draw_scale(plot, scale, down)
            for row in rows:
                _draw_row(plot, row, room, scale)
            _draw_today(plot, drawing.day, down)
            key(sheet, entries)

        return rendered(width_mm, height, fill), width_mm, height


def _placed(drawing: Timeline, width_mm: float) -> tuple[list[_Row], float]:
    rows, top, group = [], 0.0, ""
    for lane in drawing.lanes:
        if lane.group and lane.group != group:
            said = wrapped(lane.group, HEADING_SHARE * width_mm, TEXT_PT, 2)
            rows.append(_Row(top + _GROUP * len(said) / 2, None, said))
            top += _GROUP * len(said)
        group = lane.group
        lines = wrapped(lane.label, _LABELS - 3, KEY_PT, _MOST_LINES)
        height = _LINE * max(len(lines), len(_days_of(lane))) + _GAP
        rows.append(_Row(top + height / 2, lane, lines))
        top += height
    return rows, top


def _draw_scale(plot: Axes, scale: Scale, down: float) -> None:
    ticks = tuple(scale.ticks())
    plot.set_xlim(first_day(scale.first).toordinal(), first_day(scale.last).toordinal())
    dress(plot, down)
    plot.set_xticks(
        [day.toordinal() for day, _ in ticks], [text for _, text in ticks], fontsize=SMALL_PT
    )
    plot.text(
        1.03, -0.8, "Thời hạn", transform=plot.get_yaxis_transform(), va="bottom", fontsize=SMALL_PT
    )


def _draw_row(plot: Axes, row: _Row, room: float, scale: Scale) -> None:
    if row.lane is None:
        heading(plot, row.lines, row.middle, (1 - _LABELS) / room)
        return
    side: Looks = {"transform": plot.get_yaxis_transform(), "va": "center", "linespacing": SPACING}
    plot.text((1 - _LABELS) / room, row.middle, "\n".join(row.lines), fontsize=KEY_PT, **side)
    plot.text(1.03, row.middle, "\n".join(_days_of(row.lane)), fontsize=SMALL_PT, **side)
    _draw_span(plot, row.lane, row.middle, scale)
    for step in row.lane.steps:
        plot.plot([step.day.toordinal()], [row.middle], zorder=4, **_STEP)


def _draw_span(plot: Axes, lane: Lane, middle: float, scale: Scale) -> None:
    """The lane's bars; one without an end is a thin line to its last milestone."""
    began = lane.start or first_day(scale.first)
    if not lane.ends:
        plot.plot(
            [began.toordinal(), lane.days[-1].toordinal()],
            [middle, middle],
            color="black",
            linewidth=0.6,
        )
        return
    left = min(began, lane.ends[0].day).toordinal()
    for end in lane.ends:
        right, fill = end.day.toordinal(), FILLS[end.series.tone]
        put_off = _put_off(lane, left, right)
        filled(plot, middle, (left, put_off or right), _THICK, fill)
        if put_off:
            plot.barh(middle, right - put_off, _THICK, put_off, **_PUT_OFF)
        plot.plot(
            [right, right],
            [middle - _THICK * 0.75, middle + _THICK * 0.75],
            color="black",
            linewidth=1.2,
        )
        left = right
    if lane.original is not None:
        day = lane.original.toordinal()
        plot.plot(
            [day, day],
            [middle - _THICK * 0.75, middle + _THICK * 0.75],
            color="black",
            linewidth=0.7,
        )


def _put_off(lane: Lane, left: int, right: int) -> int | None:
    """Where an extension begins, as far as it lies in this span."""
    day = lane.original.toordinal() if lane.original else None
    return max(day, left) if day is not None and day < right and len(lane.ends) == 1 else None


def _days_of(lane: Lane) -> tuple[str, ...]:
    """What stands beside the row: its last day and the one before an extension, or how many."""
    if not lane.ends:
        return ("không có",)
    if len(lane.ends) > 1:
        return (f"{len(lane.ends)} kỳ, cuối:", format_day(lane.ends[-1].day))
    shown = (format_day(lane.ends[0].day),)
    return (*shown, f"(ban đầu {format_day(lane.original)})") if lane.original else shown


def _draw_today(plot: Axes, day: date, down: float) -> None:
    place = day.toordinal()
    plot.plot([place, place], [0, down], zorder=5, **_TODAY)
    left, right = plot.get_xlim()
    side = "right" if place > (left + right) / 2 else "left"
    plot.text(
        place, -0.8, f"Số liệu đến {format_day(day)}", ha=side, va="bottom", fontsize=SMALL_PT
    )


def _entries(drawing: Timeline) -> Iterator[Artist]:
    """The key: only what the picture holds."""
    yield from (patch(one) for one in drawing.shown)
    if any(lane.original is not None for lane in drawing.lanes):
        yield Patch(**_PUT_OFF, label="thời gian được gia hạn")
    if any(lane.steps for lane in drawing.lanes):
        yield Line2D([], [], label="mốc của nhiệm vụ", **_STEP)
    yield Line2D([], [], label="ngày tính số liệu", **_TODAY)
