"""Names of files that every system can hold."""

from __future__ import annotations

_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    ]
)


def is_reserved(name: str) -> bool:
    """Whether Windows takes the name for a device, with any ending: ``con.yaml`` is no file there.

    A repository that holds one cannot be checked out on Windows at all.
    """
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES
