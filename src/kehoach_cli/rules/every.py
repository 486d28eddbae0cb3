"""Every rule: those that check data, and those with words for what is found elsewhere.

The check of a workspace does without the latter, some sixty modules.
"""

from __future__ import annotations

from kehoach_cli.rules import (
    CHECKS,
    closed_period_rewritten,
    foreign_file,
    form_cell,
    form_closed_period,
    form_column,
    form_conflict,
    form_emptied,
    form_foreign,
    form_gone,
    form_ignored,
    form_incomplete,
    form_row,
    form_too_large,
    form_too_many,
    form_unreadable,
    form_unsure,
    issued_plan_rewritten,
    original_due_rewritten,
    pdf_too_large,
    record_rewritten,
    table_too_long,
    template_too_much,
)
from kehoach_cli.rules.base import Rule
from kehoach_cli.rules.docx_rules import FORM_RULES
from kehoach_cli.rules.fault_rules import FAULT_RULES

EXCEL_RULES: tuple[Rule, ...] = (
    form_unreadable,
    form_too_large,
    form_foreign,
    form_closed_period,
    form_row,
    form_too_many,
    form_cell,
    form_incomplete,
    form_conflict,
    form_unsure,
    form_column,
    form_gone,
    form_emptied,
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

LIMIT_RULES: tuple[Rule, ...] = (template_too_much, table_too_long, pdf_too_large)
"""Rules that give words to limits at which a command stops: no check of a workspace meets them."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*FAULT_RULES, *CHECKS, *FORM_RULES, *EXCEL_RULES, *CHANGE_RULES, *LIMIT_RULES),
        key=lambda rule: rule.CODE,
    )
)
"""All rules, by code."""

__all__ = ["CHANGE_RULES", "EXCEL_RULES", "FORM_RULES", "LIMIT_RULES", "RULES"]
