"""Giai đoạn viết bằng dấu nối khác với các chỗ khác của văn bản.

Vì sao: thời gian thực hiện của kế hoạch in là «2026 - 2030»; trong cùng một văn bản có chỗ viết
«2026 – 2030» hay «2026-2030» thì không thống nhất và tìm không thấy nhau.

Cách sửa: viết gạch ngắn, có dấu cách hai bên: 2026 - 2030.

Căn cứ: docs/data-model.md (khóa period và cách in giai đoạn).

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh giai đoạn 2026 – 2030  # <- KH706
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: mã có năm, ngày tháng không phải là giai đoạn.

    # data/challenges.yaml
    - id: nong-nghiep-2026-2030
      title: Nông nghiệp thông minh từ ngày 2026-07-20
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh giai đoạn 2026 - 2030
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import shown

CODE = "KH706"
NAME = "year-range-dash"
SEVERITY = Severity.WARNING
MESSAGE = "«{words}» viết dấu nối khác với cách in giai đoạn của kế hoạch"
HINT = "viết «{first} - {last}»"

_YEAR = r"(?:19|20)[0-9]{2}"
_RANGE = re.compile(
    rf"(?<![\w/-])(?P<first>{_YEAR})(?:\s?[–—]\s?|-\s?|\s-)(?P<last>{_YEAR})(?![\w/-])"
)
_RAW_HYPHEN = re.compile(rf"-(?:(?<=[^\w/-]{_YEAR}-)\s*|(?<={_YEAR}\s-)){_YEAR}(?![\w/-])")
_RAW_DASH = re.compile(rf"[–—]\s*{_YEAR}")
"""The same in raw text, where a line may break at any space; made to be found fast."""
_TYPED_BY_KEY = frozenset({"period", "due", "grounds", "agreements", "document"})
"""Read as years or due dates by other rules, or titles that are kept as they were signed."""


def check(ctx: Context) -> Iterator[Found]:
    """Ranges of years in any form but «2026 - 2030»."""
    for words, match in ctx.prose.matches(_RANGE, gate=_may_hold_one):
        if _TYPED_BY_KEY.isdisjoint(words.path):
            yield Found(words.at(match), {"words": shown(match), **match.groupdict()})


def _may_hold_one(text: str) -> bool:
    has_dash = "–" in text or "—" in text
    return bool(_RAW_HYPHEN.search(text) or (has_dash and _RAW_DASH.search(text)))
