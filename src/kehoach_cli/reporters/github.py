"""Findings as workflow commands of GitHub Actions: shown beside the lines of a pull request.

The escapes are those of the runner: https://github.com/actions/toolkit, «workflow commands».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kehoach_cli.diagnostics import Diagnostic, Severity, Span
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual
from kehoach_cli.reporters.words import sentence

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ORDER = tuple(_COMMANDS)

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,
    line: LineOf,  # noqa: ARG001 - the pull request shows it
    *,
    colour: bool,  # noqa: ARG001 - the service colours
    manual: ManualOf = no_manual,  # noqa: ARG001 - the title names the code
    above: str = "",
) -> str:
    """One command for each finding, errors first: GitHub shows ten of each kind for a step."""
    ordered = sorted(findings, key=lambda one: _ORDER.index(one.severity))
    lines = [_command(one, above) for one in ordered]
    return "".join(f"{one}\n" for one in (*lines, sentence(summary).translate(_IN_MESSAGE)))


def _command(one: Diagnostic, above: str) -> str:
    properties = {
        "file": above + one.span.file,
        **_place(one.span),
        "title": f"{one.code} {one.name}",
    }
    shown = ",".join(f"{key}={value.translate(_IN_PROPERTY)}" for key, value in properties.items())
    message = "\n".join(filter(None, (one.message, one.hint and f"Gợi ý: {one.hint}")))
    return f"::{_COMMANDS[one.severity]} {shown}::{message.translate(_IN_MESSAGE)}"


def _place(span: Span) -> Mapping[str, str]:
    """Lines, and columns within one line, which are all that GitHub takes; both ends included."""
    place = {"line": str(span.line), "endLine": str(span.end_line)}
    if span.line != span.end_line:
        return place
    last = max(span.column, span.end_column - 1)
    return {**place, "col": str(span.column), "endColumn": str(last)}
