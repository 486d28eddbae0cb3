"""The three-way merge of values by their paths: pure, and blind to what the values mean.

``base`` is what a form held when it was made, ``theirs`` what it holds now, ``ours`` what the data
hold now. A path that a side does not have is an empty value there; so is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Generic, TypeVar

from kehoach_cli.frozen import frozen

P = TypeVar("P")
V = TypeVar("V")


@frozen
class Clash(Generic[V]):
    """What the three say of a path that both sides changed, each in its own way."""

    base: V | None
    theirs: V | None
    ours: V | None


@frozen
class Merged(Generic[P, V]):
    """What is to be done: nothing for every path that is in neither of the two.

    ``taken``: only they changed it; None takes the value away.
    """

    taken: Mapping[P, V | None] = field(default_factory=dict)
    clashes: Mapping[P, Clash[V]] = field(default_factory=dict)


def merge(
    base: Mapping[P, V | None], theirs: Mapping[P, V | None], ours: Mapping[P, V | None]
) -> Merged[P, V]:
    """What of ``theirs`` goes into ``ours``.

    Where they left the base as it was, or both came to say the same, nothing is done.
    """
    taken: dict[P, V | None] = {}
    clashes: dict[P, Clash[V]] = {}
    for path in _paths(theirs, base):
        one = Clash(base.get(path), theirs.get(path), ours.get(path))
        if one.theirs in (one.base, one.ours):
            continue
        if one.ours == one.base:
            taken[path] = one.theirs
        else:
            clashes[path] = one
    return Merged(taken, clashes)


def merge_unbased(theirs: Mapping[P, V | None], ours: Mapping[P, V | None]) -> Merged[P, V]:
    """The same where nobody knows the base any more: only empty values of ours are filled.

    An empty cell of theirs takes nothing away, since it may have been empty all the time.
    """
    said = {path: value for path, value in theirs.items() if value is not None}
    return merge({}, said, ours)


def _paths(*sides: Iterable[P]) -> Iterable[P]:
    return dict.fromkeys(path for side in sides for path in side)
