"""Findings as JSON can hold them, for files and for other processes; read back with mistrust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from kehoach_cli.diagnostics import Counts, Diagnostic, RelatedSpan, Severity, Shown, Span
from kehoach_cli.frozen import frozen
from kehoach_cli.source.disk import MAX_BYTES

Plain = list[object]

ODD = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading something back raises where it is not what was written."""


@frozen
class Outcome:
    """Every finding of a workspace with its line, and how much was read.

    ``unchecked``: files whose content is not known.
    """

    found: tuple[Shown, ...]
    counts: Counts
    unchecked: tuple[str, ...]


def plain_outcome(outcome: Outcome) -> Plain:
    """An outcome as lists."""
    found = [plain_shown(one) for one in outcome.found]
    return [found, list(astuple(outcome.counts)), list(outcome.unchecked)]


def read_outcome(data: object) -> Outcome:
    """The outcome again; raises one of ``ODD``."""
    found, counts, unchecked = listed(data)
    return Outcome(
        tuple(map(read_shown, listed(found))),
        read_counts(counts),
        tuple(map(text, listed(unchecked))),
    )


def read_counts(data: object) -> Counts:
    """How much was read; raises one of ``ODD``."""
    files, plans, tasks, commitments = map(number, listed(data))
    return Counts(files, plans, tasks, commitments)


def plain_shown(one: Shown) -> Plain:
    """A finding and its line as a list."""
    it = one.finding
    related = [[*plain_span(other.span), other.message] for other in it.related]
    return [
        it.code,
        it.name,
        it.severity,
        plain_span(it.span),
        it.message,
        it.hint,
        related,
        one.line,
    ]


def read_shown(data: object) -> Shown:
    """The finding again; raises one of ``ODD``."""
    code, name, severity, span, message, hint, related, line = listed(data)
    finding = Diagnostic(
        text(code),
        text(name),
        Severity(text(severity)),
        read_span(listed(span)),
        text(message),
        text(hint),
        tuple(
            RelatedSpan(read_span(listed(other)[:-1]), text(listed(other)[-1]))
            for other in listed(related)
        ),
    )
    return Shown(finding, text(line))


def plain_span(span: Span) -> Plain:
    """A span as a list."""
    return [span.file, span.line, span.column, span.end_line, span.end_column]


def read_span(data: Sequence[object]) -> Span:
    """The span again; raises one of ``ODD``."""
    file, *numbers = data
    line, column, end_line, end_column = map(number, numbers)
    return Span(text(file), line, column, end_line, end_column)


def text(value: object) -> str:
    """The value, if it is text that can be written."""
    if not isinstance(value, str):
        raise TypeError(value)
    if not value.isascii():
        value.encode()  # half a character is a ``ValueError``
    return value


def number(value: object) -> int:
    """The value, if it is a whole number that may count lines, columns or things."""
    if type(value) is not int or not 0 <= value <= MAX_BYTES:
        raise TypeError(value)
    return value


def listed(value: object) -> list[object]:
    """The value, if it is a list."""
    if not isinstance(value, list):
        raise TypeError(value)
    return value
