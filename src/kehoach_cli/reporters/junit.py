"""Findings as JUnit XML, which every CI service can show as tests.

A file with findings is a suite, a finding a test: an error is a failure, all else is «skipped»,
which services show without failing. A clean workspace is one test that passes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from kehoach_cli.diagnostics import Diagnostic, Severity
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual
from kehoach_cli.reporters.words import sentence

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 §2.2 has no place for, not even escaped."""


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,
    line: LineOf,  # noqa: ARG001 - the place is named
    *,
    colour: bool,  # noqa: ARG001 - XML has none
    manual: ManualOf = no_manual,  # noqa: ARG001 - the test names the code
    above: str = "",
) -> str:
    """One document with all suites, in the order of the findings."""
    top = ET.Element("testsuites", {"name": "kehoach", **_counts(findings)})
    if not findings:
        suite = ET.SubElement(top, "testsuite", {"name": "kehoach", **_counts(findings)})
        ET.SubElement(suite, "testcase", classname="kehoach", name=sentence(summary))
    for file, group in groupby(findings, key=lambda one: one.span.file):
        found = list(group)
        skipped = str(sum(one.severity is not Severity.ERROR for one in found))
        name = _visible(above + file)
        totals = {"name": name, "skipped": skipped, **_counts(found)}
        suite = ET.SubElement(top, "testsuite", totals)
        for one in found:
            _add_test(suite, one, name)
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _counts(findings: Sequence[Diagnostic]) -> dict[str, str]:
    failures = sum(one.severity is Severity.ERROR for one in findings)
    return {"tests": str(len(findings) or 1), "failures": str(failures), "errors": "0"}


def _add_test(suite: ET.Element, one: Diagnostic, file: str) -> None:
    message = _visible(one.message)
    test = ET.SubElement(suite, "testcase", classname=file, name=f"{one.code} {message}")
    if one.severity is Severity.ERROR:
        found = ET.SubElement(test, "failure", type=one.code, message=message)
    else:
        found = ET.SubElement(test, "skipped", type=one.code, message=message)
    places = [f"{file}:{one.span.line}:{one.span.column}", one.hint and f"gợi ý: {one.hint}"]
    places += [
        f"xem: {other.span.file}:{other.span.line}: {other.message}" for other in one.related
    ]
    found.text = _visible("\n".join(filter(None, places)))


def _visible(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
