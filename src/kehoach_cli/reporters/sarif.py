"""Findings as SARIF 2.1.0, the form that code scanning services and editors exchange.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0; § numbers below are of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from kehoach_cli import __version__
from kehoach_cli.diagnostics import Diagnostic, Severity, Span
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual
from kehoach_cli.reporters.fingerprint import fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
"""The repository, as services name it; they know where it is (§3.14.14)."""

_Object = dict[str, object]


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,
    line: LineOf,
    *,
    colour: bool,  # noqa: ARG001 - JSON has none
    manual: ManualOf = no_manual,
    above: str = "",
) -> str:
    """One run: the rules that found something with their pages, then the results."""
    rules = {one.code: one for one in sorted(findings, key=lambda one: one.code)}
    numbers = {code: number for number, code in enumerate(rules)}
    names = fingerprints(findings, line, above)
    run = {
        "tool": {
            "driver": {
                "name": "kehoach",
                "version": __version__,
                "language": "vi",
                "rules": [_rule(one, manual) for one in rules.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(summary, above)],
        "results": [
            {**_result(one, above), "ruleIndex": numbers[one.code], **_fingerprint(name)}
            for one, name in zip(findings, names, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(one: Diagnostic, manual: ManualOf) -> _Object:
    """A rule by one of its findings; without a page its name has to do."""
    page = manual(one.code)
    rule: _Object = {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": page.title or one.name},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
    }
    return {**rule, "help": {"text": page.text}} if page.text else rule


def _invocation(summary: Summary, above: str) -> _Object:
    """Whether everything could be read, and what could not (§3.20)."""
    notes = [
        {
            "level": "error",
            "message": {"text": "Chưa kiểm tra được nội dung của tệp."},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(above + file)}}],
        }
        for file in summary.unchecked
    ]
    done: _Object = {"executionSuccessful": True}
    return {**done, "toolExecutionNotifications": notes} if notes else done


def _result(one: Diagnostic, above: str) -> _Object:
    sentences = (one.message, one.hint and f"Gợi ý: {one.hint}")
    result: _Object = {
        "ruleId": one.code,
        "level": _LEVELS[one.severity],
        "message": {"text": "\n".join(filter(None, sentences))},
        "locations": [{"physicalLocation": _location(one.span, above)}],
    }
    related = [
        {
            "id": number,
            "message": {"text": other.message},
            "physicalLocation": _location(other.span, above),
        }
        for number, other in enumerate(one.related, 1)
    ]
    return {**result, "relatedLocations": related} if related else result


def _location(span: Span, above: str) -> _Object:
    """Columns from 1, the end not included (§3.30.8), as spans have them."""
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": _artifact(above + span.file), "region": region}


def _artifact(path: str) -> _Object:
    return {"uri": quote(path), "uriBaseId": _ROOT}


def _fingerprint(name: str) -> _Object:
    return {"partialFingerprints": {"kehoachFinding/v1": name}}
