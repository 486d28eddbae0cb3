"""Tên riêng viết khác danh bạ.

Vì sao: tên tỉnh, xã, phường, cơ quan, đối tác viết sai dấu hoặc sai chữ hoa thì văn bản in ra sai
tên, và tìm theo tên không thấy.

Cách sửa: viết đúng tên trong danh bạ (data/agencies.yaml, data/communes.yaml, data/partners). Nếu
cách viết ấy cũng đúng thì thêm vào aliases của nơi đó.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III.1.a và IV.1.a; danh bạ của kho dữ liệu.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Sở Khoa học và công nghệ tổng hợp  # <- KH702
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: sai dấu trong tên xã.

    # data/challenges.yaml
    - id: bt-1
      title: Thí điểm tại xã Mọt  # <- KH702
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: chữ viết tắt sai.

    # data/challenges.yaml
    - id: bt-1
      title: Nền tảng KHCN, ĐMST, CDS  # <- KH702
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: xã khác có tên gần giống, tên viết hoa toàn bộ, và từ ngữ chung trùng chữ với tên.

    # data/challenges.yaml
    - id: bt-1
      title: SỞ Y TẾ, xã Một Lần, đối tác và các tổng công ty
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Sở Khoa học và Công nghệ tổng hợp; CĐS tại xã Một
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.names import Names
from kehoach_cli.rules.prose import shown

CODE = "KH702"
NAME = "misspelt-name"
SEVERITY = Severity.WARNING
MESSAGE = "«{words}» viết khác tên trong danh bạ"
HINT = "viết «{right}»"

_SLIPS = {"CDS": "CĐS", "DMST": "ĐMST", "Công TTĐT": "Cổng TTĐT", "CTTDT": "CTTĐT"}
"""Abbreviations as they are mistyped, and what they stand for."""

_SLIP = re.compile(rf"(?<![\w/-])(?:{'|'.join(_SLIPS)})(?![\w/])")


def check(ctx: Context) -> Iterator[Found]:
    """Names that differ from the register only in diacritics or capitals; mistyped short forms."""
    for names in ctx.names:
        yield from _misspelt(ctx, names)
    for words, match in ctx.prose.matches(_SLIP, holding=tuple(_SLIPS)):
        yield Found(words.at(match), {"words": match[0], "right": _SLIPS[match[0]]})


def _misspelt(ctx: Context, names: Names) -> Iterator[Found]:
    for words, match in ctx.prose.found(names.misspelt):
        said = shown(match)
        if right := names.correction(said):
            yield Found(words.at(match), {"words": said, "right": right})
