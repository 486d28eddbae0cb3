"""What a picture shows, as data: stacked bars of counts, or spans on a line of time.

How it is drawn is the writers' business; what it says in words is in ``picture_words``, made of
the same data, so that the two cannot differ.
"""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.blocks import Tone
from kehoach_cli.frozen import frozen


@frozen
class Series:
    """One part of every bar, as the key explains it; each tone has a look of its own."""

    label: str
    tone: Tone


@frozen
class Bar:
    """A row: a count for each series; ``group`` is the heading that it stands under."""

    label: str
    counts: tuple[int, ...]
    group: str = ""
    is_total: bool = False

    @property
    def whole(self) -> int:
        """The denominator of its parts."""
        return sum(self.counts)


@frozen
class Bars:
    """Rows of equal length, each cut into its parts; ``counted`` names what is counted."""

    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    counted: str

    @property
    def shown(self) -> tuple[Series, ...]:
        """The series that any bar has a part of."""
        sums = zip(*(bar.counts for bar in self.bars), strict=True)
        return tuple(one for one, counts in zip(self.series, sums, strict=True) if any(counts))


@frozen
class End:
    """A last day, and how things stand with it."""

    day: date
    series: Series


@frozen
class Step:
    """A milestone on its day."""

    text: str
    day: date


@frozen
class Lane:
    """One line of time: from ``start`` to its last day, or from one last day to the next.

    ``start`` is None where nobody knows it. ``original``: the last day before an extension.
    Without any end the lane has milestones alone.
    """

    label: str
    start: date | None
    ends: tuple[End, ...]
    original: date | None = None
    steps: tuple[Step, ...] = ()
    group: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """All days that it names, the first to the last."""
        ends, steps = (one.day for one in self.ends), (one.day for one in self.steps)
        known = [self.start, self.original, *ends, *steps]
        return tuple(sorted(day for day in known if day is not None))


@frozen
class Timeline:
    """Lanes under one line of time; ``day`` is the day that the figures are of."""

    series: tuple[Series, ...]
    lanes: tuple[Lane, ...]
    day: date

    @property
    def shown(self) -> tuple[Series, ...]:
        """The series that any lane ends in."""
        found = {end.series for lane in self.lanes for end in lane.ends}
        return tuple(one for one in self.series if one in found)


Drawing = Bars | Timeline
