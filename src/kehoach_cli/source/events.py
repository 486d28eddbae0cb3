"""The door to PyYAML: a stream of events, from libyaml where PyYAML was built with it.

The pure parser gives the same values and places, twenty times slower; it only differs in refusing
a tab between a key and its value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import yaml

from kehoach_cli.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable


class EventSource(Protocol):
    """What is used of a PyYAML loader: its events, one by one."""

    def get_event(self) -> yaml.Event | None:
        """The next event; raises ``yaml.YAMLError`` at the first syntax error."""
        ...  # pragma: no cover


PARSE_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
r"""PyYAML's own, and what its pure parser lets through for ``"\UFFFFFFFF"``."""


def open_events(text: str) -> EventSource:
    """A fresh stream of events over ``text``."""
    return _LOADER(text)


def event_span(event: yaml.Event, file: str) -> Span:
    """Lines and columns of one event, from 1, as PyYAML gives them."""
    return Span(file, *position(event.start_mark), *position(event.end_mark))


def position(mark: object) -> tuple[int, int]:
    """Line and column from 1; 1:1 where PyYAML knows no mark."""
    return getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1


_LOADER: Callable[[str], EventSource] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader over libyaml, or the pure one where PyYAML was built without it."""
