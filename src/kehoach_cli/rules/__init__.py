"""The rules: each one file here and one line below. Rules read; they never write.

Codes by hundred: KH0xx file and YAML, 1xx references, 2xx dates and deadlines, 3xx progress and
evidence, 4xx partners and agreements, 5xx documents and templates, 6xx money, 7xx language. A code
is never reused.
"""

from __future__ import annotations

from kehoach_cli.rules import (
    due_not_understood,
    wrong_value,
)
from kehoach_cli.rules.base import Check, Rule

FAULT_RULES: tuple[Rule, ...] = (wrong_value,)
"""Rules that give words to what a loader, model or template found wrong."""

CHECKS: tuple[Check, ...] = (due_not_understood,)
"""Rules that look for themselves."""

RULES: tuple[Rule, ...] = tuple(sorted((*FAULT_RULES, *CHECKS), key=lambda rule: rule.CODE))
"""All rules, by code."""
