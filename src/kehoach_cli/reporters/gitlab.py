"""Findings as a code quality report of GitLab: shown in the merge request.

The keys are those of https://docs.gitlab.com/ci/testing/code_quality/.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from kehoach_cli.diagnostics import Diagnostic, Severity
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual
from kehoach_cli.reporters.fingerprint import fingerprints

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,  # noqa: ARG001 - the report is a bare list
    line: LineOf,
    *,
    colour: bool,  # noqa: ARG001 - JSON has none
    manual: ManualOf = no_manual,  # noqa: ARG001 - the report has no place for pages
    above: str = "",
) -> str:
    """A JSON list with one object for each finding."""
    names = fingerprints(findings, line, above)
    data = [_issue(one, name, above) for one, name in zip(findings, names, strict=True)]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _issue(one: Diagnostic, fingerprint: str, above: str) -> dict[str, object]:
    span = one.span
    sentences = filter(None, (one.message, one.hint and f"gợi ý: {one.hint}"))
    return {
        "description": f"{one.code}: {'; '.join(sentences)}",
        "check_name": one.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[one.severity],
        "location": {
            "path": above + span.file,
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
