"""Pictures of when tasks and duties run: spans, extensions, milestones, the day of the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from kehoach_cli.document.blocks import Picture
from kehoach_cli.document.pictures import End, Lane, Series, Step, Timeline
from kehoach_cli.drafting.dashboard.items import start_of, steps_of
from kehoach_cli.drafting.item_words import plan_heading, title_of
from kehoach_cli.drafting.picture_parts import in_parts
from kehoach_cli.drafting.progress_tables import DUTIES, TASKS, ItemLine, item_lines
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.state_bars import SERIES
from kehoach_cli.drafting.state_tones import tone_of
from kehoach_cli.drafting.wording import uncapitalised
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import Item, ItemKind
from kehoach_cli.vn.text import thousands

_MOST = 45
"""Rows of the pictures of one table: three pages."""

_LINE_MM, _GAP_MM = 3.9, 1.8
_LETTERS, _LINES = 36, 3
"""How a row's height is estimated: letters of a line, and the most lines of a name."""

_TO_COME = Series("phải thực hiện trong kỳ", "running")


def task_timeline(scene: Scene) -> tuple[Picture, ...]:
    """The tasks of the table «nhiem-vu» that have a last day or a milestone, under its numbers."""
    return _pictures(scene, "thoi-gian-nhiem-vu", "nhiệm vụ", TASKS)


def duty_timeline(scene: Scene) -> tuple[Picture, ...]:
    """The duties of the table «trach-nhiem» that have a last day or a milestone."""
    return _pictures(scene, "thoi-gian-trach-nhiem", "trách nhiệm được giao", DUTIES)


def _height_mm(lane: Lane) -> float:
    return _LINE_MM * min(_LINES, -(-len(lane.label) // _LETTERS)) + _GAP_MM


@frozen
class _Candidate:
    """A lane, and how soon it would be looked for."""

    lane: Lane
    rank: tuple[int, int]


def _pictures(
    scene: Scene, name: str, noun: str, kinds: tuple[ItemKind, ...]
) -> tuple[Picture, ...]:
    found = tuple(_candidates(scene, kinds))
    chosen = sorted(range(len(found)), key=lambda n: found[n].rank)[:_MOST]
    lanes = [found[n].lane for n in sorted(chosen)]
    series = SERIES if scene.progress.has_begun else (_TO_COME,)
    said = f"Thời gian thực hiện các {noun} có thời hạn hoặc có mốc"
    if len(lanes) < len(found):
        share = f"{thousands(len(lanes))}/{thousands(len(found))}"
        said += f" ({share} {noun}, ưu tiên quá hạn rồi gần đến hạn)"
    return tuple(
        Picture(name, Timeline(series, part, scene.progress.day), said + which)
        for which, part in in_parts(lanes, _height_mm)
    )


def _candidates(scene: Scene, kinds: tuple[ItemKind, ...]) -> Iterator[_Candidate]:
    """One lane a task, whose rounds follow each other on it."""
    lines = item_lines(scene, kinds)
    for _, rounds in groupby(lines, key=lambda line: (line.plan.id, line.item.id)):
        told = tuple(rounds)
        lane = _lane(scene, told)
        if lane.ends or lane.steps:
            yield _Candidate(lane, _rank(told, lane, scene.progress.day))


def _rank(lines: Sequence[ItemLine], lane: Lane, day: date) -> tuple[int, int]:
    """What runs late comes first, then what falls due soon, then what is closed."""
    running = [line.item for line in lines if _is_open(line.item)]
    last = max((item.last_day for item in running if item.last_day), default=lane.days[-1])
    if not running:
        return 2, -last.toordinal()
    return (0 if last < day else 1), last.toordinal()


def _is_open(item: Item) -> bool:
    return item.state.is_running or item.state.is_silent


def _lane(scene: Scene, lines: Sequence[ItemLine]) -> Lane:
    first, item = lines[0], lines[0].item
    task, folder = item.task.value if item.task else None, scene.ws.folder(item.plan_id)
    steps = steps_of(task, folder) if task else ()
    moved = item.extension is not None and item.original_last_day != item.last_day
    return Lane(
        label=f"{_numbers(lines)}{title_of(item).rstrip('.')}",
        start=start_of(task, folder),
        ends=tuple(_ends(scene, lines)),
        original=item.original_last_day if moved and len(lines) == 1 else None,
        steps=tuple(Step(uncapitalised(one.text.rstrip(".")), one.day) for one in steps if one.day),
        group=plan_heading(first.plan) if len(scene.progress.plans) > 1 else "",
    )


def _numbers(lines: Sequence[ItemLine]) -> str:
    """«12. » as its table numbers it, «12 – 15. » of several rounds, «V.3: » of a duty."""
    first, last = lines[0].first, lines[-1].first
    if isinstance(first, int):
        return f"{first}. " if first == last else f"{first} – {last}. "
    return f"{first}: " if first else ""


def _ends(scene: Scene, lines: Sequence[ItemLine]) -> Iterator[End]:
    for line in lines:
        state, day = line.item.state, line.item.last_day
        if day is not None:
            begun = scene.progress.has_begun
            yield End(day, Series(state.label, tone_of(state)) if begun else _TO_COME)
