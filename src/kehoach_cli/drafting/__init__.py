"""Documents and views: plans and figures become a ``Document`` by text templates and tables.

Wording stands in ``templates/``; figures come from ``progress``. Nothing here writes a file.
"""

from kehoach_cli.drafting.faults import draft_faults
from kehoach_cli.drafting.plan_body import Clause, OutlineItem, clauses, outline
from kehoach_cli.drafting.plan_document import plain_paragraphs, plan_document
from kehoach_cli.drafting.report_document import report_document

__all__ = [
    "Clause",
    "OutlineItem",
    "clauses",
    "draft_faults",
    "outline",
    "plain_paragraphs",
    "plan_document",
    "report_document",
]
