"""What a picture says, in words: for those who cannot see it and for formats that cannot draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kehoach_cli.document.blocks import Picture
from kehoach_cli.document.pictures import Bar, Bars, Drawing, Lane, Timeline
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.text import thousands


def caption_line(picture: Picture) -> str:
    """«Hình 1. Kết quả thực hiện …»: what stands under it."""
    return f"Hình {picture.number}. {picture.caption}" if picture.number else picture.caption


def alternative(picture: Picture) -> str:
    """The text that stands for the picture: every figure and day that it shows."""
    return " ".join((f"{picture.caption}.", *in_words(picture.drawing)))


def in_words(drawing: Drawing) -> tuple[str, ...]:
    """A sentence for each row, in the order of the picture; headings of rows end in «:»."""
    match drawing:
        case Bars():
            return tuple(_with_groups((bar.group, _of_bar(drawing, bar)) for bar in drawing.bars))
        case Timeline():
            told = _with_groups((lane.group, _of_lane(lane)) for lane in drawing.lanes)
            return (f"Số liệu đến hết ngày {format_day(drawing.day)}.", *told)
        case _:
            assert_never(drawing)


def _with_groups(told: Iterator[tuple[str, str]]) -> Iterator[str]:
    """The heading of a group above its first sentence."""
    above = ""
    for group, sentence in told:
        if group and group != above:
            yield f"{group}:"
        above = group
        yield sentence


def _of_bar(drawing: Bars, bar: Bar) -> str:
    parts = [
        f"{thousands(count)} {one.label}"
        for one, count in zip(drawing.series, bar.counts, strict=True)
        if count
    ]
    said = f"{bar.label}: {thousands(bar.whole)} {drawing.counted}"
    return f"{said}, gồm {'; '.join(parts)}." if parts else f"{said}."


def _of_lane(lane: Lane) -> str:
    parts = [*_span(lane), *(f"mốc {one.text} ({format_day(one.day)})" for one in lane.steps)]
    return f"{lane.label}: {'; '.join(parts)}."


def _span(lane: Lane) -> Iterator[str]:
    if not lane.ends:
        yield "không có ngày cuối"
        return
    began = f"từ {format_day(lane.start)} " if lane.start else ""
    ends = [f"đến {format_day(one.day)}, {one.series.label}" for one in lane.ends]
    if lane.original is not None:
        ends[0] = f"{ends[0]} (thời hạn ban đầu {format_day(lane.original)})"
    yield began + ends[0]
    yield from ends[1:]
