"""The rules: each one file here and one line in a table, ``checks`` or another. They never write.

Codes by hundred: KH0xx file and YAML, 1xx references, 2xx dates and deadlines, 3xx progress and
evidence, 4xx partners and agreements, 5xx documents and templates, 6xx money, 7xx language, 8xx the
form of a .docx, 9xx Excel forms that come back and other files that are taken in. A code is never
reused.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kehoach_cli.rules.base import Check, Rule
from kehoach_cli.rules.checks import (
    EVERYWHERE_CHECKS,
    ONCE_CHECKS,
    PLAN_CHECKS,
    WHOLE_CHECKS,
)

if TYPE_CHECKING:
    from kehoach_cli.rules.every import CHANGE_RULES, EXCEL_RULES, FORM_RULES, LIMIT_RULES, RULES

CHECKS: tuple[Check, ...] = (*PLAN_CHECKS, *ONCE_CHECKS, *EVERYWHERE_CHECKS, *WHOLE_CHECKS)
"""Rules that look for themselves."""

__all__ = [
    "CHANGE_RULES",
    "CHECKS",
    "EVERYWHERE_CHECKS",
    "EXCEL_RULES",
    "FORM_RULES",
    "LIMIT_RULES",
    "ONCE_CHECKS",
    "PLAN_CHECKS",
    "RULES",
    "WHOLE_CHECKS",
    "Check",
    "Rule",
]

_EVERY = ("CHANGE_RULES", "EXCEL_RULES", "FORM_RULES", "LIMIT_RULES", "RULES")


def __getattr__(name: str) -> object:
    """Load the rules that check no data when one of their tables is first asked for."""
    if name in _EVERY:
        return getattr(import_module(f"{__name__}.every"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
