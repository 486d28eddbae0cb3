"""Documents and views: plans and figures become a ``Document`` by text templates and tables.

Wording stands in ``templates/``; figures come from ``progress``. Nothing here writes a file.
Named here is what the check of a workspace asks for: no template engine, no frame of a document;
``plan_document``, ``report_document``,
``report_summary`` and ``status_view`` are modules to be imported by those who show something.
"""

from kehoach_cli.drafting.faults import draft_faults
from kehoach_cli.drafting.plan_body import Clause, OutlineItem, clauses, frame, outline

__all__ = ["Clause", "OutlineItem", "clauses", "draft_faults", "frame", "outline"]
