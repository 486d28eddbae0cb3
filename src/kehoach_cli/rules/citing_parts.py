"""Viết hoa, viết thường sai khi dẫn phần, chương, mục, điều, khoản, điểm.

Vì sao: khi dẫn văn bản, tên phần, chương, mục, tiểu mục, điều viết hoa; khoản, điểm viết thường.

Cách sửa: viết «điểm a khoản 2 Điều 5», «Mục II».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V.7.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Thực hiện theo Khoản 2 Điều 5 của Nghị quyết  # <- KH707
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Thực hiện theo khoản 2 điều 5 của Nghị quyết  # <- KH707
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: đầu câu thì viết hoa; «điều» trong «điều 2 cán bộ» không phải là điều của văn bản.

    # data/challenges.yaml
    - id: bt-1
      title: Khoản 2 Điều 5 quy định rõ; điều 2 cán bộ hỗ trợ
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Thực hiện theo điểm a khoản 2 Điều 5 của Nghị quyết
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import shown

CODE = "KH707"
NAME = "citing-parts"
SEVERITY = Severity.WARNING
MESSAGE = "«{words}» viết hoa, viết thường chưa đúng cách dẫn văn bản"
HINT = "viết «{right}»"

_TOO_LARGE = re.compile(
    r"(?<=[\w,;)]\s)(?:Khoản\s+[0-9]{1,2}|Điểm\s+[a-zđ](?=,?\s+[Kk]hoản))(?!\w)"
)
_DOCUMENT = r"(?:của\s+)?(?:Luật|Bộ luật|Hiến pháp|Nghị quyết|Nghị định|Thông tư|Quyết định)"
_TOO_SMALL = re.compile(
    rf"khoản\s+[0-9]+\s+điều\s+[0-9]+|điều\s+[0-9]{{1,3}}(?=\s+{_DOCUMENT})"
    r"|(?<!anh\s)(?<!ạng\s)(?<!yên\s)(?<!iểu\s)mục\s+[IVX]+(?:\.[0-9]+)*(?!\w)"
)
_ARTICLE = re.compile(r"điều\s+[0-9]")
_SECTION = re.compile(r"mục\s+[IVX]")
_PART = re.compile(r"điều|mục")


def check(ctx: Context) -> Iterator[Found]:
    """Large letters of khoản and điểm inside a sentence, small ones of điều and mục."""
    for words, match in ctx.prose.matches(_TOO_LARGE, holding=("Khoản", "Điểm")):
        said = shown(match)
        yield Found(words.at(match), {"words": said, "right": said[:1].lower() + said[1:]})
    for words, match in ctx.prose.matches(_TOO_SMALL, gate=_cites):
        said = shown(match)
        right = _PART.sub(lambda part: part[0].capitalize(), said)
        yield Found(words.at(match), {"words": said, "right": right})


def _cites(text: str) -> bool:
    return bool(_ARTICLE.search(text) or _SECTION.search(text))
