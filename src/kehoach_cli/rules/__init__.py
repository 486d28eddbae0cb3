"""The rules: each one file here and one line below. Rules read; they never write.

Codes by hundred: KH0xx file and YAML, 1xx references, 2xx dates and deadlines, 3xx progress and
evidence, 4xx partners and agreements, 5xx documents and templates, 6xx money, 7xx language, 8xx the
form of a .docx, 9xx Excel forms that come back. A code is never reused.
"""

from __future__ import annotations

from kehoach_cli.rules import (
    bad_suppression,
    closed_period_rewritten,
    duplicate_key,
    file_too_large,
    forbidden_character,
    foreign_file,
    form_cell,
    form_closed_period,
    form_column,
    form_conflict,
    form_foreign,
    form_gone,
    form_ignored,
    form_incomplete,
    form_row,
    form_too_large,
    form_unreadable,
    form_unsure,
    issued_plan_rewritten,
    markup_fault,
    missing_key,
    money_without_unit,
    nested_too_deep,
    not_utf8,
    original_due_rewritten,
    record_rewritten,
    reference_fault,
    template_fault,
    unknown_file,
    unknown_key,
    unreadable_file,
    wrong_value,
    yaml_alias,
    yaml_syntax,
)
from kehoach_cli.rules.base import Check, Rule
from kehoach_cli.rules.checks import (
    EVERYWHERE_CHECKS,
    ONCE_CHECKS,
    PLAN_CHECKS,
    WHOLE_CHECKS,
)
from kehoach_cli.rules.docx_rules import FORM_RULES

FAULT_RULES: tuple[Rule, ...] = (
    unreadable_file,
    file_too_large,
    not_utf8,
    yaml_syntax,
    yaml_alias,
    nested_too_deep,
    forbidden_character,
    duplicate_key,
    unknown_key,
    missing_key,
    wrong_value,
    unknown_file,
    bad_suppression,
    money_without_unit,
    markup_fault,
    template_fault,
    reference_fault,
)
"""Rules that give words to what a loader, model or template found wrong."""

CHECKS: tuple[Check, ...] = (*PLAN_CHECKS, *ONCE_CHECKS, *EVERYWHERE_CHECKS, *WHOLE_CHECKS)
"""Rules that look for themselves."""

EXCEL_RULES: tuple[Rule, ...] = (
    form_unreadable,
    form_too_large,
    form_foreign,
    form_closed_period,
    form_row,
    form_cell,
    form_incomplete,
    form_conflict,
    form_unsure,
    form_column,
    form_gone,
    form_ignored,
)
"""Rules that give words to what ``kehoach forms import`` finds in a returned form."""

CHANGE_RULES: tuple[Rule, ...] = (
    foreign_file,
    record_rewritten,
    closed_period_rewritten,
    original_due_rewritten,
    issued_plan_rewritten,
)
"""Rules that give words to what ``kehoach check-change`` finds between two revisions."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*FAULT_RULES, *CHECKS, *FORM_RULES, *EXCEL_RULES, *CHANGE_RULES),
        key=lambda rule: rule.CODE,
    )
)
"""All rules, by code."""

__all__ = [
    "CHECKS",
    "EVERYWHERE_CHECKS",
    "EXCEL_RULES",
    "FAULT_RULES",
    "FORM_RULES",
    "ONCE_CHECKS",
    "PLAN_CHECKS",
    "RULES",
    "WHOLE_CHECKS",
    "Check",
    "Rule",
]
