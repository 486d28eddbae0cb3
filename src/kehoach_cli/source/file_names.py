"""Names of files that every system can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = re.compile(r'[<>:"|?*\\\x00-\x1f]')
"""What no name on Windows may hold."""

_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *("conin$", "conout$"),
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    ]
)


def is_reserved(name: str) -> bool:
    """Whether Windows takes the name for a device, with any ending: ``con.yaml`` is no file there.

    A repository that holds one cannot be checked out on Windows at all.
    """
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def refused_by_windows(name: str) -> str:
    """Why git on Windows refuses the name: «device», «sign», «end»; "" for a good one."""
    if is_reserved(name):
        return "device"
    if _SIGNS.search(name):
        return "sign"
    return "end" if name.endswith((".", " ")) else ""


def way_to(path: str) -> Iterator[str]:
    """The folders on the way to a file, outermost first, and the file itself: «a», «a/b»."""
    for number, letter in enumerate(path):
        if letter == "/":
            yield path[:number]
    yield path
