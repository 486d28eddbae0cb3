"""Ngày viết trong lời văn thiếu số 0.

Vì sao: ngày dưới 10 và tháng 1, tháng 2 phải thêm số 0 ở trước để không sửa thêm được.

Cách sửa: viết 05/02/2026, 05/3/2026, 15/01/2026; từ tháng 3 không thêm số 0.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.b.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Theo Nghị quyết ngày 5/2/2026 của Hội đồng nhân dân  # <- KH517
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: ngày ở khóa kiểu ngày được đọc rồi in lại cho đúng; 3/2026 là tháng.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ văn bản từ 3/2026, 15/3/2026 mới có
      granted: {number: 12/UBND-KGVX, date: 5/2/2027}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Theo Nghị quyết ngày 05/02/2026 của Hội đồng nhân dân
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day, parse_day

CODE = "KH517"
NAME = "date-padding"
SEVERITY = Severity.WARNING
MESSAGE = "ngày «{day}» thiếu số 0"
HINT = "viết «{right}»"

_RAW = re.compile(r"/(?:(?<=[^0-9/][0-9]/)[0-9]{1,2}|[12])/(?:19|20)[0-9]{2}(?![0-9])")
_DAY = re.compile(r"(?<![0-9/.,-])(?:[1-9]/[0-9]{1,2}|[0-9]{2}/[12])/(?:19|20)[0-9]{2}(?![0-9/])")
_READ_BY_KEY = frozenset({"due"})


def check(ctx: Context) -> Iterator[Found]:
    """Days within words whose day is below ten, or month one or two, without a zero."""
    for words, match in ctx.prose.matches(_DAY, gate=_RAW.search):
        if match[0] == words.text.strip() or not _READ_BY_KEY.isdisjoint(words.path):
            continue
        if day := parse_day(match[0]):
            yield Found(words.at(match), {"day": match[0], "right": format_day(day)})
