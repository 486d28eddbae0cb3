"""«Tỉnh», «Xã», «Phường» viết hoa giữa câu trước tên riêng.

Vì sao: danh từ chung chỉ đơn vị hành chính đứng trước tên riêng thì viết thường.

Cách sửa: viết «tỉnh», «xã», «phường» rồi đến tên riêng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III.1.a.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh của Xã Một  # <- KH709
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: đầu câu, đầu dòng thì viết hoa; «Tỉnh ủy» là tên cơ quan.

    # data/challenges.yaml
    - id: bt-1
      title: Xã Một làm trước. Xã Hai làm sau theo ý kiến của Tỉnh ủy Mẫu
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh của xã Một
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import shown

CODE = "KH709"
NAME = "admin-unit-capital"
SEVERITY = Severity.WARNING
MESSAGE = "«{words}» viết hoa chữ «{unit}» giữa câu"
HINT = "viết «{right}»"

_INSIDE_A_SENTENCE = re.compile(r"[\w,;)]\s\Z")


@cache
def _pattern(capital: str, names: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"{capital}\s+(?:{either})(?!\w)")


def check(ctx: Context) -> Iterator[Found]:
    """Units of the register under a capital, except where a sentence or a line begins."""
    for unit, names in ctx.unit_names.items():
        capital = unit.capitalize()
        pattern = _pattern(capital, tuple(names))
        for words, match in ctx.prose.matches(pattern):
            if not _INSIDE_A_SENTENCE.search(words.text[: match.start()]):
                continue
            said = shown(match)
            args = {"words": said, "unit": capital, "right": unit + said[len(unit) :]}
            yield Found(words.at(match), args)
