"""What every reporter is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kehoach_cli.diagnostics import Diagnostic

LineOf = Callable[[str, int], str]
"""(file, line number from 1) → that line's text, "" when there is none."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was found, and in how much; ``unchecked`` are files whose content is unknown."""

    errors: int
    warnings: int
    infos: int
    files: int
    plans: int
    tasks: int
    commitments: int
    unchecked: tuple[str, ...] = ()


class Reporter(Protocol):
    """Turns findings into the text of one format."""

    def __call__(
        self, findings: Sequence[Diagnostic], summary: Summary, line: LineOf, *, colour: bool
    ) -> str:
        """The whole output; ``colour`` asks for terminal colours where the format has any."""
        ...
