"""The named tables: what «::: bang ten=…» and «::: phu-luc ten=…» can ask for."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_cli.document.blocks import Table
from kehoach_cli.drafting.agency_tables import by_agency_table, silent_table
from kehoach_cli.drafting.amendments import amendment_table, correction_table
from kehoach_cli.drafting.budget_tables import budget_gaps_table, budget_sums_table, budget_table
from kehoach_cli.drafting.challenge_tables import (
    challenge_answers_table,
    challenge_needs_table,
    challenge_proposals_table,
    challenge_tasks_table,
    challenges_table,
)
from kehoach_cli.drafting.consultation import opinions_table
from kehoach_cli.drafting.cooperation_tables import (
    agreements_table,
    partner_commitments_table,
    split_table,
)
from kehoach_cli.drafting.demands import demands_table
from kehoach_cli.drafting.extract_table import extract_table
from kehoach_cli.drafting.money_tables import money_by_agency_table
from kehoach_cli.drafting.plan_tables import annex_table
from kehoach_cli.drafting.progress_tables import (
    commitments_table,
    duties_table,
    overdue_table,
    tasks_table,
)
from kehoach_cli.drafting.raised_tables import difficulties_table, proposals_table
from kehoach_cli.drafting.report_comparison import comparison_table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.sender_list import sender_list_table, senders_table
from kehoach_cli.drafting.sender_tables import own_commitments_table, own_tasks_table
from kehoach_cli.drafting.session_tables import guests_table, preparation_table, programme_table

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
    "danh-sach-don-vi": sender_list_table,
    "viec-cua-don-vi": own_tasks_table,
    "cam-ket-cua-don-vi": own_commitments_table,
    "phan-chia": split_table,
    "van-ban-hop-tac": agreements_table,
    "cam-ket-doi-tac": partner_commitments_table,
    "nhu-cau-kinh-phi": budget_table,
    "kinh-phi-theo-nguon": budget_sums_table,
    "chua-neu-kinh-phi": budget_gaps_table,
    "kinh-phi-theo-don-vi": money_by_agency_table,
    "so-ky-truoc": comparison_table,
    "bai-toan": challenges_table,
    "tra-loi-bai-toan": challenge_answers_table,
    "nhu-cau-bai-toan": challenge_needs_table,
    "de-xuat-bai-toan": challenge_proposals_table,
    "nhiem-vu-bai-toan": challenge_tasks_table,
    "khach-moi": guests_table,
    "noi-dung-lam-viec": programme_table,
    "chuan-bi-noi-dung": preparation_table,
    "sua-doi": amendment_table,
    "dinh-chinh": correction_table,
    "y-kien": opinions_table,
    "trich-nhiem-vu": extract_table,
}
"""Every table by the name that templates use."""
