"""Words before a date that say what it bounds: trước, chậm nhất, trong, từ and others.

All take a text in small letters without slips (``vn.due_spelling``).
"""

from __future__ import annotations

import re
from datetime import timedelta

from kehoach_cli.vn.due_shapes import Bound, Due
from kehoach_cli.vn.due_stretch import Stretch

ONE_DAY = timedelta(days=1)

BOUND_WORDS: dict[str, Bound] = {
    "trước": Bound.BEFORE,
    "chậm nhất": Bound.BY,
    "chậm nhất là": Bound.BY,
    "chậm nhất vào": Bound.BY,
    "chậm nhất đến": Bound.BY,
    "chậm nhất đến hết": Bound.BY,
    "chậm nhất trong": Bound.BY,
    "muộn nhất": Bound.BY,
    "muộn nhất là": Bound.BY,
    "không muộn hơn": Bound.BY,
    "không chậm hơn": Bound.BY,
    "đến": Bound.BY,
    "đến hết": Bound.BY,
    "hết": Bound.BY,
    "trong": Bound.WITHIN,
    "vào": Bound.WITHIN,
    "từ": Bound.FROM,
    "kể từ": Bound.FROM,
    "bắt đầu từ": Bound.FROM,
}


def alternatives(*bounds: Bound) -> str:
    """The words of those bounds as a pattern, longer ones first."""
    words = [word for word, bound in BOUND_WORDS.items() if bound in bounds]
    return "|".join(sorted(words, key=len, reverse=True))


COMPLETION = r"(?:(?:(?:thời gian|thời hạn) )?hoàn thành:? )?"
_BOUNDED = re.compile(rf"{COMPLETION}(?:dự kiến )?(?:({alternatives(*Bound)}) )?(.+)")


def split_bound(text: str) -> tuple[Bound, str]:
    """The bound before an expression, and the expression."""
    found = _BOUNDED.fullmatch(text)
    if found is None:
        return Bound.WITHIN, text
    return BOUND_WORDS.get(found[1] or "", Bound.WITHIN), found[2]


def due_of(stretch: Stretch, bound: Bound) -> Due:
    """The deadline that a bound makes of a stretch of days."""
    first, last = {
        Bound.WITHIN: (stretch.first, stretch.last),
        Bound.BEFORE: (None, stretch.first - ONE_DAY),
        Bound.BY: (None, stretch.last),
        Bound.FROM: (stretch.first, None),
    }[bound]
    return Due(
        "",
        stretch.shape,
        first_day=first,
        last_day=last,
        open_ended=last is None,
        bound=bound,
        year_assumed=stretch.year_assumed,
    )
