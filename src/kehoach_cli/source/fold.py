"""What a YAML file says as text, lists, maps and null/true/false, nothing else.

``092``, ``1.10``, ``12:30``, ``on`` and ``2026-01-01`` stay the text that was typed; only the
field's type says later what they mean. PyYAML is loaded where something is folded: files in house
style are read without it (``source.quick``).
"""

from __future__ import annotations

from typing import TypeAlias

from kehoach_cli.diagnostics import Fault
from kehoach_cli.frozen import frozen

Data: TypeAlias = "str | bool | list[Data] | dict[str, Data] | None"
"""All that a file can say."""

MAX_DEPTH = 64
"""Lists and maps within each other; plans need about eight."""

PLAIN: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
"""What is not text when typed without quotes, and nothing but this."""


@frozen
class Folded:
    """The values of one text; ``is_broken`` when the text could not be read to its end."""

    data: Data
    faults: tuple[Fault, ...] = ()
    is_broken: bool = False


def fold(text: str, file: str) -> Folded:
    """Values and faults of a YAML text as ``clean`` gives it; never raises.

    An empty text has the value None.
    Of two equal keys the first is kept, the second is a ``duplicate-key`` fault. After a
    ``yaml-syntax`` fault nothing of the text is kept.
    """
    from kehoach_cli.source.folding import fold_events  # noqa: PLC0415 - PyYAML: +15 ms

    return fold_events(text, file)
