"""The named tables: what «::: bang ten=…» and «::: phu-luc ten=…» can ask for."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_cli.document.blocks import Table
from kehoach_cli.drafting.agency_tables import by_agency_table, silent_table
from kehoach_cli.drafting.plan_tables import annex_table
from kehoach_cli.drafting.progress_tables import (
    commitments_table,
    difficulties_table,
    duties_table,
    overdue_table,
    proposals_table,
    tasks_table,
)
from kehoach_cli.drafting.scene import Scene

TABLES: dict[str, Callable[[Scene], Table]] = {
    "nhiem-vu-phu-luc": annex_table,
    "theo-don-vi": by_agency_table,
    "trach-nhiem": duties_table,
    "nhiem-vu": tasks_table,
    "cam-ket": commitments_table,
    "qua-han": overdue_table,
    "chua-bao-cao": silent_table,
    "kho-khan": difficulties_table,
    "de-xuat": proposals_table,
}
"""Every table by the name that templates use."""
