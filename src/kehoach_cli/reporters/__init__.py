"""Findings as text for people and programs; one file for each format, one line here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.reporters import plain
from kehoach_cli.reporters.base import LineOf, Manual, ManualOf, Reporter, Summary, no_manual


def _when_asked(module: str) -> Reporter:
    """The reporter of a module that is imported by its first use: most runs show text."""

    def report(
        findings: Sequence[Diagnostic],
        summary: Summary,
        line: LineOf,
        *,
        colour: bool,
        manual: ManualOf = no_manual,
        above: str = "",
    ) -> str:
        reporter: Reporter = import_module(f"{__name__}.{module}").report
        return reporter(findings, summary, line, colour=colour, manual=manual, above=above)

    return report


REPORTERS: dict[str, Reporter] = {
    "text": plain.report,
    "json": _when_asked("structured"),
    "github": _when_asked("github"),
    "gitlab": _when_asked("gitlab"),
    "sarif": _when_asked("sarif"),
    "junit": _when_asked("junit"),
    "markdown": _when_asked("markdown"),
}
"""Formats of ``kehoach validate --format``."""

__all__ = ["REPORTERS", "Manual", "ManualOf", "Reporter", "Summary"]
