"""The named tables: what «::: bang ten=…» and «::: phu-luc ten=…» can ask for."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_cli.document.blocks import Table
from kehoach_cli.drafting.agency_tables import by_agency_table, silent_table
from kehoach_cli.drafting.cooperation_tables import (
    agreements_table,
    partner_commitments_table,
    split_table,
)
from kehoach_cli.drafting.demands import demands_table
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
from kehoach_cli.drafting.sender_tables import (
    own_commitments_table,
    own_tasks_table,
    senders_table,
)

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
    "don-doc": demands_table,
    "don-vi-bao-cao": senders_table,
    "viec-cua-don-vi": own_tasks_table,
    "cam-ket-cua-don-vi": own_commitments_table,
    "phan-chia": split_table,
    "van-ban-hop-tac": agreements_table,
    "cam-ket-doi-tac": partner_commitments_table,
}
"""Every table by the name that templates use."""
