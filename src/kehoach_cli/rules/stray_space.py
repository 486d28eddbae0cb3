"""Thừa dấu cách trong một dòng chữ.

Vì sao: dấu cách thừa làm dòng căn đều bị giãn, dấu câu rơi xuống đầu dòng sau khi in.

Cách sửa: giữa hai chữ chỉ để một dấu cách; dấu phẩy, chấm, chấm phẩy, hai chấm viết liền chữ trước.

Căn cứ: docs/data-model.md (chữ được in như đã gõ).

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp  thông minh  # <- KH708
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh , bền vững  # <- KH708
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: khoảng trống chừa số và ngày chưa biết, và khoảng trống trước một ghi chú.

    # data/challenges.yaml
    - id: bt-1
      title: Kế hoạch số      /KH-UBND ngày     tháng 7 năm 2026     # chờ số
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh, bền vững
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context

CODE = "KH708"
NAME = "stray-space"
SEVERITY = Severity.WARNING
MESSAGE = {
    "double": "thừa dấu cách sau «{word}»",
    "before": "thừa dấu cách trước dấu «{word}»",
}
HINT = "xóa dấu cách thừa"

_DOUBLE = re.compile(r"(?P<word>\S+) {2,}[^\s/#]\S*")
_BEFORE = re.compile(r"\w+ (?P<word>[,;.:])(?=\s|\Z)")
_BLANK_AFTER = frozenset({"số", "số:", "ngày", "tháng", "năm"})
"""Blanks that wait for a number or a day are left open on purpose."""


def check(ctx: Context) -> Iterator[Found]:
    """Two spaces inside a line, and a space before a comma, full stop, semicolon or colon."""
    for words, match in ctx.prose.matches(_DOUBLE, holding=("  ",)):
        if match["word"].lower() not in _BLANK_AFTER:
            yield Found(words.at(match), {"reason": "double", "word": match["word"]})
    for words, match in ctx.prose.matches(_BEFORE, holding=(" ,", " ;", " .", " :")):
        yield Found(words.at(match), {"reason": "before", "word": match["word"]})
