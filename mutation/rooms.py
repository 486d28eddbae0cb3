"""Which rooms are mutated and which tests must notice."""

from __future__ import annotations

PACKAGE = "kehoach_cli"

ROOMS: dict[str, tuple[str, ...]] = {
    "vn": ("tests/vn",),
    "progress": ("tests/progress",),
    "source": ("tests/source",),
    "rules": ("tests/rules",),
}
"""A room's own tests only: what another room's tests happen to notice is not counted."""
