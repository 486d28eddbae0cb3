"""The vocabulary of everything that is said about wrong data: where, what, how bad.

Whoever finds something wrong says *what* and *where* (``Fault`` or ``Found``); the rule module of
that kind owns code, severity, sentence and hint; the source room turns a ``Place`` into a ``Span``.
Nothing here knows files, YAML or Vietnamese sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, field
from enum import StrEnum
from typing import Literal

from kehoach_cli.frozen import frozen

DataPath = tuple[str | int, ...]
"""The way to a value inside one file: keys and list indexes from the top."""


class Severity(StrEnum):
    """How much a finding weighs; errors fail a check, warnings only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(order=True)
class Span:
    """A stretch of one file, half-open, from 1, columns in code points.

    ``file`` is relative to the workspace root and uses ``/``.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@frozen
class Place:
    """Where something stands, in terms of data; the source room finds the line.

    ``on`` chooses the key or the value at ``path``; a path that does not exist in the file means
    its nearest existing ancestor (a missing key points at its parent). ``excerpt`` narrows the
    place to the ``nth`` (from 0) occurrence of that text inside the value as typed in the file.
    ``span`` is set where the stretch is already known (syntax faults, template lines); then
    nothing else counts.
    """

    file: str
    path: DataPath = ()
    on: Literal["key", "value"] = "value"
    excerpt: str = ""
    nth: int = 0
    span: Span | None = None


@frozen
class Related:
    """A second place that explains the first, with a few words («khai báo lần đầu ở đây»)."""

    place: Place
    message: str


@frozen
class Found:
    """One thing found by one rule: where, the words for its sentence, places that explain it."""

    place: Place
    args: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()


@frozen
class Fault:
    """What a loader, model or template found wrong; ``kind`` is the ``NAME`` of its rule."""

    kind: str
    place: Place
    args: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()


@frozen
class RelatedSpan:
    """A ``Related`` whose place has become lines and columns."""

    span: Span
    message: str


@frozen
class Diagnostic:
    """A finding as every output format shows it: the same sentence everywhere."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    related: tuple[RelatedSpan, ...] = ()


@frozen
class Shown:
    """A finding, and the line of the file where it is as reports show it."""

    finding: Diagnostic
    line: str


@frozen
class Counts:
    """How much was read."""

    files: int = 0
    plans: int = 0
    tasks: int = 0
    commitments: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*map(sum, zip(astuple(self), astuple(other), strict=True)))
