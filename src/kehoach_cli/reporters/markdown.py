"""Findings as a Markdown page: the summary of a CI job, or a comment of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual
from kehoach_cli.reporters.words import SEVERITY_NAMES, sentence

_ROWS = 300
"""GitHub takes one megabyte for the summary of a step; a row is well under three kilobytes."""

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$&])")
"""What means something inside a line; what does so at its start never stands there."""


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,
    line: LineOf,  # noqa: ARG001 - the place is named
    *,
    colour: bool,  # noqa: ARG001 - Markdown has none
    manual: ManualOf = no_manual,  # noqa: ARG001 - the table names the code
    above: str = "",
) -> str:
    """A heading, the counts, and a table of the findings, errors first."""
    order = tuple(SEVERITY_NAMES)
    ordered = sorted(findings, key=lambda one: order.index(one.severity))
    return "".join(f"{one}\n" for one in _lines(ordered, summary, above))


def _lines(findings: Sequence[Diagnostic], summary: Summary, above: str) -> Iterator[str]:
    yield "### Kiểm tra dữ liệu kế hoạch"
    yield ""
    yield _escaped(sentence(summary))
    if not findings:
        return
    yield ""
    yield "| Mức | Mã | Chỗ | Điều chưa ổn |"
    yield "|---|---|---|---|"
    yield from (_row(one, above) for one in findings[:_ROWS])
    if len(findings) > _ROWS:
        yield ""
        yield f"Còn {len(findings) - _ROWS} phát hiện nữa: xem bằng lệnh `kehoach validate`."


def _row(one: Diagnostic, above: str) -> str:
    place = f"{above}{one.span.file}:{one.span.line}"
    said = _escaped(one.message) + (f"<br>*{_escaped(one.hint)}*" if one.hint else "")
    return f"| {SEVERITY_NAMES[one.severity]} | {one.code} | {_escaped(place)} | {said} |"


def _escaped(text: str) -> str:
    """One line in which no sign means anything to Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
