"""No garbage collection while a workspace is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection inside: thousands of new containers, none of them garbage.

    It is the biggest single cost of parsing. Switched on again only where it was on, so that
    pauses may lie within each other.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
