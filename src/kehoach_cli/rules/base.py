"""What a rule is, and what it may ask.

A rule is a module: its docstring is its manual page, its constants say how a finding reads. Rules
about what a loader, model or template found wrong (fault rules) only have words; the others also
have ``check``, which yields what they found. The runner, not the rule, stamps code and severity.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import Workspace

Sentence = str | Mapping[str, str]
"""A sentence with the found thing's words in {braces}, or one for each value of ``reason``."""


@dataclass(frozen=True)
class Context:
    """What rules may ask: the workspace, the day, and the figures, computed once when asked for."""

    ws: Workspace
    as_of: date

    @cached_property
    def progress(self) -> Progress:
        """The figures of the year period that holds ``as_of``."""
        return evaluate(self.ws, self.as_of)


class Rule(Protocol):
    """What every rule module has."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    MESSAGE: Sentence
    HINT: Sentence
    __doc__: str | None


class Check(Rule, Protocol):
    """A rule that looks for itself."""

    def check(self, ctx: Context) -> Iterator[Found]:
        """Yield everything that breaks the rule, in any order."""
        ...
