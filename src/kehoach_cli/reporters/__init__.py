"""Findings as text for people and programs; one file for each format, one line here."""

from __future__ import annotations

from kehoach_cli.reporters import github, gitlab, junit, markdown, plain, sarif, structured
from kehoach_cli.reporters.base import Manual, ManualOf, Reporter, Summary

REPORTERS: dict[str, Reporter] = {
    "text": plain.report,
    "json": structured.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "sarif": sarif.report,
    "junit": junit.report,
    "markdown": markdown.report,
}
"""Formats of ``kehoach validate --format``."""

__all__ = ["REPORTERS", "Manual", "ManualOf", "Reporter", "Summary"]
