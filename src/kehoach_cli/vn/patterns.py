"""Patterns that most texts never ask for, compiled where one first does.

Compiling a long pattern takes milliseconds, and a program that is started for one command has not
many to give away. Patterns that nearly every run uses stay compiled at the top of their modules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Gives what compiles the pattern when first called, and the same one ever after."""
    return cache(partial(re.compile, pattern, flags))
