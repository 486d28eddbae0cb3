"""All that drafting can find wrong without rendering: templates, and the plans' own markup."""

from __future__ import annotations

from kehoach_cli.diagnostics import Fault
from kehoach_cli.drafting.plan_document import markup_faults
from kehoach_cli.drafting.template_check import template_faults
from kehoach_cli.workspace import Workspace


def draft_faults(ws: Workspace) -> tuple[Fault, ...]:
    """Faults of the kinds ``template-fault`` and ``markup-fault``, each with its place."""
    plans = (fault for folder in ws.folders for fault in markup_faults(folder))
    return (*template_faults(ws), *plans)
