"""The rules with words for what a loader, model or template finds wrong.

A workspace without faults never asks for them.
"""

from __future__ import annotations

from kehoach_cli.rules import (
    bad_suppression,
    duplicate_key,
    file_too_large,
    forbidden_character,
    markup_fault,
    missing_key,
    money_without_unit,
    nested_too_deep,
    not_utf8,
    reference_fault,
    template_fault,
    unknown_file,
    unknown_key,
    unreadable_file,
    wrong_value,
    yaml_alias,
    yaml_syntax,
)
from kehoach_cli.rules.base import Rule

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
