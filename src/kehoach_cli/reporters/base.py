"""What every reporter is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.frozen import frozen

LineOf = Callable[[str, int], str]
"""(file, line number from 1) → that line's text, "" when there is none."""


@frozen
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


@frozen
class Manual:
    """The manual page of a rule: its first line without the full stop, and all of it."""

    title: str = ""
    text: str = ""


ManualOf = Callable[[str], Manual]
"""A finding's code → its rule's page, an empty one where nobody has written any."""


def no_manual(_code: str) -> Manual:
    """Findings alone, without the pages of their rules."""
    return Manual()


class Reporter(Protocol):
    """Turns findings into the text of one format."""

    def __call__(
        self,
        findings: Sequence[Diagnostic],
        summary: Summary,
        line: LineOf,
        *,
        colour: bool,
        manual: ManualOf = no_manual,
        above: str = "",
    ) -> str:
        """The whole output.

        ``colour`` asks for terminal colours where the format has any. ``above`` is the way from the
        repository to the workspace («examples/», or nothing), for services that show findings
        beside the files of a repository.
        """
        ...
