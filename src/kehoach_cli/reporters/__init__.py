"""Findings as text for people and programs; one file for each format, one line here."""

from __future__ import annotations

from kehoach_cli.reporters import plain, structured
from kehoach_cli.reporters.base import Reporter, Summary

REPORTERS: dict[str, Reporter] = {"text": plain.report, "json": structured.report}
"""Formats of ``kehoach validate --format``."""

__all__ = ["REPORTERS", "Reporter", "Summary"]
