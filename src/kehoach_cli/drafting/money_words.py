"""How levels, kinds and gaps of money are called, the same in answers and in documents."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_cli.model.register import MoneyKind, MoneyLevel
from kehoach_cli.progress.money import GapReason

LEVELS: Mapping[MoneyLevel | None, str] = {"tinh": "ngân sách cấp tỉnh", "xa": "ngân sách cấp xã"}
KINDS: Mapping[MoneyKind | None, str] = {
    "dau-tu": "chi đầu tư",
    "thuong-xuyen": "chi thường xuyên",
    "khcn-dmst-cds": "chi khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
}
UNSAID = "chưa nêu"
REASONS: Mapping[GapReason, str] = {
    "no-amount": "dòng kinh phí của năm chưa có số tiền",
    "province-money": "tỉnh phải bố trí kinh phí, chưa nêu số tiền",
    "unsaid": "chưa nêu có cần kinh phí hay không",
}
