"""The judges: each one file here and one line below; each bears the name of its rule.

A judge compares a ``Form`` with what the rule set says and yields ``Fault``s of its own name. It
runs when the set has a table ``[rules.<name>]``. Its words stand in the room of rules.
"""

from __future__ import annotations

from kehoach_cli.exchange.docx.judges import (
    font_colour,
    font_name,
    page_margins,
    page_number,
    paper_size,
    part_align,
    part_bold,
    part_case,
    part_italic,
    part_missing,
    part_order,
    part_size,
    rule_length,
    rule_missing,
    rule_typed,
)
from kehoach_cli.exchange.docx.judges.base import Judge

JUDGES: tuple[Judge, ...] = (
    paper_size,
    page_margins,
    page_number,
    font_name,
    font_colour,
    part_missing,
    part_order,
    part_size,
    part_case,
    part_bold,
    part_italic,
    part_align,
    rule_missing,
    rule_length,
    rule_typed,
)
