"""Pictures of how many are in each state: by plan as the prose, by agency as its table.

The bars are made of the very lines that are printed; only the communes are always one bar here.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_cli.document.blocks import Picture
from kehoach_cli.document.pictures import Bar, Bars, Series
from kehoach_cli.drafting.agency_tables import agency_lines
from kehoach_cli.drafting.picture_parts import in_parts
from kehoach_cli.drafting.report_parts import plan_view
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.state_tones import tone_of
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.model.status import STATES
from kehoach_cli.progress import Totals
from kehoach_cli.vn.dates import format_day

_BAR_MM = 9.0

SERIES = tuple(Series(state.label, tone_of(state)) for state in STATES)
"""All states, in the order of every table."""


def plan_bars(scene: Scene) -> tuple[Picture, ...]:
    """The tasks of each plan by kind, and all of them; nothing before the period begins."""
    progress = scene.progress
    if not progress.has_begun:
        return ()
    views = [plan_view(scene, plan) for plan in progress.plans]
    several = len(views) > 1
    bars = [
        Bar(
            capitalised(kind.label),
            _counts({one.label: one.count for one in kind.states}),
            f"Kế hoạch {view.title}" if several else "",
        )
        for view in views
        for kind in view.kinds
    ]
    if len(bars) > 1:
        bars.append(_whole("Tất cả nhiệm vụ, trách nhiệm", progress.task_totals))
    return _pictures(scene, "theo-ke-hoach", "các kế hoạch", "nhiệm vụ", bars)


def agency_bars(scene: Scene) -> tuple[Picture, ...]:
    """The assignments of each agency and of the communes together, and all of them.

    Nothing before the period begins, nor where there is only one agency to show.
    """
    lines = agency_lines(scene, folds=True)
    if not scene.progress.has_begun or len(lines) < 2:  # noqa: PLR2004 - nothing to compare
        return ()
    bars = [Bar(line.name, _of_states(line.totals)) for line in lines]
    bars.append(_whole("Tổng cộng", scene.progress.assignment_totals))
    return _pictures(scene, "theo-don-vi", "của cơ quan, đơn vị", "lượt giao", bars)


def _whole(label: str, counted: Totals) -> Bar:
    return Bar(label, _of_states(counted), is_total=True)


def _of_states(counted: Totals) -> tuple[int, ...]:
    return _counts({state.label: count for state, count in counted.states.items()})


def _counts(found: dict[str, int]) -> tuple[int, ...]:
    return tuple(found.get(one.label, 0) for one in SERIES)


def _pictures(
    scene: Scene, name: str, whose: str, counted: str, bars: Sequence[Bar]
) -> tuple[Picture, ...]:
    day = format_day(scene.progress.day)
    caption = f"Tình hình thực hiện {whose}, tính theo {counted} (số liệu đến hết ngày {day})"
    return tuple(
        Picture(name, Bars(SERIES, part, counted), caption + which)
        for which, part in in_parts(bars, lambda _: _BAR_MM)
    )
