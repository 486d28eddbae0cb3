"""Findings as JSON, for other programs; the shape is a contract (docs/cli-contract.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kehoach_cli.diagnostics import Diagnostic, RelatedSpan
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,
    line: LineOf,  # noqa: ARG001 - programs read the file themselves
    *,
    colour: bool,  # noqa: ARG001 - JSON has none
    manual: ManualOf = no_manual,  # noqa: ARG001 - the code leads to it
    above: str = "",  # noqa: ARG001 - paths are those of the workspace, by contract
) -> str:
    """One JSON object: schema, findings, summary."""
    data = {
        "schema": 1,
        "findings": [_finding(one) for one in findings],
        "summary": {
            "errors": summary.errors,
            "warnings": summary.warnings,
            "infos": summary.infos,
            "files": summary.files,
            "plans": summary.plans,
            "tasks": summary.tasks,
            "commitments": summary.commitments,
            "unchecked": list(summary.unchecked),
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(one: Diagnostic) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": str(one.severity),
        "path": one.span.file,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "message": one.message,
        "hint": one.hint,
        "related": [_related(other) for other in one.related],
    }


def _related(other: RelatedSpan) -> dict[str, object]:
    return {
        "path": other.span.file,
        "line": other.span.line,
        "column": other.span.column,
        "message": other.message,
    }
