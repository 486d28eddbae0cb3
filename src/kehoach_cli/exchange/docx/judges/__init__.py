"""The judges: each one file here and one line below; each bears the name of its rule.

A judge compares a ``Form`` with what the rule set says and yields ``Fault``s of its own name. It
runs when the set has a table ``[rules.<name>]``. Its words stand in the room of rules.
"""

from __future__ import annotations

from kehoach_cli.exchange.docx.judges import part_bold, part_case, part_italic, part_size
from kehoach_cli.exchange.docx.judges.base import Judge

JUDGES: tuple[Judge, ...] = (
    part_size,
    part_case,
    part_bold,
    part_italic,
)
